"""Brings the output folder to what is planned: writes, removes what is gone, and keeps the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from toolkit.errors import OutputError
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.output import Output
from toolkit.workspace.manifest import (
    MANIFEST,
    Manifest,
    digest_of,
    format_manifest,
    overwritten,
    parse_manifest,
    plan_removals,
)
from toolkit.workspace.project import OUTPUT_FOLDER, Project
from toolkit.workspace.regular_file import UnreadableError, read_regular
from toolkit.workspace.remove import current_digests, remove_files
from toolkit.workspace.write import bytes_there, write_if_different

_MAX_MANIFEST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What became of the output folder; paths are below it, with ``/``."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    failed: tuple[OutputError, ...] = ()
    """What could not be written or removed; for the caller to show."""


def publish_outputs(
    project: Project, outputs: Iterable[Output], keep: Callable[[str], bool] = lambda path: False
) -> PublishReport:
    """Write the outputs (paths below ``output/``), remove what we wrote before and is not among them.

    Outputs are written as they come, so the iterable may still be rendering. ``keep`` says which paths of
    earlier runs this one does not speak of. If it is interrupted nothing is removed, and the manifest still
    names every file that we wrote. Nothing is raised for a file that cannot be written or removed.
    """
    manifest, findings = read_manifest(project)
    run = _Run(project, manifest, findings=list(findings))
    again: list[Output] = []
    try:
        for output in outputs:
            run.planned.add(output.path)
            if run.write(output):
                again.append(output)
    except BaseException:
        _write_manifest(project, {**manifest, **run.ours})
        raise
    gone = manifest.keys() - run.planned
    plan = plan_removals(manifest, run.planned, current_digests(project, gone), keep)
    removed, failed = remove_files(project, plan.remove, run.planned)
    # A file may have stood where a folder is needed now, or the other way round.
    failed += tuple(error for output in again if (error := run.write(output)) is not None)
    stay = {*run.planned, *(path for path in plan.remove if path not in removed)}
    ours = {path: digest for path, digest in manifest.items() if path in stay or keep(path)} | run.ours
    failed += _write_manifest(project, ours)
    return PublishReport(
        tuple(run.written), tuple(run.unchanged), removed, (*run.findings, *plan.findings), failed
    )


@dataclass(slots=True)
class _Run:
    """What has been written so far."""

    project: Project
    manifest: Manifest
    planned: set[str] = field(default_factory=set)
    ours: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def write(self, output: Output) -> OutputError | None:
        """Write one output and note what became of it; return the error if it could not be written."""
        below_root = Output(f"{OUTPUT_FOLDER}/{output.path}", output.content)
        try:
            before = bytes_there(self.project.root, below_root.path)
            if before != output.content:
                write_if_different(self.project.root, below_root, durable=False)
        except OutputError as error:
            return error
        self.ours[output.path] = digest_of(output.content)
        if before == output.content:
            self.unchanged.append(output.path)
            return None
        self.written.append(output.path)
        if before is not None and digest_of(before) != self.manifest.get(output.path):
            self.findings.append(overwritten(output.path))
        return None


def read_manifest(project: Project) -> tuple[Manifest, tuple[Finding, ...]]:
    """Return the manifest of the output folder; a corrupt one is a warning and counts as empty."""
    try:
        return parse_manifest(read_regular(project.output_dir / MANIFEST, _MAX_MANIFEST_BYTES)), ()
    except FileNotFoundError:
        return {}, ()
    except UnreadableError as error:
        reason = f"the file {error.reason}"
    except ValueError as error:
        reason = str(error)
    message = f"the list of what we wrote cannot be used: {reason}; nothing older is removed"
    place = Place(f"{OUTPUT_FOLDER}/{MANIFEST}")
    return {}, (
        Finding("output-manifest", Severity.WARNING, message, place, "empty output/ and build again"),
    )


def _write_manifest(project: Project, manifest: Manifest) -> tuple[OutputError, ...]:
    """Write the manifest, unless there is nothing to say and none to correct; return what went wrong."""
    if not manifest and not (project.output_dir / MANIFEST).exists():
        return ()
    output = Output(f"{OUTPUT_FOLDER}/{MANIFEST}", format_manifest(manifest))
    try:
        write_if_different(project.root, output)
    except OutputError as error:
        return (error,)
    return ()
