"""One folder per family of rules, one file per rule."""
