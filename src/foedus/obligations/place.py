"""Step 4, the place: region, treaty area, whose territory, under whose administration, and what was hit."""

from __future__ import annotations

from foedus.domain.condition import (
    AdministeredBy,
    InArea,
    InRegion,
    ObjectHit,
    PlaceIs,
    Recognised,
    TerritoryOf,
)
from foedus.domain.contingency import DISPUTED, HIGH_SEAS, Place
from foedus.obligations.act import said
from foedus.obligations.logic import Outcome, Question, decided, disputed, unknown
from foedus.obligations.situation import Situation

TITLE = "place.sovereign"


def _region(word: str) -> str:
    return word.replace("_", " ").title()


def _called(place: Place) -> str:
    return place.name or "the place"


def in_region(condition: InRegion, situation: Situation) -> Outcome:
    """Whether the place lies in one of the regions, as given or by its coordinates."""
    place, register = situation.scene.event.place, situation.scene.register
    wanted = " or ".join(map(_region, condition.region))
    if place.region is None and place.point is None:
        return unknown("place.region", f"neither region nor coordinates are given ({wanted} is needed)")
    if place.region is not None and place.region in condition.region:
        return decided(True, f"{_called(place)} lies in {_region(place.region)}")
    if place.point is not None:
        for region in condition.region:
            if region in register.areas and register.lies_in(place.point, register.areas[region]):
                return decided(True, f"{_called(place)} lies in {_region(region)}")
    return decided(False, f"{_called(place)} lies outside {wanted}")


def in_area(condition: InArea, situation: Situation) -> Outcome:
    """Whether the place lies in an area of the treaty or a shared one."""
    scene, treaty = situation.scene, situation.treaty
    place = scene.event.place
    area = treaty.area_of.get(condition.area) or scene.register.areas[condition.area]
    if place.point is None:
        return unknown("place.lat", f"the coordinates are not given ({area.name} is needed)")
    if scene.register.lies_in_area_of(treaty, condition.area, place.point):
        return decided(True, f"{_called(place)} lies in the area: {area.name}")
    return decided(False, f"{_called(place)} lies outside the area: {area.name}")


def territory_of(condition: TerritoryOf, situation: Situation) -> Outcome:
    """Whether the place is under the sovereignty of the states meant; a rival claim is a question."""
    scene, place = situation.scene, situation.scene.event.place
    meant = situation.members(condition.territory_of)
    words = situation.words(condition.territory_of)
    if place.sovereign is None:
        return unknown(TITLE, f"whose territory it is, is not given ({words} is needed)")
    if place.sovereign == HIGH_SEAS:
        return decided(False, f"{_called(place)} is under no sovereignty")
    if place.sovereign == DISPUTED:
        return _by_claim(meant, words, situation)
    holds = place.sovereign in meant
    owner = scene.name(place.sovereign)
    return decided(holds, f"{_called(place)} is territory of {owner}" + ("" if holds else f", not of {words}"))


def _by_claim(meant: frozenset[str], words: str, situation: Situation) -> Outcome:
    scene, place = situation.scene, situation.scene.event.place
    if not place.claimants:
        return unknown("place.claimants", "the title is disputed, and the claimants are not given")
    claims = set(place.claimants)
    if claims <= meant or not claims & meant:
        ours = claims <= meant
        why = f"{_called(place)} is claimed by {scene.names(claims)}" + ("" if ours else f", not by {words}")
        return decided(ours, why)
    views = tuple((claimant, f"the place is {scene.name(claimant)}'s") for claimant in sorted(claims))
    question = Question(TITLE, views)
    view = situation.views.get(TITLE)
    if view is None:
        return disputed(question, f"{_called(place)} is claimed by {scene.names(claims)}")
    return decided(view in meant, dict(views)[view])


def administered_by(condition: AdministeredBy, situation: Situation) -> Outcome:
    """Whether the states meant administer the place, whatever the sovereignty."""
    scene, place = situation.scene, situation.scene.event.place
    words = situation.words(condition.administered_by)
    if place.administered_by is None:
        return unknown("place.administered_by", f"who administers the place is not given ({words} is needed)")
    if place.administered_by == HIGH_SEAS:
        return decided(False, f"nobody administers {_called(place)}")
    holds = place.administered_by in situation.members(condition.administered_by)
    holder = scene.name(place.administered_by)
    return decided(holds, f"{_called(place)} is administered by {holder}" + ("" if holds else f", not by {words}"))


def place_is(condition: PlaceIs, situation: Situation) -> Outcome:
    """Whether the place is of one of the kinds."""
    kind = situation.scene.event.place.kind
    wanted = " or ".join(map(said, condition.kind))
    if kind is None:
        return unknown("place.kind", f"the kind of place is not given ({wanted} is needed)")
    holds = kind in condition.kind
    return decided(holds, f"the place is {said(kind)}" + ("" if holds else f", not {wanted}"))


def object_hit(condition: ObjectHit, situation: Situation) -> Outcome:
    """Whether what was hit is one of the objects."""
    hit = situation.scene.event.place.object
    wanted = " or ".join(map(said, condition.object))
    if hit is None:
        return unknown("place.object", f"what was hit is not given ({wanted} is needed)")
    holds = hit in condition.object
    return decided(holds, f"what was hit is {said(hit)}" + ("" if holds else f", not {wanted}"))


def recognised(condition: Recognised, situation: Situation) -> Outcome:
    """Whether the place lies inside the recognised borders of a target."""
    inside = situation.scene.event.place.within_recognised_borders
    if inside is None:
        return unknown(
            "place.within_recognised_borders", "whether the place lies inside recognised borders is not given"
        )
    words = "inside" if inside else "outside"
    return decided(inside is condition.recognised, f"the place lies {words} the target's recognised borders")
