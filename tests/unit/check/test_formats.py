"""Findings in every format: whole texts, readable by the programs they are for."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toolkit.check.fingerprint import fingerprints
from toolkit.check.formats.as_json import as_json, as_json_lines
from toolkit.check.formats.concise import concise
from toolkit.check.formats.full import WIDTH, full
from toolkit.check.formats.github import github
from toolkit.check.formats.gitlab import gitlab
from toolkit.check.formats.junit import junit
from toolkit.check.formats.sarif import sarif
from toolkit.model.finding import Excerpt, Finding, Place, Severity
from toolkit.model.printable import columns

PO = "locales/fr/LC_MESSAGES/a.po"
ERROR = Finding(
    "raw-html",
    Severity.ERROR,
    "the translation has the HTML tag <b>; the page shows the source text",
    Place(PO, 12, 16),
    "use the tags of the source",
    Place("source/a.md", 3),
    Excerpt('msgstr "Buvez <b>100 %"', 14, 17),
    "Drink.",
)
INFO = Finding("config", Severity.INFO, "two\nlines: 100 %, a,b", Place("", 0, 0))
BOTH = (ERROR, INFO)
MARKS = fingerprints(BOTH)


def test_concise_is_one_line_for_each() -> None:
    assert concise(BOTH) == (
        f"{PO}:12:16: error[raw-html] the translation has the HTML tag <b>; the page shows the source text\n"
        "info[config] two; lines: 100 %, a,b\n"
    )


def test_full_underlines_the_piece() -> None:
    assert full((ERROR,)) == (
        f"{PO}:12:16: error[raw-html] the translation has the HTML tag <b>; the page shows the source text\n"
        '  12 | msgstr "Buvez <b>100 %"\n'
        "     |               ^^^\n"
        "    source: source/a.md:3\n"
        "    help: use the tags of the source\n"
    )


def test_full_counts_columns_as_a_terminal_does() -> None:
    line = 'msgstr "水を<b>"'
    finding = Finding("a", Severity.INFO, "b", Place("p", 1, 11), excerpt=Excerpt(line, 10, 13))
    assert full((finding,)).split("\n")[1:3] == [f"  1 | {line}", "    |             ^^^"]


def test_full_quotes_the_piece_where_text_runs_from_right_to_left() -> None:
    line = 'msgstr "اشرب 50 مغ"'
    finding = Finding("a", Severity.INFO, "b", Place("p", 1, 14), excerpt=Excerpt(line, 13, 15))
    assert full((finding,)).split("\n")[1:3] == [f"  1 | \u2068{line}\u2069", "    | here: \u206850\u2069"]


def test_full_cuts_a_long_line_around_the_piece() -> None:
    line = "a" * 500 + "PIECE" + "b" * 500
    finding = Finding("a", Severity.INFO, "m", Place("p", 1, 501), excerpt=Excerpt(line, 500, 505))
    _, shown, marks, _ = full((finding,)).split("\n")
    assert "PIECE" in shown
    assert len(shown) <= 6 + 96
    assert shown.index("PIECE") == marks.index("^^^^^")


def test_what_a_stranger_wrote_moves_no_cursor() -> None:
    finding = Finding(
        "a",
        Severity.INFO,
        'the piece "\x1b[2J\u202e"',
        Place("a\x07.po", 1, 9),
        excerpt=Excerpt('msgstr "\x1b[2J\u202e"', 8, 13),
    )
    for text in (concise((finding,)), full((finding,)), github((finding,)), junit((finding,), ())):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_json_has_every_field() -> None:
    values = json.loads(as_json((ERROR,)))
    assert values == {
        "schema": 1,
        "summary": {"error": 1, "warning": 0, "info": 0},
        "findings": [
            {
                "rule": "raw-html",
                "severity": "error",
                "message": ERROR.message,
                "hint": "use the tags of the source",
                "path": PO,
                "line": 12,
                "column": 16,
                "piece": "<b>",
                "source": {"path": "source/a.md", "line": 3, "column": 0},
                "subject": "Drink.",
                "fingerprint": MARKS[0],
            }
        ],
    }
    lines = [json.loads(line) for line in as_json_lines(BOTH).splitlines()]
    assert lines[0] == values["findings"][0]
    assert [line["rule"] for line in lines] == ["raw-html", "config"]


def test_github_escapes_what_its_commands_read() -> None:
    assert github(BOTH) == (
        f"::error file={PO},line=12,col=16,title=raw-html::the translation has the HTML tag <b>; the page "
        "shows the source text%0Ause the tags of the source\n"
        "::notice line=1,title=config::two%0Alines: 100 %25, a,b\n"
    )
    comma = Finding("a", Severity.WARNING, "m", Place("a,b:c%.po", 2))
    assert github((comma,)) == "::warning file=a%2Cb%3Ac%25.po,line=2,title=a::m\n"


def test_gitlab_reports_code_quality() -> None:
    assert json.loads(gitlab((ERROR,))) == [
        {
            "description": ERROR.message,
            "check_name": "raw-html",
            "fingerprint": MARKS[0],
            "severity": "major",
            "location": {"path": PO, "lines": {"begin": 12}},
        }
    ]


def test_sarif_names_rules_places_and_fingerprints() -> None:
    log = json.loads(sarif(BOTH, "1.2.3"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("l10n-toolkit", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["config", "raw-html"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == [
        {
            "ruleId": "raw-html",
            "ruleIndex": 1,
            "level": "error",
            "message": {"text": f"{ERROR.message}\nuse the tags of the source"},
            "partialFingerprints": {"finding/v1": MARKS[0]},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": PO},
                        "region": {
                            "startLine": 12,
                            "startColumn": 16,
                            "endColumn": 18,
                            "snippet": {"text": "<b>"},
                        },
                    }
                }
            ],
            "relatedLocations": [
                {
                    "id": 1,
                    "physicalLocation": {
                        "artifactLocation": {"uri": "source/a.md"},
                        "region": {"startLine": 3},
                    },
                    "message": {"text": "the source text"},
                }
            ],
        },
        {
            "ruleId": "config",
            "ruleIndex": 0,
            "level": "note",
            "message": {"text": INFO.message},
            "partialFingerprints": {"finding/v1": MARKS[1]},
        },
    ]


def test_junit_has_a_suite_for_each_file_and_a_case_for_each_finding() -> None:
    root = ET.fromstring(junit((ERROR,), (PO, "source/a.md")))
    assert [(s.get("name"), s.get("tests"), s.get("failures")) for s in root] == [
        (PO, "1", "1"),
        ("source/a.md", "1", "0"),
    ]
    (case,) = root[0]
    assert (case.get("name"), case.get("classname")) == ("raw-html at line 12", PO)
    assert case[0].tag == "failure"
    assert case[0].get("message") == ERROR.message
    assert [case.get("name") for case in root[1]] == ["no findings"]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(["number", "po-syntax"]),
    st.sampled_from(Severity),
    TEXTS,
    st.builds(Place, TEXTS, st.integers(0, 9), st.integers(0, 9)),
    TEXTS,
    st.none() | st.builds(Place, TEXTS, st.integers(0, 9)),
    st.none() | st.just(Excerpt("ab\x00\u202ecd", 1, 4)),
    TEXTS,
)


@given(st.lists(FINDINGS, max_size=5))
def test_any_finding_can_be_shown_in_any_format(findings: list[Finding]) -> None:
    full(findings)
    assert concise(findings).count("\n") == len(findings)
    assert github(findings).count("\n") == len(findings)
    assert len(json.loads(as_json(findings))["findings"]) == len(findings)
    assert len(json.loads(gitlab(findings))) == len(findings)
    assert len(json.loads(sarif(findings, "1"))["runs"][0]["results"]) == len(findings)
    ET.fromstring(junit(findings, ()))


@given(st.lists(FINDINGS, max_size=8))
def test_no_two_findings_share_a_fingerprint(findings: list[Finding]) -> None:
    marks = fingerprints(findings)
    assert len(set(marks)) == len(findings)
    assert fingerprints(findings) == marks


def test_a_finding_keeps_its_fingerprint_when_its_line_moves() -> None:
    moved = Finding(
        ERROR.rule, ERROR.severity, ERROR.message, Place(PO, 99, 1), ERROR.hint, None, None, ERROR.subject
    )
    assert fingerprints((moved,)) == fingerprints((ERROR,))


def test_full_cuts_long_lines_of_any_script_without_delay() -> None:
    for before, after in (("é" * 200_000, "漢字 " * 100_000), ("e\u0301" * 200_000, "\u0301" * 200_000)):
        piece = "水" * 200_000
        line = f"{before}{piece}{after}"
        excerpt = Excerpt(line, len(before), len(before) + len(piece))
        for stop in (excerpt.start + 1, excerpt.stop):
            finding = Finding("a", Severity.INFO, "m", Place("p", 1, 1), excerpt=replace(excerpt, stop=stop))
            _, shown, marks, _ = full((finding,)).split("\n")
            assert len(shown) < 1_000
            assert "…" in shown
            assert columns(shown.removeprefix("  1 | ")) <= WIDTH + 2
            assert columns(shown.split("水")[0]) == marks.index("^")


def test_names_of_files_that_are_no_unicode_have_a_place_in_every_format() -> None:
    finding = Finding("a", Severity.ERROR, "m", Place("b\udcff/a b.po", 1), source=Place("c\udcff.md"))
    (run,) = json.loads(sarif((finding,), "1"))["runs"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "b%FF/a%20b.po"}
    for text in (as_json((finding,)), gitlab((finding,)), junit((finding,), ()), github((finding,))):
        assert text.encode("utf-8", "backslashreplace")


def test_a_finding_keeps_its_fingerprint_when_a_project_makes_it_an_error() -> None:
    warning = replace(ERROR, severity=Severity.WARNING, message="the translation has the HTML tag <b>")
    assert fingerprints((warning,)) == fingerprints((ERROR,))
