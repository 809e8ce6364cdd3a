"""Publishing changes nothing of a Markdown edition but the destinations that would lead nowhere."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.small_site import small_site

RAW = ('<a href="only.md">', "<a href='only.md' x>", "<a\nhref=only.md>", '<img src="only.md"/>', "</a>")
PLAIN = (
    "[x](only.md)",
    "[x](<only.md> 't')",
    "[r]",
    "![y](only.md)",
    "`",
    "``",
    "<!--",
    "-->",
    "\\",
    "|",
    "^[",
)
BLOCKS = (
    *("\n\n", "\n", "> ", "- ", "    ", "```\n", "<p>\n", "<script>", "</script>", "# ", "\t", "]", "w "),
    *("\n\n| a |\n|---|\n| ", "\n\n[r]: only.md\n\n", "\n\n[^1]: ", "[^1]", "\r\n", "\r"),
)
TEXTS = st.lists(st.sampled_from((*RAW, *RAW, *PLAIN, *BLOCKS)), max_size=25).map("".join)


def text_of(html: str) -> str:
    """Return the text of an article, without the links to other pages below it."""
    text = html.partition('<div class="text">')[2].partition('<nav class="neighbours"')[0]
    return text.partition('<section class="about"')[0]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example('| a |\n|---|\n| <a href="only.md"> | [x](only.md) |\n')
@example("> - <p>\n>   <a\n>   href=only.md>\n")
@example('[x](<<a href="only.md">>) <a href="only.md">')
def test_only_destinations_of_articles_that_are_not_there_change(text: str) -> None:
    page = f"# T\n\n{text}"
    site = small_site({"page": page, "only": "# Only\n"}, {"fr": {"T": "Té"}})
    edition = site.outputs["markdown/fr/page.md"].decode()
    assert site.outputs["markdown/en/page.md"].decode() == page
    rewritten = edition.replace("../en/only.md", "only.md").replace("# Té", "# T", 1)
    # Pointed brackets are not needed around an address without spaces.
    assert rewritten.replace("(<only.md>", "(only.md") == page.replace("(<only.md>", "(only.md")
    # What leads to the article on one page does so on the other.
    english, french = (text_of(site.html(f"{locale}/page")) for locale in ("en", "fr"))
    assert french.count("../en/only.html") == english.count("only.html")
    assert "../en/only.md" not in french
