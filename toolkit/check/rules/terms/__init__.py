"""Terms of a project, and the same text translated in several ways."""
