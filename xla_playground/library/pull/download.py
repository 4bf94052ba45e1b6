"""Download a file of known size and digest, and resume a download that was interrupted."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import requests

from ... import __version__
from ...core.errors import EnvironmentFault
from ...core.messages.message import Message
from ...core.messages.models import library as messages
from ..files.new_folder import need_space
from ..files.progress import OnProgress

_TIMEOUT_S = (10.0, 30.0)  # to connect, between two pieces
_PIECE_BYTES = 32_000  # the most that a broken connection loses
_MAX_TRIES = 5


class Unavailable(EnvironmentFault):
    """A server cannot be reached or lacks the file; another server may have it."""


def new_session() -> requests.Session:
    """Return an HTTP session; proxies and certificates come from the environment, as pip's do."""
    session = requests.Session()
    session.headers["User-Agent"] = f"xla-playground/{__version__}"
    session.headers["Accept-Encoding"] = "identity"  # otherwise ranges count compressed bytes
    if os.environ.get("PIP_CERT"):
        session.verify = os.environ["PIP_CERT"]
    return session


def get(session: requests.Session, url: str, **headers: str) -> requests.Response:
    """Send a GET request; return a successful response whose body is not read yet.

    Raises:
        Unavailable: no connection, not found, refused, too many requests.
    """
    with _told(url):
        response = session.get(url, headers=headers, stream=True, timeout=_TIMEOUT_S)
    if response.status_code >= 400 and response.status_code != requests.codes.range_not_satisfiable:
        response.close()
        raise Unavailable(refusal(urlsplit(url).hostname or "", response.status_code))
    return response


def refusal(host: str, status: int) -> Message:
    """Return what is said of an HTTP status of 400 and above."""
    if status in (401, 403):
        return messages.ACCESS_REFUSED(host=host, status=status)
    if status in (404, 410):
        return messages.NOT_THERE(host=host, status=status)
    if status == 429:
        return messages.TOO_MANY_REQUESTS(host=host)
    return messages.SERVER_ERROR(host=host, status=status)


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Turn errors of the connection into ``Unavailable``."""
    host = urlsplit(url).hostname or url
    try:
        yield
    except requests.Timeout:
        raise Unavailable(messages.NO_ANSWER(host=host)) from None
    except requests.exceptions.SSLError:
        raise Unavailable(messages.NOT_TRUSTED(host=host)) from None
    except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError):
        raise Unavailable(messages.NOT_REACHED(host=host)) from None
    except requests.RequestException as error:
        raise Unavailable(messages.NOT_ASKED(host=host, kind=type(error).__name__)) from None


def download(
    session: requests.Session,
    url: str,
    target: Path,
    *,
    size_bytes: int,
    sha256: str,
    on_progress: OnProgress,
) -> None:
    """Download to ``target``, which may hold the beginning of the file, and check the whole file.

    Raises:
        Unavailable: the server cannot be reached, or stopped too often.
        EnvironmentFault: there is no room, or the digest is wrong (the download is deleted).
        OSError: the file cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    done = target.stat().st_size if target.exists() else 0
    need_space(target.parent, max(0, size_bytes - done))
    tries = 0
    while done < size_bytes:
        tries += 1
        try:
            _go_on(session, url, target, size_bytes, on_progress)
        except Unavailable:
            now = target.stat().st_size if target.exists() else 0
            if now <= done or tries >= _MAX_TRIES:
                raise
        done = target.stat().st_size
    with target.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if done != size_bytes or found != sha256:
        target.unlink()
        raise EnvironmentFault(messages.WRONG_DIGEST(host=str(urlsplit(url).hostname)))


def _go_on(
    session: requests.Session, url: str, target: Path, size_bytes: int, on_progress: OnProgress
) -> None:
    """Append the missing part of ``target``, or start over if the server cannot resume."""
    have = target.stat().st_size if target.exists() else 0
    headers = {"Range": f"bytes={have}-"} if have else {}
    response = get(session, url, **headers)
    with response, _told(url):
        goes_on = (
            have > 0
            and response.status_code == requests.codes.partial_content
            and response.headers.get("Content-Range", "").startswith(f"bytes {have}-")
        )
        if response.status_code == requests.codes.range_not_satisfiable:
            target.unlink()
            raise Unavailable(messages.OTHER_FILE(host=str(urlsplit(url).hostname)))
        done = have if goes_on else 0
        with target.open("ab" if goes_on else "wb") as file:
            for piece in response.iter_content(_PIECE_BYTES):
                file.write(piece[: size_bytes - done])
                done = min(done + len(piece), size_bytes)
                on_progress(done, size_bytes)
                if done == size_bytes:
                    break  # the digest shows whether the rest is of another file
        if done < size_bytes:
            raise Unavailable(messages.STOPPED(host=str(urlsplit(url).hostname)))
