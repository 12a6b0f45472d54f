"""Two assessments side by side: what both hold, what only one does, and what differs."""
