"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from toolkit.check.fingerprint import fingerprints
from toolkit.check.registry import BY_NAME
from toolkit.model.finding import Finding, Place, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(findings: Sequence[Finding], version: str) -> str:
    """Return a SARIF log with one run of the tool in this version.

    Paths are relative to the project's folder.  A fingerprint holds no line, so that code hosts know a
    finding again when its entry moves.
    """
    names = sorted({finding.rule for finding in findings})
    numbers = {name: number for number, name in enumerate(names)}
    marks = fingerprints(findings)
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "l10n-toolkit",
                "version": version,
                "rules": [_rule(name) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, mark, numbers[finding.rule])
            for finding, mark in zip(findings, marks, strict=True)
        ],
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(name: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": name}
    if rule := BY_NAME.get(name):
        found["shortDescription"] = {"text": rule.summary}
        if rule.advice:
            found["help"] = {"text": rule.advice}
        found["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
    return found


def _result(finding: Finding, mark: str, number: int) -> dict[str, Any]:
    text = finding.message + (f"\n{finding.hint}" if finding.hint else "")
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "partialFingerprints": {"finding/v1": mark},
    }
    if finding.place.path:
        found["locations"] = [{"physicalLocation": _location(finding.place, finding)}]
    if finding.source:
        found["relatedLocations"] = [
            {"id": 1, "physicalLocation": _location(finding.source), "message": {"text": "the source text"}}
        ]
    return found


def _location(place: Place, finding: Finding | None = None) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path, errors="surrogateescape")}}
    if place.line:
        region: dict[str, Any] = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        if finding and finding.excerpt:
            region["endColumn"] = finding.excerpt.stop + 1
            region["snippet"] = {"text": finding.excerpt.line[finding.excerpt.start : finding.excerpt.stop]}
        location["region"] = region
    return location
