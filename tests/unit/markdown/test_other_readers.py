"""What looser readers of a dialect could act on is found, and what translators write is not."""

from __future__ import annotations

import pytest

from toolkit.markdown.other_readers import other_markup

ATTACKS = [
    ("Version {{ v }} here.", "Es <img src=x onerror=alert(1) x={{ v }}>"),
    ("Version {{ v }} here.", "[v]( https://evil.example/{{ v }} )"),
    ("Version {{ v }} here.", "<https://evil.example/{{ v }}>"),
    ("Hello", "x <svg/onload=alert(1)>"),
    ("Hello", "\\<img src=x onerror=alert(1)>"),
    ("Hello", "<div/onclick=alert(1)> x"),
    ("Hello", "[c](javascript:alert( 1))"),
    ("Hello", "[c](https://evil.example/a b)"),
    ("Hello", "<https://evil.example/a b>"),
    ("Hello", "**x**{ foo onclick=alert(1) }"),
    ("Hello", "**x**{ onclick=alert('x') }"),
    ("Hello", "**x**{: onclick=\"a('{')\"}"),
    ("Is {f({b:{c:{d:1}}})} here.", "Es {alert(1)+f({b:{c:{d:1}}})}"),
    ('Is {"}" + x} here.', 'Es {"}" + alert(1)} aqui.'),
    ("Hello", '<img src="x"onerror="alert(1)"/>'),
    ("Hello", '<iframe src="javascript:alert(1)"title="x"/>'),
    ("Hello", "</>"),
    ('<A.B x="1">a</A.B>', '<A.C x="evil">a'),
    ("A {{< tab >}}x y{{< /tab >}} b.", "A {{< /tab >}} x {{< tab >}} b."),
    ("{% if x %}b{% endif %}", "{% endif %}b{% if x %}"),
    ("Hello", "${x}"),
]
HARMLESS = [
    ("Hello", "Hola, ¿qué tal? 1 < 2, a > b, <3"),
    ('See [it](a.md "Title") {{ v }}.', 'Ver [eso](a.md "Título") {{ v }}.'),
    ("An <kbd>F1</kbd> key", "La tecla <kbd>F1</kbd>"),
    ('<img src="a.png" alt="A cat"/> sits', '<img src="a.png" alt="Un gato"/> se sienta'),
    ("{name} has {n} items", "{n} cosas tiene {name}"),
    ("Is {f({b: 1})} here.", "Aquí es {f({b: 1})}."),
    ("A {{< tab >}}x{{< /tab >}} b.", "Un {{< tab >}}equis{{< /tab >}} be."),
    ("<https://example.org>", "Véase <https://example.org>"),
]


@pytest.mark.parametrize(("source", "translation"), ATTACKS)
def test_what_a_translation_adds_is_named(source: str, translation: str) -> None:
    assert other_markup(source, translation) is not None


@pytest.mark.parametrize(("source", "translation"), HARMLESS)
def test_what_translators_write_is_let_through(source: str, translation: str) -> None:
    assert other_markup(source, translation) is None
