"""What others publish: one module a data set, from the publisher's file to a checked table with its provenance."""
