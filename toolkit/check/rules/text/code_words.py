"""Whether a text is code: a comment or a string that stands in a code block."""

from __future__ import annotations

import re

from toolkit.check.pair import Pair

_CODE = re.compile(r"\s*(?://|/\*|#|\"[^\"\n]*\"\s*$)")


def is_code(pair: Pair) -> bool:
    """Tell whether it comes from a code block; the PO files of other extractors show it by its marks."""
    if pair.segment is not None:
        return pair.segment.encoding.in_code
    return _CODE.match(pair.source.text) is not None
