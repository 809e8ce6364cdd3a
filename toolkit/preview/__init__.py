"""The server of ``toolkit serve``: watches, builds, and shows pages with what is wrong with them."""
