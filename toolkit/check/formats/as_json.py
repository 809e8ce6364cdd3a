"""Findings as JSON: one document, or one line for each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from toolkit.check.fingerprint import fingerprints
from toolkit.model.finding import Finding, Place

SCHEMA = 1
"""Version of the form; a key may be added to it, none taken away."""


def as_json(findings: Sequence[Finding]) -> str:
    """Return ``{"schema": 1, "summary": {…}, "findings": […]}``."""
    counts = Counter(str(finding.severity) for finding in findings)
    summary = {severity: counts[severity] for severity in ("error", "warning", "info")}
    values = {"schema": SCHEMA, "summary": summary, "findings": list(_values(findings))}
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def as_json_lines(findings: Sequence[Finding]) -> str:
    """Return one JSON object in a line for each finding."""
    return "".join(f"{json.dumps(values, ensure_ascii=False)}\n" for values in _values(findings))


def _values(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "rule": finding.rule,
            "severity": str(finding.severity),
            "message": finding.message,
            "hint": finding.hint,
            **_place(finding.place),
            "piece": _piece(finding),
            "source": _place(finding.source) if finding.source else None,
            "subject": finding.subject,
            "fingerprint": mark,
        }
        for finding, mark in zip(findings, fingerprints(findings), strict=True)
    ]


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}


def _piece(finding: Finding) -> str | None:
    excerpt = finding.excerpt
    return excerpt.line[excerpt.start : excerpt.stop] if excerpt else None
