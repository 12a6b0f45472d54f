"""The measures of this family."""

from __future__ import annotations

from foedus.measures.measure import Measure

PAGE = "measures-projection.md"
_COMMAND = "foedus measures projection"
_ROOM = "foedus.measures.projection"
_DISCOUNT = "Bueno de Mesquita (1981), The War Trap; constants by Bennett and Stam (2000), EUGene"

MEASURES: tuple[Measure, ...] = (
    Measure(
        name="great-circle-distance",
        family="projection",
        title="Distance over the earth: great circle on a sphere, and on the ellipsoid",
        of="pair",
        unit="kilometres",
        formula="6371.0088 km times the angle between the places; on WGS 84 Vincenty's inverse solution",
        source="Vincenty (1975), Survey Review 23: equations 13 to 19",
        function=f"{_ROOM}.geodesic:great_circle",
        command=f'{_COMMAND} distance "United Kingdom" Japan --on 2012-06-01',
        page=PAGE,
        additions=("register-distance",),
    ),
    Measure(
        name="sea-distance",
        family="projection",
        title="Distance by sea along shipping lanes, with straits and canals that may be closed",
        of="pair",
        unit="kilometres",
        formula="shortest way along a network of lanes, closed passages left out",
        source="searoute (lanes of Eurostat's SeaRoute and the Oak Ridge National Laboratory)",
        function=f"{_ROOM}.sea:sea_way",
        command=f"{_COMMAND} distance Singapore Netherlands --on 2012-06-01 --close suez",
        page=PAGE,
    ),
    Measure(
        name="land-distance",
        family="projection",
        title="Distance over land, from capital to neighbour's capital",
        of="pair",
        unit="kilometres",
        formula="shortest way in the network of states contiguous by land, legs along great circles",
        source="a rule of this project; borders of Correlates of War, Direct Contiguity",
        function=f"{_ROOM}.land:land_way",
        command=f"{_COMMAND} distance France Russia --on 2012-06-01",
        page=PAGE,
        data=("contiguity",),
    ),
    Measure(
        name="loss-of-strength",
        family="projection",
        title="Boulding's gradient and the boundary of two parties",
        of="pair",
        unit="the unit of the distance given",
        formula="strength S - k d; boundary (S1 - S2 + k2 D) / (k1 + k2)",
        source="Boulding (1962), Conflict and Defense, chapter 12",
        function=f"{_ROOM}.gradient:boundary",
        command=f"{_COMMAND} boundary --strength 10 --strength 8 --loss 1 --loss 1 --apart 10",
        page=PAGE,
    ),
    Measure(
        name="distance-discount",
        family="projection",
        title="Capability discounted over distance, by the pace of the era",
        of="pair",
        unit="none: only ratios are to be read",
        formula="capability to the power log10(miles / miles a day + 10 - e); 250, 375 and 500 miles a day",
        source=_DISCOUNT,
        function=f"{_ROOM}.gradient:discounted",
        command=f"{_COMMAND} discount --capability 0.1",
        page=PAGE,
        additions=("discounted-capability",),
    ),
    Measure(
        name="deliverable-capability",
        family="projection",
        title="Capability felt at a place, from home and from the nearest ground forces may start from",
        of="place",
        unit="none: only ratios are to be read",
        formula="distance-discount of CINC over the great circle from the nearest of home, allies and hosts of forces",
        source=f"{_DISCOUNT}; grounds by the register",
        function=f"{_ROOM}.deliverable:deliverable",
        command=f'{_COMMAND} deliverable "South Korea" --on 2012-06-01',
        page=PAGE,
        data=("nmc",),
    ),
    Measure(
        name="reach",
        family="projection",
        title="Strength of a state or an alliance over the world, alone or against another",
        of="place",
        unit="none; or the share of the first of two sides, 0 to 1",
        formula="sum of the deliverable capability of a side's states at each point of a grid",
        source=f"{_DISCOUNT}; grounds by the register",
        function=f"{_ROOM}.reach:reach",
        command=f"{_COMMAND} reach nato --against warsaw-pact --on 1985-06-01 --step 4",
        page=PAGE,
        data=("nmc",),
    ),
)
