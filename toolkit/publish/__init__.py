"""Pages become planned Markdown and HTML outputs."""
