"""What decides the status of a claim: which words have a say, on whose word it is told, what is told as no deed."""
