"""Many pure calls on an executor."""
