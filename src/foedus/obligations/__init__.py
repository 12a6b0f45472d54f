"""Who owes what to whom in a contingency: pure, deterministic, three-valued, with a trace."""
