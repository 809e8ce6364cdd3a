"""Where the translation of an article can be worked on: the address that a pattern gives."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from toolkit.model.locale import LocaleTag
from toolkit.model.nearest import did_you_mean

PLACEHOLDERS: Final = ("locale", "tag", "domain", "path")

_BRACES = re.compile(r"\{([^{}]*)\}")
_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2}|\{\})"
# As RFC 3986 has it, without a user: a name in an address of everybody's has no use but to mislead.
_ADDRESS = re.compile(
    r"(?i:https?)://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    rf"(?:[/?]{_CHARACTER}*)?(?:\#{_CHARACTER}*)?"
)


def check_translate_url(pattern: str) -> None:
    """Raise ``ValueError`` for what is no address of the web with known placeholders behind its host."""
    for name in _BRACES.findall(pattern):
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
            hint = did_you_mean(name, PLACEHOLDERS)
            raise ValueError(f"{{{name}}} is not known; " + (hint or f"known are {known}"))
    if not _ADDRESS.fullmatch(_BRACES.sub("{}", pattern)):
        raise ValueError(
            f'"{pattern}" is no address; write it like'
            ' "https://example.org/translate/{domain}/{locale}/", in ASCII'
        )


def translate_url(pattern: str, locale: LocaleTag, domain: str, path: str) -> str:
    """Return the address for a PO file; empty without a pattern.

    ``{locale}`` is the language as PO files spell it, ``pt_BR``, and ``{tag}`` as HTML does, ``pt-BR``;
    ``{path}`` is where the file stands below the project folder, with ``/``.  Values are percent-encoded.
    """
    values = {
        "locale": quote(locale.gettext, safe=""),
        "tag": quote(locale.bcp47, safe=""),
        "domain": quote(domain, safe=""),
        "path": quote(path, safe="/"),
    }
    return _BRACES.sub(lambda found: values[found[1]], pattern)
