"""What CLDR and our plural table know of a locale, one question per file."""
