"""The words and the parse of a text: sentences, syntax, phrases, dates and amounts."""
