"""Capability: what states could bring to bear, alone and together, and how it is spread among them."""
