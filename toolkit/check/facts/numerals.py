"""The numbers written with digits in a text, and all that each can mean there."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from toolkit.check.facts.fact_text import fact_text, has_digit
from toolkit.check.text_view import TextView
from toolkit.languages.numbers import number_signs

_FRACTIONS: Final = {
    "½": (".5", "1", "2"),
    "¼": (".25", "1", "4"),
    "¾": (".75", "3", "4"),
    "⅓": (".333", "1", "3"),
    "⅔": (".667", "2", "3"),
    "⅛": (".125", "1", "8"),
}
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_NUMERAL = re.compile(
    # What one can begin with is asked first: that is ten times as fast where there are few.
    r"(?=[-.0-9½¼¾⅓⅔⅛⁻⁰¹²³⁴-⁹])(?:"
    # In a name the digits are letters of it: B12, IL-6, COVID-19.
    r"(?P<name>(?<=[A-Za-zА-яЁё])-?[0-9]+(?:[.,-]?[0-9]+)*)"
    r"|(?P<vulgar>[0-9]*[½¼¾⅓⅔⅛])"
    r"|(?P<spaced>(?<![0-9.,])[0-9]{1,3}(?:(?: |[\u00a0\u2009\u202f]+)[0-9]{3})+(?![0-9])"
    r"(?:[.,٫][0-9]+(?![0-9]))?)"
    r"|(?P<bare>(?<![\w.)\]])\.[0-9]+)"
    r"|(?P<plain>[0-9]+(?:[.,٫٬'’·،][0-9]+)*)"
    r"|(?<=[0-9])⁻?(?P<raised>[⁰¹²³⁴-⁹]+))"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,٬'’][0-9]{2,3})*[.,٬'’][0-9]{3}")
_SEPARATOR = re.compile(r"[.,٫٬'’·،]")
_SPACE = re.compile(r"[ \u00a0\u2009\u202f]+")


class Numeral(NamedTuple):
    """A number written with digits."""

    start: int
    stop: int
    written: str
    """As it stands, with ASCII digits."""
    readings: tuple[tuple[str, ...], ...]
    """What it can mean, likeliest first: values in canonical form; several where it can be a list."""

    @property
    def value(self) -> str:
        """The likeliest value."""
        return self.readings[0][0]


def numerals(view: TextView) -> tuple[Numeral, ...]:
    """Return the numbers of a text's prose in order; none in code, addresses, placeholders, references."""
    if not view.of(has_digit) and not _VULGAR.search(view.text):
        return ()
    text = view.of(fact_text)
    decimal = number_signs(view.locale).decimal
    found: list[Numeral] = []
    for match in _NUMERAL.finditer(text):
        written = match[0]
        kind = match.lastgroup
        if kind == "name":
            continue
        if kind == "raised":
            readings: tuple[tuple[str, ...], ...] = ((canonical(match["raised"].translate(_RAISED)),),)
        elif kind == "vulgar":
            readings = _vulgar(written)
        elif kind == "spaced":
            readings = _spaced(written)
        elif kind == "bare":
            readings = ((canonical("", written[1:]),),)
        else:
            readings = readings_of(written, decimal)
        found.append(Numeral(match.start(), match.end(), written, readings))
    return tuple(found)


_VULGAR = re.compile("[½¼¾⅓⅔⅛]")


def canonical(whole: str, fraction: str = "") -> str:
    """Return one spelling for all of a value: ``007`` is ``7``, ``2.50`` is ``2.5``."""
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def readings_of(written: str, decimal: str = ".") -> tuple[tuple[str, ...], ...]:
    """Return what ASCII digits with separators can mean where ``decimal`` is the decimal sign.

    The separators are those of CLDR's locales, of ISO 80000-1, and the Arabic ones.
    """
    if written.isdigit():
        return ((canonical(written),),)
    parts = _SEPARATOR.split(written)
    signs = _SEPARATOR.findall(written)
    last = signs[-1]
    found: list[tuple[str, ...]] = []
    if _GROUPED.fullmatch(written) and len(set(signs)) == 1 and parts[0].strip("0"):
        found.append((canonical("".join(parts)),))
    if (len(signs) == 1 and last not in "'’٬") or (
        len(signs) > 1 and signs.count(last) == 1 == len(set(signs)) - 1
    ):
        as_decimal = (canonical("".join(parts[:-1]), parts[-1]),)
        found.insert(0 if last in (decimal, "٫", "·") else len(found), as_decimal)
    found.append(tuple(canonical(part) for part in parts))
    return tuple(found)


def _spaced(written: str) -> tuple[tuple[str, ...], ...]:
    parts = _SPACE.split(written)
    last, *fraction = re.split(r"[.,٫]", parts[-1])
    tail = canonical(last, fraction[0] if fraction else "")
    return (
        (canonical("".join((*parts[:-1], last)), fraction[0] if fraction else ""),),
        (*(canonical(part) for part in parts[:-1]), tail),
    )


def _vulgar(written: str) -> tuple[tuple[str, ...], ...]:
    fraction, above, below = _FRACTIONS[written[-1]]
    whole = (canonical(written[:-1]),) if written[:-1] else ()
    return (canonical(written[:-1], fraction[1:]),), (*whole, above, below)
