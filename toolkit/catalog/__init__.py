"""Segments to messages to PO text; catalogs and their update."""
