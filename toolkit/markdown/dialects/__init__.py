"""The Markdown dialects, one file each; `registry` lists them."""
