"""Text to segments and back; knows nothing of PO, locales or files."""
