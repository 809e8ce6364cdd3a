"""Which scripts a language is written in, and which script a letter belongs to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from toolkit.languages.scripts import script
from toolkit.model.locale import LocaleTag

_RANGES: Final = {
    "Latn": (
        "0041-005a 0061-007a 00aa 00ba 00c0-00d6 00d8-00f6 00f8-02af 1d00-1d25 1d62-1d65 "
        "1d6b-1d9a 1e00-1eff 2090-209c 2184 2c60-2c7f a722-a787 a78b-a7ff ab30-ab5a ab60-ab64 "
        "ab66-ab68 fb00-fb06 ff21-ff3a ff41-ff5a"
    ),
    "Grek": (
        "0370-0374 0376-037d 037f 0386 0388-03f5 03f7-03ff 1d26-1d2a 1d66-1d6a 1f00-1fbc 1fbe "
        "1fc2-1fcc 1fd0-1fdb 1fe0-1fec 1ff2-1ffc ab65"
    ),
    "Cyrl": "0400-0481 048a-052f 1c80-1c88 1d2b a640-a66e a67f-a69b",
    "Armn": "0531-0559 0560-0588 fb13-fb17",
    "Hebr": "05d0-05f2 fb1d-fb28 fb2a-fb4f",
    "Arab": (
        "0620-064a 066e-06d3 06d5 06e5-06e6 06ee-06ef 06fa-06fc 06ff 0750-077f 0870-0887 "
        "0889-08c9 fb50-fbb1 fbd3-fd3d fd50-fdc7 fdf0-fdfb fe70-fefc"
    ),
    "Syrc": "0710-074f 0860-086a",
    "Thaa": "0780-07b1",
    "Nkoo": "07ca-07f5 07fa",
    "Deva": "0904-0961 0971-097f a8f2-a8f7 a8fb a8fd-a8fe",
    "Beng": "0980-09e1 09f0-09f1 09fc",
    "Guru": "0a05-0a5e 0a72-0a74",
    "Gujr": "0a85-0ae1 0af9",
    "Orya": "0b05-0b61 0b71",
    "Taml": "0b83-0bd0",
    "Telu": "0c05-0c61",
    "Knda": "0c80 0c85-0ce1 0cf1-0cf2",
    "Mlym": "0d04-0d4e 0d54-0d56 0d5f-0d61 0d7a-0d7f",
    "Sinh": "0d85-0dc6",
    "Thai": "0e01-0e33 0e40-0e46",
    "Laoo": "0e81-0ec6 0edc-0edf",
    "Tibt": "0f00 0f40-0f6c 0f88-0f8c",
    "Mymr": "1000-103f 1050-108e a9e0-a9ef a9fa-a9fe aa60-aa76 aa7a-aa7f",
    "Geor": "10a0-10fa 10fd-10ff 1c90-1cbf 2d00-2d2d",
    "Ethi": "1200-135a 1380-138f 2d80-2dde ab01-ab2e",
    "Cher": "13a0-13fd ab70-abbf",
    "Cans": "1401-166c 166f-167f 18b0-18f5",
    "Khmr": "1780-17b3 17d7 17dc",
    "Mong": "1820-18aa",
    "Tfng": "2d30-2d6f",
    "Kana": "3041-3096 309d-309f 30a1-30fa 30fc-30ff 31f0-31ff ff66-ff9f",
    "Bopo": "3105-312f 31a0-31bf",
    "Hang": "1100-11ff 3131-318e a960-a97c ac00-d7fb ffa0-ffdc",
    "Hani": "3005-3006 3400-4dbf 4e00-9fff f900-fad9",
}
"""Letters by ISO 15924 code, in hexadecimal, after the Unicode Character Database; both kana are ``Kana``."""


def _in_class(ranges: str) -> str:
    bounds = (one.split("-") for one in ranges.split())
    return "".join(f"\\U{int(one[0], 16):08x}-\\U{int(one[-1], 16):08x}" for one in bounds)


_BLOCKS: Final = {code: _in_class(ranges) for code, ranges in _RANGES.items()}

_WRITTEN_IN: Final = {
    "Jpan": ("Hani", "Kana"),
    "Hrkt": ("Kana",),
    "Kore": ("Hang", "Hani"),
    "Hans": ("Hani", "Bopo"),
    "Hant": ("Hani", "Bopo"),
    "Aran": ("Arab",),
}

_ALSO: Final = {
    "az": ("Cyrl", "Arab"),
    "ber": ("Latn", "Arab", "Tfng"),
    "bs": ("Cyrl", "Latn"),
    "ha": ("Arab",),
    "hak": ("Latn",),
    "hif": ("Deva",),
    "iu": ("Latn",),
    "kab": ("Tfng",),
    "kk": ("Latn", "Arab"),
    "kok": ("Latn",),
    "ks": ("Deva",),
    "ku": ("Arab", "Cyrl"),
    "ky": ("Arab", "Latn"),
    "mn": ("Mong",),
    "ms": ("Arab",),
    "nan": ("Latn", "Hani"),
    "pa": ("Arab",),
    "rif": ("Tfng", "Arab"),
    "sd": ("Deva",),
    "shi": ("Latn", "Tfng", "Arab"),
    "sr": ("Latn",),
    "tg": ("Latn", "Arab"),
    "tk": ("Cyrl", "Arab"),
    "tt": ("Latn",),
    "tzm": ("Latn", "Tfng", "Arab"),
    "ug": ("Latn", "Cyrl"),
    "uz": ("Cyrl", "Arab"),
    "zgh": ("Latn", "Arab"),
}
"""What languages are written in besides the likely script (CLDR, supplemental ``languageData``)."""

_PATTERNS: Final = {code: re.compile(f"[{ranges}]") for code, ranges in _BLOCKS.items()}


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """Return the script of a letter by its ISO 15924 code; empty for one that we do not tell apart."""
    return next((code for code, pattern in _PATTERNS.items() if pattern.match(letter)), "")


@lru_cache(maxsize=256)
def scripts_of(tag: LocaleTag) -> tuple[str, ...]:
    """Return the scripts a locale is written in; none where we do not know them all."""
    likely = script(tag)
    own = _WRITTEN_IN.get(likely, (likely,))
    if any(code not in _BLOCKS for code in own):
        return ()
    return own if tag.script else (*own, *_ALSO.get(tag.language, ()))


@lru_cache(maxsize=256)
def letters_of(scripts: tuple[str, ...]) -> str:
    """Return the letters of scripts as the inside of a character class."""
    return "".join(_BLOCKS[code] for code in scripts)


SCRIPTS: Final = tuple(_BLOCKS)
"""All scripts that we tell apart."""
