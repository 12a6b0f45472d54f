"""From legal duties to likely responses: who keeps a promise, who joins, who is deterred, and how long it takes."""
