"""Code cut into tokens by Pygments, by the language that its fence names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

_LONGEST: Final = 10_000
"""Characters of code that is read; some rules take time with the square of it."""
# By any of Pygments' names.  Many of its 500 lexers have rules that never end on a hostile text.
_NAMES: Final = (
    "ada awk bash bat c clojure cmake coffeescript common-lisp cpp crystal csharp css cuda cython d dart "
    "delphi django docker elixir elm emacs-lisp erlang fish fortran fsharp gdscript glsl go graphql groovy "
    "haskell hcl hlsl html ini java javascript json json5 julia kotlin less lua make matlab meson nginx "
    "nim nix objective-c ocaml octave perl php postgresql powershell prolog properties protobuf puppet "
    "python python2 r racket ruby rust sass scala scheme scss solidity sql sqlite3 swift tcl terraform mysql "
    "tex toml tsx typescript vb.net verilog vhdl vim vue xml yaml zig"
)
_LANGUAGES: Final = frozenset(_NAMES.split())
SHOWN_LANGUAGES: Final = _LANGUAGES | frozenset(
    ("console", "diff", "html+django", "jsx", "po", "psql", "pwsh-session", "pycon")
)
"""Those that are coloured: with some whose comments are not read."""
_LANGUAGE = re.compile(r"[^\s,{}:=\"']+")


class CodeToken(NamedTuple):
    """A piece of code and what it is."""

    start: int
    kind: str
    """Pygments' name of the token's type, with points: ``Comment.Single``."""
    text: str


def code_language(info: str) -> str:
    """Return the language that the info string of a fence names, or nothing."""
    match = _LANGUAGE.match(info)
    return match[0].lower() if match else ""


def code_tokens(info: str, code: str) -> list[CodeToken]:
    """Return the tokens of a fence's code, in order and without gaps; none for an unknown language."""
    return _tokens(_lexer(code_language(info)), code)


def shown_tokens(language: str, code: str) -> list[CodeToken]:
    """Return the tokens of code to be coloured, in order and without gaps; none for an unknown language."""
    return _tokens(_lexer(language, SHOWN_LANGUAGES), code)


def is_markup(info: str) -> bool:
    """Tell whether strings of a language are values of attributes."""
    lexer = _lexer(code_language(info))
    return lexer is not None and any("html" in name or "xml" in name for name in lexer.mimetypes)


def _tokens(lexer: Any, code: str) -> list[CodeToken]:
    if lexer is None or len(code) > _LONGEST:
        return []
    tokens = [
        CodeToken(start, ".".join(kind), text)
        for start, kind, text in lexer.get_tokens_unprocessed(code)
        if text
    ]
    # A few lexers leave something out or give it out of order; their offsets are of no use.
    return tokens if "".join(token.text for token in tokens) == code else []


@lru_cache(maxsize=64)
def _lexer(language: str, languages: frozenset[str] = _LANGUAGES) -> Any:
    # Imported here: few projects translate comments or colour code, and nobody else should wait for it.
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    if not language:
        return None
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    return lexer if languages.intersection(lexer.aliases) else None
