"""Templates, static files and interface words: what pages look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from toolkit.errors import ConfigError
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import MessageKey
from toolkit.publish.interface_words import Forms, InterfaceWords, read_words

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything that pages are made of beside their content; picklable."""

    templates: Mapping[str, str] = field(hash=False)
    """By name below ``templates/``."""
    static: Mapping[str, bytes] = field(hash=False)
    """By name below ``static/``."""
    catalogs: Mapping[LocaleTag, Mapping[MessageKey, Forms]] = field(hash=False)
    """The interface words by locale."""

    def words(self, locale: LocaleTag) -> InterfaceWords:
        """Return the interface words for the pages of a locale."""
        return InterfaceWords(locale, self.catalogs)

    def render(self, template: str, words: InterfaceWords, context: Mapping[str, object]) -> str:
        """Return the text of a template with its values.

        Raises ``ConfigError`` (``theme-template``) where the template is wrong: a user can replace it.
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
            raise _broken(error, error.name or template, error.lineno) from error
        except TemplateNotFound as error:
            raise _broken(f"it names {error.name!r}, which is no template", template, 0) from error
        except TemplateError as error:
            raise _broken(error, template, 0) from error


def load_theme(files: Mapping[str, bytes], interface: Mapping[str, bytes] = _NOTHING) -> Theme:
    """Return the theme of ``templates/…``, ``static/…`` and ``locales/xx/LC_MESSAGES/toolkit-ui.po``.

    ``files`` are by name below ``toolkit/publish``, the user's in place of the shipped ones; ``interface``
    holds the project's own PO files by gettext locale, whose words win one by one. Raises ``CatalogError``
    for a PO file that cannot be read and ``ConfigError`` (``theme-template``) for a template that is no text.
    """
    templates, static, catalogs = {}, {}, {}
    for path, content in files.items():
        folder, _, name = path.partition("/")
        if folder == "templates":
            templates[name] = _text(name, content)
        elif folder == "static":
            static[name] = content
        elif folder == "locales" and name.endswith(".po"):
            tag = LocaleTag.parse(name.partition("/")[0])
            catalogs[tag] = dict(read_words(content, path, tag))
    for locale, content in interface.items():
        tag = LocaleTag.parse(locale)
        own = read_words(content, f"locales/{locale}/LC_MESSAGES/toolkit-ui.po", tag)
        catalogs[tag] = {**catalogs.get(tag, {}), **own}
    return Theme(templates, static, catalogs)


@lru_cache(maxsize=4)
def _environment(theme: Theme) -> Environment:
    environment = Environment(
        loader=DictLoader(dict(theme.templates)),
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


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _broken(f"not UTF-8 (byte {error.start + 1})", name, 0) from None


def _broken(problem: object, name: str, line: int) -> ConfigError:
    path = f"templates/{name}"
    hint = "correct it in your theme folder, or delete it there to use the shipped one"
    return ConfigError(
        f"the template is wrong: {problem}", rule="theme-template", path=path, line=line, hint=hint
    )
