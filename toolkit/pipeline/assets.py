"""Images and other files that pages show, copied beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.errors import InputError
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.output import Output
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.publish.links import Asset
from toolkit.workspace.read import read_asset
from toolkit.workspace.watching import FileState, state_of


class AssetCopies:
    """Reads each file once for each place it is copied to, however many pages show it."""

    def __init__(self, files: ProjectFiles) -> None:
        self.files = files
        self.done: dict[str, str] = {}
        """The file that was copied, by the path of its copy."""
        self.errors: dict[str, InputError] = {}
        self.states: dict[str, FileState | None] = {}
        """What each file was, by its path, just before it was read; ``None`` where there was none."""
        self.places: dict[tuple[str, str], Place] = {}
        """Where a file is missing: by its path and the document's, the most precise place so far."""

    def copies(self, assets: Iterable[Asset]) -> Iterator[Output]:
        """Yield the copy of each asset that was not copied before; missing ones are noted."""
        for asset in assets:
            path = asset.source_path
            if self.done.get(asset.output_path, path) != path:
                self.report_taken(asset)
            elif path not in self.errors and asset.output_path not in self.done:
                self.done[asset.output_path] = path
                self.states[path] = state_of(self.files.project.root / path)
                try:
                    content = read_asset(self.files.project.root, path)
                except InputError as error:
                    self.errors[path] = error
                else:
                    yield Output(asset.output_path, content)
            if path in self.errors:
                key = path, asset.place.path
                self.places[key] = min(self.places.get(key, asset.place), asset.place, key=_vagueness)

    def report_taken(self, asset: Asset) -> None:
        """Report a file that has no place of its own, for another one was copied there."""
        other = self.done[asset.output_path]
        message = f'"{asset.source_path}" is not there for the page: its place has "{other}"'
        hint = "give one of the two another name"
        self.files.report.found([Finding("dead-link", Severity.WARNING, message, asset.place, hint)])

    def report_missing(self) -> None:
        """Report each missing file once for each document that leads to it."""
        for (path, _), place in self.places.items():
            error = self.errors[path]
            message = f'"{path}" is not there for the page: {error.message}'
            self.files.report.found([Finding("dead-link", Severity.WARNING, message, place, error.hint)])


def _vagueness(place: Place) -> tuple[bool, bool, Place]:
    return not place.line, not place.column, place
