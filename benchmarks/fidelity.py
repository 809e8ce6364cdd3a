"""How much of real Markdown survives a round trip: identity, structure, letters reached, code and links.

Run: L10N_TEST_DATA=… .venv/bin/python benchmarks/fidelity.py [FOLDER …]
Without folders: the examples of the CommonMark standard and the manual of the test material.  Each document
is assembled without translations, with every msgstr equal to its msgid, and with pseudo-text for every
message.  What comes out is judged by a parser of its own, set up without the toolkit's rules.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.laws.html_oracle import shown, skeleton
from tests.pseudo import PSEUDO, pseudo_html, pseudo_text
from toolkit.errors import SourceError
from toolkit.markdown.edition import make_edition
from toolkit.markdown.references import label_key
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.model.segment import MessageKey

_ASCII = re.compile(r"[A-Za-z]")
_REFERENCE = re.compile(r"&(?:#\w+|\w+);?")
_ANY = re.compile(r"[A-Za-z\u0400-\u04ff]")


def judge() -> MarkdownIt:
    """Return a parser that knows nothing of the toolkit."""
    parser = MarkdownIt("gfm-like2", {"linkify": False, "maxNesting": 100}).disable("linkify")
    return parser.use(footnote_plugin, move_to_end=False).use(deflist_plugin)


def flat(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield block and inline tokens, those in images too."""
    for token in tokens:
        yield token
        yield from flat(token.children or ())


def readable(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the text that readers see, alt texts too; an autolink shows its address, which stays."""
    address = False
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            address = token.type == "link_open" and token.info == "auto"
        elif token.type == "text" and not address:
            yield token.content


def blocks(tokens: Iterable[Token]) -> list[tuple[object, ...]]:
    """Return the block structure: what each block is, the content of code, and the tags of raw HTML."""
    found: list[tuple[object, ...]] = []
    for token in tokens:
        content: object = token.content if token.type in ("fence", "code_block") else ""
        if token.type == "html_block":
            content = skeleton(token.content)
        found.append((token.type, token.tag, token.level, token.nesting, token.hidden, content))
    return found


def measure(texts: Iterable[str]) -> Counter[str]:
    """Return the counts of a corpus."""
    found: Counter[str] = Counter()
    parser = judge()
    for text in texts:
        found["files"] += 1
        try:
            parsed = parse_document(Document("x", "x.md", text))
        except SourceError:
            found["refused"] += 1
            continue
        keys = [segment.key for segment in parsed.segments]
        same = make_edition(parsed, {}).text == text
        found["identical"] += same and make_edition(parsed, {key: key.text for key in keys}).text == text
        labels = {label_key(label) for label in parsed.env.get("references", {})}
        notes = {label.removeprefix(":") for label in parsed.env.get("footnotes", {}).get("refs", ())}
        pseudo: dict[MessageKey, str] = {}
        for segment in parsed.segments:
            words = segment.key.text
            if not segment.encoding.in_html:
                pseudo[segment.key] = pseudo_text(words, labels, notes)
            elif segment.encoding.in_html_text:
                pseudo.setdefault(segment.key, pseudo_html(words))
            else:
                pseudo.setdefault(segment.key, words.translate(PSEUDO))
        edition = make_edition(parsed, pseudo)
        found["messages"] += len(set(keys))
        found["withheld"] += len(edition.refused)
        old, new = parser.parse(text[parsed.body :]), parser.parse(edition.text[edition.body :])
        found["same structure"] += blocks(old) == blocks(new)
        before, after = list(flat(old)), list(flat(new))
        leaves = list(readable(after))
        found["letters"] += sum(len(_ANY.findall(content)) for content in leaves)
        found["letters left"] += sum(len(_ASCII.findall(content)) for content in leaves)
        in_blocks = [_REFERENCE.sub("", t) for t in shown(t.content for t in after if t.type == "html_block")]
        found["letters in HTML"] += sum(len(_ANY.findall(content)) for content in in_blocks)
        found["letters left in HTML"] += sum(len(_ASCII.findall(content)) for content in in_blocks)
        code_before = Counter(t.content for t in before if t.type == "code_inline")
        code_after = Counter(t.content for t in after if t.type == "code_inline")
        found["code spans"] += code_before.total()
        found["code damaged"] += (code_before - code_after).total()
        links_before = Counter(str(t.attrs.get("href", t.attrs.get("src"))) for t in before if t.attrs)
        links_after = Counter(str(t.attrs.get("href", t.attrs.get("src"))) for t in after if t.attrs)
        found["links"] += sum(t.type in ("link_open", "image") for t in before)
        found["links damaged"] += (links_before - links_after).total()
    return found


def show(name: str, found: Counter[str]) -> None:
    """Print a corpus's row."""
    reached = 1 - found["letters left"] / max(found["letters"], 1)
    in_html = 1 - found["letters left in HTML"] / max(found["letters in HTML"], 1)
    print(f"{name}: {found['files']} files, {found['messages']:,} messages")
    for label, value in (
        ("identical", f"{found['identical']} files"),
        ("same structure", f"{found['same structure']} files"),
        ("refused, withheld", f"{found['refused']} files, {found['withheld']} messages"),
        ("letters reached", f"{reached:.4%} of {found['letters']:,}"),
        ("of letters in raw HTML blocks", f"{in_html:.4%} of {found['letters in HTML']:,}"),
        ("code spans damaged", f"{found['code damaged']} of {found['code spans']:,}"),
        ("link targets damaged", f"{found['links damaged']} of {found['links']:,}"),
    ):
        print(f"    {label:32}{value}")


def main() -> None:
    """Measure the corpora that the arguments name, or the test material."""
    corpora: dict[str, list[str]] = {}
    if len(sys.argv) > 1:
        for folder in sys.argv[1:]:
            paths = sorted(Path(folder).rglob("*.md"))
            corpora[Path(folder).name] = [
                text for path in paths if (text := path.read_bytes().decode("utf-8", "replace"))
            ]
    else:
        data = Path(os.environ.get("L10N_TEST_DATA") or sys.exit("set L10N_TEST_DATA"))
        examples = json.loads((data / "commonmark-spec.json").read_text("utf-8"))
        corpora["CommonMark examples"] = [example["markdown"] for example in examples]
        for version in ("old", "new"):
            paths = sorted((data / "rust-book" / version).rglob("*.md"))
            corpora[f"rust-book, {version}"] = [path.read_bytes().decode("utf-8") for path in paths]
    for name, texts in corpora.items():
        show(name, measure(texts))


if __name__ == "__main__":
    main()
