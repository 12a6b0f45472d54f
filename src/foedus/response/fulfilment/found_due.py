"""Whether the engine, on the codes of an alliance, finds that the war was a case for it whichever way it happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache, partial
from math import nan

import numpy as np

from foedus.measures.casus_foederis.case import Found, case, found_in
from foedus.measures.casus_foederis.coarse_register import coarse_register, treaty_id
from foedus.measures.casus_foederis.wars import questions, standing
from foedus.measures.concordance.alliances import Phase, Row
from foedus.register.register import Register
from foedus.response.logit import Floats
from foedus.sources.extra import pl


def found_due(
    register: Register, rows: pl.DataFrame, alliances: Mapping[int, tuple[Phase, ...]], participants: pl.DataFrame
) -> Floats:
    """Return 1 where the case is met, 0 where it is not met or not determined, NaN for a war outside the list.

    Parameters
    ----------
    register : Register
        Where states are looked up by their numbers.
    rows : polars.DataFrame
        Of ``tests`` of ``berkemeier-fuhrmann``.
    participants : polars.DataFrame
        Of ``inter-state-war``.

    Returns
    -------
    array of float, shape (cases,)
    """
    wars: dict[int, list[Row]] = defaultdict(list)
    for one in participants.iter_rows(named=True):
        wars[one["warnum"]].append(one)
    wanted = rows["atopid"].unique().to_list()
    coarse = coarse_register(register, {number: alliances[number] for number in wanted})
    of_war = cache(lambda war: found_in(coarse, questions(coarse, wars[war])))
    chosen = rows.select("atopid", "cowwarid").iter_rows()
    met = partial(_met, coarse, wars, of_war)
    return np.array([nan if war is None else float(met(alliances[number], war)) for number, war in chosen])


def _met(
    coarse: Register,
    wars: Mapping[int, list[Row]],
    of_war: Callable[[int], tuple[Found, ...]],
    phases: tuple[Phase, ...],
    war: int,
) -> bool:
    treaties = [coarse.treaties[treaty_id(phase)] for phase in phases]
    during = [found_in(coarse, standing(coarse, wars[war], phase.start)) for phase in phases]
    found = [*of_war(war), *(one for held in during for one in held)]
    return case(found, treaties).answer == "met"
