"""Measures: what can be counted about treaties, states and the codings of others."""
