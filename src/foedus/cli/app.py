"""The application: commands found in the catalogue, errors in one shape, an exit status for each kind.

0 done, 1 the answer is negative, 2 bad input, 3 data missing, 4 an extra is missing, 70 internal error,
130 interrupted.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator
from textwrap import wrap
from typing import Annotated, Any

import typer

from foedus import __version__
from foedus._base.errors import FoedusError
from foedus.catalogue.commands import COMMANDS
from foedus.cli.lazy_group import lazy_group

INTERNAL_ERROR = 70
INTERRUPTED = 130
WIDE = 110
ALLOWED = "  allowed: "


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"foedus {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="foedus",
    cls=lazy_group(COMMANDS),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


@app.callback()
def foedus(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Answer one question: if this happened, what would the alliances do, and would it be enough.

    Start with [bold]foedus demo[/bold], then [bold]foedus assess CASE.yaml[/bold].
    """


def main() -> None:
    """Run the command line and exit; a character that the terminal cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit status; errors go to standard error in one shape."""
    try:
        status = app(arguments, prog_name="foedus", standalone_mode=False)
    except FoedusError as error:
        for fault in error.faults:
            typer.echo("\n".join(_wrapped(f"error: {fault}")), err=True)
        return error.exit_status
    except typer.TyperException as error:
        return _usage(error)
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception:  # noqa: BLE001 - the last line of defence: a traceback goes to a file, not to the screen
        return _internal_error()
    return status if isinstance(status, int) else 0


def _wrapped(text: str) -> Iterator[str]:
    """Yield the lines of a message, a list of what is allowed broken where it is too long to read."""
    for line in text.splitlines():
        if len(line) <= WIDE or not line.startswith(ALLOWED):
            yield line
            continue
        yield from wrap(
            line, WIDE, subsequent_indent=" " * len(ALLOWED), break_long_words=False, break_on_hyphens=False
        )


def _usage(error: Any) -> int:
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    if not message:  # no command was named, and its help has been shown
        error.show()
        return int(error.exit_code)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "foedus"
    remedy = f"see {command} --help"
    if re.search(r"No such option: -\.?\d", message):
        remedy = f"a number below 0 comes after two dashes, as {command} -- -1; {remedy}"
    typer.echo(f"error: {message}\n  to do: {remedy}", err=True)
    return int(getattr(error, "exit_code", 2))


def _internal_error() -> int:
    with tempfile.NamedTemporaryFile(
        "w", prefix="foedus-error-", suffix=".txt", delete=False, encoding="utf-8"
    ) as report:
        report.write(f"foedus {__version__}, Python {sys.version}\n\n{traceback.format_exc()}")
    typer.echo(
        f"error: an internal fault, which is ours\n  to do: please send us the report {report.name}",
        err=True,
    )
    return INTERNAL_ERROR
