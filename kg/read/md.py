"""Markdown is read as the plain text that it is: offsets point into the file as the author wrote it."""

from kg.read.txt import documents as documents
