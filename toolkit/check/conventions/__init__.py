"""What languages do differently, as data: marks, spaces, quotes, scripts, numbers."""
