"""The major powers of the Correlates of War project, spell by spell."""

from __future__ import annotations

from foedus.sources.model import File, Version
from foedus.sources.sets.cow_states import system_source

SOURCE = system_source(
    "cow-majors",
    "Major powers (Correlates of War)",
    (
        Version(
            "2024",
            (1816, 2024),
            (File("spells", ("majors2024.csv",)),),
        ),
        Version(
            "2016",
            (1816, 2016),
            (
                File(
                    "spells",
                    ("majors2016.csv",),
                    ("5ac2f4d11e2105e1f50866bcf4a026a8a13f0431c6c4f47e4ef268e1fe29c8e2",),
                ),
            ),
            {"spells": 14},
        ),
    ),
)
