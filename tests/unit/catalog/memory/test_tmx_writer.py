from __future__ import annotations

import pytest

from toolkit.catalog.memory.tmx_writer import forbidden_in, tmx_text
from toolkit.catalog.memory.unit import Unit
from toolkit.model.locale import LocaleTag

EN, ES, PT_BR = (LocaleTag.parse(tag) for tag in ("en", "es", "pt_BR"))

FILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="l10n-toolkit" creationtoolversion="1.2" segtype="block" o-tmf="po" adminlang="en"\
 srclang="en" datatype="plaintext"/>
<body>
<tu>
<prop type="x-domain">guides.tea</prop>
<prop type="x-context">title</prop>
<tuv xml:lang="en"><seg>Tea &amp; &lt;b&gt;milk&lt;/b&gt;</seg></tuv>
<tuv xml:lang="es"><seg>Té
con &quot;leche&quot;&#13;</seg></tuv>
<tuv xml:lang="pt-BR"><seg>Chá ]]&gt;</seg></tuv>
</tu>
<tu>
<tuv xml:lang="en"><seg>Cup</seg></tuv>
<tuv xml:lang="es"><seg>Taza</seg></tuv>
</tu>
</body>
</tmx>
"""


def test_units_become_a_file_with_nothing_that_changes_by_itself() -> None:
    units = [
        Unit(
            "Tea & <b>milk</b>", ((ES, 'Té\ncon "leche"\r'), (PT_BR, "Chá ]]>")), "title", domain="guides.tea"
        ),
        Unit("Cup", ((ES, "Taza"),)),
    ]
    assert tmx_text(units, EN, "1.2").decode() == FILE


def test_a_memory_without_units_is_a_file_too() -> None:
    assert tmx_text([], PT_BR, "1").decode().endswith("<body>\n</body>\n</tmx>\n")


@pytest.mark.parametrize("character", ["\0", "\b", "\x1b", "\ufffe", "\uffff", "\ud800"])
def test_what_xml_cannot_hold_is_refused_and_never_written(character: str) -> None:
    assert forbidden_in(f"a{character}b") == character
    with pytest.raises(ValueError, match=f"U\\+{ord(character):04X}"):
        tmx_text([Unit("a", ((ES, f"b{character}"),))], EN, "1")


@pytest.mark.parametrize("text", ["", "\t\n\r", "\x7f\x85\u2028", "\ufffd\U0010ffff"])
def test_what_xml_can_hold_is_not_refused(text: str) -> None:
    assert forbidden_in(text) == ""
