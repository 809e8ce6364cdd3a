"""A baseline: the findings that a project has today and does not want to hear of again."""

from __future__ import annotations

import json
from collections.abc import Sequence

from toolkit.check.fingerprint import fingerprints
from toolkit.errors import ConfigError
from toolkit.model.finding import Finding

_SCHEMA = 1


def write_baseline(findings: Sequence[Finding]) -> str:
    """Return the text of a baseline file: JSON, a line for each finding, sorted, so that git merges it."""
    entries = sorted(
        {
            (finding.place.path, finding.rule, mark)
            for finding, mark in zip(findings, fingerprints(findings), strict=True)
        }
    )
    lines = ",".join(
        "\n    " + json.dumps({"path": path, "rule": rule, "fingerprint": mark}, ensure_ascii=False)
        for path, rule, mark in entries
    )
    end = "\n  ]" if lines else "]"
    return f'{{\n  "schema": {_SCHEMA},\n  "findings": [{lines}{end}\n}}\n'


def read_baseline(text: str, path: str) -> frozenset[str]:
    """Return the fingerprints of a baseline file; raises `ConfigError` for anything else."""
    try:
        table = json.loads(text)
        if table["schema"] != _SCHEMA:
            raise _error(path, f"its schema is {table['schema']!r}, and this version reads {_SCHEMA}")
        return frozenset(str(entry["fingerprint"]) for entry in table["findings"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _error(path, "the file is no baseline") from None


def beyond_baseline(findings: Sequence[Finding], known: frozenset[str]) -> tuple[Finding, ...]:
    """Return the findings that a baseline does not have."""
    marks = fingerprints(findings)
    return tuple(finding for finding, mark in zip(findings, marks, strict=True) if mark not in known)


def _error(path: str, message: str) -> ConfigError:
    return ConfigError(
        message, rule="baseline", path=path, hint="write it anew: toolkit check --write-baseline FILE"
    )
