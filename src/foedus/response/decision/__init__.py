"""How long an alliance takes to decide, who can stop it, and what would speed it up."""
