"""State-, dyad- and alliance-years, and everything that may stand beside them."""
