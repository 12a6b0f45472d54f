"""Read-only SQL over the register, the stored data sets and the panels."""
