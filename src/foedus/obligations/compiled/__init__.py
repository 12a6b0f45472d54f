"""The engine over arrays: the same statuses as `foedus.obligations.resolve`, for many contingencies at once, untraced.

A condition looks at a few facts only: the act, the place, who the adversaries are. It is evaluated once for every
distinct combination of what it looks at, by the very function that writes the trace, and the answers are spread over
arrays of rows and obligors. `resolve` is the specification; the tests hold the two equal.
"""
