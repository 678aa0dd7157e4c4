"""How good the extraction is: scores against gold facts, and what the rules do in a corpus."""
