"""Translations as the source text that stands in the places of segments."""
