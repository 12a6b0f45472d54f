"""Answers laid out for readers: grouped, ordered and in words, without a word about screens."""
