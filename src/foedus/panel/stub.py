"""What opens a panel and cites exactly what is in it: a Stata do-file, an R script, a notebook, or a codebook."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from foedus._base.errors import BadInput, Fault
from foedus.panel.export import label
from foedus.panel.made import Made
from foedus.sources.registry import source


def stub_of(made: Made, data: Path, path: Path) -> str:
    """Return the text of a stub for a written panel.

    Parameters
    ----------
    made : Made
        The panel.
    data : Path
        The file it was written to.
    path : Path
        The stub; its ending chooses the kind: .do, .R, .ipynb or .md.

    Raises
    ------
    BadInput
        If no kind has that ending, or it cannot open such a file.
    """
    maker = _KINDS.get(path.suffix)
    if maker is None:
        raise BadInput(Fault(f"{path.suffix or 'no ending'} names no kind of stub", str(path), ", ".join(_KINDS)))
    return maker(made, data)


def citations(made: Made) -> list[str]:
    """Return what to cite for a panel: the register and each data set that was read, with its version."""
    edition = made.register.edition
    ours = (
        f"The Foedus contributors (2026). Foedus: register of alliance treaties, version {edition.version}, "
        f"kept to {edition.cutoff} (content {edition.content_hash[:12]}). CC BY 4.0."
    )
    return [ours, *(f"{source(name).citation.text} Version {made.versions[name]}." for name in sorted(made.versions))]


def _lines(made: Made) -> list[str]:
    size = f"{made.frame.height:,} rows, {made.frame.width} columns"
    return [f"A panel made with Foedus: {size}.", "Cite:", *(f"  {text}" for text in citations(made))]


def _do_file(made: Made, data: Path) -> str:
    reads = {".dta": f'use "{data.name}", clear', ".csv": f'import delimited "{data.name}", clear case(preserve)'}
    if data.suffix not in reads:
        raise BadInput(Fault(f"Stata opens no {data.suffix} file", str(data), ".dta, .csv"))
    described = {column.name: column for column in made.columns}
    labels = [f'label variable {name} "{_quoted(label(name, described))}"' for name in made.frame.columns]
    unit = [name for name in made.frame.columns[:3] if name.startswith(("ccode", "gwcode"))]
    panel = [f"egen unit = group({' '.join(unit)})", "xtset unit year"] if unit and "year" in made.frame.columns else []
    head = [f"* {line}" for line in _lines(made)]
    return "\n".join([*head, "", reads[data.suffix], *(labels if data.suffix == ".csv" else ()), *panel, ""])


def _quoted(text: str) -> str:
    return text.replace('"', "'")[:80]


def _r_script(made: Made, data: Path) -> str:
    reads = {
        ".parquet": f'panel <- arrow::read_parquet("{data.name}")',
        ".arrow": f'panel <- arrow::read_ipc_file("{data.name}")',
        ".csv": f'panel <- read.csv("{data.name}", na.strings = "")',
        ".dta": f'panel <- haven::read_dta("{data.name}")',
    }
    return "\n".join([*(f"# {line}" for line in _lines(made)), "", reads[data.suffix], "str(panel)", ""])


def _notebook(made: Made, data: Path) -> str:
    reads = {
        ".parquet": f"panel = pl.read_parquet({data.name!r})",
        ".arrow": f"panel = pl.read_ipc({data.name!r})",
        ".csv": f"panel = pl.read_csv({data.name!r}, infer_schema_length=None)",
    }
    if data.suffix not in reads:
        raise BadInput(Fault(f"a notebook opens no {data.suffix} file here", str(data), ", ".join(reads)))
    text = "\n".join(["# A panel made with Foedus", "", *(f"* {one}" for one in citations(made))])
    cells = [
        {"cell_type": "markdown", "id": "what", "metadata": {}, "source": text},
        _code("read", f"import polars as pl\n\n{reads[data.suffix]}\npanel"),
        _code("look", "panel.describe()"),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    whole = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _code(name: str, text: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": text,
    }


def _codebook(made: Made, data: Path) -> str:
    described = {column.name: column for column in made.columns}
    rows = [f"| `{name}` | {label(name, described)} |" for name in made.frame.columns]
    head = [
        f"# Codebook of {data.name}",
        "",
        f"{made.frame.height:,} rows.",
        "",
        "| column | what it is |",
        "|---|---|",
    ]
    return "\n".join([*head, *rows, "", "## Cite", "", *(f"* {text}" for text in citations(made)), ""])


_KINDS: Mapping[str, Callable[[Made, Path], str]] = {
    ".do": _do_file,
    ".R": _r_script,
    ".ipynb": _notebook,
    ".md": _codebook,
}
