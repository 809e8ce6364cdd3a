"""Old and new catalogs with a known truth: synthetic edits of real prose, and two states of a real manual."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.template import build_template
from toolkit.errors import SourceError
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document
from toolkit.model.message import Message
from toolkit.model.segment import MessageKey

PARTS = ("one word", "20 %", "40 %")
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s+(?=[A-Z`\[*])|(?<=[。！？])")


@dataclass(slots=True)
class Case:
    """An old catalog, a new template, and what is known of the new messages."""

    name: str
    old: list[Message]
    new: list[Message]
    truth: dict[int, set[int]] = field(default_factory=dict)
    """Index into ``new`` of each edited message: the old ones that are right."""
    part: dict[int, str] = field(default_factory=dict)
    """Index into ``new``: what kind of edit; ``new`` for a brand-new message; ``elsewhere`` for one that
    came from another place, whose ancestor is any that is like it."""


def prose(data: Path, count: int) -> list[str]:
    """Return ``count`` distinct texts of the test material in document order, or more.

    As many of its long paragraphs as it takes are cut into their sentences; what is still missing is made of
    three sentences each, drawn at random.
    """
    texts: dict[str, None] = {}
    for path in sorted((data / "po").glob("*.po")):
        for entry in read_catalog(path.read_bytes(), path.name).entries:
            if entry.key.text and not entry.obsolete:
                texts.setdefault(entry.key.text)
    for messages in documents(data / "rust-book" / "new").values():
        texts.update(dict.fromkeys([message.key.text for message in messages]))
    rng = random.Random(count)
    pieces = {text: [piece for piece in _SENTENCE.split(text) if piece.strip()] for text in texts}
    long = [text for text in texts if len(text.split()) > 25 and len(pieces[text]) > 1]
    rng.shuffle(long)
    missing, whole = count - len(texts), set(texts)
    for text in long:
        if missing <= 0:
            break
        whole.discard(text)
        missing -= len(pieces[text]) - 1
    result = dict.fromkeys(
        [piece for text in texts for piece in ((text,) if text in whole else pieces[text])]
    )
    sentences = list(result)
    while len(result) < count:
        result.setdefault(" ".join(rng.sample(sentences, 3)))
    return list(result)


def synthetic(texts: Sequence[str], size: int, seed: int, shortest: int = 5) -> Case:
    """Return a case of ``size`` old messages.

    A tenth is edited, in equal parts by one word, by 20 % and by 40 % of its words (at least one), each
    replaced by a random word of the corpus; a tenth stands elsewhere; a twentieth is gone, and as many texts
    of the corpus that the old catalog does not have are new, each at a random place.  Messages that are
    edited have ``shortest`` words or more.
    """
    rng = random.Random(seed)
    start = rng.randrange(max(1, len(texts) - size - size // 20))
    pool = list(texts[start:]) + list(texts[:start])
    fresh_places = set(rng.sample(range(size + size // 20), size // 20))
    chosen = pool[: size + size // 20]
    fresh = [text for place, text in enumerate(chosen) if place in fresh_places]
    old = [text for place, text in enumerate(chosen) if place not in fresh_places]
    words = [word for text in texts for word in text.split()]
    known = set(chosen)
    long_ones = [i for i, text in enumerate(old) if len(text.split()) >= shortest]
    edited = rng.sample(long_ones, min(size // 10, len(long_ones)))
    others = sorted(set(range(size)) - set(edited))
    rng.shuffle(others)
    gone, moved = set(others[: size // 20]), others[size // 20 : size // 20 + size // 10]
    elsewhere = set(moved)
    result: list[tuple[int | None, str, str]] = []
    kinds = {i: PARTS[number % 3] for number, i in enumerate(edited)}
    for i, text in enumerate(old):
        if i in kinds:
            new_text = text
            while new_text in known:
                new_text = _edited(text, kinds[i], words, rng)
            known.add(new_text)
            result.append((i, new_text, kinds[i]))
        elif i not in gone and i not in elsewhere:
            result.append((i, text, ""))
    for i in moved:
        result.insert(rng.randrange(len(result) + 1), (i, old[i], ""))
    for text in fresh:
        result.insert(rng.randrange(len(result) + 1), (None, text, "new"))
    case = Case(
        f"synthetic {size}, seed {seed}", [_message(t) for t in old], [_message(t) for _, t, _ in result]
    )
    for j, (origin, _, kind) in enumerate(result):
        if kind:
            case.part[j] = kind
            if origin is not None:
                case.truth[j] = {origin}
    return case


def _edited(text: str, kind: str, words: Sequence[str], rng: random.Random) -> str:
    own = text.split()
    count = {"one word": 1, "20 %": round(len(own) * 0.2), "40 %": round(len(own) * 0.4)}[kind]
    for place in rng.sample(range(len(own)), max(1, count)):
        own[place] = rng.choice(words)
    return " ".join(own)


def _message(text: str) -> Message:
    return Message(MessageKey(None, text), (), ())


def documents(folder: Path) -> dict[str, list[Message]]:
    """Return the messages of each Markdown document below a folder, by its path there."""
    result = {}
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        try:
            parsed = parse_document(Document(name[:-3], name, path.read_bytes().decode("utf-8", "replace")))
        except SourceError:
            continue
        result[name] = list(build_template(name, name, parsed.segments, "1; gfm").messages)
    return result


def likeness_by_words(first: str, second: str) -> float:
    """Return the share of words that two texts have in common in order: the judge's measure, not ours."""
    return SequenceMatcher(None, _units(first), _units(second), autojunk=False).ratio()


@lru_cache(maxsize=100_000)
def _units(text: str) -> list[str]:
    return re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+", text.lower())


def aligned(old: Sequence[str], new: Sequence[str]) -> dict[int, set[int]]:
    """Return for each new text that is not an old one the old ones of the same gap that it comes from.

    Between texts that stayed, the alignment in order with the greatest sum of likeness is taken, of pairs of
    0.4 or more.  Right as well is an old text of the gap that was split or joined: the shorter of the two, of
    six words or more and at most 70 % as long as the other, has three quarters of its words in order there.
    """
    stayed = SequenceMatcher(None, list(old), list(new), autojunk=False).get_matching_blocks()
    kept = set(new)
    found: dict[int, set[int]] = {}
    edges = [(-1, -1), *[(a + k, b + k) for a, b, size in stayed for k in range(size)], (len(old), len(new))]
    before = set(old)
    for (a, b), (c, d) in pairwise(edges):
        theirs = [i for i in range(a + 1, c) if old[i] not in kept]
        ours = [j for j in range(b + 1, d) if new[j] not in before]
        if not theirs or not ours:
            continue
        alike = {(i, j): likeness_by_words(old[i], new[j]) for i in theirs for j in ours}
        for i, j in _best_path(theirs, ours, alike):
            found[j] = {i}
        for j in ours:
            for i in theirs:
                own, other = _units(new[j]), _units(old[i])
                same = sum(
                    s for _, _, s in SequenceMatcher(None, other, own, autojunk=False).get_matching_blocks()
                )
                short, long = sorted((len(own), len(other)))
                if 6 <= short <= 0.7 * long and same >= 0.75 * short:
                    found.setdefault(j, set()).add(i)
    return found


def _best_path(
    rows: Sequence[int], columns: Sequence[int], alike: dict[tuple[int, int], float]
) -> list[tuple[int, int]]:
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for r in range(len(rows) - 1, -1, -1):
        for c in range(len(columns) - 1, -1, -1):
            worth = alike[rows[r], columns[c]]
            taken = worth + best[r + 1][c + 1] if worth >= 0.4 else 0.0
            best[r][c] = max(best[r + 1][c], best[r][c + 1], taken)
    path = []
    r = c = 0
    while r < len(rows) and c < len(columns):
        if best[r][c] == best[r + 1][c]:
            r += 1
        elif best[r][c] == best[r][c + 1]:
            c += 1
        else:
            path.append((rows[r], columns[c]))
            r, c = r + 1, c + 1
    return path


def real(old_folder: Path, new_folder: Path) -> list[Case]:
    """Return one case for each document that both folders have."""
    before, after = documents(old_folder), documents(new_folder)
    cases = []
    for name in sorted(before.keys() & after.keys()):
        case = Case(name, before[name], after[name])
        case.truth = aligned([m.key.text for m in case.old], [m.key.text for m in case.new])
        case.part = _parts(case)
        cases.append(case)
    return cases


def together(old_folder: Path, new_folder: Path, references: bool) -> Case:
    """Return the documents of two folders as one catalog, as an mdBook project has it.

    A document of one folder only takes part too; the truth is that of the single documents.
    """
    before, after = documents(old_folder), documents(new_folder)
    case = Case("one file", [], [])
    places: tuple[dict[MessageKey, int], dict[MessageKey, int]] = ({}, {})
    for side, files, into in ((0, before, case.old), (1, after, case.new)):
        for messages in files.values():
            for message in messages:
                if message.key not in places[side]:
                    places[side][message.key] = len(into)
                    kept = message.references if references else ()
                    into.append(Message(message.key, message.notes if references else (), kept))
    for single in real(old_folder, new_folder):
        for j, rights in single.truth.items():
            key = single.new[j].key
            if key not in places[0]:
                case.truth.setdefault(places[1][key], set()).update(
                    places[0][single.old[i].key] for i in rights
                )
    case.part = _parts(case)
    return case


def _parts(case: Case) -> dict[int, str]:
    known, kept = {m.key for m in case.old}, {m.key for m in case.new}
    vanished = [m.key.text for m in case.old if m.key not in kept]
    return {
        j: "edited" if j in case.truth else "elsewhere" if _like_any(message.key.text, vanished) else "new"
        for j, message in enumerate(case.new)
        if message.key not in known
    }


def _like_any(text: str, others: Sequence[str]) -> bool:
    own = Counter(_units(text))
    for other in others:
        # What they share in any order bounds what they share in order.
        if abs(len(other) - len(text)) <= max(len(other), len(text)) * 0.7:
            units = Counter(_units(other))
            most = 2 * (own & units).total() / max(1, own.total() + units.total())
            if most >= 0.6 and likeness_by_words(text, other) >= 0.6:
                return True
    return False
