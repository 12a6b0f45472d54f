"""Many contingencies at once: every attack of a grid of days, attackers and targets, with a row for each."""
