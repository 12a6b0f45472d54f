"""The few files that pages load: style, scripts, the mark. They are held ready, and read again when they change."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from foedus._base.errors import Fault
from foedus.web.answer import SVG, Answer, Refusal
from foedus.web.ready import Ready, ready
from foedus.web.serving import answered, refused

FOLDER = Path(str(files("foedus.web") / "static"))
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": SVG}
FRESH = {"cache-control": "max-age=60"}


class Assets:
    """The files of one folder by name; nothing is looked for anywhere else, whatever a name looks like."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._paths = {path.name: path for path in sorted(folder.iterdir()) if path.suffix in KINDS}
        self._held: dict[str, tuple[int, Ready]] = {}

    async def give(self, request: Request) -> Response:
        """Answer a request for a file."""
        path = self._paths.get(request.path_params["name"])
        if path is None:
            return refused(request, Refusal(404, (Fault("no file is called so"),)))
        return answered(request, self._ready(path))

    def _ready(self, path: Path) -> Ready:
        changed = path.stat().st_mtime_ns
        held = self._held.get(path.name)
        if held is None or held[0] != changed:
            answer = Answer(path.read_bytes(), KINDS[path.suffix], headers=FRESH)
            held = self._held[path.name] = (changed, ready(answer))
        return held[1]
