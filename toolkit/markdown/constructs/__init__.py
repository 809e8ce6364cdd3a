"""Constructs beyond CommonMark, GFM and footnotes; the dialects choose among them."""
