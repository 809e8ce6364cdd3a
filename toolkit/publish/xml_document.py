"""An XML document as bytes, the same for the same elements."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

# https://www.w3.org/TR/xml/#charsets: XML 1.0 has no way to write the others, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_document(root: ET.Element) -> bytes:
    """Return a document in UTF-8, indented, ending in a newline.

    The names of elements may have prefixes that the root declares. A character that XML cannot hold
    becomes U+FFFD.
    """
    ET.indent(root)
    text = _FORBIDDEN.sub("\ufffd", ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
