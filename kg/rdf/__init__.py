"""Facts, sources and names as quads, and back."""
