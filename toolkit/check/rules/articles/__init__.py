"""Advice to the authors of articles."""
