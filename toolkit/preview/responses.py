"""What the server answers, as values: pages of the site with the panel, and the preview's own pages."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

from toolkit.errors import ToolkitError
from toolkit.model.finding import Finding, Severity, finding_of
from toolkit.model.locale import LocaleTag
from toolkit.preview.compare_page import compare_values
from toolkit.preview.editor import Editor
from toolkit.preview.state import Build
from toolkit.preview.workshop import Workshop
from toolkit.publish.preview_pages import PreviewPages, shown, with_panel
from toolkit.workspace.package_files import packaged
from toolkit.workspace.project import OUTPUT_FOLDER
from toolkit.workspace.served_file import IsFolderError, read_served

RESERVED: Final = "_toolkit"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HTML: Final = "text/html; charset=utf-8"
_TYPES: Final = {
    ".html": _HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
_OWN_FILES: Final = ("reload.js", "compare.js", "preview.css")
_ICON: Final = ("favicon.ico",)
_MOST_FINDINGS: Final = 50


@dataclass(frozen=True, slots=True)
class Response:
    """A status, a body, and headers."""

    status: HTTPStatus
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)


class Responder:
    """Answers what is asked of a built project."""

    def __init__(self, workshop: Workshop, editor_url: str = "") -> None:
        """Take the project, and the pattern of addresses that open a file in an editor, if any."""
        self._workshop = workshop
        self._editor = Editor(workshop.project.root, editor_url)
        self._files = packaged("preview")
        self._pages = PreviewPages({k: v for k, v in self._files.items() if k.endswith(".html")})

    def answer(self, names: tuple[str, ...] | None, origin: str) -> Response:
        """Return the answer to a request for a path, taken apart; ``origin`` is that of the request."""
        if names is None:
            return self._message(HTTPStatus.NOT_FOUND, "There is no such page")
        if names[0] == RESERVED:
            return self._own(names[1:])
        return self._of_site(names, origin)

    def refusal(self, status: HTTPStatus) -> Response:
        """Return the answer to a request that is not answered."""
        return Response(status, f"{status.phrase}\n".encode(), {"Content-Type": "text/plain; charset=utf-8"})

    def _of_site(self, names: tuple[str, ...], origin: str) -> Response:
        asked = names if names[-1] else (*names[:-1], "index.html")
        build = self._workshop.last.now
        try:
            data = build.ahead.get("/".join(("html", *asked))) or read_served(
                self._workshop.project.root, (OUTPUT_FOLDER, "html", *asked)
            )
        except IsFolderError:
            place = "/".join(map(quote, asked))
            return Response(HTTPStatus.FOUND, headers={"Location": f"/{place}/"})
        if data is None and asked == _ICON:
            return Response(HTTPStatus.NO_CONTENT)  # browsers ask for it unasked, and would complain
        if data is None:
            text = "The build failed" if build.stopped else "There is no such page"
            return self._message(HTTPStatus.NOT_FOUND, text)
        ending = "." + asked[-1].rpartition(".")[2].lower()
        kind = _TYPES.get(ending) or mimetypes.guess_type(asked[-1])[0] or "application/octet-stream"
        if kind == _HTML:
            data = self._with_panel(data, build, asked, origin)
        return Response(HTTPStatus.OK, data, {"Content-Type": kind})

    def _with_panel(self, data: bytes, build: Build, names: tuple[str, ...], origin: str) -> bytes:
        try:
            html = data.decode("utf-8")
        except UnicodeDecodeError:
            return data
        allowed = {
            "script-src": f"{origin}/{RESERVED}/reload.js",
            "connect-src": f"{origin}/{RESERVED}/events",
            "style-src": f"{origin}/{RESERVED}/preview.css",
        }
        head = self._pages.render("head.html", build=build.id)
        return with_panel(html, head, self._panel(build, names), allowed).encode("utf-8")

    def _panel(self, build: Build, names: tuple[str, ...]) -> str:
        findings = build.findings
        locales = _compared(build, names)
        name = "/".join(names[1:]).removesuffix(".html")
        comparisons = [{"tag": tag.bcp47, "url": _compare_url(tag, name)} for tag in locales]
        return self._pages.render(
            "panel.html",
            stopped=build.stopped,
            errors=any(one.severity is Severity.ERROR for one in findings),
            counts=_counts(findings),
            comparisons=comparisons,
            findings=shown(findings[:_MOST_FINDINGS], self._editor.url),
            more=len(findings[_MOST_FINDINGS:]),
        )

    def _own(self, names: tuple[str, ...]) -> Response:
        if len(names) == 1 and names[0] in _OWN_FILES:
            kind = _TYPES["." + names[0].rpartition(".")[2]]
            return Response(HTTPStatus.OK, self._files[names[0]], {"Content-Type": kind})
        if len(names) > 2 and names[0] == "compare":
            return self._comparison(names[1], "/".join(names[2:]))
        return self._message(HTTPStatus.NOT_FOUND, "There is no such page")

    def _comparison(self, locale: str, name: str) -> Response:
        build = self._workshop.last.now
        tag = next((one for one in build.locales if one.bcp47 == locale), None)
        if tag is None:
            return self._message(HTTPStatus.NOT_FOUND, "There is no such translation")
        try:
            found = self._workshop.compare(locale, name)
        except ToolkitError as error:
            problem = finding_of(error)
            return self._message(HTTPStatus.OK, "The article cannot be shown", (problem,))
        if found is None:
            return self._message(HTTPStatus.NOT_FOUND, "There is no such translation")
        summary, held_back = self._workshop.page_of(tag, name)
        values = compare_values(found, summary, held_back, self._editor)
        html = self._pages.render("compare.html", build=build.id, **values)
        return _own_page(HTTPStatus.OK, html)

    def _message(
        self, status: HTTPStatus, text: str, findings: tuple[Finding, ...] | None = None
    ) -> Response:
        build = self._workshop.last.now
        found = build.findings[:_MOST_FINDINGS] if findings is None else findings
        html = self._pages.render(
            "message.html", build=build.id, title=text, findings=shown(found, self._editor.url)
        )
        return _own_page(status, html)


def _own_page(status: HTTPStatus, html: str) -> Response:
    headers = {"Content-Type": _HTML, "Content-Security-Policy": _POLICY}
    return Response(status, html.encode("utf-8"), headers)


def _compared(build: Build, names: tuple[str, ...]) -> tuple[LocaleTag, ...]:
    """Return the locales whose translation of a page can be shown beside its source."""
    if "/".join(names[1:]).removesuffix(".html") not in build.names:
        return ()
    if build.source_locale is not None and names[0] == build.source_locale.bcp47:
        return build.locales
    return tuple(tag for tag in build.locales if tag.bcp47 == names[0])


def _compare_url(locale: LocaleTag, name: str) -> str:
    return f"/{RESERVED}/compare/{locale.bcp47}/{quote(name)}"


def _counts(findings: tuple[Finding, ...]) -> str:
    parts = []
    for severity in Severity:
        count = sum(one.severity is severity for one in findings)
        if count:
            parts.append(f"{count:,} {severity.value}{'' if count == 1 else 's'}")
    return ", ".join(parts)
