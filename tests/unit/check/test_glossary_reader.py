"""Glossary files are read as they are meant, and what is wrong in them is said with its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.check.glossary.glossary import Glossary, Term
from toolkit.check.glossary.glossary_file import GlossaryFile
from toolkit.check.glossary.reader import read_glossary
from toolkit.errors import InputError
from toolkit.model.locale import LocaleTag

EN = LocaleTag("en")
PATH = "locales/glossary.csv"


def glossary(text: str, locale: str, path: str = PATH) -> Glossary:
    return read_glossary(text.encode(), path, EN).for_locale(LocaleTag.parse(locale))


def findings(text: str, path: str = PATH) -> list[tuple[str, str, str]]:
    found = read_glossary(text.encode(), path, EN).findings
    assert {one.rule for one in found} <= {"glossary-row"}
    return [(str(one.place), one.message, one.hint) for one in found]


def refused(data: bytes, path: str = PATH) -> tuple[str, int, int, str]:
    with pytest.raises(InputError) as caught:
        read_glossary(data, path, EN)
    error = caught.value
    assert error.rule == "glossary-syntax"
    assert error.path == path
    return error.message, error.line, error.column, error.hint


def test_a_table_says_all_of_its_terms() -> None:
    text = (
        "\ufeffTerm,keep,Case,fr,fr:forbidden,pt-BR,note,domain\r\n"
        'stem cell,,,cellule souche | cellule-souche,cellule tronc,"célula-tronco",'
        '"a, ""b""\r\nc",biology\r\n'
        "\r\n"
        "Go,yes,x,,,,,\r\n"
        "later,,,,,,,\r\n"
        "fuzzy,no,,,flou\r\n"
    )
    assert findings(text) == []
    assert glossary(text, "fr_CA").terms == (
        Term("stem cell", ("cellule souche", "cellule-souche"), ("cellule tronc",), note='a, "b" c'),
        Term("Go", keep=True, case=True),
        Term("fuzzy", (), ("flou",)),
    )
    assert glossary(text, "pt_BR").terms[0].translations == ("célula-tronco",)
    assert [term.source for term in glossary(text, "pt_PT").terms] == ["Go"]
    assert [term.source for term in glossary(text, "ja").terms] == ["Go"]


def test_a_locale_takes_from_a_more_general_one_what_it_does_not_have() -> None:
    text = "term,pt,pt_BR,zh_Hant\ncell,célula,,細胞\nscreen,ecrã,tela,螢幕\n"
    both = [term.translations for term in glossary(text, "pt_BR").terms]
    assert both == [("célula",), ("tela",)]
    assert [term.translations for term in glossary(text, "zh_TW").terms] == [("細胞",), ("螢幕",)]
    assert glossary(text, "zh_CN").terms == ()


def test_rows_of_one_term_are_one_and_what_one_allows_no_other_forbids() -> None:
    text = "term,de,de:forbidden,keep,note\nlead,Blei,Führung,,metal\nlead,Führung,Leitung,yes,role\n"
    assert glossary(text, "de").terms == (
        Term("lead", ("Blei", "Führung"), ("Leitung",), True, "metal; role"),
    )


def test_the_source_language_names_the_column_of_terms_and_tabs_part_columns_in_tsv() -> None:
    assert glossary("en_GB\tfr\ncell\tcellule, petite\n", "fr", "g.tsv").terms == (
        Term("cell", ("cellule, petite",)),
    )


def test_what_is_wrong_in_a_table_is_said_with_its_place() -> None:
    text = (
        "term,kep,fr,fr:forbiden,fr,keep,es:forbidden,es\n"
        "cell,,cellule,,,maybe,c,c\n"
        ",,x,,,,,\n"
        "→,,x,,,,,\n"
        '"a,b",x,,,,,,,9\n'
    )
    assert findings(text) == [
        ("locales/glossary.csv:1:6", 'no column is called "kep"', 'did you mean "keep"?'),
        ("locales/glossary.csv:1:13", 'no column is called "fr:forbiden"', 'did you mean "fr:forbidden"?'),
        ("locales/glossary.csv:1:25", 'the column "fr" is there twice', "join the two"),
        ("locales/glossary.csv:2:17", '"maybe" is neither yes nor no', 'write "yes", or leave it empty'),
        (
            "locales/glossary.csv:2:23",
            '"c" is both right and forbidden in es',
            "take it out of one of the two cells",
        ),
        ("locales/glossary.csv:3:1", "the row has no term; it is left out", "give it a term, or take it out"),
        (
            "locales/glossary.csv:4:1",
            'the term "→" has no letters; it is left out',
            "give it a term, or take it out",
        ),
        (
            "locales/glossary.csv:5:15",
            "the row has 9 cells and the header 8; it is left out",
            "put a cell that holds a comma in quotation marks",
        ),
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("the file is empty", 1, 1, 'begin it with its columns: "term,fr,de"')),
        (
            b"term;fr\na;b\n",
            (
                'no column holds the terms: none is called "term" or "en"',
                1,
                1,
                "part the columns with commas",
            ),
        ),
        (
            b"word,fr\na,b\n",
            ('no column holds the terms: none is called "term" or "en"', 1, 1, 'call that column "term"'),
        ),
        (b"term,fr\na,\xff\n", ("the file is not UTF-8", 2, 1, "save it as UTF-8")),
        (
            b'term,fr\na,b\nc,"d" e\n',
            (
                "not CSV: ',' expected after '\"'",
                3,
                1,
                'write a quotation mark within quotation marks twice: ""',
            ),
        ),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(data: bytes, expected: tuple[str, int, int, str]) -> None:
    assert refused(data) == expected


TBX_2019 = """<?xml version="1.0"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>note</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1">
  <descrip type="definition">a cell that can
    become others</descrip>
  <langSec xml:lang="en"><termSec><term>stem <hi>cell</hi></term></termSec>
    <termSec><term>progenitor</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
  <langSec xml:lang="es-ES">
    <termSec><term>célula madre</term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
    <termSec><term>célula troncal</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
  </langSec>
</conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="en"><termSec translate="no"><term>Poedit</term></termSec></langSec>
</conceptEntry>
<conceptEntry id="c3"><langSec xml:lang="de"><termSec><term>Zelle</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""
TBX_2008 = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
<termEntry><langSet xml:lang="en-US"><tig><term>drug</term></tig></langSet>
<langSet xml:lang="fr"><ntig><termGrp><term>médicament</term></termGrp></ntig>
<tig><term>drogue</term><termNote type="administrativeStatus">supersededTerm</termNote></tig></langSet>
</termEntry></body></text></martif>
"""
TBX_DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry><langSec xml:lang="en"><termSec><term>drug</term></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>drogue</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>"""


def test_tbx_of_2019_says_all_of_its_terms() -> None:
    note = "a cell that can become others"
    assert glossary(TBX_2019, "es", "g.tbx").terms == (
        Term("stem cell", ("célula madre",), ("célula troncal",), note=note),
        Term("progenitor", ("célula madre",), ("célula troncal",), note=note),
        Term("Poedit", keep=True),
    )
    assert findings(TBX_2019, "g.tbx") == [
        ("g.tbx:19:1", "the entry has no term in en; it is left out", "give it a term in en, or take it out")
    ]


def test_tbx_of_2008_and_with_elements_for_categories_says_all_of_its_terms() -> None:
    assert glossary(TBX_2008, "fr", "g.tbx").terms == (Term("drug", ("médicament",), ("drogue",)),)
    assert glossary(TBX_DCT, "fr", "g.tbx").terms == (Term("drug", (), ("drogue",)),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tbx><a></tbx>", "not XML: mismatched tag"),
        ("<html/>", "no TBX file: its first element is <html>"),
        ('<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>', "it declares things in a DTD of its own"),
        ('<!DOCTYPE tbx SYSTEM "x.dtd"><tbx>&a;</tbx>', 'the entity "a" is not declared'),
        ('<?xml version="1.0" encoding="no-such"?><tbx/>', "its encoding cannot be read"),
    ],
)
def test_xml_that_is_no_tbx_or_declares_anything_is_refused(text: str, message: str) -> None:
    assert refused(text.encode(), "g.tbx")[0].startswith(message)


@pytest.mark.parametrize(("text", "path"), [("term\na\nb\n", PATH), (TBX_2019, "g.tbx")])
def test_limits_are_held(text: str, path: str) -> None:
    for limits in ({"max_terms": 1}, {"max_bytes": 7}):
        with pytest.raises(InputError) as caught:
            read_glossary(text.encode(), path, EN, **limits)
        assert caught.value.rule == "glossary-limit"


PIECES = st.lists(
    st.sampled_from(
        [
            "term",
            "keep",
            "fr",
            "fr:forbidden",
            ",",
            ",",
            "\n",
            "\r",
            "\r\n",
            '"',
            "|",
            "x",
            "é",
            "\0",
            "\u2028",
            "\t",
            " ",
        ]
    ),
    max_size=30,
).map("".join)
XML = st.lists(
    st.sampled_from(
        [
            *(
                "<tbx>",
                "</tbx>",
                "<conceptEntry>",
                "</conceptEntry>",
                "<langSec xml:lang='en'>",
                "</langSec>",
            ),
            *(
                "<langSec xml:lang='fr'>",
                "<termSec>",
                "</termSec>",
                "<term>",
                "</term>",
                "cell",
                "<note>",
                "</note>",
            ),
            *(
                "<termNote type='administrativeStatus'>",
                "</termNote>",
                "deprecatedTerm",
                "&amp;",
                "&x;",
                "<hi/>",
            ),
        ]
    ),
    max_size=25,
).map(lambda parts: "<tbx>" + "".join(parts) + "</tbx>")


@settings(max_examples=200)
@given(
    st.one_of(PIECES.map(str.encode), XML.map(str.encode), st.binary(max_size=40)),
    st.sampled_from(["csv", "tsv", "tbx"]),
)
def test_reading_raises_nothing_but_the_documented_errors(data: bytes, ending: str) -> None:
    raised: InputError | None = None
    found = GlossaryFile()
    try:
        found = read_glossary(data, f"g.{ending}", EN)
    except InputError as error:
        raised = error
    if raised is not None:
        assert raised.rule == "glossary-syntax"
        assert raised.message
        assert raised.line > 0
    assert all(one.place.line > 0 and one.place.column > 0 for one in found.findings)
    for tag in found.locales:
        for term in found.for_locale(tag).terms:
            assert term.source.strip()
            assert not set(term.translations) & set(term.forbidden)
