"""A file is followed in any encoding; what could reach beyond its bytes is refused, with its place."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from toolkit.errors import InputError
from toolkit.untrusted_xml import UntrustedXml, XmlFormat, local_name

STRICT = XmlFormat("TEA", ("a",), "tea-syntax", "give a TEA file", own_dtd=False)
LENIENT = XmlFormat("TEA", ("a",), "tea-syntax", "give a TEA file", own_dtd=True)
BOMB = '<!DOCTYPE a [<!ENTITY x "{}"><!ENTITY y "{}">]><a>&y;</a>'.format("x" * 1000, "&x;" * 1000)
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
ELEMENTS_DECLARED = "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>"


class Told:
    """All that is told of a file."""

    def __init__(self, data: bytes, form: XmlFormat = STRICT) -> None:
        self.events: list[tuple[str, str, int, int]] = []
        self.xml = UntrustedXml(data, "x.tea", form)
        self.xml.follow(self)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.note("start", " ".join([name, *(f"{key}={value}" for key, value in attributes.items())]))

    def end(self, name: str) -> None:
        self.note("end", name)

    def text(self, data: str) -> None:
        self.note("text", data)

    def note(self, kind: str, what: str) -> None:
        self.events.append((kind, what, self.xml.line, self.xml.column))


def refused(text: str | bytes, form: XmlFormat = STRICT) -> tuple[str, str, str, int, int, str]:
    with pytest.raises(InputError) as caught:
        Told(text.encode() if isinstance(text, str) else text, form)
    error = caught.value
    return error.rule, str(error.path), error.message, error.line, error.column, error.hint


def test_elements_and_texts_are_told_with_their_places_and_the_first_element_is_not() -> None:
    told = Told(b'<a>\n <P:b c="1">\xc3\xa9 &amp; <![CDATA[<d>]]></P:b></a>')
    assert told.events == [
        ("text", "\n ", 2, 2),
        ("start", "P:b c=1", 2, 2),
        ("text", "é & <d>", 2, 36),
        ("end", "P:b", 2, 36),
        ("end", "a", 2, 42),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_is_right_whatever_the_declaration_says(encoding: str) -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'
    assert [what for kind, what, _, _ in Told(text.encode(encoding)).events if kind == "text"] == ["é"]


def test_a_dtd_elsewhere_is_passed_over() -> None:
    told = Told(b'<!DOCTYPE a SYSTEM "http://127.0.0.1/no.dtd"><a><b/></a>')
    assert [(kind, what) for kind, what, _, _ in told.events] == [("start", "b"), ("end", "b"), ("end", "a")]


def test_a_dtd_of_its_own_is_for_formats_that_may_have_one() -> None:
    assert [kind for kind, *_ in Told(ELEMENTS_DECLARED.encode(), LENIENT).events] == ["end"]
    assert refused(ELEMENTS_DECLARED)[2:] == (
        *("it declares things in a DTD of its own", 1, 13),
        "export it again without",
    )


@pytest.mark.parametrize(("text", "column"), [(BOMB, 25), (OUTSIDE, 52)])
def test_no_format_may_declare_entities(text: str, column: int) -> None:
    assert refused(text, LENIENT) == (
        *("tea-syntax", "x.tea", 'it declares the entity "x"', 1, column),
        "a TEA file needs none; export it again without",
    )
    assert refused(text, STRICT)[2] == "it declares things in a DTD of its own"


@pytest.mark.parametrize(
    ("text", "message", "line", "column", "hint"),
    [
        ("<a>\n<b></a>", "not XML: mismatched tag", 2, 6, "mend the place, or export the file again"),
        ("", "not XML: no element found", 1, 1, "mend the place, or export the file again"),
        ("\n<p:B/>", "no TEA file: its first element is <b>", 2, 1, "give a TEA file"),
        (
            *(
                '<?xml version="1.0" encoding="odd"?><a/>',
                "its encoding cannot be read: unknown encoding: odd",
            ),
            *(1, 1, "save the file as UTF-8"),
        ),
        (
            *('<!DOCTYPE a SYSTEM "a.dtd"><a>&nbsp;</a>', 'the entity "nbsp" is not declared'),
            *(1, 31, "write the character itself in its place"),
        ),
    ],
)
def test_what_cannot_be_followed_is_refused_with_its_place(
    text: str, message: str, line: int, column: int, hint: str
) -> None:
    assert refused(text) == ("tea-syntax", "x.tea", message, line, column, hint)


def test_a_mistake_of_ours_is_not_taken_for_an_unknown_encoding() -> None:
    class Mistaken(Told):
        def start(self, name: str, attributes: Mapping[str, str]) -> None:
            raise LookupError(name)

    with pytest.raises(LookupError, match=r"^b$"):
        Mistaken(b"<a><b/></a>")


def test_a_local_name_has_neither_prefix_nor_capitals() -> None:
    assert [local_name(name) for name in ("a", "X:termEntry", "TMX")] == ["a", "termentry", "tmx"]
