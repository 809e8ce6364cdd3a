"""Laws of a message that changed: its kind has no direction, and only what is certain is carried."""

from __future__ import annotations

from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it.common.utils import unescapeAll

from tests.laws.oracle import PARSER, inline_tokens
from tests.laws.strategies import ALPHABET, LAW
from toolkit.catalog.matching.carry import carried
from toolkit.catalog.matching.change import Change, classify
from toolkit.catalog.matching.slots import SlotKind, between, slots
from toolkit.catalog.matching.word_difference import Piece, shortened, word_difference

_FAMILIES = (
    ("one", "two", "One", "日本", "[t](c) ", "`"),
    (" ", "  ", "\t ", " \n", "\n", "\n ", "\n\n", "\r\n", ""),
    ('"', "“", "'", "«", "&quot;"),
    (" - ", "-", "–", " -- ", "—", "…", "...", "\u00a0", "\u202f", "&nbsp;", "\u00ad"),
    ("5", "6", "1,000", "1.000", "-5", "٥", "½"),
    ("`a`", "`b c`", "`b\nc`", "``a`b``", "`5`"),
    tuple(f"[t]({to} 'u')" for to in ("a.md", "b.md", "<d e>", "https://f.org/g", "javascript:h", "x(y)")),
    tuple(f"![t]({to})" for to in ("a.md", "b.md", "c.md", "a.png", "data:x")),
    ("[t][a]", "[t][b]", "[t][b c]", "[t][b\nc]"),
    ("<https://f.org>", "<https://h.org>", "<i@j.org>"),
    ("https://f.org", "https://h.org", "www.h.org"),
    ('<a href="a.md">', '<a href="b.md">', "<a href=c.md>", '<a href="javascript:d">'),
    ("[", "]", "(", ")", "\\", "<", "!", "^", ".", ","),
)
_ALL = tuple(piece for family in _FAMILIES for piece in family)
_LISTS = st.lists(st.sampled_from(_ALL), max_size=6)

_EXTRA = st.one_of(st.lists(st.nothing()), st.lists(st.nothing()), _LISTS)


@st.composite
def _translated(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw two texts that differ in pieces of one family, as a rule, and a translation of the first."""
    family = draw(st.sampled_from(_FAMILIES))
    pieces, other = draw(_LISTS), []
    for piece in (*pieces, draw(st.sampled_from(family))):
        choices = next(family for family in _FAMILIES if piece in family)
        other.append(draw(st.sampled_from(choices)) if choices is family else piece)
    if draw(st.integers(0, 5)) == 0:
        other.append(draw(st.sampled_from(_ALL)))
    pieces.append(draw(st.sampled_from(family)))
    middle = "" if draw(st.booleans()) else " "
    old, new = middle.join(pieces), middle.join(other)
    assume(old != new)
    words = ["uno" if piece == "one" else piece for piece in draw(st.permutations(pieces))]
    return old, new, middle.join((*words, *draw(_EXTRA)))


def _edited() -> st.SearchStrategy[tuple[str, str]]:
    return _translated().map(lambda drawn: drawn[:2])


@LAW
@given(_edited())
@example(("日 本", "日\n本"))
@example(("a\u00a0\nb", "a \u00a0b"))
def test_the_kind_of_a_change_is_that_of_its_undoing(texts: tuple[str, str]) -> None:
    old, new = texts
    assert classify(old, new) is classify(new, old)


@LAW
@given(_translated())
def test_only_white_space_wrapping_and_link_targets_are_carried(texts: tuple[str, str, str]) -> None:
    old, new, msgstr = texts
    kinds = {Change.WHITE_SPACE, Change.WRAPPING, Change.LINK_TARGET}
    assert carried(old, new, msgstr) is None or classify(old, new) in kinds


@LAW
@given(_edited())
@example(("a  b", "a b"))
@example(("a\nb\nc", "a b\nc"))
@example(("日\n本", "日 本"))
@example(("[t](a.md)", "[t](b.md)"))
def test_a_translation_that_is_its_source_becomes_the_new_source(texts: tuple[str, str]) -> None:
    old, new = texts
    assert carried(old, new, old) in (None, new)


@LAW
@given(_translated())
def test_carrying_ends_a_translation_as_msgfmt_asks(texts: tuple[str, str, str]) -> None:
    old, new, msgstr = texts
    result = carried(old, new, msgstr)
    if result is not None and classify(old, new) is not Change.LINK_TARGET:
        assert result.startswith("\n") == new.startswith("\n")
        assert result.endswith("\n") == new.endswith("\n")


_FORMS = ("[{}]({})", "![{}]({})", "[{}][{}]", "{} <https://{}>", '{} <a href="{}">', "{} https://{}")
_NAMES = st.lists(st.sampled_from("abcdefghijklmnop"), min_size=4, max_size=4, unique=True)


def _sentence(words: list[str], forms: list[str], targets: list[str]) -> str:
    return " ".join(
        form.format(word, target) for word, form, target in zip(words, forms, targets, strict=True)
    )


@LAW
@given(
    _NAMES, st.lists(st.sampled_from(_FORMS), min_size=2, max_size=2), st.permutations([0, 1]), st.booleans()
)
def test_link_targets_are_carried_there_and_back(
    names: list[str], forms: list[str], order: list[int], both: bool
) -> None:
    targets, others = names[:2], names[2:] if both else [names[2], names[1]]
    old, new = _sentence(["one", "two"], forms, targets), _sentence(["one", "two"], forms, others)
    words, forms = [["uno", "dos"][n] for n in order], [forms[n] for n in order]
    msgstr = _sentence(words, forms, [targets[n] for n in order])
    there = carried(old, new, msgstr)
    assert there == _sentence(words, forms, [others[n] for n in order])
    assert carried(new, old, there) == msgstr


@LAW
@given(_translated())
def test_what_is_carried_there_comes_back_or_stays(texts: tuple[str, str, str]) -> None:
    old, new, msgstr = texts
    if classify(old, new) is Change.LINK_TARGET:
        there = carried(old, new, msgstr)
        assert there is None or carried(new, old, there) in (None, msgstr)


_MARKUP = st.lists(
    st.sampled_from(
        (
            *("a", " ", "[", "]", "![", "](b)", "](c 'd')", "](<e f>)", "](g h)", "`", "`i`", "\\", "<j>"),
            *("<http://k>", "<l m='](n)'>", "&amp;", "[[", "]]", "](o(p)q)", "](&copy;r)", "\n"),
        )
    ),
    max_size=12,
).map("".join)


@LAW
@given(_MARKUP)
@example("[a [b](c) d](e)")
@example("[![a](b)](c)")
@example("![a [b](c)](d)")
@example("[![a [b](c)](d)](e)")
def test_destinations_are_where_a_parser_finds_them(text: str) -> None:
    assume("][" not in text)  # whether that is a link this parser cannot know
    assume("](g h)" not in text)  # as an image it makes this parser drop what follows
    found = [slot for slot in slots(text) if slot.kind is SlotKind.DESTINATION]
    hrefs = [PARSER.normalizeLink(unescapeAll(text[slot.start : slot.stop].strip("<>"))) for slot in found]
    expected = [
        str(token.attrs["src" if token.type == "image" else "href"])
        for token in inline_tokens(text, {})
        if token.type == "image" or (token.type == "link_open" and token.markup != "autolink")
    ]
    assert sorted(hrefs) == sorted(expected)


@LAW
@given(_LISTS.map("".join) | _MARKUP)
def test_slots_are_in_order_and_what_stands_between_them_is_the_rest(text: str) -> None:
    found = slots(text)
    written = [text[slot.start : slot.stop] for slot in found]
    rest = between(text, found)
    assert "".join(part for pair in zip(rest, [*written, ""], strict=True) for part in pair) == text


_PROSE = st.lists(st.sampled_from((*ALPHABET, *_ALL, "don't", "ไม่", "か\u3099", "हिन्दी")), max_size=30)


def _side(pieces: tuple[Piece, ...], *kinds: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@LAW
@given(_PROSE, _PROSE, st.integers(0, 20))
def test_the_pieces_of_a_word_difference_are_both_texts(
    shared: list[str], other: list[str], cut: int
) -> None:
    old, new = "".join(shared), "".join((*shared[:cut], *other[:4], *shared[cut + 2 :]))
    for one, two in ((old, new), (new, old), (old, "".join(other))):
        pieces = word_difference(one, two)
        assert _side(pieces, "same", "gone") == one
        assert _side(pieces, "same", "new") == two
        assert all(piece.text for piece in pieces)
        assert one != two or not _side(pieces, "gone", "new")


@LAW
@given(_PROSE, _PROSE, st.integers(2, 30))
def test_a_shortened_difference_has_the_same_pieces_and_none_too_long(
    old: list[str], new: list[str], limit: int
) -> None:
    pieces = word_difference("".join(old), "".join(new))
    short = shortened(pieces, limit)
    assert [piece.kind for piece in short] == [piece.kind for piece in pieces]
    for piece, whole in zip(short, pieces, strict=True):
        assert len(piece.text) <= (limit + 1 if piece.kind == "same" else 4 * limit + 1)
        assert piece == whole or "…" in piece.text
