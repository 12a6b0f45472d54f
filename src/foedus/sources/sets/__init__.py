"""The data sets, one module each; every module holds one `SOURCE`."""
