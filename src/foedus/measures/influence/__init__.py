"""Who can decide and who can stop: power in voting bodies, places in networks of alliances."""
