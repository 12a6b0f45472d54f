"""``foedus serve``: the workbench on this machine."""

from __future__ import annotations

import socket
import sys
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from foedus._base.errors import BadInput, Fault
from foedus._base.extras import Lazy
from foedus.web.settings import Settings

if TYPE_CHECKING:
    import uvicorn

    from foedus.web import app as pages
    from foedus.web.guard import patience
else:
    uvicorn = Lazy("uvicorn", "web")
    pages = Lazy("foedus.web.app", "web")
    patience = Lazy("foedus.web.guard.patience", "web")

app = typer.Typer(add_completion=False)
LOOPBACK = "127.0.0.1"
SWITCH_SECONDS = 0.001
"""How long a thread that makes a page may keep the one that answers waiting."""
BACKLOG = 2048
"""How many connections may wait to be taken."""
STOP_SECONDS = 5
"""How long requests under way may go on when it is stopped."""


@app.command(epilog="Examples:  foedus serve   |   foedus serve --port 8100 --open")
def command(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port it listens on.")] = 8000,
    host: Annotated[
        str, typer.Option("--host", help="The address it listens on; another than the loopback one opens it to others.")
    ] = LOOPBACK,
    seconds: Annotated[
        float, typer.Option("--seconds", min=1, max=600, help="How long an answer may take before it is stopped.")
    ] = Settings().answer_seconds,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Serve the workbench: ask what if, look at treaties, states, the world, measures and data.

    It listens on this machine alone, asks for nothing from the network, and stops with Ctrl-C.
    """
    config = uvicorn.Config
    settings = Settings(hosts=(*Settings().hosts, host_name(host)), answer_seconds=seconds)
    address = f"http://{host_name(host)}:{port}"
    listener = listening(host, port)
    typer.echo(f"Foedus is at {address}  (Ctrl-C stops it)", err=True)
    if host != LOOPBACK:
        typer.echo("warning: others on the network can reach it; it has no passwords", err=True)
    if show:
        webbrowser.open(address)
    sys.setswitchinterval(SWITCH_SECONDS)
    served = config(
        pages.site(settings),
        http=patience.patient(settings),
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    uvicorn.Server(served).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises
    ------
    BadInput
        If the address is none of this machine's, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        what, remedy = f"cannot listen on {host}, port {port} ({error.strerror})", "a port that is free, as --port 8001"
        raise BadInput(Fault(what, "--host, --port", remedy=remedy)) from error


def host_name(host: str) -> str:
    """Return an address as a name of the site: IPv6 stands in brackets."""
    return f"[{host}]" if ":" in host else host
