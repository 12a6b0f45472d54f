"""Readers of file formats: from bytes that nobody vouches for to columns, or one of the project's errors."""
