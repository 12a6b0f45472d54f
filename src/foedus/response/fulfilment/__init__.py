"""Whether a promise is kept once a war puts it to the test."""
