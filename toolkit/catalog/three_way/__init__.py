"""Three versions of a catalog made one: what git's merge of PO files needs."""
