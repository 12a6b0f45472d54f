"""The pages: for each section its routes, and pure functions from a question to an answer."""
