"""The command line: options in, tables or JSON out."""
