"""Readers are served from near to far, and never in another script."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.unit.languages.locale_tags import REAL, WELL_FORMED
from toolkit.languages.fallback import fallback_chain
from toolkit.languages.scripts import direction
from toolkit.model.locale import LocaleTag


@given(WELL_FORMED | REAL)
def test_a_fallback_chain_starts_with_the_tag_and_ends(tag: LocaleTag) -> None:
    chain = fallback_chain(tag)
    assert chain[0] == tag
    assert len(set(chain)) == len(chain) <= 8


@given(WELL_FORMED | REAL)
def test_a_fallback_never_changes_the_direction_of_the_script(tag: LocaleTag) -> None:
    chain = fallback_chain(tag)
    assert len({direction(kind) for kind in chain}) == 1


@pytest.mark.parametrize(
    "chain",
    [
        "fr",
        "fr_CA fr",
        "pt_AO pt_PT pt",
        "es_MX es_419 es",
        "en_AU en_001 en",
        "zh_TW zh_Hant_TW zh_Hant",
        "zh_MO zh_Hant_MO zh_Hant_HK zh_Hant",
        "zh_CN zh_Hans_CN zh_Hans zh",
        "zh zh_Hans",
        "sr_RS@latin sr@latin",
        "sr_ME sr_ME@latin sr@latin",
        "pa_PK pa_Arab_PK pa_Arab",
        "tg_PK tg_Arab_PK tg_Arab",
        "ca_ES@valencia ca_ES ca",
        "iw he",
        "sh sr@latin",
        "nb no",
    ],
)
def test_readers_are_served_from_near_to_far(chain: str) -> None:
    tags = chain.split()
    assert [tag.gettext for tag in fallback_chain(LocaleTag.parse(tags[0]))] == tags
