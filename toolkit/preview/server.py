"""The HTTP server of the preview: on this computer only, to be read only."""

from __future__ import annotations

import errno
import os
import socketserver
import sys
import threading
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from toolkit.preview.request_path import is_own_host, names_of
from toolkit.preview.responses import RESERVED, Responder, Response
from toolkit.preview.state import LastBuild
from toolkit.preview.workshop import Workshop

ADDRESS: Final = "127.0.0.1"
_HEARTBEAT: Final = 15.0
"""Seconds after which a browser that has gone away is noticed."""
_MOST_CONNECTIONS: Final = 200
"""At the same time; each takes a thread.  A browser opens six at most, and one for each page in sight."""
_TAKEN: Final = frozenset({errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)})


class PreviewServer(ThreadingHTTPServer):
    """Serves what a `Responder` answers, and tells open pages of the next build."""

    daemon_threads = True
    request_queue_size = 128  # of the five that Python lets wait, one may be told to try again in a second
    allow_reuse_address = os.name != "nt"  # there it would let two programs have one port
    allow_reuse_port = False

    def __init__(self, port: int, responder: Responder, last: LastBuild) -> None:
        """Listen on a port of this computer, 0 for any that is free. Raises ``OSError``."""
        self.responder = responder
        self.last = last
        self._free = threading.Semaphore(_MOST_CONNECTIONS)
        super().__init__((ADDRESS, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the network for this computer's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread, or close the connection where too many wait already."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room for the next connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone away; anything else is a bug."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)

    @property
    def origin(self) -> str:
        """The address that the server answers at, without a final slash."""
        return f"http://{ADDRESS}:{self.server_port}"


def listening(workshop: Workshop, ports: Sequence[int], editor_url: str = "") -> PreviewServer:
    """Return a server on the first of these ports that nobody else listens on; raises ``OSError``."""
    responder = Responder(workshop, editor_url)
    for port in ports[:-1]:
        try:
            return PreviewServer(port, responder, workshop.last)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
    return PreviewServer(ports[-1], responder, workshop.last)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "l10n-toolkit"
    sys_version = ""
    timeout = 20
    """Seconds for which a browser may keep silent within a request."""

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _refuse(self) -> None:
        self._send(self.server.responder.refusal(HTTPStatus.METHOD_NOT_ALLOWED), {"Allow": "GET, HEAD"})

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse

    def _answer(self) -> None:
        hosts = self.headers.get_all("Host") or []
        if not is_own_host(hosts, self.server.server_port) or self._is_part_of_another_site():
            self._send(self.server.responder.refusal(HTTPStatus.FORBIDDEN))
            return
        names = names_of(self.path)
        if names == (RESERVED, "events"):
            self._tell_of_builds()
            return
        # A policy cannot name an IPv6 address.
        host = hosts[0].strip().lower()
        origin = self.server.origin if host.startswith("[") else f"http://{host}"
        self._send(self.server.responder.answer(names, origin))

    def _is_part_of_another_site(self) -> bool:
        """Tell whether a page of another site asks, and nobody goes from there to ours.

        It could read nothing, but hold all connections.
        """
        headers = self.headers
        return headers["Sec-Fetch-Site"] == "cross-site" and headers["Sec-Fetch-Mode"] != "navigate"

    def _tell_of_builds(self) -> None:
        """Send an event as soon as there is another build than the page's."""
        since = parse_qs(urlsplit(self.path).query).get("since", [""])[0]
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        if self.command == "HEAD":
            return
        last = self.server.last
        self.wfile.write(b"retry: 500\n\n")
        while not last.closed:
            build = last.other_than(since, _HEARTBEAT)
            if build is not None:
                since = build.id
                self.wfile.write(f"event: build\ndata: {build.id}\n\n".encode())
            else:
                self.wfile.write(b": still here\n\n")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, in our own words: what it said is not repeated."""
        self.close_connection = True
        self.command = self.command or ""  # of a line that was too long there is none
        self.request_version = "HTTP/1.1"
        self._send(self.server.responder.refusal(HTTPStatus(code)))

    def _send(self, response: Response, more: dict[str, str] | None = None) -> None:
        length = {"Content-Length": str(len(response.body))}
        self._head(response.status, {**length, **response.headers, **(more or {})})
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what matters is in the pages."""
