"""Which old message a new one comes from: likeness and place."""
