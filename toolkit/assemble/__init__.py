"""A document and a catalog become a translated page whose structure is verified."""
