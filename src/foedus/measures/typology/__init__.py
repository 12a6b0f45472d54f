"""Types of alliances and coalitions, each answer with the article or field that decides it."""
