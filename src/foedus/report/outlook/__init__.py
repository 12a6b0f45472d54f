"""What may come of a contingency, in words, pictures and as a page."""
