"""A package index and a model hub on the loopback, for tests."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class StandIn:
    """What it serves and what it was asked.

    Attributes:
        files: bodies by path.
        types: content types by path.
        statuses: answers of no success by path, with their headers.
        stall_after: bytes after which a body stops coming, until ``go_on`` is set.
        asked: (path, range) of every request for a body.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.statuses: dict[str, tuple[int, dict[str, str]]] = {}
        self.stall_after: dict[str, int] = {}
        self.go_on = threading.Event()
        self.stalled = threading.Event()
        self.asked: list[tuple[str, str]] = []
        self.url = ""

    def add_hub_model(self, hub_id: str, files: dict[str, bytes], **lies: Any) -> None:
        """Serve a model; ``lies`` replaces entries of what is listed of every file."""
        siblings = []
        for name, data in files.items():
            sha256 = hashlib.sha256(data).hexdigest()
            lfs = {"sha256": sha256, "size": len(data), "pointerSize": 130}
            entry = {"rfilename": name, "size": len(data), "blobId": "0" * 40, "lfs": lfs}
            siblings.append(entry | lies)
            self.files[f"/{hub_id}/resolve/{COMMIT}/{name}"] = data
        listing = {"id": hub_id, "modelId": hub_id, "sha": COMMIT, "siblings": siblings}
        self.files[f"/api/models/{hub_id}"] = json.dumps(listing).encode()


@contextmanager
def served() -> Iterator[StandIn]:
    """A running server; it is gone after the block."""
    stand_in = StandIn()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

        def do_HEAD(self) -> None:
            self._answer(has_body=False)

        def do_GET(self) -> None:
            self._answer(has_body=True)

        def _answer(self, has_body: bool) -> None:
            path = unquote(urlsplit(self.path).path)
            if has_body:
                stand_in.asked.append((path, self.headers.get("Range", "")))
            if path not in stand_in.files or path in stand_in.statuses:
                status, headers = stand_in.statuses.get(path, (404, {}))
                self.send_response(status)
                for name, value in {**headers, "Content-Length": "0"}.items():
                    self.send_header(name, value)
                self.end_headers()
                return
            data = stand_in.files[path]
            first = int(self.headers.get("Range", "bytes=0-").split("=")[1].split("-")[0])
            self.send_response(206 if first else 200)
            if first:
                self.send_header("Content-Range", f"bytes {first}-{len(data) - 1}/{len(data)}")
            self.send_header("Content-Type", stand_in.types.get(path, "application/json"))
            self.send_header("Content-Length", str(len(data) - first))
            self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
            self.send_header("X-Repo-Commit", COMMIT)
            self.end_headers()
            if has_body:
                self._send(path, data[first:])

        def _send(self, path: str, data: bytes) -> None:
            limit = stand_in.stall_after.get(path, len(data))
            try:
                self.wfile.write(data[:limit])
                self.wfile.flush()
                if limit < len(data):
                    stand_in.stalled.set()
                    stand_in.go_on.wait(60)
                    self.close_connection = True
            except OSError:
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    stand_in.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield stand_in
    finally:
        stand_in.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()
