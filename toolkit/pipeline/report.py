"""What a run found, and the exit code that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from toolkit.errors import ToolkitError
from toolkit.model.finding import Finding, Severity, finding_of


class ExitCode(IntEnum):
    """The exit codes of every command; the highest that applies wins."""

    DONE = 0
    FINDINGS = 1
    """An error-severity finding, differences under ``--check``, or a share below ``--fail-under``."""
    USAGE = 2
    """The command line or the configuration is wrong."""
    UNREADABLE = 3
    """Some input could not be read, or some output not be written."""
    INTERRUPTED = 130
    UNREAD = 141
    """Nobody reads what it has to say; what a shell says of a program that SIGPIPE ended, as it ends most."""


def _as_it_is(finding: Finding) -> Finding:
    return finding


@dataclass(slots=True)
class Report:
    """Gathers findings while a command goes on; one bad file never stops the others."""

    findings: list[Finding] = field(default_factory=list)
    exit_code: ExitCode = ExitCode.DONE
    failures: dict[Finding, ExitCode] = field(default_factory=dict)
    """The findings that stand for an input or a setting that could not be used."""
    level: Callable[[Finding], Finding | None] = _as_it_is
    """What gives a finding the severity that the project has for it; ``None``: nobody wants to hear of it."""

    def failed(self, error: ToolkitError) -> None:
        """Take note of an input or a setting that could not be used."""
        finding = finding_of(error)
        self.findings.append(finding)
        self.failures[finding] = ExitCode(error.exit_code)
        self.at_least(self.failures[finding])

    def found(self, findings: Iterable[Finding], code: ExitCode = ExitCode.FINDINGS) -> None:
        """Take note of findings; ``code`` is what an error among them means."""
        for given in findings:
            finding = self.level(given)
            if finding is None:
                continue
            self.findings.append(finding)
            if finding.severity is Severity.ERROR:
                self.at_least(code)
                if code is not ExitCode.FINDINGS:
                    self.failures[finding] = code

    def take(self, other: Report) -> None:
        """Take over what another report holds."""
        self.findings += other.findings
        self.failures.update(other.failures)
        self.at_least(other.exit_code)

    def at_least(self, code: ExitCode) -> None:
        """Raise the exit code to ``code`` where it is lower."""
        self.exit_code = max(self.exit_code, code)

    def sorted_findings(self) -> list[Finding]:
        """Return the findings by place, each once."""
        return sorted(dict.fromkeys(self.findings), key=Finding.sort_key)
