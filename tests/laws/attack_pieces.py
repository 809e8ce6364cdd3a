"""Pieces of translations that mean harm: a grammar of what an attacker would write into a msgstr."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from hypothesis import strategies as st

_CODE = "alert(1)"
_HOSTS = ("evil.example", "EVIL.example", "evil。example", "xn--vil-vma.example", "[::1]", "u:p@evil.example")
SCHEMES = (
    *("javascript:", "JaVaScRiPt:", "java\nscript:", "java\tscript:", "\x01javascript:", "javascript&colon;"),
    *("javascript&#58;", "javascript&#x3a;", "&#106;avascript:", "&#0000106avascript:", "javascript%3a"),
    *(
        "j%61vascript:",
        "vbscript:",
        "VBSCRIPT:",
        "data:text/html,",
        "data:text/html;base64,",
        "data:image/svg+xml,",
    ),
    *(
        "file:///",
        "blob:",
        "livescript:",
        "view-source:javascript:",
        "feed:javascript:",
        "jar:",
        "\\javascript:",
    ),
)
URLS = (
    *(f"{scheme}{_CODE}" for scheme in SCHEMES),
    *(
        f"{slashes}{host}/x"
        for slashes, host in product(("https://", "//", "http:", "\\\\", "/\\", "/\t/"), _HOSTS)
    ),
    *("https://good.example@evil.example/", "https://good.example.evil.example/", "https:evil.example"),
    *("https://good.example\\@evil.example", "https://good.example:443@evil.example", "//%65vil.example"),
    *(
        "../../../etc/passwd",
        "..%2f..%2fetc/passwd",
        ".git/config",
        "?x",
        "#fn1",
        "#toolkit-content",
        "mailto:a@b.c",
    ),
    *(
        "https://good.example/&#47;../x",
        "tel:1",
        "ftp://evil.example",
        "<javascript:alert(1)>",
        "www.evil.example",
    ),
)
TAGS = (
    *(
        "script",
        "SCRIPT",
        "scr\0ipt",
        "svg",
        "math",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "button",
    ),
    *(
        "base",
        "meta",
        "link",
        "style",
        "template",
        "details",
        "video",
        "audio",
        "a",
        "b",
        "p",
        "div",
        "body",
        "x-y",
    ),
    *(
        "textarea",
        "title",
        "plaintext",
        "noscript",
        "xmp",
        "table",
        "select",
        "marquee",
        "isindex",
        "sub",
        "frameset",
    ),
)
ATTRIBUTES = (
    *(
        "onerror=alert(1)",
        "onload='alert(1)'",
        'onclick="x"',
        "ONFOCUS=x autofocus tabindex=1",
        "ontoggle=x open",
    ),
    *(
        "style=x:y",
        "id=guide",
        "id='toolkit-content'",
        "name=location",
        "class=notice",
        "href=javascript:x",
        "lang=de",
    ),
    *(
        "src=//evil.example",
        "srcset='//evil.example 2x'",
        "action=//evil.example",
        "formaction=javascript:x",
        "dir=rtl",
    ),
    *(
        "http-equiv=refresh content='0;url=//evil.example'",
        "srcdoc='<script>'",
        "xlink:href=data:x",
        "ping=//evil",
    ),
    *(
        'title="x"',
        "alt='x'",
        "hidden",
        "contenteditable",
        "data-x=1",
        "background=//evil.example",
        "target=_blank",
    ),
)
_SPACES = (" ", "/", "\n", "\t", "  ", "\x0c", "")
BREAKERS = (
    *(
        "<!-- ",
        "-->",
        "--!>",
        "<!-->",
        "<![CDATA[",
        "]]>",
        "<?php ",
        "?>",
        "<!DOCTYPE x [",
        "```",
        "~~~",
        "````md",
    ),
    *(
        "---",
        "---\nlayout: evil\n---",
        "+++",
        "...",
        "===",
        "\n\n",
        "\n---\n",
        "\r\n\r\n",
        "\u2028",
        "\u0085",
        "\x0b",
    ),
    *(
        "# x",
        "> x",
        "- x",
        "1. x",
        "    x",
        "\tx",
        "|---|---|",
        "| a | b |",
        ": x",
        ":::danger",
        "!!! note",
        "[TOC]",
    ),
    *(
        "&",
        "&lt;script&gt;",
        "&#60;script&#62;",
        "&lt",
        "&amp;lt;b&gt;",
        "&#x3C;b>",
        "&NewLine;",
        "&Tab;",
        "&#0;",
    ),
    *(
        "</p>",
        "</div>",
        "</main></article>",
        "</title>",
        "</script>",
        "</style>",
        "</textarea>",
        "<",
        ">",
        '"',
        "'",
    ),
    *(
        "`",
        "``",
        "*",
        "**",
        "_",
        "~~",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "][",
        "]:",
        "[^",
        "^[",
        "|",
        "$",
        "$$",
    ),
)
TEMPLATES = (
    *(
        "{{ 7 * 7 }}",
        "{% include '/etc/passwd' %}",
        "{{< readfile x >}}",
        "{{% x %}}",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
    ),
    *(
        "{0.__class__}",
        "%(secret)s",
        "${alert(1)}",
        "{alert(1)}",
        "\\g<0>",
        "<%= x %>",
        "#{x}",
        "{{{x}}}",
        "@@0@@",
    ),
    *(
        "{#guide}",
        "{: #guide onclick=x}",
        "{.notice #fn1}",
        "{onclick=alert(1)}",
        "{:toc}",
        "{::options /}",
        "{x}`y`",
    ),
    *(
        "{raw:html}`<script>`",
        "{/* x */}",
        "export const a = 1",
        "import x from 'y'",
        "--8<-- '/etc/passwd'",
        "[[x]]",
    ),
)
CONTROLS = (
    "\u202e",
    "\u2066",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\x00",
    "\x08",
    "\x1b[31m",
    "\u2029",
    "\U000e0041",
)


def _links(url: str, label: str) -> Sequence[str]:
    return (
        f"[x]({url})",
        f"[x](<{url}>)",
        f"![x]({url})",
        f'[x]({url} "t")',
        f"<{url}>",
        url,
        f"[{label}]: {url}",
        f"\n\n[{label}]: {url}\n\n",
        f"\n[{label}]: <{url}> 'x'",
        f"[x][{label}]",
        f"![x][{label}]",
        f"[{label}]",
        f"[^{label}]",
        f"[^{label}]: {url}",
        f"^[x {url}]",
        f"[x][\n{label}\n]",
        f'<a href="{url}">x</a>',
        f"<img src={url}>",
        f"<img src='x' srcset='{url}'>",
        f"[![x]({url})]({url})",
        f"[x](\n{url})",
        f'![x](picture.png "{url}" onerror="x")',
        f"*[{label}]: {url}",
    )


def attacks(source: Sequence[str], labels: Sequence[str]) -> st.SearchStrategy[str]:
    """Return texts of hostile pieces; ``source`` are pieces of the document's own, ``labels`` its labels."""
    tag = st.builds(
        lambda open_, name, space, attributes, close: f"{open_}{name}{space}{space.join(attributes)}{close}",
        st.sampled_from(("<", "</", "<", "< ", "&lt;", "\\<", "<\n")),
        st.sampled_from(TAGS),
        st.sampled_from(_SPACES),
        st.lists(st.sampled_from(ATTRIBUTES), max_size=2),
        st.sampled_from((">", "/>", "", ">x", "\n>", "\\>")),
    )
    link = st.builds(
        lambda url, label, form: _links(url, label)[form],
        st.sampled_from(URLS),
        st.sampled_from(tuple(labels)),
        st.integers(0, len(_links("", "")) - 1),
    )
    own = st.sampled_from(tuple(source))
    cut = st.builds(
        lambda text, a, b: text[min(a, b) : max(a, b)], own, st.integers(0, 60), st.integers(0, 60)
    )
    fixed = st.sampled_from((*BREAKERS, *TEMPLATES, *CONTROLS))
    piece = st.one_of(
        tag, link, own, cut, fixed, st.sampled_from(ATTRIBUTES), st.sampled_from(("x", "y", "3"))
    )
    between = st.sampled_from(("", "", " ", "\n", "\n\n", "\\\n", "  \n", "\r", "|", "\t"))
    return st.lists(st.tuples(piece, between), min_size=1, max_size=5).map(
        lambda drawn: "".join(part for pair in drawn for part in pair)
    )
