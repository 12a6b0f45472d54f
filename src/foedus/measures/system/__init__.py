"""The system of states as a whole: poles, blocs, balance, stability, and what alliances do to security."""
