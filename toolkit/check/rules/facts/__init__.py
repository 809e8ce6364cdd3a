"""Numbers, units and other facts, which a translation must not change."""
