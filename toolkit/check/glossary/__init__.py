"""A project's glossary: its terms, their translations, and where a text uses them."""
