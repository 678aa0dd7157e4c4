"""The short suffix of a page."""

from kg.read.html import documents as documents
