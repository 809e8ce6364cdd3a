"""An old tag has a new one."""

from __future__ import annotations

import pytest

from toolkit.languages.tags import canonical
from toolkit.model.locale import LocaleTag


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("iw", "he"),
        ("iw_IL", "he_IL"),
        ("tl", "fil"),
        ("sh", "sr@latin"),
        ("sh_Cyrl", "sr@cyrillic"),
        ("fr", "fr"),
    ],
)
def test_an_old_language_code_has_a_new_one(old: str, new: str) -> None:
    assert canonical(LocaleTag.parse(old)) == LocaleTag.parse(new)
