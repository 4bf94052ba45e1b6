"""Find a wheel in the package index that pip uses here.

Format: the Simple API, HTML or JSON (https://packaging.python.org/specifications/simple-repository-api).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import requests

from ...core.errors import EnvironmentFault
from ...core.messages.models import library as messages
from .download import Unavailable, get

DEFAULT_INDEX = "https://pypi.org/simple"
_JSON = "application/vnd.pypi.simple.v1+json"
_MAX_PAGE_BYTES = 20_000_000
_PIP_TIMEOUT_S = 20


def index_url() -> str:
    """Return the index that pip uses: ``PIP_INDEX_URL``, else pip's configuration, else PyPI.

    Raises:
        EnvironmentFault: it is no address of the web.
    """
    url = (os.environ.get("PIP_INDEX_URL") or _configured() or DEFAULT_INDEX).rstrip("/")
    if urlsplit(url).scheme not in ("http", "https"):
        raise EnvironmentFault(messages.INDEX_NOT_WEB(url=url))
    return url


def _configured() -> str:
    command = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=_PIP_TIMEOUT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.strip() if run.returncode == 0 else ""  # 1: not set, or there is no pip


def find_file(session: requests.Session, index: str, package: str, file_name: str) -> str:
    """Return the URL of a package's file.

    Raises:
        Unavailable: the index cannot be reached, or does not have it.
    """
    page_url = f"{index}/{package}/"
    with get(session, page_url, Accept=f"{_JSON}, text/html;q=0.5") as response:
        try:
            page = response.raw.read(_MAX_PAGE_BYTES, decode_content=True)
        except Exception as error:  # urllib3 has its own errors for a connection that breaks
            host, kind = str(urlsplit(index).hostname), type(error).__name__
            raise Unavailable(messages.INDEX_STOPPED(host=host, kind=kind)) from None
        is_json = "json" in response.headers.get("Content-Type", "")
    links = _json_links(page) if is_json else _html_links(page)
    for link in links:
        url = urljoin(response.url, link)
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and unquote(parts.path).endswith(f"/{file_name}"):
            return url.split("#")[0]
    host = str(urlsplit(index).hostname)
    raise Unavailable(messages.INDEX_HAS_NOT(host=host, file=file_name))


def _json_links(page: bytes) -> list[str]:
    try:
        files: Any = json.loads(page)["files"]
        return [str(file["url"]) for file in files]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []


def _html_links(page: bytes) -> list[str]:
    parser = _Links()
    parser.feed(page.decode("utf-8", errors="replace"))
    return parser.links


class _Links(HTMLParser):
    """Collects the targets of ``<a href>``."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links += [value for name, value in attrs if name == "href" and value]
