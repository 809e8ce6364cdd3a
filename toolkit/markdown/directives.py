"""The author's directives to the extractor, in HTML comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Verb(Enum):
    """What a directive asks for."""

    SKIP = "skip"
    """Leave the next block alone."""
    SKIP_START = "skip-start"
    SKIP_END = "skip-end"
    TAKE = "take"
    """Extract the next block, though it stands in a range that is left alone; only mdpo has it."""
    COMMENT = "comment"
    """Tell the translators something about the next block."""
    CONTEXT = "context"
    """Give the messages of the next block a ``msgctxt``."""
    MAX_LENGTH = "max-length"
    """Tell the translators how many characters there is room for."""
    NOTHING = "nothing"
    """Known to another program, and without a meaning here."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive and its argument."""

    verb: Verb
    argument: str = ""
    offset: int = 0
    """Where its comment begins in the HTML."""

    @property
    def length(self) -> int | None:
        """The number of characters that ``max-length`` names, or ``None`` where it names none."""
        text = self.argument
        return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 and int(text) else None


_COMMENT_START = r"\s*(?P<start><!--(?P<dashes>-+)?)\s*"
_COMMENT_END = r"(?P<argument>(?:(?!-->).)*)-->\s*"
_DIRECTIVE = re.compile(
    _COMMENT_START + r"(?:(?:i18n|mdbook-xgettext)\s*:\s*"
    r"(?P<own>skip-start|skip-end|skip|comment|context|max-length)"
    r"|mdpo-(?P<mdpo>(?:disable|enable)-next-(?:line|block)|disable-codeblocks?|disable|enable"
    r"|translator|context))"
    r"(?:\s*:\s*|\s+|\s*(?=-*-->))" + _COMMENT_END,
    re.DOTALL,
)
# Translate Toolkit reads these two and nothing else: no argument, and no space around the colon.
_TRANSLATE = re.compile(_COMMENT_START + r"translate:(?P<switch>off|on)\s*-*-->\s*")
_RANGE = re.compile(r"[\s:-]*(start|end)")  # mdbook-i18n-helpers also reads "skip start" and "skip: end"
_SWITCHES = {"off": Verb.SKIP_START, "on": Verb.SKIP_END}
_MDPO = {
    "disable-next-line": Verb.SKIP,
    "disable-next-block": Verb.SKIP,
    "enable-next-line": Verb.TAKE,
    "enable-next-block": Verb.TAKE,
    "disable": Verb.SKIP_START,
    "enable": Verb.SKIP_END,
    "disable-codeblock": Verb.NOTHING,
    "disable-codeblocks": Verb.NOTHING,
    "translator": Verb.COMMENT,
    "context": Verb.CONTEXT,
}
SPELLINGS = (
    *(f"i18n:{verb.value}" for verb in Verb if verb not in (Verb.TAKE, Verb.NOTHING)),
    *(f"mdpo-{name}" for name in _MDPO),
    *(f"mdbook-xgettext:{name}" for name in ("skip", "skip-start", "skip-end", "comment")),
    *("translate:off", "translate:on"),
)
"""How directives may be written."""


def parse_directives(html: str) -> tuple[Directive, ...]:
    """Return the directives of an HTML block that holds nothing else; none for any other block."""
    found = []
    position = 0
    while position < len(html):
        match = _DIRECTIVE.match(html, position) or _TRANSLATE.match(html, position)
        if not match:
            return ()
        found.append(_directive(match))
        position = match.end()
    return tuple(found)


def _directive(match: re.Match[str]) -> Directive:
    offset = match.start("start")
    given = match.groupdict()
    if switch := given.get("switch"):
        return Directive(_SWITCHES[switch], "", offset)
    written = match["argument"].rstrip()
    if match["dashes"]:
        written = written.rstrip("-").rstrip()
    argument = "\n".join(line.strip() for line in written.split("\n"))
    verb = Verb(match["own"]) if match["own"] else _MDPO[match["mdpo"]]
    if verb is Verb.SKIP and match["own"] and (of_range := _RANGE.fullmatch(argument)):
        return Directive(Verb(f"skip-{of_range[1]}"), "", offset)
    return Directive(verb, argument, offset)


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
