"""Whether a third state comes in, and on which side."""
