"""``toolkit explain``."""

from __future__ import annotations

import click

from toolkit.check.registry import BY_NAME, FAMILIES
from toolkit.errors import ConfigError
from toolkit.model.nearest import did_you_mean
from toolkit.workspace.package_files import explanations


@click.command("explain")
@click.argument("name", metavar="[RULE]", required=False)
@click.option("--list", "listed", is_flag=True, help="List all rules with what they ask for.")
def command(name: str | None, listed: bool) -> int:
    """Explain a finding: what it means, why it matters, and how to mend it.

    RULE is the name that a finding shows in brackets, as in error[link-target].
    """
    if listed or name is None:
        click.echo(_list(), nl=False)
        return 0
    known = explanations()
    if name not in known:
        hint = did_you_mean(name, tuple(known)) or "see all: toolkit explain --list"
        raise ConfigError(f'there is no rule "{name}"', rule="config", hint=hint)
    click.echo(f"{_heading(name)}\n\n{known[name]}", nl=False)
    return 0


def _heading(name: str) -> str:
    found = BY_NAME.get(name)
    if found is None:
        return name
    kind = f"{found.severity}, cannot be switched off" if found.guard else str(found.severity)
    return f"{name} ({kind}): {found.summary}"


def _list() -> str:
    width = max(map(len, BY_NAME))
    parts = []
    for family, rules in FAMILIES.items():
        lines = [f"  {rule.name:{width}}  {rule.severity:7}  {rule.summary}" for rule in rules]
        parts.append("\n".join([family, *lines]))
    return "\n\n".join(parts) + "\n"
