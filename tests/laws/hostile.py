"""Translations that would open, close or change a block if they were copied as they are."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = (
    *("1. uno", "2) dos", "1.", "123456789. x", "- guión", "-", "* a", "+ a", "# título", "#", "###### a", "> cita"),
    *(">", ">x", "    cuatro", "\ttab", "| a | b |", "a | b", "|", "a|", "|a", "\\|", "a\\|b", "a\\\\|b", "|-|-|"),
    *("---", "- - -", "***", "* * *", "___", "===", "=", "--", ":-", "-|-", ":--|--:", "|---|---|", "-:"),
    *("```", "```rust", "``` a ` b", "```x```", "~~~", "~~~ a", "~~a~~", "[x]: y", "[x]: <y> 'z'", "[^x]: y"),
    *("[a b]:", "[x]:\ny", "[^1]: nota", ": def", "~ def", ":", "[ ] tarea", "[x] tarea", "[X]", "[!NOTE]"),
    *("[!warning] a", "[!NOTE]\na", "<div>", "</div>", "<div", "<!--", "<!-- a -->", "<script>", "<?php", "<!DOCTYPE"),
    *("<![CDATA[x]]>", "<b>", "<b class='x'>", "</b>", "<img src='a' alt='b'>", "<a href='b'>\n", "<pre>", "<x-y>"),
    *("a\\", "\\", "a\\\\", "a  ", "a\n\nb", "a\n\n\n", "a\nb", "a\n- b", "a\n1. b", "a\n# b", "a\n> b", "a\n==="),
    *("a\n---", "a\n|-|", "a\n: b", "a\n[x]: y", "a\n```", "a\n    b", "a\n<div>", "a\\\nb", "a  \nb", "a\rb", "a\r\nb"),
    *("a\u2028b", "a\u2028", "\u2028", "\u0085", "a\u0085", "a #", "a ##", "#a", "a#", "a \\#", "a {#b}", "{#b}"),
    *("`a", "a `b\nc` d", "``", "`a\n- b`", "`|`", "a`|", " ", "", "\t\n", "\u00a0", "\u00a0a\u00a0", "a\u00a0"),
    *("\u00a0- a", "\ufeff", "\ufeffa", "a\ufeff", "\x0c", "a\x0c", "\x0ca", "a\x0cb", "a\x0b", "\0", "&nbsp;"),
    *("&#32;", "&#10;", "* a | b", "a | b\n---|---", "10) T", "a\n\u00a0\nb", "a\n\x0c", "a\n\x0c\nb", "::: note"),
    *("[a](b\nc)", "[^9]", "^[n]", "^[", "[", "]", "](", "[[[[", "!!!", "{{< x >}}", "{% x %}", "日本\n語", "\u3000a"),
    *("<a\n> b", "<!-- a\n- b -->", "a\n~~~", "a\n***", "a\n- - -", "a\n- ", "a\n-", "a\n+", "a\n=", "a\n[ ] b", "\\# a"),
    *("- a\n- b", "> a\n> b", "```\na\n```", "# a\n# b", "a\n    - b", "a\n\t\n", "<b>\n", "a\n<b>", "a\n</b>"),
)
_SPICES = st.sampled_from(HOSTILE)
TRANSLATIONS = st.one_of(
    _SPICES,
    _SPICES,
    st.tuples(_SPICES, st.sampled_from((" ", "\n", "  \n", "", "\\\n")), _SPICES).map("".join),
    st.lists(st.sampled_from((*"ab \n\n|-#>`[]:~\\<*1.=", "  ", "\u00a0")), max_size=10).map("".join),
)
"""What a careless or a hostile translator could write."""
