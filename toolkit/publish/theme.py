"""Templates, static files and interface words: what pages look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType, TracebackType
from typing import Final

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from toolkit.errors import ConfigError
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import MessageKey
from toolkit.publish.interface_words import Forms, InterfaceWords, read_words

_NOTHING: Mapping[str, bytes] = MappingProxyType({})
_FOLDER = "templates/"
_STYLE = "style.css"
_CODE_STYLE = "code.css"

SHIPPED: Final = "shipped"
"""The folder in which a template finds all those that ship: ``{% extends "shipped/page.html" %}``."""


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Everything that pages are made of beside their content; picklable.

    It equals itself alone, as a `SiteIndex` does: each page asks for the environment of its theme.
    """

    templates: Mapping[str, str]
    """By name below ``templates/``."""
    static: Mapping[str, bytes]
    """By name below ``static/``."""
    catalogs: Mapping[LocaleTag, Mapping[MessageKey, Forms]]
    """The interface words by locale."""
    own: frozenset[str] = frozenset()
    """The templates that are the user's, by name."""
    folder: str = ""
    """Where those stand, with a slash at its end."""
    highlight_code: bool = False
    """Whether the style has colours for code, and pages the classes that they are for."""

    def words(self, locale: LocaleTag) -> InterfaceWords:
        """Return the interface words for the pages of a locale."""
        return InterfaceWords(locale, self.catalogs)

    def render(self, template: str, words: InterfaceWords, context: Mapping[str, object]) -> str:
        """Return the text of a template with its values.

        Raises ``ConfigError`` (``theme-template``) where the template is wrong: a user can replace it.
        Any exception is one while templates of the user's take part; without them it is a bug of ours.
        """
        functions = {
            "_": words.gettext,
            "gettext": words.gettext,
            "ngettext": words.ngettext,
            "pgettext": words.pgettext,
            "npgettext": words.npgettext,
        }
        try:
            return _environment(self).get_template(template).render({**context, **functions})
        except TemplateSyntaxError as error:
            raise self._broken(error, error.name or template, error.lineno) from error
        except TemplateNotFound as error:
            problem = f"it names {error.name!r}, which is no template"
            raise self._broken(problem, *_place(error.__traceback__, template)) from error
        except TemplateError as error:
            raise self._broken(error, *_place(error.__traceback__, template)) from error
        except Exception as error:
            if not self.own:
                raise
            problem = f"{type(error).__name__}: {error}".split("\n")[0]
            raise self._broken(problem, *_place(error.__traceback__, template)) from error

    def _broken(self, problem: object, name: str, line: int) -> ConfigError:
        return _broken(problem, name, line, self.folder if name in self.own else "")


def load_theme(
    files: Mapping[str, bytes],
    interface: Mapping[str, bytes] = _NOTHING,
    own: frozenset[str] = frozenset(),
    folder: str = "",
    *,
    highlight_code: bool = False,
) -> Theme:
    """Return the theme of ``templates/…``, ``static/…`` and ``locales/xx/LC_MESSAGES/toolkit-ui.po``.

    ``files`` are by name below ``toolkit/publish``, the user's in place of the shipped ones; ``interface``
    holds the project's own PO files by gettext locale, whose words win one by one; ``own`` names the
    templates that are the user's, and ``folder`` is where they stand. With ``highlight_code`` the style ends
    with the rules of ``code.css``. Raises ``CatalogError`` for a PO file that cannot be read and
    ``ConfigError`` (``theme-template``) for a template that is no text.
    """
    templates, static, catalogs = {}, {}, {}
    for path, content in files.items():
        part, _, name = path.partition("/")
        if part == "templates":
            templates[name] = _text(name, content, folder if name in own else "")
        elif part == "static":
            static[name] = content
        elif part == "locales" and name.endswith(".po"):
            tag = LocaleTag.parse(name.partition("/")[0])
            catalogs[tag] = dict(read_words(content, path, tag))
    for locale, content in interface.items():
        tag = LocaleTag.parse(locale)
        words = read_words(content, f"locales/{locale}/LC_MESSAGES/toolkit-ui.po", tag)
        catalogs[tag] = {**catalogs.get(tag, {}), **words}
    colours = static.pop(_CODE_STYLE, b"")
    if highlight_code:  # a page has one stylesheet
        static[_STYLE] = b"\n".join((static.get(_STYLE, b""), colours))
    return Theme(templates, static, catalogs, own, folder, highlight_code)


@lru_cache(maxsize=2)
def _environment(theme: Theme) -> Environment:
    def load(name: str) -> tuple[str, str, None] | None:
        # The name of the file stands in tracebacks, and says in which template something went wrong.
        return (theme.templates[name], _FOLDER + name, None) if name in theme.templates else None

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    # Rendering gives each page its own functions of these names; these make the extension compile calls
    # that pass the variables on.
    english = InterfaceWords(LocaleTag("en"), {})
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        english.gettext,
        english.ngettext,
        newstyle=True,
        pgettext=english.pgettext,
        npgettext=english.npgettext,
    )
    return environment


def _text(name: str, content: bytes, folder: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _broken(f"not UTF-8 (byte {error.start + 1})", name, 0, folder) from None


def _place(traceback: TracebackType | None, template: str) -> tuple[str, int]:
    """Return the name and the line of the innermost template that a traceback goes through."""
    name, line = template, 0
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.startswith(_FOLDER):
            name, line = file.removeprefix(_FOLDER), traceback.tb_lineno
        traceback = traceback.tb_next
    return name, line


def _broken(problem: object, name: str, line: int, folder: str) -> ConfigError:
    path = folder + _FOLDER + name
    hint = "correct it in your theme folder, or delete it there to use the shipped one"
    return ConfigError(
        f"the template is wrong: {problem}", rule="theme-template", path=path, line=line, hint=hint
    )
