"""Evaluate a tree of conditions: an outcome, and a trace line for every test in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from foedus.domain import condition as conditions
from foedus.domain.condition import AllOf, AnyOf, Leaf, Not, Tree
from foedus.domain.finding import StepName, TraceLine
from foedus.domain.treaty import Treaty
from foedus.obligations import act, adversary, place, procedure
from foedus.obligations.in_force import published
from foedus.obligations.logic import NOT_MET, Outcome, all_of, any_of, decided, negated
from foedus.obligations.situation import Law, Situation

Evaluator = Callable[[Any, Situation], Outcome]

EVALUATORS: Mapping[type, Evaluator] = {
    conditions.ActIs: act.act_is,
    conditions.GravityAtLeast: act.gravity_at_least,
    conditions.MeansUsed: act.means_used,
    conditions.Unprovoked: act.unprovoked,
    conditions.FirstUse: act.first_use,
    conditions.WarDeclared: act.war_declared,
    conditions.ExternallyDirected: act.externally_directed,
    conditions.Indirect: act.indirect,
    conditions.Authorised: act.authorised,
    conditions.Mobilised: act.mobilised,
    conditions.InRegion: place.in_region,
    conditions.InArea: place.in_area,
    conditions.TerritoryOf: place.territory_of,
    conditions.AdministeredBy: place.administered_by,
    conditions.PlaceIs: place.place_is,
    conditions.ObjectHit: place.object_hit,
    conditions.Recognised: place.recognised,
    conditions.AdversaryIs: adversary.adversary_is,
    conditions.Adversaries: adversary.adversaries,
    conditions.AdversaryIsParty: adversary.adversary_is_party,
    conditions.AlreadyAtWar: adversary.already_at_war,
    conditions.Request: procedure.request,
    conditions.FindingOf: procedure.finding_of,
    conditions.Entry: procedure.entry,
    conditions.Resists: procedure.resists,
    conditions.Undisclosed: procedure.undisclosed,
}
"""How each condition is tested. `Bound`, which resolves another treaty, is passed in by the resolver."""

TEST_NAMES: Mapping[type, str] = {
    conditions.ActIs: "kind of act",
    conditions.GravityAtLeast: "gravity",
    conditions.MeansUsed: "means",
    conditions.Unprovoked: "provocation",
    conditions.FirstUse: "first use of force",
    conditions.WarDeclared: "declaration of war",
    conditions.ExternallyDirected: "external direction",
    conditions.Indirect: "indirect act",
    conditions.Authorised: "authority",
    conditions.Mobilised: "mobilisation",
    conditions.InRegion: "region",
    conditions.InArea: "area",
    conditions.TerritoryOf: "whose territory",
    conditions.AdministeredBy: "administration",
    conditions.PlaceIs: "kind of place",
    conditions.ObjectHit: "object hit",
    conditions.Recognised: "recognised borders",
    conditions.AdversaryIs: "adversary",
    conditions.Adversaries: "number of adversaries",
    conditions.AdversaryIsParty: "adversary a party",
    conditions.AlreadyAtWar: "war under way",
    conditions.Request: "request",
    conditions.FindingOf: "finding",
    conditions.Entry: "another ally's entry",
    conditions.Resists: "resistance",
    conditions.Bound: "chained duty",
    conditions.Undisclosed: "undisclosed condition",
}

Evaluated = tuple[Outcome, tuple[TraceLine, ...]]


class Evaluation:
    """Evaluates trees for one situation.

    Parameters
    ----------
    situation : Situation
        What the conditions are tested against.
    chained : callable
        Tests a `Bound` condition.
    """

    def __init__(self, situation: Situation, chained: Evaluator) -> None:
        self._situation = situation
        self._evaluators = {**EVALUATORS, conditions.Bound: chained}

    def step(self, step: StepName, tree: Tree | None) -> Evaluated:
        """Return the outcome of a step, met if it has no conditions, and its trace."""
        parts = [self._tree(step, branch, 0) for branch in branches_of(tree)]
        return all_of(outcome for outcome, _ in parts), tuple(line for _, lines in parts for line in lines)

    def _tree(self, step: StepName, tree: Tree, depth: int) -> Evaluated:
        situation = self._situation
        if tree.instrument and is_left_out(tree.instrument, situation.treaty, situation.scene.law):
            outcome = decided(step != "exceptions", "a secret provision, left out")
            return outcome, (self._line(step, "secret provision", outcome, tree, depth),)
        if not tree.spell.possibly(situation.scene.law.day):
            outcome = decided(False, f"the provision was law only {tree.spell}")
            return outcome, (self._line(step, "provision in force", outcome, tree, depth),)
        match tree:
            case Leaf(condition):
                outcome = self._evaluators[type(condition)](condition, self._situation)
                return outcome, (self._line(step, TEST_NAMES[type(condition)], outcome, tree, depth),)
            case Not(branch):
                inner, lines = self._tree(step, branch, depth + 1)
                return self._combined(step, "must not hold", negated(inner), tree, depth, lines)
            case AnyOf(branches):
                return self._branches(step, "any of", any_of, tree, branches, depth)
            case AllOf(branches):
                return self._branches(step, "all of", all_of, tree, branches, depth)

    def _branches(
        self,
        step: StepName,
        words: str,
        combine: Callable[[list[Outcome]], Outcome],
        tree: AnyOf | AllOf,
        branches: tuple[Tree, ...],
        depth: int,
    ) -> Evaluated:
        parts = [self._tree(step, branch, depth + 1) for branch in branches]
        lines = tuple(line for _, part in parts for line in part)
        outcome = combine([outcome for outcome, _ in parts])
        return self._combined(step, words, outcome, tree, depth, lines)

    def _combined(
        self,
        step: StepName,
        words: str,
        outcome: Outcome,
        tree: Tree,
        depth: int,
        lines: tuple[TraceLine, ...],
    ) -> Evaluated:
        if not isinstance(tree, Leaf) and tree.called:
            outcome = replace(outcome, why=_in_words(outcome, tree.called))
        return outcome, (self._line(step, words, outcome, tree, depth), *lines)

    @staticmethod
    def _line(step: StepName, test: str, outcome: Outcome, tree: Tree, depth: int) -> TraceLine:
        return TraceLine(
            step,
            test,
            outcome.result,
            outcome.why,
            article=tree.article,
            field=", ".join(outcome.fields),
            depth=depth,
        )


def is_left_out(instrument_id: str, treaty: Treaty, law: Law) -> bool:
    """Whether a provision of a secret instrument is unknown to the public whose law is asked for."""
    return law.public_only and published(treaty.instrument_of[instrument_id], law.day).now is NOT_MET


def branches_of(tree: Tree | None) -> tuple[Tree, ...]:
    """Return the conditions of a step one by one: none, a bare list, or a single tree."""
    if tree is None:
        return ()
    return tree.branches if isinstance(tree, AllOf) and tree == AllOf(tree.branches) else (tree,)


def _in_words(outcome: Outcome, called: str) -> str:
    match outcome.result:
        case "met":
            return called
        case "not_met":
            return f"not {called}"
        case _:
            return f"not settled: {called} ({outcome.why})"
