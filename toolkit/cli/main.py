"""The command group, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import errno
import gc
import importlib
import sys
from typing import Any

import click

from toolkit import __version__
from toolkit.errors import OutputError, ToolkitError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

_COMMANDS = {
    "init": "Write a commented configuration into a folder.",
    "import": "Turn a plain-text article into Markdown in source/.",
    "add-locale": "Create the PO files of further languages.",
    "extract": "Update templates and PO files from the articles.",
    "merge": "Bring any PO file up to any template, like msgmerge.",
    "check": "Find what is wrong with translations and articles.",
    "explain": "Explain a finding.",
    "status": "Show what is translated, by language or article.",
    "build": "Build the Markdown and HTML editions in output/.",
    "serve": "Show the editions in a browser while you work on them.",
    "merge-driver": "Merge PO files entry by entry, for git.",
    "tm": "Exchange translation memories (TMX).",
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a project needs them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now."""
        if cmd_name not in _COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        module = importlib.import_module(f"toolkit.cli.{name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, or say which one was meant."""
        from toolkit.model.nearest import did_you_mean

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            hint = did_you_mean(args[0], tuple(_COMMANDS)) if args else ""
            raise click.UsageError(f"{error.message} {hint[:1].upper()}{hint[1:]}".strip(), ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Return what the command returns; 141 where the reader of our output has gone, as in ``| head``."""
        from toolkit.pipeline.report import ExitCode

        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # All is written before anything is said; what the exit code would have been is not known yet.
            # click would exit with 1, which means findings.
            sys.stdout = None
            return ExitCode.UNREAD
        except OSError as error:
            if error.filename is not None or error.errno not in _NO_ROOM:
                raise
            sys.stdout = None  # else its last words would be tried again, and fail again, at the exit
            message = f"cannot write to the standard output: {error.strerror}"
            raise OutputError(message, rule="output-unwritable") from None


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="toolkit")
def cli() -> None:
    """Localize Markdown articles through PO files.

    Sources stand in the files that babel.cfg names, translations in locales/, and editions in
    output/.  A first project: toolkit init, add-locale, extract, then translate, then build.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 findings, 2 usage, 3 unreadable, 130 and 141 cut short."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    from toolkit.cli.present import show_error
    from toolkit.pipeline.report import ExitCode

    # What a command makes is freed when it ends; looking for circles in it so often took a tenth of the time.
    gc.set_threshold(50_000)
    _speak_utf8()
    try:
        result: Any = cli.main(arguments, prog_name="toolkit", standalone_mode=False)
        return int(result) if isinstance(result, int) else 0
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted; files that were written are complete.", err=True)
        return ExitCode.INTERRUPTED
    except ToolkitError as error:
        show_error(error)
        return error.exit_code


def _speak_utf8() -> None:
    """Let names and paths of every script through where the terminal claims ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
