"""Which script a locale is written in, and in which direction that runs."""

from __future__ import annotations

from typing import Literal

from toolkit.languages.tags import canonical, likely_script
from toolkit.model.locale import LanguageOverrides, LocaleTag

# Scripts that Unicode's bidirectional algorithm lays out from right to left.
_RIGHT_TO_LEFT = (
    "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb "
    "Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa "
    "Todr Yezi"
)


def direction(tag: LocaleTag, overrides: LanguageOverrides | None = None) -> Literal["ltr", "rtl"]:
    """Return the direction of the script that the locale is most likely written in."""
    if overrides is not None and overrides.direction:
        return "rtl" if overrides.direction == "rtl" else "ltr"
    return "rtl" if likely_script(canonical(tag)) in _RIGHT_TO_LEFT.split() else "ltr"


def script(tag: LocaleTag) -> str:
    """Return the script that the locale is most likely written in, as ISO 15924 has it; empty where unknown.

    CLDR's likely subtags (UTS 35, part 1): ``Latn``, ``Cyrl``, ``Arab``, ``Jpan``, ``Kore``, ``Hans``.
    """
    return likely_script(canonical(tag)) or ""
