"""Front matter in TOML and JSON: places that agree with the parsers, edits that change nothing else."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.laws.strategies import LAW
from toolkit.errors import SourceError
from toolkit.markdown.edition import Refusal, make_edition
from toolkit.markdown.front_matter import json_syntax, toml_syntax
from toolkit.markdown.front_matter.cut import cut_front_matter
from toolkit.markdown.front_matter.edits import _Edits
from toolkit.markdown.front_matter.json_syntax import JSON
from toolkit.markdown.front_matter.syntax import Disagreement, Scalar, Unreadable
from toolkit.markdown.front_matter.toml_strings import toml_strings
from toolkit.markdown.front_matter.toml_syntax import TOML
from toolkit.markdown.segments import ParsedDocument, parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.finding import Severity
from toolkit.model.segment import Encoding

_PLUSES = "+" * 3
_TEXT = st.text(
    st.sampled_from("ab:#-'\"\\\n\r[]{}&*!|>%@`,+= \t\0\x01\x1b\x7f\u00a0\u0085\u2028\ufeff😀?0~"),
    min_size=1,
    max_size=12,
)
_HOSTILE = st.one_of(
    _TEXT, st.lists(st.sampled_from((_PLUSES, "\n", '"""', "'''", "\\", "x", "---"))).map("".join)
)


def _parsed(text: str, *paths: str) -> ParsedDocument:
    return parse_document(Document("d", "d.md", text, MarkdownOptions(front_matter=paths or ("title",))))


def _toml_document(written: str) -> str:
    return f"{_PLUSES}\ntitle = {written} # c\nother = 'x'\n{_PLUSES}\nbody\n"


def _json_document(written: str) -> str:
    return f'{{\n  "title": {written},\n  "other": "x"\n}}\nbody\n'


def _values(text: str) -> Mapping[str, object]:
    front = cut_front_matter(text, 0, "")
    assert front is not None
    source = text[front.start : front.stop]
    found: Mapping[str, object] = (
        tomllib.loads(source) if front.encoding is Encoding.TOML else json.loads(source)
    )
    return found


@LAW
@given(_HOSTILE)
@example(_PLUSES)
@example(f"a\n{_PLUSES}\nb")
@example('"')
@example("a\\")
@example("'''")
def test_any_translation_with_a_text_is_the_whole_value_of_its_key(text: str) -> None:
    documents = [
        *map(_toml_document, ("'One'", '"One"', '"""One"""', "'''\nOne'''", '""" \\\n One\n"""')),
        *map(_json_document, ('"One"', '" One\\n"')),
    ]
    for source in documents:
        parsed = _parsed(source)
        edition = make_edition(parsed, {parsed.segments[0].key: text})
        if not text.strip():
            assert (edition.text, set(edition.refused.values())) == (source, {Refusal.EMPTY})
            continue
        assert not edition.refused
        assert edition.text.endswith("\nbody\n")
        values = _values(edition.text)
        assert values.keys() == {"title", "other"}
        assert str(values["title"]).strip() == text.strip()
        assert values["other"] == "x"


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in _strings(one)]


_JSON_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@LAW
@given(_JSON_VALUES, st.booleans(), st.sampled_from((None, 0, 2, "\t")))
def test_the_strings_of_json_stand_where_the_scanner_finds_them(
    value: object, ascii_only: bool, indent: int | str | None
) -> None:
    written = json.dumps({"": value, "x": ":"}, ensure_ascii=ascii_only, indent=indent)
    scalars = JSON.read(written).scalars
    assert [scalar.value for scalar in scalars] == _strings({"": value, "x": ":"})
    assert [json.loads(written[s.start : s.stop]) for s in scalars] == [s.value for s in scalars]


_PIECES = (
    "x",
    "'",
    '"',
    '""',
    "''",
    "\\\\",
    '\\"',
    "\\n",
    "\\u00e9",
    "\\U0001F600",
    "\\ \n \t ",
    "\n",
    "\r\n",
    "#",
)
_TOML_STRING = st.builds(
    "{0}{1}{0}".format,
    st.sampled_from(("'", '"', "'''", '"""')),
    st.lists(st.sampled_from((*_PIECES, "=", "[", "]", "{", "}", ",", " ")), max_size=5).map("".join),
)
_TOML_VALUE = st.recursive(
    st.one_of(
        _TOML_STRING, _TOML_STRING, st.sampled_from(("1", "true", "1979-05-27 07:32:00Z", "-inf", "0x1F"))
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda found: "[ " + ' , # "c"\n'.join(found) + " ]"),
        st.lists(inner, max_size=2).map(
            lambda found: "{" + ", ".join(f'a."k {n}" = {one}' for n, one in enumerate(found)) + "}"
        ),
    ),
    max_leaves=5,
)
_TOML_LINE = st.one_of(
    st.builds(
        "{}{} ={} # c '".format, st.sampled_from(("k", "d.e", '"q r" . x')), st.integers(0, 9), _TOML_VALUE
    ),
    st.sampled_from(("[t]", "[[arr]]", "[[arr.sub]]", "[arr.tab]", "[ 'q' . \"w\" ] # ]", "", "# '''")),
)


@settings(LAW, max_examples=600)
@given(st.lists(_TOML_LINE, max_size=6), st.sampled_from(("\n", "\r\n", "\r")))
def test_the_strings_of_toml_stand_where_the_scanner_finds_them(lines: list[str], ending: str) -> None:
    source = "z = 'first'\n" + "\n".join(lines)
    source = source.replace("\r\n", "\n").replace("\n", ending)
    try:
        scalars = TOML.read(source).scalars
    except Unreadable:
        with pytest.raises(tomllib.TOMLDecodeError):
            tomllib.loads(source.replace("\r\n", "\n").replace("\r", "\n"))
        return
    for scalar in scalars:
        alone = source[scalar.start : scalar.stop].replace("\r\n", "\n").replace("\r", "\n")
        assert tomllib.loads(f"v = {alone}")["v"] == scalar.value


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("closing", [_PLUSES, _PLUSES + " \t"])
def test_toml_ends_at_the_first_fence(ending: str, closing: str) -> None:
    source = ending.join((_PLUSES, "title = 'a'", closing, "x", _PLUSES, ""))
    found = cut_front_matter(source, 0, "d.md")
    assert found is not None
    assert source[found.start : found.stop] == f"title = 'a'{ending}"
    assert source[found.body :] == ending.join(("x", _PLUSES, ""))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", ""])
def test_json_ends_with_the_line_of_its_last_brace(ending: str) -> None:
    source = '{"a": "}"} \t' + ending
    found = cut_front_matter(source + "x\n" * bool(ending), 0, "d.md")
    assert found is not None
    assert (source[found.start : found.stop], found.body) == ('{"a": "}"}', len(source))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('{\n"title": "One",\n}\n', (2, 3)),  # where the comma stands, or the brace: by the version of Python
        ('\ufeff{\r\n"title": One\r\n}', (2,)),
        (f"{_PLUSES}\rx = 1\rtitle = One\r{_PLUSES}\r", (3,)),
        (f"{_PLUSES}\nx = 1\n\n", (1,)),
        (f"{_PLUSES}\nx = {'9' * 5000}\n{_PLUSES}\n", (2,)),
        (f"{_PLUSES}\n[a\n{_PLUSES}\n", ()),
        (f"{_PLUSES}\n[a]\nx\n{_PLUSES}\n", (3,)),
        (f"{_PLUSES}\nx = {'[' * 101}{']' * 101}\n{_PLUSES}\n", (2,)),
        (f"{_PLUSES}\nx = {'[' * 9999}\n{_PLUSES}\n", (2,)),
        (f"{_PLUSES}\nx = {'{a=' * 9999}\n{_PLUSES}\n", (2,)),
        (f"{_PLUSES}\nx{'.a' * 9999} = 1\n{_PLUSES}\n", (2,)),
        (f"{_PLUSES}\n[x{'.a' * 9999}]\n{_PLUSES}\n", (2,)),
        ('{"x": ' + "[" * 9999 + "\n", (1,)),
        ('{"x": ' + "[" * 102 + "]" * 102 + "}\n", (1,)),
        ('{"x": ' * 9999 + "{\n", (1,)),
        (f"---\nx: {'[' * 9999}{']' * 9999}\n---\n", (2,)),
    ],
)
def test_what_is_broken_or_too_deep_is_refused_with_its_line(source: str, line: tuple[int, ...]) -> None:
    if not line:
        assert cut_front_matter(source, 0, "d.md") is None
        return
    with pytest.raises(SourceError) as caught:
        parse_document(Document("d", "source/d.md", source))
    assert (caught.value.rule, caught.value.path) == ("front-matter", "source/d.md")
    assert caught.value.line in line


@pytest.mark.parametrize(
    "source", ["{}", "{", "{\n", '{"a"}', "{ 'a': 1 }\n", "{.class}", '{"a": [1, 2', "++", "+++x\n"]
)
def test_braces_and_pluses_without_keys_are_markdown(source: str) -> None:
    assert cut_front_matter(source, 0, "d.md") is None


def test_thousands_of_empty_lines_are_read_once() -> None:
    # A pattern that reads a carriage return and line feed as one ending or two would never come back.
    for opening in ("---", _PLUSES, "{"):
        assert cut_front_matter(f"{opening}\r\n" + "\r\n" * 5000 + f"- x\r\n{opening}\r\n", 0, "d.md") is None


@pytest.mark.parametrize(
    ("module", "name", "source"),
    [
        (toml_syntax, "toml_strings", _toml_document("'One'")),
        (json_syntax, "_strings", _json_document('"One"')),
    ],
)
def test_where_scanner_and_parser_disagree_the_front_matter_is_copied_and_a_finding_says_so(
    module: object, name: str, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    right: Callable[[str], tuple[Scalar, ...]] = getattr(module, name)

    def wrong(text: str) -> tuple[Scalar, ...]:
        return tuple(right(text))[1:]

    key = _parsed(source).segments[0].key
    monkeypatch.setattr(module, name, wrong)
    parsed = _parsed(source)
    assert [segment.key.text for segment in parsed.segments] == ["body"]
    (finding,) = parsed.findings
    assert (finding.rule, finding.severity) == ("front-matter-copied", Severity.WARNING)
    assert (finding.place.path, finding.place.line) == ("d.md", 1 if source.startswith("{") else 2)
    edition = make_edition(parsed, {key: "Uno", parsed.segments[0].key: "cuerpo"})
    assert edition.text == source.replace("body", "cuerpo")


def test_a_scanner_that_finds_no_toml_says_so() -> None:
    for source in ("title = ", "title 'x'", '"x', "[a", "a = [1"):
        with pytest.raises((Disagreement, Unreadable)):
            toml_strings(source)


def test_a_thousand_texts_are_read_back_a_few_times_only() -> None:
    for source in (
        f"{_PLUSES}\ntags = [" + ", ".join(f"'tag {n}x'" for n in range(2000)) + f"]\n{_PLUSES}\n",
        "---\ntags:\n" + "".join(f"- tag {n}x\n" for n in range(2000)) + "---\n",
    ):
        parsed = _parsed(source, "tags[]")
        texts = {segment.key: f"l'x: {n}" for n, segment in enumerate(parsed.segments)}
        read = 0
        fits = _Edits.fits

        def counted(self: _Edits, tried: Mapping[int, str], fits: Callable[..., bool] = fits) -> bool:
            nonlocal read
            read += 1
            return fits(self, tried)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_Edits, "fits", counted)
            edition = make_edition(parsed, texts)
        assert not edition.refused
        assert read <= 2 * _Edits.READINGS
        again = _parsed(edition.text, "tags[]")
        assert [segment.key.text for segment in again.segments] == list(texts.values())


@LAW
@given(st.lists(_HOSTILE, min_size=3, max_size=3))
def test_what_was_put_in_is_extracted_again(texts: list[str]) -> None:
    source = f"{_PLUSES}\ntitle = \"One\"\ntags = [\"two\", '''three''']\n{_PLUSES}\n"
    for document in (source, '{"title": "One", "tags": ["two", "three"]}\n'):
        parsed = _parsed(document, "title", "tags[]")
        edition = make_edition(parsed, {s.key: t + "x" for s, t in zip(parsed.segments, texts, strict=True)})
        assert not edition.refused
        again = _parsed(edition.text, "title", "tags[]")
        wanted = [(t + "x").strip() for t in texts]
        assert [s.key.text for s in again.segments] == [t for t in wanted if "\0" not in t]
