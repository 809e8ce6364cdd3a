"""TMX as programs really write it, and as somebody who means harm would."""

from __future__ import annotations

import codecs

import pytest

from toolkit.catalog.memory.tmx_reader import Tmx, read_tmx
from toolkit.catalog.memory.unit import Unit
from toolkit.errors import InputError
from toolkit.model.locale import LocaleTag

EN, ES, DE = (LocaleTag.parse(tag) for tag in ("en", "es", "de"))


def unit(*variants: tuple[str, str], inside: str = "", attributes: str = "") -> str:
    written = "".join([f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants])
    return f"<tu {attributes}>{inside}{written}</tu>"


def tmx(*units: str, srclang: str = "en") -> str:
    return f'<tmx version="1.4"><header srclang="{srclang}"/><body>{"".join(units)}</body></tmx>'


def read(text: str | bytes, source: LocaleTag = EN, max_units: int = 100) -> tuple[Unit, ...]:
    data = text.encode() if isinstance(text, str) else text
    return read_tmx(data, "m.tmx", source, max_units=max_units).units


def refused(text: str | bytes) -> tuple[str, str, int, int]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputError) as caught:
        read_tmx(data, "m.tmx", EN, max_units=2)
    error = caught.value
    assert error.path == "m.tmx"
    assert error.hint
    return error.rule, error.message, error.line, error.column


WHOLE = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<!-- a comment -->
<tmx version="1.4">
  <header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en-us"
          srclang="EN-us" datatype="PlainText">
    <note>of the file</note>
    <prop type="x-context">of the file</prop>
  </header>
  <body>
    <tu tuid="1" creationdate="20020101T163812Z">
      <note>of the unit</note>
      <prop type="x-domain">guides.tea</prop>
      <prop type="X-Context">title &amp; more</prop>
      <prop type="x-context">a second one</prop>
      <tuv xml:lang="EN-US"><prop type="x-other">of the variant</prop><seg>Tea</seg></tuv>
      <tuv xml:lang="es_mx"><note>of the variant</note><seg>Té</seg></tuv>
      <tuv xml:lang="es-MX"><seg><![CDATA[<té>]]></seg></tuv>
      <tuv xml:lang="de"><seg> </seg></tuv>
      <tuv xml:lang="x-klingon"><seg>tlh</seg></tuv>
      <tuv><seg>no language</seg></tuv>
    </tu>
  </body>
</tmx>
"""


def test_all_that_a_unit_can_have_is_read_and_what_is_not_ours_passed_over() -> None:
    mexican = LocaleTag.parse("es_MX")
    assert read_tmx(WHOLE.encode(), "m.tmx", EN) == Tmx(
        (Unit("Tea", ((mexican, "Té"), (mexican, "<té>")), "title & more", "guides.tea"),),
        ("EN-US", "EN-us", "de", "es-MX", "es_mx", "x-klingon"),
    )


def test_the_codes_of_a_segment_are_its_text() -> None:
    seg = (
        'A <bpt i="1">**</bpt>bold<ept i="1">**</ept>, <hi>marked</hi>, '
        '<ph x="1">![<sub>alt <it pos="begin">_</it></sub>](a.png)</ph><ph x="2"/> <ut>{b}</ut>\nend'
    )
    assert read(tmx(unit(("en", "A"), ("es", seg)))) == (
        Unit("A", ((ES, "A **bold**, marked, ![alt _](a.png) {b}\nend"),)),
    )


@pytest.mark.parametrize(
    ("srclang", "found"),
    [
        ("en", True),
        ("en-GB", True),
        ("*all*", True),
        ("*ALL*", True),
        ("", True),
        ("fr", True),
        ("de", False),
    ],
)
def test_the_source_is_the_projects_language_unless_the_file_says_that_it_was_translated(
    srclang: str, found: bool
) -> None:
    """Of a language that the unit does not have, as "fr" here, it cannot have been translated."""
    text = tmx(unit(("de", "Tee"), ("en", "Tea"), ("es", "Té")), srclang=srclang)
    assert read(text) == ((Unit("Tea", ((DE, "Tee"), (ES, "Té"))),) if found else ())


def test_a_unit_can_have_a_source_language_of_its_own() -> None:
    pairs = (("en", "Tea"), ("de", "Tee"))
    text = tmx(
        unit(*pairs, attributes='srclang="de"'), unit(*pairs, attributes='srclang="*all*"'), srclang="de"
    )
    assert read(text) == (Unit("Tea", ((DE, "Tee"),)),)


def test_the_nearest_kind_of_the_source_language_is_the_source_and_the_others_are_targets() -> None:
    american, british = LocaleTag.parse("en_US"), LocaleTag.parse("en_GB")
    text = tmx(unit(("en-US", "color"), ("en-GB", "colour"), ("es", "color")), srclang="en-US")
    assert read(text, EN)[0].source == "color"
    assert read(text, british) == (Unit("colour", ((american, "color"), (ES, "color"))),)


@pytest.mark.parametrize(
    "inside",
    [
        unit(("en", "Tea")),
        unit(("es", "Té")),
        unit(("en", ""), ("es", "Té")),
        unit(("en", "Tea"), ("es", "\n ")),
        "<tu/>",
        '<tuv xml:lang="en"><seg>Tea</seg></tuv>',
        "<seg>Tea</seg>",
    ],
)
def test_what_is_no_pair_of_texts_is_no_unit(inside: str) -> None:
    assert read(tmx(inside)) == ()


def test_older_and_prefixed_spellings_are_read() -> None:
    text = (
        '<t:TMX xmlns:t="http://www.lisa.org/tmx14" version="1.1"><t:header srclang="en"/><t:body><t:tu>'
        '<t:tuv lang="en"><t:seg>Tea</t:seg></t:tuv><t:tuv lang="es"><t:seg>Té</t:seg></t:tuv>'
        "</t:tu></t:body></t:TMX>"
    )
    assert read(text) == (Unit("Tea", ((ES, "Té"),)),)


ONE = tmx(unit(("en", "Tea"), ("es", "Té")))
DECLARED = '<?xml version="1.0" encoding="{}"?>' + ONE


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + ONE.encode(),
        codecs.BOM_UTF8 + DECLARED.format("utf-16").encode(),
        codecs.BOM_UTF16_LE + DECLARED.format("UTF-16").encode("utf-16-le"),
        codecs.BOM_UTF16_BE + DECLARED.format("UTF-16").encode("utf-16-be"),
        codecs.BOM_UTF16_LE + DECLARED.format("UTF-8").encode("utf-16-le"),
        DECLARED.format("utf-16").encode("utf-16-le"),
        DECLARED.format("iso-8859-1").encode("latin-1"),
        DECLARED.format("windows-1252").encode("cp1252"),
        ONE.replace("é", "&#xe9;").encode("ascii"),
    ],
)
def test_encodings_that_memories_come_in_are_read(data: bytes) -> None:
    assert read(data) == (Unit("Tea", ((ES, "Té"),)),)


def test_line_ends_of_the_file_are_newlines_and_written_ones_stay() -> None:
    assert read(tmx(unit(("en", "a\r\nb&#13;"), ("es", "c\rd")))) == (Unit("a\nb\r", ((ES, "c\nd"),)),)


BOMB = '<!DOCTYPE tmx [<!ENTITY a "{}"><!ENTITY b "{}">]>'.format("x" * 1000, "&a;" * 1000)
HOSTILE: dict[str, tuple[str | bytes, str, int, int]] = {
    "cut off": (ONE[:-20], "not XML: unclosed token", 1, 124),
    "cut after an element": ("<tmx>\n<body>", "not XML: no element found", 2, 7),
    "empty": ("", "not XML: no element found", 1, 1),
    "wrong nesting": ("<tmx>\n <tu></tmx>", "not XML: mismatched tag", 2, 8),
    "two roots": ("<tmx/><tmx/>", "not XML: junk after document element", 1, 7),
    "bare ampersand": ("<tmx>a & b</tmx>", "not XML: not well-formed (invalid token)", 1, 9),
    "undeclared entity": ("<tmx>\n&nbsp;</tmx>", "not XML: undefined entity", 2, 1),
    "control character": ("<tmx>&#31;</tmx>", "not XML: reference to invalid character number", 1, 6),
    "not UTF-8": (b"<tmx>\xe9</tmx>", "not XML: not well-formed (invalid token)", 1, 6),
    "no XML": ("Tea;Té\n", "not XML: not well-formed (invalid token)", 1, 4),
    "PO": ('msgid "a"\nmsgstr "b"\n', "not XML: syntax error", 1, 1),
    "XLIFF": ('\n<xliff version="1.2"/>', "no TMX file: its first element is <xliff>", 2, 1),
    "wrong encoding": (
        '<?xml version="1.0" encoding="utf-16"?><tmx/>',
        "not XML: encoding specified in XML declaration is incorrect",
        1,
        31,
    ),
    "unknown encoding": (
        '<?xml version="1.0" encoding="klingon"?><tmx/>',
        "its encoding cannot be read: unknown encoding: klingon",
        1,
        1,
    ),
    "encoding of several bytes": (
        '<?xml version="1.0" encoding="gb2312"?><tmx/>',
        "its encoding cannot be read: multi-byte encodings are not supported",
        1,
        1,
    ),
    "billion laughs": (f"{BOMB}<tmx>&b;</tmx>", 'it declares the entity "a"', 1, 27),
    "external entity": (
        '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>',
        'it declares the entity "a"',
        1,
        54,
    ),
    "parameter entity": (
        '<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://127.0.0.1/x">%a;]><tmx/>',
        'it declares the entity "a"',
        1,
        56,
    ),
    "entity of a DTD that is not read": (
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>&nbsp;</tmx>',
        'the entity "nbsp" is not declared',
        1,
        39,
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_damaged_or_hostile_file_is_refused_with_its_place(case: str) -> None:
    text, message, line, column = HOSTILE[case]
    assert refused(text) == ("tmx-syntax", message, line, column)


def test_more_units_than_allowed_are_refused() -> None:
    pair = unit(("en", "Tea"), ("es", "Té"))
    assert len(read(tmx(pair, pair), max_units=2)) == 2
    assert refused(tmx(pair, "\n", pair, "\n", pair))[:3] == ("tmx-limit", "more than 2 units", 3)


def test_a_hundred_thousand_elements_in_each_other_are_no_danger() -> None:
    deep = "<hi>" * 100_000 + "x" + "</hi>" * 100_000
    assert read(tmx(unit(("en", deep), ("es", "y")))) == (Unit("x", ((ES, "y"),)),)
