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
