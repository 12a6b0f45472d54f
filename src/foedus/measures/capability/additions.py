"""Columns of capability for panels."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.measures.capability.cinc import COMPONENTS, cinc, shares_of_year
from foedus.measures.capability.output import SUBSISTENCE, output_by_output_per_head, surplus_domestic_product
from foedus.panel.addition import Added, Addition, Options, fixed
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

_MEANINGS = {
    "milex": "military expenditure",
    "milper": "military personnel",
    "irst": "iron and steel",
    "pec": "energy consumed",
    "tpop": "population",
    "upop": "urban population",
}
_WORLD = "share, 0 to 1"


def _of_world(work: Workspace) -> pl.DataFrame:
    """Return the shares of the world of every state and year of NMC, and their mean."""
    table = work.table("nmc", "state_years")
    parts = table.select(pl.col(COMPONENTS).cast(pl.Float64).fill_null(float("nan"))).to_numpy()
    years = table["year"].to_numpy()
    shares = shares_of_year(parts, years)
    columns = [pl.Series(f"cap_{name}", shares[:, at]) for at, name in enumerate(COMPONENTS)]
    held = table.select("ccode", "year").with_columns(*columns, pl.Series("cap_cinc", cinc(parts, years)))
    return held.with_columns(pl.col("^cap_.*$").fill_nan(None))


def _capability(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    return work.of_each(_of_world(work), "ccode", [*(f"cap_{name}" for name in COMPONENTS), "cap_cinc"], "cow")


CINC = Addition(
    name="cinc",
    summary="Shares of the world's resources and their mean, CINC, worked out from NMC's components",
    columns=fixed(
        *(
            Added(f"cap_{name}", "number", f"share of the world's {_MEANINGS[name]}", _WORLD, is_of_each=True)
            for name in COMPONENTS
        ),
        Added("cap_cinc", "number", "mean of the shares that are known: CINC", _WORLD, is_of_each=True),
    ),
    compute=_capability,
    sources=("nmc",),
)


def _share_of_dyad(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Return the first state's part of what both have together."""
    held = work.of_each(_of_world(work), "ccode", ["cap_cinc"], "cow")
    one, other = held["cap_cinc1"], held["cap_cinc2"]
    return {"cap_share": (one / (one + other)).fill_nan(None).alias("cap_share")}


CAPABILITY_SHARE = Addition(
    name="capability-share",
    summary="The first state's share of the CINC of both",
    columns=fixed(Added("cap_share", "number", "CINC of the first state by the CINC of both", _WORLD)),
    compute=_share_of_dyad,
    sources=("nmc",),
    rows="dyads",
)


def _economic(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    table = work.table("gdp-population", "gw_state_years")
    gdp, people = (
        table[name].cast(pl.Float64).fill_null(float("nan")).to_numpy() * 1e6 for name in ("pwtrgdp", "pwtpop")
    )
    held = table.select("gwcode", "year").with_columns(
        pl.Series("cap_gdp_gdppc", output_by_output_per_head(gdp, people)).fill_nan(None),
        pl.Series("cap_sdp", surplus_domestic_product(gdp, people)).fill_nan(None),
    )
    return work.of_each(held, "gwcode", ["cap_gdp_gdppc", "cap_sdp"], "gw")


ECONOMIC = Addition(
    name="economic-capability",
    summary="GDP by GDP a head, and surplus domestic product, from output and population since 1816",
    columns=fixed(
        Added("cap_gdp_gdppc", "number", "GDP by GDP a head", "US$ of 2011 squared a person", is_of_each=True),
        Added(
            "cap_sdp",
            "number",
            f"GDP less {SUBSISTENCE:g} US$ for each person, at least 0",
            "US$ of 2011",
            is_of_each=True,
        ),
    ),
    compute=_economic,
    sources=("gdp-population",),
)
