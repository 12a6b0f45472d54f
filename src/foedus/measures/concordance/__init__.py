"""The register beside other codings of the same treaties: which alliance is which, and how far they agree."""
