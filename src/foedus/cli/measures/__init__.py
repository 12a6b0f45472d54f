"""``foedus measures``: numbers an analyst of alliances reasons with, each tied to its source."""
