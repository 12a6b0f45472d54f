"""Burdens on a screen and in a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from foedus.cli.measures.burden_json import met
from foedus.cli.measures.groups import Group
from foedus.cli.output import show_cutoff
from foedus.measures.burden.accounts import Accounts
from foedus.measures.burden.ledger import Ledger
from foedus.measures.burden.matched_pairs import SignedRanks
from foedus.measures.burden.rank_tests import RankTest
from foedus.measures.burden.verdict import Verdict
from foedus.measures.capability.reading import Numbers
from foedus.register.register import Register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.series import Point, series
from foedus.report.charts.theme import Words

Drawn = Literal["burden", "shares", "benefit", "gap", "free-riding"]
Line = Literal["exploitation", "match"]
GUIDELINE_DRAWN = "hague-3.5"
SURE = 0.05
_SURE, _UNSURE = f"p < {SURE}", f"p not below {SURE}"
Year = tuple[Group, Accounts, Verdict]


def show(ledger: Ledger, group: Group, register: Register, screen: Console) -> None:
    """Print what each member carries, what was promised, and what the tests say."""
    screen.print(f"[bold]Burdens of {escape(group.name)}[/bold] on {group.day}, {group.size}")
    accounts, shares = ledger.accounts, ledger.shares
    columns: list[tuple[str, Numbers, str]] = [
        ("spent\nbn US$", accounts.expenditure / 1e3, ",.1f"),
        ("of GDP\n%", accounts.burden, ".2f"),
        ("a head\nUS$", shares.per_head * 1e6, ",.0f"),
        ("spending\nshare %", 100 * shares.spending, ".2f"),
        ("GDP\nshare %", 100 * shares.ability, ".2f"),
        ("benefit\nshare %", 100 * shares.benefit, ".2f"),
    ]
    if np.isfinite(accounts.equipment).any():
        columns.append(("equip-\nment %", accounts.equipment, ".1f"))
    if ledger.prediction:
        columns.append(("model\nshare %", 100 * ledger.prediction.shares, ".2f"))
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for heading, _, _ in columns:
        table.add_column(heading, justify="right")
    for at in _order(accounts.burden):
        cells = [_number(values[at], how) for _, values, how in columns]
        table.add_row(escape(register.actors[group.states[at]].name_on(group.day)), *cells)
    screen.print(table)
    screen.print(f"[dim]{escape(accounts.source)}, data of {_span(accounts)}, {escape(_dollars(accounts))}[/dim]")
    if accounts.note:
        screen.print(f"[dim]{escape(accounts.note)}[/dim]")
    _show_guidelines(ledger, screen)
    if ledger.tests:
        _show_tests(ledger.tests, screen)
    _show_model(ledger, screen)
    screen.print()
    show_cutoff(register.edition, group.day, screen)


def _dollars(accounts: Accounts) -> str:
    """Return which dollars are shown: the unit of the accounts, of which the table has thousands."""
    return accounts.unit.removeprefix("million ")


def _show_guidelines(ledger: Ledger, screen: Console) -> None:
    if not ledger.gaps:
        return
    screen.print("\n[bold]Promised[/bold]  [dim]political, not law[/dim]")
    for one, gap in ledger.gaps.items():
        known = int(np.isfinite(gap).sum())
        told = f"{met(gap)} of {known} are there" if known else "no figures state by state in these data"
        of = "GDP" if one.of == "gdp" else "expenditure"
        screen.print(f"  {one.per_cent:g} % of {of} on {escape(one.on)}, by {one.due}: [bold]{told}[/bold]")
        screen.print(f"  [dim]{escape(one.source)}[/dim]")


def _show_tests(tests: Verdict, screen: Console) -> None:
    screen.print("\n[bold]Do the larger carry more?[/bold]  [dim]ranks of the share of GDP beside ranks of GDP[/dim]")
    screen.print(f"  Spearman's rho {_rank(tests.spearman)}")
    screen.print(f"  Kendall's tau  {_rank(tests.kendall)}")
    screen.print("[bold]Do burdens match?[/bold]  [dim]Wilcoxon's matched pairs: a small p says that they do not[/dim]")
    screen.print(f"  spending beside benefit {_signed(tests.against_benefit)}")
    screen.print(f"  spending beside GDP     {_signed(tests.against_ability)}")


def _show_model(ledger: Ledger, screen: Console) -> None:
    if ledger.prediction is None:
        return
    found = ledger.prediction
    pays, dollars = int((found.paid > 0).sum()), escape(_dollars(ledger.accounts))
    screen.print(
        f"\n[bold]If each did what suits it best[/bold]  [dim]weight of defence {found.model.weight:g}, private part"
        f" {found.model.private:g}; GDP as income[/dim]\n"
        f"  {pays} would pay, together {found.total / 1e3:,.0f} bn {dollars}; {found.efficient / 1e3:,.0f} bn would be "
        "efficient. The model says who would pay, not how much is right."
    )


def _rank(test: RankTest) -> str:
    return (
        f"{_number(test.coefficient, '.3f')}, p {_chance(test.greater)} one-sided,"
        f" {_chance(test.two_sided)} two-sided, {test.pairs} states, {test.method}"
    )


def _signed(test: SignedRanks) -> str:
    return f"p {_chance(test.two_sided)} two-sided, {test.pairs} states, exact"


def _chance(probability: float) -> str:
    return "< 0.0001" if probability < 0.0001 else _number(probability, ".4f")


def _order(values: Numbers) -> list[int]:
    return sorted(range(len(values)), key=lambda at: -values[at] if np.isfinite(values[at]) else np.inf)


def _number(value: float, how: str) -> str:
    return format(value, how) if np.isfinite(value) else "[dim]–[/dim]"


def _span(accounts: Accounts) -> str:
    years = sorted({year for year in accounts.years if year is not None})
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def picture(ledger: Ledger, group: Group, register: Register, drawn: Drawn) -> Chart:
    """Return a picture of burdens, of shares over what members can pay, of a gap, or of a model beside what is."""
    accounts, shares = ledger.accounts, ledger.shares
    names = [register.actors[state].name_on(group.day) for state in group.states]
    about = f"{accounts.source}, data of {_span(accounts)}"
    if drawn == "shares":
        words = Words(
            f"Who carries more than its part: {group.name}",
            "share of spending less share of GDP, points",
            about,
        )
        return _bars(names, np.round(100 * shares.over_ability, 2), words)
    if drawn == "benefit":
        words = Words(
            f"Who carries more than it gains: {group.name}",
            "share of spending less share of benefit, points",
            about,
            "benefit: the mean of the shares of GDP and of population",
        )
        return _bars(names, np.round(100 * (shares.spending - shares.benefit), 2), words)
    if drawn == "gap":
        guideline, gap = next((one, gap) for one, gap in ledger.gaps.items() if one.id == GUIDELINE_DRAWN)
        title = f"Still lacking to {guideline.per_cent:g} % by {guideline.due.year}: {group.name}"
        return _bars(
            names, np.round(gap, 2), Words(title, "points of GDP", f"{about}; {guideline.source}", accounts.note)
        )
    if drawn == "free-riding" and ledger.prediction:
        model = ledger.prediction.model
        words = Words(
            f"Spending beside a model of {'joint products' if model.private else 'free riding'}: {group.name}",
            "share of the group's spending, %",
            about,
            f"Nash equilibrium, weight of defence {model.weight:g}, private part {model.private:g}, GDP as income",
        )
        return _beside(names, 100 * shares.spending, 100 * ledger.prediction.shares, words)
    return _bars(names, accounts.burden, Words(f"Burdens: {group.name}", "expenditure, % of GDP", about, accounts.note))


def _bars(names: Sequence[str], values: Numbers, words: Words) -> Chart:
    return bars([Bar(names[at], _drawn(values[at])) for at in _order(values)], words)


def _beside(names: Sequence[str], one: Numbers, other: Numbers, words: Words) -> Chart:
    rows = [
        Bar(names[at], _drawn(values[at]), group=which)
        for at in _order(one)[:12]
        for which, values in (("as it is", one), ("model", other))
    ]
    return bars(rows, words)


def _drawn(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def show_years(found: Sequence[Year], screen: Console) -> None:
    """Print the tests of each year."""
    screen.print(f"[bold]{escape(found[-1][0].name)}[/bold], tests of burdens year by year")
    table = Table(box=None, pad_edge=False)
    headings = ("year", "states", "rho", "p one-sided", "tau", "p one-sided", "p of no match", "source")
    for heading in headings:
        table.add_column(heading, justify="left" if heading == "source" else "right")
    for group, accounts, tests in found:
        table.add_row(
            str(group.day.year),
            str(tests.spearman.pairs),
            _number(tests.spearman.coefficient, ".3f"),
            _number(tests.spearman.greater, ".3f"),
            _number(tests.kendall.coefficient, ".3f"),
            _number(tests.kendall.greater, ".3f"),
            _chance(tests.against_benefit.two_sided),
            f"[dim]{escape(accounts.source)}[/dim]",
        )
    screen.print(table)
    screen.print(
        "[dim]rho, tau: share of GDP beside GDP; match: spending beside benefit; members of each 31 December[/dim]"
    )


def picture_of_years(found: Sequence[Year], line: Line) -> Chart:
    """Return Spearman's rho, or the probability that burdens match benefits, as a line."""
    name = found[-1][0].name
    sources = _sources(found)
    note = "members of each year's last day, by the register"
    if line == "match":
        held = [Point(group.day.year, _drawn(tests.against_benefit.two_sided)) for group, _, tests in found]
        return series(
            held,
            Words(
                f"Do burdens match benefits? {name}", "Wilcoxon's p, two-sided: small where they do not", sources, note
            ),
            scale="log",
        )
    held = list(by_certainty([(group.day.year, tests.spearman) for group, _, tests in found]))
    words = Words(
        f"Do the larger carry more? {name}", "Spearman's rho of the share of GDP with GDP, one-sided", sources, note
    )
    return series(held, words)


def by_certainty(rho: Sequence[tuple[int, RankTest]]) -> Iterator[Point]:
    """Yield the points of two lines, of certain and of uncertain years: two years running are joined by one."""
    sure = [test.greater < SURE for _, test in rho]
    yield from (
        Point(year, test.coefficient if on else None, _SURE) for (year, test), on in zip(rho, sure, strict=True)
    )
    for at, (year, test) in enumerate(rho):
        is_inside = all(sure[max(0, at - 1) : at + 2])
        yield Point(year, None if is_inside else test.coefficient, _UNSURE)
        if not is_inside and all(sure[at : at + 2]):  # the sure line goes on from here, and this one breaks
            yield Point(year, None, _UNSURE)


def _sources(found: Sequence[Year]) -> str:
    """Return the data sets of all years, each once."""
    named = (part for _, accounts, _ in found for part in accounts.source.split(", "))
    return ", ".join(dict.fromkeys(named))
