"""The reference says what the code says: help texts, settings, rule names, the form of a message."""

from __future__ import annotations

import ast
import dataclasses
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise

import click
import pytest

from tests.docs.pages import DOCS, ROOT, UPDATE, Fence, fences, headings, tables
from toolkit.catalog.po.header import HeaderSettings
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.template import build_template, refresh_template
from toolkit.check.registry import BY_NAME
from toolkit.cli.main import cli, run
from toolkit.errors import ConfigError
from toolkit.markdown.options import parse_options
from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions
from toolkit.model.locale import LanguageOverrides
from toolkit.pipeline.report import ExitCode
from toolkit.workspace.config import parse_settings
from toolkit.workspace.settings import Limits, Settings

COMMANDS = DOCS / "reference" / "commands.md"
CONFIGURATION = DOCS / "reference" / "configuration.md"
FINDINGS = DOCS / "reference" / "findings.md"
FORMAT = DOCS / "reference" / "message-format.md"
EXIT_CODES = DOCS / "reference" / "exit-codes.md"


def test_the_help_texts_are_those_of_the_commands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = COMMANDS.read_text(encoding="utf-8")

    def shown(match: re.Match[str]) -> str:
        assert run([*match["command"].split(), "--help"]) == 0
        return f"{match['head']}{capsys.readouterr().out.rstrip()}\n```\n"

    pattern = r"(?P<head>^## toolkit *(?P<command>[a-z -]*)\n\n```text\n)(?:(?!```).*\n)*?```\n"
    written = re.sub(pattern, shown, text, flags=re.MULTILINE)
    if os.environ.get("UPDATE_DOCS") == "1":
        COMMANDS.write_text(written, encoding="utf-8")
    else:
        assert written == text, UPDATE


def test_every_command_has_its_help_text() -> None:
    names = set(command_names(cli, "toolkit", cli.make_context("toolkit", ["init"])))
    assert {f.heading for f in fences(COMMANDS) if f.content.startswith("Usage:")} == names
    assert set(headings(COMMANDS, 2)) == names


def command_names(command: click.Command, name: str, context: click.Context) -> Iterator[str]:
    """Yield the name of a command, and those of the commands in it."""
    yield name
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            yield from command_names(found, f"{name} {inner}", context)


def test_the_settings_and_their_defaults_are_those_of_the_code() -> None:
    assert documented("Settings") == defaults(Settings())
    assert documented("[limits]") == defaults(Limits())
    assert documented("[locale.xx]") == defaults(LanguageOverrides())


def test_the_options_of_a_markdown_section_are_those_of_the_code() -> None:
    options = dict(rows("Options of a [markdown: …] section"))
    assert parse_options(options) == MarkdownOptions()
    known = {field.name for field in dataclasses.fields(MarkdownOptions)}
    assert known == {"dialect", "front_matter", "math", "html", "code"}
    with pytest.raises(ConfigError) as refused:
        parse_options({"zzz": ""})
    assert refused.value.hint == f"known options: {', '.join(options)}"


def test_the_documented_settings_are_accepted() -> None:
    table = documented("Settings") | {
        "limits": documented("[limits]"),
        "locale": {"fr": documented("[locale.xx]")},
    }
    assert parse_settings(table, "") == Settings(locales={"fr": LanguageOverrides()})


def test_the_findings_are_those_of_the_code() -> None:
    named = set(rules()) | set(BY_NAME)
    assert sorted(headings(FINDINGS, 3)) == sorted(named)


def test_every_finding_has_an_example_of_its_own() -> None:
    examples = {fence.heading: fence.content for fence in fences(FINDINGS) if "[" in fence.content}
    for name in set(headings(FINDINGS, 3)) - set(BY_NAME):  # the examples of those are their fixtures
        shown = "dead-link" if name == "asset-unreadable" else name  # it is shown as that
        assert re.search(rf"(?:error|warning|info)\[{shown}\] ", examples[name]), name


def test_the_exit_codes_are_those_of_the_code() -> None:
    ((_heading, codes),) = tables(EXIT_CODES)
    assert [(int(code), name) for code, name in codes[1:]] == [
        (0, "done"),
        (1, "findings"),
        (2, "usage or configuration"),
        (3, "unreadable"),
        (130, "interrupted"),
        (141, "nobody read the output"),
    ]
    assert [int(code) for code, _name in codes[1:]] == [int(code) for code in ExitCode]


def examples() -> list[tuple[Fence, Fence]]:
    """Return the examples of the form of a message: Markdown, and the entries that it gives."""
    both = [fence for fence in fences(FORMAT) if fence.language in ("markdown", "po")]
    return [(one, other) for one, other in pairwise(both) if one.language == "markdown"]


@pytest.mark.parametrize(("source", "entries"), examples(), ids=lambda fence: f"line {fence.line}")
def test_an_article_gives_the_entries_that_are_shown(source: Fence, entries: Fence) -> None:
    dialect = source.info.partition(" ")[2] or "gfm"
    document = Document("article", "source/article.md", source.content, MarkdownOptions(dialect))
    segments = parse_document(document).segments
    template = build_template(document.domain, document.path, segments, document.options.segmentation)
    settings = HeaderSettings("", "", "en", "", template.segmentation)
    written = refresh_template(None, template, settings, "")
    header, *shown = read_catalog(written, "").entries
    assert header.key.text == ""
    assert "".join(entry.raw for entry in shown).lstrip("\n") == entries.content


def test_every_example_is_a_pair() -> None:
    languages = [fence.language for fence in fences(FORMAT) if fence.language != "text"]
    assert languages == ["markdown", "po"] * (len(languages) // 2)


def rows(heading: str) -> Iterator[tuple[str, str]]:
    """Yield key and default of each row of the table under a heading of the configuration reference."""
    found = [table for above, table in tables(CONFIGURATION) if above == heading]
    assert len(found) == 1, heading
    for key, default, _meaning in found[0][1:]:
        if default.startswith("`"):  # else it is said in words: there is no value that means it
            yield key.strip("`"), default.strip("`")


def documented(heading: str) -> dict[str, object]:
    return {key: tomllib.loads(f"value = {default}")["value"] for key, default in rows(heading)}


def defaults(values: Settings | Limits | LanguageOverrides) -> dict[str, object]:
    """Return the simple fields of settings as a configuration file spells them."""
    spelled = {"direction": "dir"}  # as HTML spells it
    fields = {field.name: getattr(values, field.name) for field in dataclasses.fields(values)}
    return {
        spelled.get(name, name).replace("_", "-"): value
        for name, value in fields.items()
        if isinstance(value, str | int | float)
    }


def rules() -> Iterator[str]:
    """Yield every rule name in the source.

    That is a text given to a parameter or variable ``rule``, by name, by position or as its default, and
    the first argument of ``Finding`` and ``Objection``.
    """
    for path in sorted((ROOT / "toolkit").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))))
        functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
        positions = {"Finding": 0, "Objection": 0}
        for function in functions:
            names = [argument.arg for argument in function.args.args if argument.arg != "self"]
            if "rule" in names:
                positions[function.name] = names.index("rule")
        for node in nodes:
            for expression in given(node, positions):
                yield from texts(expression)


def given(node: ast.AST, positions: Mapping[str, int]) -> Iterator[ast.expr | None]:
    """Yield what a node gives to a parameter or variable ``rule``."""
    match node:
        case ast.keyword(arg="rule"):
            yield node.value
        case ast.Assign(targets=[ast.Name(id="rule")]):
            yield node.value
        case ast.FunctionDef():
            for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
                if argument.arg == "rule":
                    yield default
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            if name in positions and len(node.args) > positions[name]:
                yield node.args[positions[name]]


def texts(node: ast.expr | None) -> Iterator[str]:
    """Yield the texts that an expression can be, of the simple kinds."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
