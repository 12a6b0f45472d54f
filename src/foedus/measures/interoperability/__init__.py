"""How well states are placed to work together: an index of what they share, with every weight in sight."""
