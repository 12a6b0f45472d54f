"""Ensembles: the same answer drawn many times over what is not known; the only room that knows a cluster."""
