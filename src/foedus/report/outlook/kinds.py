"""The kinds of deterrence in words: a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from foedus.assessment.deterrence_kinds import Forsaken, Named
from foedus.report.outlook.responses import FEW
from foedus.report.outlook.told import Line, Namer, Tone

HEADING = "Kinds of deterrence, and how it fails"
_TONES: Mapping[str, Tone] = {"given": "plain", "named": "plain", "not modelled": "quiet", "not known": "unknown"}


def kinds_told(held: Iterable[Named], namer: Namer) -> Iterator[Line]:
    """Yield a line for each kind."""
    yield Line(HEADING, "head")
    for one in held:
        yield Line(_told(one, namer), _TONES[one.answered])


def _told(one: Named, namer: Namer) -> str:
    if one.answered not in {"given", "named"}:
        return f"{one.kind.name}: {one.answered}: {one.told}"
    groups = [f"{what}: {_states(states, namer)}" for what, states in one.groups.items()]
    return f"{one.kind.name}: {'; '.join([*groups, one.told])}{_forsaken(one.forsaken, namer)}"


def _states(states: tuple[str, ...], namer: Namer) -> str:
    return f"{len(states)} states" if len(states) > 2 * FEW else namer.states(states)


def _forsaken(held: tuple[Forsaken, ...], namer: Namer) -> str:
    """Return the bands of not being kept, treaties with the same one together."""
    alike: dict[tuple[str, int, int], list[str]] = {}
    for one in held:
        of = one.reference
        alike.setdefault((one.band.numbers, of.cases - of.happened, of.cases), []).append(namer.treaty(one.treaty))
    told = [
        f"{band} ({'; '.join(names)}; of its like {broken} of {cases} not kept)"
        for (band, broken, cases), names in list(alike.items())[:FEW]
    ]
    left = len(alike) - FEW
    rest = [f"{left} more in the JSON"] if left > 0 else []
    return f", {'; '.join([*told, *rest])}" if told else ""
