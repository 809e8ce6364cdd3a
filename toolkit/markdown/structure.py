"""Law 4: whether an edition has the block structure of its source, and every text where it belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markdown_it.token import Token

from toolkit.markdown.parser import Env
from toolkit.markdown.placement.normal_text import same_content

_VERBATIM = frozenset({"fence", "code_block", "html_block", "copied"})


def same_structure(
    source: Sequence[Token],
    source_env: Env,
    edition: Sequence[Token],
    edition_env: Env,
    expected: Mapping[int, str],
    titles: Mapping[str, str],
) -> bool:
    """Tell whether two parses have the same blocks, and each inline run the content it should have.

    ``expected`` maps the index of a token to the content put there, ``titles`` the label of a definition
    to its title; all others must be as in the source.  Code, raw HTML, attributes, list tightness,
    reference definitions and footnote labels count as structure.
    """
    if len(source) != len(edition):
        return False
    for index, (old, new) in enumerate(zip(source, edition, strict=True)):
        if old.type != new.type or old.tag != new.tag or old.nesting != new.nesting:
            return False
        if old.type == "inline":
            if not same_content(expected.get(index, old.content), new.content):
                return False
        elif (
            old.level != new.level
            or old.hidden != new.hidden
            or old.attrs != new.attrs
            or old.info != new.info
            or (
                old.type in _VERBATIM
                and old.content != new.content
                and not (index in expected and same_content(expected[index], new.content))
            )
            or (old.type == "footnote_reference_open" and old.meta["label"] != new.meta["label"])
            or (old.type == "list_item_open" and old.meta.get("checked") != new.meta.get("checked"))
        ):
            return False
    return _definitions(source_env, titles) == _definitions(edition_env, {})


def _definitions(env: Env, titles: Mapping[str, str]) -> tuple[dict[str, tuple[str, str]], frozenset[str]]:
    references = {
        label: (definition["href"], titles.get(label, definition["title"]))
        for label, definition in env.get("references", {}).items()
    }
    footnotes = frozenset(env.get("footnotes", {}).get("refs", ()))
    return references, footnotes
