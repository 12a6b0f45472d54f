"""What exists: commands, as lazy references that the command line lists and a test resolves."""
