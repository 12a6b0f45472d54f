"""How alike the foreign policies of two states are, by what they promise and how they vote."""
