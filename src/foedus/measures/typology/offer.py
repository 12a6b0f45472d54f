"""The measures of the typology, as the catalogue lists them."""

from __future__ import annotations

from foedus.measures.measure import Measure

_PAGE = "measures-typology.md"
_DEEP = "foedus measures typology nato warsaw-pact cst anzus us-japan-1960 us-rok-1953 tiar"
_MODULE = "foedus.measures.typology"

MEASURES: tuple[Measure, ...] = (
    Measure(
        name="typology",
        family="typology",
        title="Types of alliances and coalitions, each with the article or field that decides",
        of="alliance",
        unit="answers: formal, bilateral, regional, conditional, asymmetric, secret …",
        formula="rules over parties, clauses, instruments and capitals; unknown where the register does not know",
        source="rules of this project over the register, and those by which it is compared with other codings",
        function=f"{_MODULE}.kinds:kinds",
        command="foedus measures typology",
        page=_PAGE,
        additions=("typology",),
    ),
    Measure(
        name="military-institutions",
        family="typology",
        title="Military institutions in peace (milinst)",
        of="alliance",
        unit="0 none, 1 moderate, 2 high",
        formula="2 with an integrated command or bases; else 1 with contacts, subordination, contributions; else 0",
        source="Leeds and Anac 2005, International Interactions 31: 183-202",
        function=f"{_MODULE}.leeds_anac:milinst",
        command="foedus measures typology triple-alliance franco-russian-1892 serbia-bulgaria-1912 anzus us-rok-1953 "
        "nato --draw milinst",
        page=_PAGE,
        additions=("typology",),
    ),
    Measure(
        name="formality",
        family="typology",
        title="Formality of an alliance",
        of="alliance",
        unit="0 to 2",
        formula="one for a public treaty, one for an organisation",
        source="Leeds and Anac 2005, International Interactions 31: 183-202",
        function=f"{_MODULE}.leeds_anac:formality",
        command="foedus measures typology triple-alliance serbia-bulgaria-1912 anglo-japanese-1902 us-rok-1953 fpda "
        "nato --draw formal",
        page=_PAGE,
        additions=("typology",),
    ),
    Measure(
        name="depth",
        family="typology",
        title="Depth of an alliance: how many of eight costly provisions it has",
        of="alliance",
        unit="share, 0 to 1, or two ends",
        formula="(organisation + contacts + command + subordination + bases + military aid + economic aid + "
        "contributions) / 8",
        source="a rule of this project; idea: Benson and Clinton 2016, Journal of Conflict Resolution 60: 866-898",
        function=f"{_MODULE}.institutions:depth_of",
        command=f"{_DEEP} --draw depth",
        page=_PAGE,
        additions=("typology",),
    ),
)
