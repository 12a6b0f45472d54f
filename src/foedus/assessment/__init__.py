"""The main job: one contingency in, one assessment out."""
