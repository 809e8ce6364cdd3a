"""The author's directives to the extractor, in HTML comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Verb(Enum):
    """What a directive asks for."""

    SKIP = "skip"
    """Leave the next block alone."""
    SKIP_START = "skip-start"
    SKIP_END = "skip-end"
    COMMENT = "comment"
    """Tell the translators something about the next block."""
    CONTEXT = "context"
    """Give the messages of the next block a ``msgctxt``."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive and its argument."""

    verb: Verb
    argument: str = ""


_DIRECTIVE = re.compile(
    r"\s*<!--\s*(?:i18n:\s*(?P<own>skip-start|skip-end|skip|comment|context)"
    r"|mdpo-(?P<mdpo>disable-next-line|disable-next-block|disable|enable|translator|context))"
    r"(?:\s*:\s*|\s+|\s*(?=-->))(?P<argument>(?:(?!-->).)*?)\s*-->\s*",
    re.DOTALL,
)
_MDPO = {
    "disable-next-line": Verb.SKIP,
    "disable-next-block": Verb.SKIP,
    "disable": Verb.SKIP_START,
    "enable": Verb.SKIP_END,
    "translator": Verb.COMMENT,
    "context": Verb.CONTEXT,
}


def parse_directives(html: str) -> tuple[Directive, ...]:
    """Return the directives of an HTML block that holds nothing else; none for any other block."""
    found = []
    position = 0
    while position < len(html):
        match = _DIRECTIVE.match(html, position)
        if not match:
            return ()
        verb = Verb(match["own"]) if match["own"] else _MDPO[match["mdpo"]]
        argument = "\n".join(line.strip() for line in match["argument"].split("\n"))
        found.append(Directive(verb, argument))
        position = match.end()
    return tuple(found)


class Scopes:
    """Which directives hold at a place: each one for the next block and all that stands in it."""

    def __init__(self) -> None:
        self.comment = ""
        self.context: str | None = None
        self._skipping_range = False
        self.pending: list[Directive] = []
        self.open: list[tuple[int, bool, str, str | None]] = []  # level, and what to restore
        self._skipping_block = False
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
        self.open.append((level, self._skipping_block, self.comment, self.context))
        comments = [self.comment] if self.comment else []
        for directive in self.pending:
            if directive.verb is Verb.SKIP:
                self._skipping_block = True
            elif directive.verb is Verb.COMMENT:
                comments.append(directive.argument)
            elif directive.verb is Verb.CONTEXT:
                self.context = directive.argument or None
        self.comment = "\n".join(comments)
        self.pending.clear()
        self._decide()

    def passed(self) -> None:
        """A block without contents goes by: it was the one that pending directives meant."""
        self.pending.clear()

    def closed(self, level: int) -> None:
        """A block ends, and with it what was said of it; a directive before the end meant nothing."""
        self.pending.clear()
        if self.open and self.open[-1][0] == level:
            _, self._skipping_block, self.comment, self.context = self.open.pop()
            self._decide()

    def _decide(self) -> None:
        self.skipping = self._skipping_block or self._skipping_range
