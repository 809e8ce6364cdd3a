"""Texts are wrapped as msgcat wraps them, and a file tells the width at which it is."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import require_tool
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.catalog.po.wrapping import visible_width, wrap
from toolkit.model.catalog import Previous
from toolkit.model.segment import MessageKey

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
PER_LANGUAGE = 400

WORDS = {
    "en": 'The quick (really) well-known, fox; 50% of 1,000.5 items... "quoted" `code` **bold** don\'t C++ '
    "[link](path/to) and/or state-of-the-art /usr/bin/x --option=value %s {name} $5 a—b – C#",
    "fr": "L’éclair du « cœur » n'est pas là : où êtes-vous ? C'est-à-dire, aujourd'hui ! dès qu’il d’œufs "
    "50 % ; voilà 1 000,5 €",
    "ru": "Быстрая лиса перепрыгивает через ленивую собаку; «кавычки» — тире, 5 % и т. д., из-за кое-кто… №5",
    "ar": "الثعلب البني السريع يقفز فوق الكلب الكسول، هل هذا صحيح؟ نعم؛ ٥٠٪ من «العناصر» والسَّلامُ",
    "ko": "빠른 갈색 여우가 게으른 개를 뛰어넘습니다. 한국어는 띄어쓰기가 있는 언어이다(예: 서울). “인용” "
    "50% 입니다!",
    "hi": "तेज़ भूरी लोमड़ी आलसी कुत्ते के ऊपर कूदती है। क्या यह सही है? हाँ, ५०% “उद्धरण” स्त्री-पुरुष",
    "zh": "快速的棕色狐狸跳过懒狗。 这是一个“测试”,真的吗? 是的!(括号)《书名》、50%的Rust代码 和 API——省略……",
    "ja": "素早い茶色の狐がのろまな犬を飛び越える。 「引用」です、本当ですか? はい!ッャ ゃっ・ー "
    "カタカナ Rustのコード",
}


def texts(language: str) -> list[str]:
    """Return random texts, drawn with a fixed seed: many of them need one process of msgcat only."""
    draw = random.Random(language)
    words = WORDS[language].split(" ")
    between = ([""] * 10 if language in {"zh", "ja"} else [" "] * 12) + [" ", "  ", "\n", "\t", ' "x" ', "\\"]
    return [
        f"{number} " + "".join(draw.choice(words) + draw.choice(between) for _ in range(draw.randint(1, 30)))
        for number in range(PER_LANGUAGE)
    ]


def msgcat(text: str, folder: Path, *options: str) -> str:
    """Return what msgcat makes of a file."""
    (folder / "in.po").write_bytes(text.encode())
    command = [require_tool("msgcat"), *options, "in.po"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout.decode()


def entries(language: str, width: int | None) -> list[str]:
    """Return entries of random texts in every field, active and obsolete."""
    drawn = texts(language)
    return [
        format_entry(
            MessageKey(other if number % 7 == 0 else None, text),
            other,
            plural=other if number % 5 == 0 else None,
            forms=(other, text, "") if number % 5 == 0 else (),
            flags=["fuzzy"] if number % 3 == 0 else ["no-wrap"] if number % 11 == 0 else [],
            previous=Previous(other, text) if number % 3 == 0 else None,
            obsolete=number % 4 == 0,
            width=width,
        )
        for number, (text, other) in enumerate(zip(drawn, drawn[1:] + drawn[:1], strict=True))
    ]


def sorted_as_msgcat_does(written: list[str]) -> str:
    """Return a file of these entries: msgcat puts obsolete ones last."""
    return "\n".join([HEADER, *sorted(written, key=lambda text: "\n#~ " in f"\n{text}")])


@pytest.mark.parametrize("language", WORDS)
def test_msgcat_leaves_every_wrapped_entry_as_it_is(language: str, tmp_path: Path) -> None:
    # Measured with gettext 0.21: every one of 3,200 entries, three times, in all eight languages.
    for options, width in (((), 79), (("--width=79",), 79), (("--width=60",), 60)):
        written = sorted_as_msgcat_does(entries(language, width))
        assert msgcat(written, tmp_path, *options).split("\n") == written.split("\n")


def test_abbreviations_and_addresses_are_broken_as_gettext_0_21_breaks_them(tmp_path: Path) -> None:
    # The one kind in which versions differ: files of later ones keep them whole in about every tenth entry.
    text = "e.g. see https://example.org/a.b/c?x=1&y=2 i.e. a:b " * 99
    written = f"{HEADER}\n{format_entry(MessageKey(None, text), width=79)}"
    assert 'e."\n"g.' in written
    version = subprocess.run([require_tool("msgcat"), "--version"], capture_output=True, check=True).stdout
    if b" 0.21" not in version.split(b"\n")[0]:
        pytest.skip("msgcat is not of version 0.21, which this compares with")
    assert msgcat(written, tmp_path) == written


@pytest.mark.parametrize("width", [79, 77, 40])
def test_a_file_that_msgcat_wrapped_shows_its_width(width: int, tmp_path: Path) -> None:
    plain = sorted_as_msgcat_does(entries("fr", None))
    wrapped = msgcat(plain, tmp_path, f"--width={width}")
    assert visible_width(read_catalog(wrapped.encode(), "x.po").entries) == width
    crlf = wrapped.replace("\n", "\r\n")
    assert visible_width(read_catalog(crlf.encode(), "x.po").entries) == width


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_entry_that_follows_the_file_s_style_stays_as_it_is(language: str, tmp_path: Path) -> None:
    *others, last = [
        entry for entry in entries(language, None) if not entry.startswith("#~") and "\n#~" not in entry
    ]
    wrapped = msgcat("\n".join([HEADER, *others]), tmp_path)
    (key,) = [entry.key for entry in read_catalog(last.encode(), "x.po").entries]
    width = visible_width(read_catalog(wrapped.encode(), "x.po").entries)
    longer = f"{wrapped}\n{format_entry(key, 'words and more words, ' * 30, width=width)}"
    assert msgcat(longer, tmp_path) == longer


@pytest.mark.parametrize(
    "text",
    [
        "",
        'msgid "short"\nmsgstr "court"\n',
        f'msgid "{"long " * 40}"\nmsgstr "b"\n',
        'msgid ""\n"one\\n"\n"two"\nmsgstr ""\n"eins\\n"\n"zwei"\n',
        f'msgid "{"long " * 40}"\nmsgstr ""\n"by "\n"hand "\n"wrapped"\n',
        '#, no-wrap\nmsgid ""\n"a "\n"b"\nmsgstr "c"\n',
    ],
    ids=["no entry", "short", "long lines", "broken at line ends", "like no program", "no-wrap alone"],
)
def test_a_file_that_wraps_nothing_shows_no_width(text: str) -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Project: words that go on and on, as msgcat wraps in headers "\n"too\\n"\n\n'
    )
    assert visible_width(read_catalog((header + text).encode(), "x.po").entries) is None


def test_an_unusual_width_is_found_by_the_longest_lines() -> None:
    wrapped = "\n".join([HEADER, *entries("en", 64)])
    assert visible_width(read_catalog(wrapped.encode(), "x.po").entries) == 64


def test_without_a_width_nothing_is_wrapped_and_no_library_is_loaded() -> None:
    code = (
        "import sys; from toolkit.catalog.po.text import format_entry; "
        "from toolkit.model.segment import MessageKey; "
        "print(len(format_entry(MessageKey(None, 'long ' * 100))), 'unicode_segmentation_rs' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=Path(__file__).parents[4]
    )
    assert done.stdout.split() == [b"519", b"False"]


def test_a_text_is_never_lost_nor_cut_inside_an_escape_or_a_word() -> None:
    line = 'a\\\\b \\"c\\" long-word https://example.org/path\\n'
    for width in range(3, 60):
        parts = wrap(line, width, 5)
        assert "".join(parts) == line
        assert all(part and not part.startswith(("n", '"')) for part in parts)
        assert parts[-1] != "\\n"
    assert wrap("word" * 50, 20, 1) == ["word" * 50]
    assert wrap("", 20, 1) == [""]
