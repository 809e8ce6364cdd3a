"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def config_option(command: _Command) -> _Command:
    """Add ``--config``: a configuration file instead of the one that is found."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Use this toolkit.toml or pyproject.toml instead of searching upwards.",
    )(command)


def locale_option(command: _Command) -> _Command:
    """Add ``--locale``: restrict the run; may be given several times."""
    return click.option(
        "-l",
        "--locale",
        "locales",
        multiple=True,
        metavar="TAG",
        help="Only this locale; may be given several times.",
    )(command)


def carry_option(command: _Command) -> _Command:
    """Add ``--no-carry``: leave even mechanical changes to the translator."""
    return click.option(
        "--no-carry",
        "carry",
        is_flag=True,
        flag_value=False,
        default=True,
        help="Make entries fuzzy also where only white space or a link target changed.",
    )(command)


class BarePrune(click.Command):
    """A command whose ``--prune`` takes a number of days only with ``=``, so that arguments may follow it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, a bare ``--prune`` as one of 0 days."""
        return super().parse_args(
            ctx, ["--prune=0" if argument == "--prune" else argument for argument in args]
        )


def prune_option(command: _Command) -> _Command:
    """Add ``--prune[=DAYS]``: remove obsolete entries."""
    return click.option(
        "--prune",
        type=click.IntRange(min=0),
        default=None,
        metavar="[=DAYS]",
        help="Remove obsolete entries; with =DAYS only those that are known to be so old.",
    )(command)
