"""How much of real documentation in a dialect survives a round trip: structure, letters, code, addresses.

Run: .venv/bin/python benchmarks/dialect_fidelity.py DIALECT FOLDER … [--list]
Each file is assembled with every msgstr equal to its msgid and with pseudo-text for every message.  The pages
of the source and of the pseudo-translated edition are rendered, and compared as a browser reads them: the
contents of code, and the addresses.  ``--list`` prints each difference, and the lines with letters left.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.pseudo import CODE_OR_TARGET, MARKDOWN_IN_HTML, pseudo_messages
from toolkit.errors import SourceError
from toolkit.markdown.dialects.dialect import Dialect
from toolkit.markdown.dialects.registry import dialect_of
from toolkit.markdown.dialects.verbatim import without_verbatim
from toolkit.markdown.document_headings import source_heading_ids
from toolkit.markdown.edition import Edition, make_edition
from toolkit.markdown.render_settings import RenderSettings
from toolkit.markdown.rendering import render_html
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.markdown.verbatim_safety import verbatim_problem
from toolkit.model.document import Document, MarkdownOptions

_SUFFIXES = (".md", ".mdx", ".markdown")
_CODE = re.compile(r"<(pre|code|samp|tt|var)\b[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_ADDRESS = re.compile(r"""\b(?:href|src)=("[^"]*"|'[^']*')""", re.IGNORECASE)
_WORDS_OF_OURS = re.compile(
    r'<(p|summary) class="admonition-title">(?:Note|Tip|Important|Warning|Caution)</\1>'
    r'|<p class="markdown-alert-title">\w+</p>|<p class="visually-hidden.*?</p>'
)
_NO_TEXT = re.compile(
    r'<(pre|code|samp|tt|var)\b.*?</\1>|<(span|div) class="math".*?</\2>|<!--.*?-->'
    r"|<(script|style|svg|title|textarea)\b.*?</\3>",
    re.DOTALL | re.IGNORECASE,
)
_AUTOLINK = re.compile(r'<a href="(?:mailto:)?([^"]*)">\1</a>')
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_REFERENCE = re.compile(r"&#?\w+;")
_ASCII = re.compile(r"[A-Za-z]")
_ANY = re.compile(r"[A-Za-z\u0400-\u04ff]")


def rendered(parsed: ParsedDocument, edition: Edition) -> str:
    """Return the page of an edition."""
    page = render_html(edition, RenderSettings(source_heading_ids(parsed)))
    return page.heading + "\n" + page.body


def untouchable(html: str) -> Counter[tuple[str, str]]:
    """Return the code and the addresses of a page; white space in code of a line means one space."""
    found: Counter[tuple[str, str]] = Counter()
    for code in _CODE.finditer(html):
        text = re.sub(r"<[^>]*>", "", code[2])
        found["code", text if code[1].lower() == "pre" else " ".join(text.split())] += 1
    for address in _ADDRESS.finditer(html):
        found["address", address[1][1:-1]] += 1
    return found


def readable(html: str, dialect: Dialect) -> str:
    """Return what readers see of a page outside code, without the words that the toolkit adds.

    The pieces of a dialect that stand in raw HTML are none of it: their program takes them out.
    """
    text = _TAG.sub("", _AUTOLINK.sub("", _NO_TEXT.sub("", _WORDS_OF_OURS.sub("", html))))
    # Once for the page, once for a text that holds references of its own.
    text = without_verbatim(_REFERENCE.sub("", unescape(text)), replace(dialect, verbatim=()))
    if dialect.name in MARKDOWN_IN_HTML:
        text = CODE_OR_TARGET.sub("", text)
    return "\n".join(without_verbatim(line, replace(dialect, templates=())) for line in text.split("\n"))


def as_read(text: str) -> str:
    """Return a text without escapes, references spelled out, and spaces: what placing it may change."""
    return "".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", unescape(text)).split())


def outline(parsed: ParsedDocument) -> list[tuple[object, ...]]:
    """Return the blocks of a document without their texts."""
    kept = ("copied", "fence", "code_block")
    return [(t.type, t.tag, t.level, t.info, t.content if t.type in kept else "") for t in parsed.tokens]


def measure(paths: Iterator[Path], dialect: str, listing: bool) -> Counter[str]:
    """Return the counts of some files."""
    found: Counter[str] = Counter()
    options = MarkdownOptions(dialect)

    def say(path: Path, what: str, *details: object) -> None:
        if listing:
            print(what, path, *(repr(detail)[:400] for detail in details))

    for path in paths:
        text = path.read_bytes().decode("utf-8", "replace")
        found["files"] += 1
        try:
            parsed = parse_document(Document("x", str(path), text, options))
        except SourceError as refused:
            found["refused"] += 1
            say(path, "REFUSED", refused.line, refused.message)
            continue
        keys = {segment.key for segment in parsed.segments}
        same = make_edition(parsed, {key: key.text for key in keys})
        found["identical"] += same.text == text == make_edition(parsed, {}).text
        pseudo = pseudo_messages(parsed)
        edition = make_edition(parsed, pseudo)
        found["messages"] += len(keys)
        found["withheld"] += len(edition.refused)
        for key, why in edition.refused.items():
            say(path, "WITHHELD", why, key.text, pseudo[key])
        for key in keys:
            if problem := verbatim_problem(key.text, pseudo[key], dialect_of(options)):
                say(path, "PIECES", problem, key.text, pseudo[key])
        again = parse_document(Document("x", str(path), edition.text, options))
        texts = [s.key.text if s.key in edition.refused else pseudo[s.key] for s in parsed.segments]
        wanted, written = list(map(as_read, texts)), [as_read(s.key.text) for s in again.segments]
        right = outline(again) == outline(parsed) and written == wanted
        found["same structure"] += right
        if not right:
            pairs = zip(written, wanted, strict=False)
            say(path, "STRUCTURE", *next(((a, b) for a, b in pairs if a != b), ("tokens",)))
        before, after = rendered(parsed, same), rendered(parsed, edition)
        here, there = untouchable(before), untouchable(after)
        for kind in ("code", "address"):
            found[kind] += sum(n for (which, _), n in here.items() if which == kind)
        lost, added = here - there, there - here
        for kind, what in lost:
            found[f"{kind} damaged"] += lost[kind, what]
            say(path, "DAMAGED", kind, what, [a for k, a in added if k == kind])
        if added and not lost:
            say(path, "ADDED", added)
        shown = readable(after, dialect_of(options))
        left = len(_ASCII.findall(shown))
        found["letters"] += len(_ANY.findall(shown))
        found["letters left"] += left
        if left:
            lines = [line.strip() for line in shown.split("\n") if _ASCII.search(line)]
            say(path, "LEFT", left, [re.sub("[\u0400-\u04ff ]{20,}", " … ", line) for line in lines])
    return found


def main() -> None:
    """Measure the folders that the arguments name."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    dialect, *folders = arguments
    paths = (p for folder in folders for p in sorted(Path(folder).rglob("*")) if p.suffix in _SUFFIXES)
    found = measure((p for p in paths if p.is_file()), dialect, "--list" in sys.argv)
    reached = 1 - found["letters left"] / max(found["letters"], 1)
    print(
        f"{dialect}: {found['files']} files, {found['refused']} refused, {found['messages']:,} messages,"
        f" {found['identical']} identical, {found['same structure']} of the same structure,"
        f" {found['withheld']} withheld, letters reached {reached:.4%} of {found['letters']:,},"
        f" code damaged {found['code damaged']} of {found['code']:,},"
        f" addresses damaged {found['address damaged']} of {found['address']:,}"
    )


if __name__ == "__main__":
    main()
