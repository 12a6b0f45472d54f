"""What opens a panel and cites exactly what is in it: a Stata do-file, an R script, a notebook, or a codebook."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
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
    kind = kind_of(data, path)
    return kind.text(made, _from(path, data), data.suffix.lower())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of stub.

    Attributes
    ----------
    opener : str
        Who opens the file.
    opens : tuple of str
        The endings of the files that it can open.
    text : callable
        Given the panel, the file as seen from the stub, and its ending, the text.
    """

    opener: str
    opens: tuple[str, ...]
    text: Callable[[Made, str, str], str]


def kind_of(data: Path, path: Path) -> Kind:
    """Return the kind of stub that a file's ending chooses.

    Raises
    ------
    BadInput
        If no kind has that ending, or it cannot open the data file.
    """
    kind = next((kind for ending, kind in _KINDS.items() if ending.lower() == path.suffix.lower()), None)
    if kind is None:
        raise BadInput(Fault(f"{path.suffix or 'no ending'} names no kind of stub", str(path), ", ".join(_KINDS)))
    if data.suffix.lower() not in kind.opens:
        raise BadInput(Fault(f"{kind.opener} opens no {data.suffix} file", str(data), ", ".join(kind.opens)))
    return kind


def _from(stub: Path, data: Path) -> str:
    """Return the data file as seen from the folder of the stub."""
    try:
        return Path(os.path.relpath(data, stub.parent)).as_posix()
    except ValueError:  # on another drive
        return data.resolve().as_posix()


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


def _do_file(made: Made, file: str, ending: str) -> str:
    named = f'`"{file}"\'' if '"' in file else f'"{file}"'
    reads = {".dta": f"use {named}, clear", ".csv": f'import delimited {named}, clear case(preserve) encoding("utf-8")'}
    described = {column.name: column for column in made.columns}
    labels = [f'label variable {name} "{_quoted(label(name, described))}"' for name in made.frame.columns]
    unit = [name for name in made.keys if name != "year"]
    panel = [f"egen unit = group({' '.join(unit)})", "xtset unit year"] if unit and "year" in made.keys else []
    head = [f"* {line}" for line in _lines(made)]
    return "\n".join([*head, "", reads[ending], *(labels if ending == ".csv" else ()), *panel, ""])


def _quoted(text: str) -> str:
    return text.replace('"', "'")[:80]


def _r_script(made: Made, file: str, ending: str) -> str:
    named = json.dumps(file, ensure_ascii=False)
    reads = {
        ".parquet": f"arrow::read_parquet({named})",
        ".arrow": f"arrow::read_ipc_file({named})",
        ".csv": f'read.csv({named}, na.strings = "", encoding = "UTF-8")',
        ".dta": f"haven::read_dta({named})",
    }
    return "\n".join([*(f"# {line}" for line in _lines(made)), "", f"panel <- {reads[ending]}", "str(panel)", ""])


def _notebook(made: Made, file: str, ending: str) -> str:
    reads = {
        ".parquet": f"panel = pl.read_parquet({file!r})",
        ".arrow": f"panel = pl.read_ipc({file!r})",
        ".csv": f"panel = pl.read_csv({file!r}, infer_schema_length=None)",
    }
    text = "\n".join(["# A panel made with Foedus", "", *(f"* {one}" for one in citations(made))])
    cells = [
        {"cell_type": "markdown", "id": "what", "metadata": {}, "source": text},
        _code("read", f"import polars as pl\n\n{reads[ending]}\npanel"),
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


def _codebook(made: Made, file: str, _ending: str) -> str:
    described = {column.name: column for column in made.columns}
    rows = [f"| `{name}` | {label(name, described)} |" for name in made.frame.columns]
    head = [
        f"# Codebook of {file}",
        "",
        f"{made.frame.height:,} rows.",
        "",
        "| column | what it is |",
        "|---|---|",
    ]
    return "\n".join([*head, *rows, "", "## Cite", "", *(f"* {text}" for text in citations(made)), ""])


_KINDS: Mapping[str, Kind] = {
    ".do": Kind("Stata", (".dta", ".csv"), _do_file),
    ".R": Kind("R", (".parquet", ".arrow", ".csv", ".dta"), _r_script),
    ".ipynb": Kind("a notebook", (".parquet", ".arrow", ".csv"), _notebook),
    ".md": Kind("a codebook", (".parquet", ".arrow", ".csv", ".dta"), _codebook),
}
