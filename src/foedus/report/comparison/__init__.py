"""Two assessments side by side, laid out for readers."""
