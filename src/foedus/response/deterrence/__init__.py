"""Whether a challenger is deterred: games solved exactly, every payoff an assumption that the user sets."""
