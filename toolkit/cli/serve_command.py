"""``toolkit serve``."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from toolkit.cli.options import config_option
from toolkit.cli.present import finding_lines, plural
from toolkit.model.finding import Finding
from toolkit.preview.editor import problem_of
from toolkit.preview.running import look, serving, watch
from toolkit.preview.server import listening
from toolkit.preview.state import Build
from toolkit.preview.workshop import Workshop

_TRIED = 20


def _editor_url(context: click.Context, option: click.Parameter, pattern: str) -> str:
    problem = problem_of(pattern) if pattern else ""
    if problem:
        raise click.BadParameter(problem, context, option)
    return pattern


@click.command("serve")
@click.option(
    "-l", "--locale", default="", metavar="TAG", help="Begin at this language, and show only its findings."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="NUMBER",
    default=8000,
    help="Port; the next free one where it is taken, any with 0. [8000]",
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in a browser.")
@click.option(
    "--editor-url",
    default="",
    envvar="TOOLKIT_EDITOR_URL",
    metavar="URL",
    callback=_editor_url,
    help="Make places into links that open your editor, as vscode://file/{path}:{line}. [TOOLKIT_EDITOR_URL]",
)
@config_option
def command(locale: str, port: int, open_page: bool, editor_url: str, config: Path | None) -> int:
    """Build, show the pages in a browser, and build again after each change.

    Open pages are loaded again when an article, a PO file, the configuration or the theme has been
    saved.  They show what is wrong, and lead to a view of source and translation side by side.  Only
    this computer can see them.  Ctrl-C ends it.
    """
    workshop = Workshop(Path.cwd(), config, locale)
    seen = look(workshop)
    workshop.build()
    ports = [port] if port == 0 else [*range(port, min(port + _TRIED, 65536)), 0]
    try:
        server = listening(workshop, ports, editor_url)
    except OSError as error:
        raise click.UsageError(f"cannot listen on port {port}: {error.strerror}") from None
    folder = f"{workshop.first_locale.bcp47}/" if workshop.first_locale else ""
    address = f"{server.origin}/{folder}"
    with serving(server):
        click.echo(f"Serving {address} (Ctrl-C ends it)")
        last = workshop.last.now
        told = _tell(last, frozenset())
        if open_page:
            webbrowser.open_new_tab(address)
        for build in watch(workshop, seen):
            if build.id != last.id:  # else it only wrote what pages show already
                told = _tell(build, told)
            last = build
    return 0


def _tell(build: Build, told: frozenset[Finding]) -> frozenset[Finding]:
    """Print the findings of a build that were not told before; return all that stand."""
    for finding in build.findings:
        if finding not in told:
            click.echo(finding_lines(finding, hint=False), err=True)
    what = "Could not build" if build.stopped else "Built"
    click.echo(f"{what}: {plural(len(build.findings), 'finding')}")
    return frozenset(build.findings)
