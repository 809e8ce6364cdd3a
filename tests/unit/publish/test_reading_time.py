from __future__ import annotations

import pytest

from toolkit.publish.reading_time import reading_minutes


@pytest.mark.parametrize(
    ("html", "script", "minutes"),
    [
        ("", "Latn", 1),
        ("<p>word</p> " * 200, "Latn", 1),
        ("<p>word</p> " * 1000, "Latn", 5),
        ("слово " * 1840, "Cyrl", 10),
        ("كلمة " * 1380, "Arab", 10),
        ("字" * 2550, "Hans", 10),
        ("字" * 3570, "Jpan", 10),
        ("हिन्दी " * 1800, "Deva", 10),
        ("ก" * 6000, "Thai", 10),
        # English passages on a Japanese page count as words, at the rate of other scripts.
        ("字" * 1785 + "word " * 900, "Jpan", 10),
        ("word – &amp; ... " * 400, "Latn", 2),
        ('<a title="one two three">word</a> ' * 400, "Latn", 2),
        ("<!-- " + "word " * 4000 + "--><SCRIPT>" + "word " * 4000 + "</script >word", "Latn", 1),
    ],
)
def test_reading_takes_as_long_as_the_text_in_its_script(html: str, script: str, minutes: int) -> None:
    assert reading_minutes(html, script) == minutes
