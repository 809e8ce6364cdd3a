"""Findings as a GitLab code quality report (GitLab's "Code Quality report format")."""

from __future__ import annotations

import json
from collections.abc import Sequence

from toolkit.check.fingerprint import fingerprints
from toolkit.model.finding import Finding, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(findings: Sequence[Finding]) -> str:
    """Return a JSON list with an object for each finding."""
    values = [
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": mark,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.place.path, "lines": {"begin": finding.place.line or 1}},
        }
        for finding, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
