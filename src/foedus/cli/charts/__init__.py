"""``foedus chart``: pictures of the register and of tables."""
