"""One module a family of columns that may be added to a panel."""
