"""A served project, and requests to it as a browser makes them."""

from __future__ import annotations

import http.client
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from toolkit.cli.main import run
from toolkit.preview.running import look, serving, watch
from toolkit.preview.server import listening
from toolkit.preview.workshop import Workshop

PO = "locales/es/LC_MESSAGES/tea.po"
GUIDE = "locales/es/LC_MESSAGES/guides.cups.po"
PATIENCE = 60
"""Seconds after which a test gives up; nothing waits for them to pass."""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    text: str


class Previewed:
    """A project on disk with a server that watches it."""

    def __init__(self, root: Path, port: int, workshop: Workshop) -> None:
        self.root = root
        self.port = port
        self.workshop = workshop

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        host: str | None = "",
        hosts: tuple[str, ...] = (),
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Return the answer to a request whose path is sent as it stands; without a host where it is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        given = hosts or (() if host is None else (host or f"127.0.0.1:{self.port}",))
        for name in given:
            connection.putheader("Host", name)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.headers), response.read().decode())
        connection.close()
        return answer

    def page(self, path: str) -> str:
        answer = self.ask(path)
        assert answer.status == 200, path
        return answer.text

    def save(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file, as an editor does."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def write(self, path: str, text: str) -> None:
        """Write a file at one stroke, so that nobody reads half of it."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.with_name(".new").write_text(text, "utf-8")
        target.with_name(".new").replace(target)

    def built_after(self, id: str) -> None:
        """Wait until there is another build than this."""
        assert self.workshop.last.other_than(id, PATIENCE) is not None


@contextmanager
def previewed(root: Path, locale: str = "", editor_url: str = "") -> Iterator[Previewed]:
    """Serve the project of a folder on a free port, and build it whenever it changes."""
    workshop = Workshop(root, None, locale)
    workshop.quick = math.inf  # however slow the machine is
    seen = look(workshop)
    workshop.build()
    server = listening(workshop, [0], editor_url)
    stop = threading.Event()
    watching = threading.Thread(target=lambda: list(watch(workshop, seen, stop)), daemon=True)
    with serving(server):
        watching.start()
        try:
            yield Previewed(root, server.server_port, workshop)
        finally:
            stop.set()
            watching.join(PATIENCE)


def write_project(root: Path) -> None:
    """Write a project of two articles in two languages into the current folder."""
    (root / "source/guides").mkdir(parents=True)
    (root / "source/tea.md").write_text("# Tea\n\nBoil 5 ml of *water*.\n\nPour <b>it</b>.\n", "utf-8")
    (root / "source/guides/cups.md").write_text("# Cups\n\nSee [tea](../tea.md).\n", "utf-8")
    (root / "babel.cfg").write_text("[markdown: source/**.md]\n", "utf-8")
    for locale in ("es", "ar"):
        (root / f"locales/{locale}/LC_MESSAGES").mkdir(parents=True)
    assert run(["extract"]) == 0
    po = root / PO
    text = po.read_text("utf-8")
    for source, translation in (("Tea", "Té"), ("Pour <b>it</b>.", "Sirva <b>esto</b>.")):
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"')
    po.write_text(text, "utf-8")
