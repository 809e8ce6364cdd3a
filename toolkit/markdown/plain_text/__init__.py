"""Pasted plain text to Markdown, for `toolkit import`; nothing else uses it."""
