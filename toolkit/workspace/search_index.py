"""The index of a site's search, made by Pagefind: pages in, files out, nothing written to the disk."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from subprocess import DEVNULL, PIPE, Popen
from threading import Event, Thread, Timer
from typing import IO, Any, Final

from toolkit.errors import ConfigError, OutputError

_PATIENCE: Final = 120.0
"""Seconds for the whole index, and besides for each page; 18 pages take about one, 1,000 about nine."""
_PATIENCE_PER_PAGE: Final = 0.2
_ENTRY: Final = "pagefind-entry.json"
_USED = re.compile(r"pagefind\.js|wasm\.[a-z-]+\.pagefind|.+\.pf_(?:meta|index|fragment|filter)")
"""What a search of ours asks for; Pagefind also gives its own interfaces, a worker and a highlighter."""


def require_pagefind() -> None:
    """Raise ``ConfigError`` (``search-extra``) where Pagefind is not installed."""
    if find_spec("pagefind") is None:
        raise ConfigError(
            "search = true, and Pagefind is not installed",
            rule="search-extra",
            hint='install it: pip install "l10n-toolkit[search]"',
        )


class SearchIndex:
    """Gathers pages, then has them indexed: one index for each language that their ``<html lang>`` names.

    Speaks to the program as Pagefind's own packages do, by requests and answers in Base64 with a comma
    behind each.  Its Python class looks for an answer every 0.1 s, so for ten pages in a second, and waits
    for ever for one of more than 2 MiB, as the files of a small site are already.
    """

    def __init__(self, root: str, without: Sequence[str]) -> None:
        """Take the selector of the element that holds a page's text, and of what is not to be found."""
        self._requests: list[bytes] = []
        """Compressed, for all pages of a site are in here at once."""
        self.pages = 0
        config = {"root_selector": root, "exclude_selectors": list(without), "keep_index_url": True}
        self._ask({"type": "NewIndex", "config": config})

    def add(self, url: str, html: str) -> None:
        """Add a page; ``url`` is what a search will give."""
        self.pages += 1
        self._ask({"type": "AddFile", "index_id": 0, "file_path": None, "url": url, "file_contents": html})

    def files(self) -> Mapping[str, bytes]:
        """Return the files of the index by name, the same for the same pages; it is used up.

        Raises ``OutputError`` (``search-index``) where Pagefind cannot be run, or fails.
        """
        self._ask({"type": "GetFiles", "index_id": 0})
        answers = self._answers(_PATIENCE + _PATIENCE_PER_PAGE * self.pages)
        files: dict[str, bytes] = {}
        for answer in filter(None, answers.split(b",")):
            payload = _payload(answer)
            if payload.get("type") == "Error":
                raise _failed(str(payload.get("message")))
            files.update({one["path"]: b64decode(one["content"]) for one in payload.get("files", ())})
        if _ENTRY not in files:
            raise _failed("it ended before the index was complete")
        return _published(files)

    def _ask(self, payload: Mapping[str, object]) -> None:
        request = json.dumps({"message_id": len(self._requests), "payload": payload})
        self._requests.append(zlib.compress(request.encode("utf-8"), 1))

    def _answers(self, patience: float) -> bytes:
        from pagefind.service import get_executable  # it is an extra, and asked for here alone

        program = None
        with suppress(FileNotFoundError):
            program = get_executable()
        if program is None:
            raise _failed("its program is not installed", 'pip install "l10n-toolkit[search]"')
        try:
            process = Popen([program, "--service"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        except OSError as error:
            raise _failed(f"its program cannot be run: {error.strerror}") from None
        assert process.stdin is not None
        assert process.stdout is not None
        late = Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = Timer(patience, give_up)
        sender = Thread(target=_send, args=(self._requests, process.stdin), daemon=True)
        parts = []
        try:
            timer.start()
            sender.start()
            # It ends when its input does, with what it has not answered; so that stays open.
            missing = len(self._requests)
            while missing > 0 and (part := process.stdout.read1(1 << 20)):  # type: ignore[attr-defined]
                parts.append(part)
                missing -= part.count(b",")
        finally:
            timer.cancel()
            process.kill()
            sender.join()
            with suppress(OSError):
                process.stdin.close()
            process.stdout.close()
            process.wait()
        if late.is_set():
            raise _failed(f"it took more than {patience:.0f} seconds")
        return b"".join(parts)


def _send(requests: Sequence[bytes], program: IO[bytes]) -> None:
    with suppress(OSError):  # it has ended, which is seen by its answers
        for request in requests:
            program.write(b64encode(zlib.decompress(request)) + b",")
        program.flush()


def _payload(answer: bytes) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(b64decode(answer))["payload"]
    except (ValueError, KeyError, TypeError):
        raise _failed("its answer cannot be read") from None
    return found


def _published(files: Mapping[str, bytes]) -> dict[str, bytes]:
    entry = json.loads(files[_ENTRY])
    engines = {f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in entry["languages"].values()}
    found = {
        name: content
        for name, content in sorted(files.items())
        if _USED.fullmatch(name) and (name in engines or not name.startswith("wasm."))
    }
    # Pagefind writes the languages in an order of its own, each time another.
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return {**found, _ENTRY: text.encode("utf-8")}


def _failed(problem: str, hint: str = "") -> OutputError:
    return OutputError(
        f"Pagefind made no index for the search: {problem}",
        rule="search-index",
        hint=hint or "the pages are published; the index stays as the last build left it",
    )
