"""Which directives hold at a place of a document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from toolkit.markdown.directives import Directive, Verb


@dataclass(frozen=True, slots=True)
class _Said:
    """What holds at a place."""

    skipping: bool | None = None
    """Whether a block around is left alone, or taken though its range is left alone; or neither."""
    comment: str = ""
    context: str | None = None
    max_length: int | None = None


_BESIDE: Final = -1  # a level that no block has


class Scopes:
    """Which directives hold at a place: each one for the next block and all that stands in it."""

    def __init__(self) -> None:
        self.comment = ""
        self.context: str | None = None
        self.max_length: int | None = None
        self._skipping_range = False
        self._skipping_block: bool | None = None
        self.pending: list[Directive] = []
        self.open: list[tuple[int, _Said]] = []  # level, and what to restore
        self.untranslated = False
        """Whether an element with ``translate="no"`` is open."""
        self.skipping = False
        """Whether the author asked to leave this place alone."""

    def direct(self, directives: tuple[Directive, ...]) -> None:
        """Take note of directives: they hold for the block that follows."""
        for directive in directives:
            if directive.verb is Verb.SKIP_START:
                self._skipping_range = True
            elif directive.verb is Verb.SKIP_END:
                self._skipping_range = False
            else:
                self.pending.append(directive)
        self._decide()

    def opened(self, level: int) -> None:
        """A block begins: pending directives hold until it ends."""
        before = _Said(self._skipping_block, self.comment, self.context, self.max_length)
        self.open.append((level, before))
        comments = [self.comment] if self.comment else []
        for directive in self.pending:
            if directive.verb is Verb.SKIP:
                self._skipping_block = True
            elif directive.verb is Verb.TAKE:
                self._skipping_block = False
            elif directive.verb is Verb.COMMENT:
                comments.append(directive.argument)
            elif directive.verb is Verb.CONTEXT:
                self.context = directive.argument or None
            elif directive.verb is Verb.MAX_LENGTH:
                self.max_length = directive.length or self.max_length
        self.comment = "\n".join(comments)
        self.pending.clear()
        self._decide()

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Something goes by that is no block: pending directives hold for it and for the next block."""
        pending = list(self.pending)
        self.opened(_BESIDE)
        yield
        self.closed(_BESIDE)
        self.pending = pending

    def passed(self) -> None:
        """A block without contents goes by: it was the one that pending directives meant."""
        self.pending.clear()

    def closed(self, level: int) -> None:
        """A block ends, and with it what was said of it; a directive before the end meant nothing."""
        self.pending.clear()
        if self.open and self.open[-1][0] == level:
            _, said = self.open.pop()
            self._skipping_block, self.comment = said.skipping, said.comment
            self.context, self.max_length = said.context, said.max_length
            self._decide()

    def _decide(self) -> None:
        asked = self._skipping_range if self._skipping_block is None else self._skipping_block
        self.skipping = asked or self.untranslated

    def leave_alone(self, untranslated: bool) -> None:
        """An element with ``translate="no"`` begins or ends."""
        self.untranslated = untranslated
        self._decide()
