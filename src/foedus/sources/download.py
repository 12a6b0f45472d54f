"""Download a publisher's file: resumed where it broke off, within limits, checked before anything reads it."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from foedus import __version__
from foedus._base.errors import BadInput, DataMissing, Fault
from foedus.sources.extra import httpx
from foedus.sources.formats.content import MAX_BYTES
from foedus.sources.lock import locked

ATTEMPTS = 3
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait and how much to take.

    Attributes
    ----------
    silence : float
        Seconds without a byte.
    total : float
        Seconds for one attempt.
    bytes : int
        The largest file.
    pause : float
        Seconds before another attempt.
    """

    silence: float = 30.0
    total: float = 3600.0
    bytes: int = MAX_BYTES
    pause: float = 1.0


def download(
    address: str, folder: Path, *, sha256: str = "", progress: Progress | None = None, limits: Limits | None = None
) -> Path:
    """Bring a file into a folder and return its path; a part that is there already is continued.

    Parameters
    ----------
    address : str
        Of the publisher.
    folder : Path
        For whole files and parts.
    sha256 : str
        What the file must hash to; empty if that is not known.
    progress : callable or None
        Told the bytes so far, and all of them where the server says.
    limits : Limits or None
        The usual ones if None.

    Raises
    ------
    DataMissing
        If the publisher cannot be reached, or the file broke off every time.
    BadInput
        If the file is too large or has another hash.
    """
    bounds = limits or Limits()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{hashlib.sha256(address.encode()).hexdigest()[:16]}.part"
        with locked(part.with_suffix(".lock")):
            _fetch(address, part, progress, bounds)
            _verify(part, address, sha256)
            whole = folder / _name_in(address)
            part.replace(whole)
            part.with_suffix(".json").unlink(missing_ok=True)
    except OSError as error:
        fault = Fault(f"cannot be written ({error.strerror})", str(folder), remedy="make room, or set FOEDUS_HOME")
        raise BadInput(fault) from error
    return whole


def _name_in(address: str) -> str:
    name = PurePosixPath(unquote(urlsplit(address).path)).name
    return name if name not in {"", ".", ".."} and "\x00" not in name and "\\" not in name else "download"


def _fetch(address: str, part: Path, progress: Progress | None, limits: Limits) -> None:
    reason = ""
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(limits.pause)
        try:
            if _fetch_once(address, part, progress, limits):
                return
            reason = "the connection broke off"
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
        except httpx.InvalidURL as error:
            reason = str(error)
    have = part.stat().st_size if part.exists() else 0
    raise DataMissing(
        Fault(
            f"could not be downloaded ({reason}); {have:,} bytes are kept",
            address,
            remedy="run the same command again: it goes on where it broke off; or download it and use foedus data add",
        )
    )


def _fetch_once(address: str, part: Path, progress: Progress | None, limits: Limits) -> bool:
    """Take what is still missing; return whether the file is whole."""
    have = part.stat().st_size if part.exists() else 0
    about = _about(part) if have else {}
    with _answer(address, have, about, limits) as answer:
        if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            part.unlink(missing_ok=True)
            return False
        answer.raise_for_status()
        goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT and _begins_at(answer, have)
        is_packed = _is_packed(answer)
        if answer.status_code == httpx.codes.PARTIAL_CONTENT and (is_packed or not goes_on):
            part.unlink(missing_ok=True)
            return False
        done = have if goes_on else 0
        total = _total(answer, done)
        _refuse_size(total, address, limits)
        marks = {"etag": answer.headers.get("etag", ""), "modified": answer.headers.get("last-modified", "")}
        stated = {} if is_packed else marks  # without a mark, another attempt begins anew
        part.with_suffix(".json").write_text(json.dumps(stated), encoding="utf-8")
        done = _take(answer, part, done, total, (address, progress, limits))
    return total is None or done == total


def _take(
    answer: httpx.Response,
    part: Path,
    done: int,
    total: int | None,
    task: tuple[str, Progress | None, Limits],
) -> int:
    address, progress, limits = task
    deadline = time.monotonic() + limits.total
    with part.open("ab" if done else "wb") as file:
        for piece in answer.iter_bytes():
            done += len(piece)
            _refuse_size(done, address, limits)
            file.write(piece)
            if progress:
                progress(done, total)
            if time.monotonic() > deadline:
                message = f"took longer than {limits.total:g} s"
                raise httpx.ReadTimeout(message)
    return done


@contextmanager
def _answer(address: str, have: int, about: dict[str, str], limits: Limits) -> Iterator[httpx.Response]:
    headers = {"Accept-Encoding": "identity", "User-Agent": f"foedus/{__version__}"}
    mark = about.get("etag") or about.get("modified")
    if have and mark and not mark.startswith("W/"):
        headers |= {"Range": f"bytes={have}-", "If-Range": mark}
    timeout = httpx.Timeout(limits.silence)
    with (
        httpx.Client(follow_redirects=True, max_redirects=5, timeout=timeout) as client,
        client.stream("GET", address, headers=headers) as answer,
    ):
        if address.startswith("https:") and answer.url.scheme != "https":
            message = "it leads from https to http"
            raise httpx.UnsupportedProtocol(message)
        yield answer


def _about(part: Path) -> dict[str, str]:
    try:
        held = json.loads(part.with_suffix(".json").read_bytes())
    except (OSError, ValueError):
        return {}
    return {key: str(value) for key, value in held.items()} if isinstance(held, dict) else {}


def _begins_at(answer: httpx.Response, have: int) -> bool:
    return str(answer.headers.get("content-range", "")).startswith(f"bytes {have}-")


def _total(answer: httpx.Response, done: int) -> int | None:
    """Return how long the whole file is, where the server says so of the bytes as they are sent."""
    length = answer.headers.get("content-length", "")
    return done + int(length) if length.isdigit() and not _is_packed(answer) else None


def _is_packed(answer: httpx.Response) -> bool:
    """Whether the bytes come packed, although we asked for them as they are."""
    return str(answer.headers.get("content-encoding", "identity")) != "identity"


def _refuse_size(size: int | None, address: str, limits: Limits) -> None:
    if size is not None and size > limits.bytes:
        raise BadInput(Fault("is too large", address, f"{limits.bytes // 1024**2} MB", "download it another way"))


def _verify(part: Path, address: str, sha256: str) -> None:
    """Refuse a file with another hash than it should have, and forget it."""
    if not sha256:
        return
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256.casefold():
        part.unlink()
        part.with_suffix(".json").unlink(missing_ok=True)
        raise BadInput(
            Fault(
                f"has the SHA-256 {found}",
                address,
                sha256.casefold(),
                "the publisher may have changed the file: compare with what the publisher states",
            )
        )
