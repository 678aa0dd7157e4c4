"""The mentions of a document: known names, names that no file has, nouns that stand for somebody."""
