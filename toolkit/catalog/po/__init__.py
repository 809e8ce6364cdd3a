"""PO text: reading it without losing anything, writing it, and changing single entries."""
