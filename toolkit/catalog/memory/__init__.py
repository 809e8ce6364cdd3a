"""Translations remembered across the documents of a locale."""
