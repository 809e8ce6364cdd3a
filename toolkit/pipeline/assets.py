"""Images and other files that pages show, copied beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.errors import InputError
from toolkit.model.finding import Finding, Severity
from toolkit.model.output import Output
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.publish.links import Asset
from toolkit.workspace.read import read_asset


class AssetCopies:
    """Reads each file once, however many pages show it."""

    def __init__(self, files: ProjectFiles) -> None:
        self.files = files
        self.done: set[str] = set()

    def copies(self, assets: Iterable[Asset]) -> Iterator[Output]:
        """Yield the copy of each asset that was not copied before; a missing one is a warning."""
        for asset in assets:
            if asset.output_path in self.done:
                continue
            self.done.add(asset.output_path)
            try:
                content = read_asset(self.files.project.root, asset.source_path)
            except InputError as error:
                message = f'"{asset.source_path}" is not there for the page: {error.message}'
                finding = Finding("link-target", Severity.WARNING, message, asset.place, error.hint)
                self.files.report.found([finding])
                continue
            yield Output(asset.output_path, content)
