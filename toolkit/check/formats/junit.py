"""Findings as JUnit XML, which most CI systems show as tests."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from itertools import groupby

from toolkit.check.formats.concise import headline
from toolkit.model.finding import Finding, Severity
from toolkit.model.printable import printable


def junit(findings: Sequence[Finding], paths: Sequence[str]) -> str:
    """Return a suite for each file that was looked at, with a case for each finding.

    An error is a failure; a warning or an info is a case that passes and says so in its output.  A file
    without findings has one case that passes.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in paths}
    for path, group in groupby(findings, key=lambda finding: finding.place.path):
        by_path.setdefault(path, []).extend(group)
    root = ET.Element("testsuites", name="toolkit check")
    for path, found in sorted(by_path.items()):
        failures = sum(finding.severity is Severity.ERROR for finding in found)
        suite = ET.SubElement(
            root,
            "testsuite",
            name=printable(path) or "project",
            tests=str(len(found) or 1),
            failures=str(failures),
            errors="0",
        )
        if not found:
            ET.SubElement(suite, "testcase", name="no findings", classname=printable(path))
        for finding in found:
            _case(suite, finding)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _case(suite: ET.Element, finding: Finding) -> None:
    place = finding.place
    name = f"{finding.rule} at line {place.line}" if place.line else finding.rule
    case = ET.SubElement(suite, "testcase", name=name, classname=printable(place.path))
    text = headline(finding) + (f"\n{printable(finding.hint)}" if finding.hint else "")
    if finding.severity is Severity.ERROR:
        failure = ET.SubElement(case, "failure", type=finding.rule, message=printable(finding.message))
        failure.text = text
    else:
        ET.SubElement(case, "system-out").text = text
