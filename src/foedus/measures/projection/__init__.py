"""Distance, and what is left of power over it."""
