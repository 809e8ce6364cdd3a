"""Values of ``Plural-Forms`` that many files have, and that tell apart less than today's tables."""

from __future__ import annotations

from typing import Final

OLDER_PLURAL_FORMS: Final = {
    "cy": ("nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;",),
    "ga": ("nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;",),
    "he": ("nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;", "nplurals=2; plural=(n != 1);"),
    "lv": ("nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2;",),
}
"""By language.

Irish and Latvian are so in gettext's manual ("Plural forms"), Welsh in the Translate Toolkit's guide;
Hebrew has lost its form for tens in CLDR 42, and had two forms only in older editors.
"""
