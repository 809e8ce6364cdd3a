"""What tells a finding from all others, also when lines move: for baselines and for code hosts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from toolkit.check.entry_findings import WITHHELD
from toolkit.model.finding import Finding


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return a fingerprint for each finding, of 32 hexadecimal digits; no two are equal.

    It is made of the rule, the file, the message of the PO file that it is about, and what is wrong; of no
    line, so an entry that moves within its file keeps it, and of no severity. Findings that have all of this
    in common are numbered in their order.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        message = finding.message.removesuffix(WITHHELD)
        about = "\0".join((finding.rule, finding.place.path, finding.subject, message))
        number = seen[about]
        seen[about] += 1
        text = f"{about}\0{number}" if number else about
        found.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return tuple(found)
