"""Many pure calls: one after the other, or on several processes."""
