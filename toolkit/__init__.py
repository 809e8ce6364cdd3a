"""Localize Markdown articles through PO files, changing no byte without a reason."""

__version__ = "0.1.0"
