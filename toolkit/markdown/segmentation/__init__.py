"""What of a document becomes a segment: one pass over its blocks, and a file for each kind of block."""
