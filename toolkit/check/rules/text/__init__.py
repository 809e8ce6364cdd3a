"""How the text of a translation is written, by the conventions of its language."""
