"""Characters that mislead readers or programs."""
