"""The workbench: a local site over what the rooms below offer; the only room that knows the web framework."""
