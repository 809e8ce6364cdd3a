"""A script and its direction are those of CLDR."""

from __future__ import annotations

import pytest
from babel.core import Locale
from babel.localedata import locale_identifiers

from toolkit.languages.scripts import direction
from toolkit.model.locale import LocaleTag

RIGHT_TO_LEFT = (
    "ar ara ar_EG he heb iw fa ur ckb yi dv ks sd ug ps syr arz azb "
    "pa_Arab pa_PK az_Arab az_IR uz_AF ha_SD ku_Arab prs"
)

LEFT_TO_RIGHT = "en zh_Hant ja pa az ks_Deva sd_IN ar@latin mn_Mong ku tlh xx"


@pytest.mark.parametrize("text", RIGHT_TO_LEFT.split())
def test_these_are_written_from_right_to_left(text: str) -> None:
    assert direction(LocaleTag.parse(text)) == "rtl"


@pytest.mark.parametrize("text", LEFT_TO_RIGHT.split())
def test_these_are_written_from_left_to_right(text: str) -> None:
    assert direction(LocaleTag.parse(text)) == "ltr"


def test_direction_agrees_with_cldr_for_every_locale_it_has_data_for() -> None:
    # Mongolian in its own script is "ttb" in CLDR; HTML has no such direction, and its lines run as ltr.
    differing = {
        identifier
        for identifier in locale_identifiers()
        if identifier != "root"
        and direction(LocaleTag.parse(identifier))
        != Locale.parse(identifier, resolve_likely_subtags=False).text_direction
    }
    assert {LocaleTag.parse(identifier).script for identifier in differing} <= {"Mong"}
