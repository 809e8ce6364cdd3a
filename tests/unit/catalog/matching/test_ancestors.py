"""Which old message a new one comes from: titled finds."""

from __future__ import annotations

import pytest

from tests.unit.catalog.matching.places import ancestors, place
from toolkit.catalog.matching.ancestors import Ancestor, Place, find_ancestors

FIRST = "The kettle stands on the stove."
SECOND = "Nobody knows who built the harbour."
THIRD = "Eleven ships were lost that winter."
FOURTH = "A letter arrived from the capital."


def test_a_paragraph_that_was_edited_is_told_from_one_that_is_merely_similar() -> None:
    old = [FIRST, "To install the tool, run the `setup` command.", SECOND, THIRD]
    edited = "To install the program, run the `setup` script first."
    similar = "To remove the tool, run the `setup` command."
    assert ancestors(old, [FIRST, edited, SECOND, similar, THIRD]) == {edited: old[1]}


def test_sentences_of_one_pattern_elsewhere_are_new() -> None:
    old = [FIRST, "See [the chapter on traits][traits].", "Run the `fetch` command.", SECOND]
    new = [FIRST, SECOND, "See [the appendix on macros][macros].", THIRD, "Run the `deploy` command."]
    assert ancestors(old, new) == {}


def test_a_new_paragraph_in_the_place_of_one_that_is_gone_is_new() -> None:
    assert ancestors([FIRST, THIRD, SECOND], [FIRST, FOURTH, SECOND]) == {}


def test_half_of_the_words_are_enough_between_neighbours_that_stayed() -> None:
    changed = "Eleven boats sank that winter in the north."
    assert ancestors([FIRST, THIRD, SECOND], [FIRST, changed, SECOND]) == {changed: THIRD}
    assert ancestors([THIRD, FIRST, SECOND], [FIRST, SECOND, FOURTH, changed]) == {}


def test_a_split_paragraph_is_the_ancestor_of_its_parts() -> None:
    whole = f"{SECOND} It is older than the town around it. {THIRD} Since then a light burns on the pier."
    parts = [
        f"{SECOND} It is older than the town around it.",
        f"{THIRD} Since then a light burns on the pier.",
    ]
    assert ancestors([FIRST, whole, FOURTH], [FIRST, *parts, FOURTH]) == dict.fromkeys(parts, whole)


def test_a_small_part_of_a_long_paragraph_is_recognized() -> None:
    rest = "It is older than the town around it, and the stones came from far away over the sea."
    whole = f"{SECOND} {rest} {THIRD} Since then a light burns on the pier every night."
    parts = [SECOND, f"{rest} {THIRD} Since then a light burns on the pier every night."]
    assert ancestors([FIRST, whole, FOURTH], [FIRST, *parts, FOURTH]) == dict.fromkeys(parts, whole)


def test_a_joined_paragraph_comes_from_the_part_it_shares_most_with() -> None:
    long = "Since then a light burns on the pier every night, and a keeper lives beside it."
    joined = f"{THIRD} {long}"
    assert ancestors([FIRST, THIRD, long, SECOND], [FIRST, joined, SECOND]) == {joined: long}


def test_a_short_paragraph_that_took_up_others_is_their_ancestor() -> None:
    addition = (
        "The owners had been warned, but none of them believed the man who read the clouds for a living."
    )
    assert ancestors([FIRST, THIRD, SECOND], [FIRST, f"{THIRD} {addition}", SECOND]) == {
        f"{THIRD} {addition}": THIRD
    }


def test_two_paragraphs_that_were_edited_and_swapped_keep_their_own() -> None:
    third, fourth = "Eleven old ships were lost that winter.", "A long letter arrived from the capital."
    assert ancestors([FIRST, THIRD, FOURTH, SECOND], [FIRST, fourth, third, SECOND]) == {
        third: THIRD,
        fourth: FOURTH,
    }


def test_messages_of_one_pattern_in_one_place_keep_their_order() -> None:
    old = [FIRST, *[f"Listing {n}: the code" for n in (1, 2, 3)], SECOND]
    new = [FIRST, *[f"Listing {n}: the code" for n in (11, 12, 13)], SECOND]
    assert ancestors(old, new) == dict(zip(new[1:-1], old[1:-1], strict=True))


def test_an_edit_within_a_block_that_moved_is_found_by_its_neighbours() -> None:
    rest = [f"The {name} tree grows beside the {name} house." for name in ("ash", "oak", "elm", "fir", "yew")]
    changed = "Eleven boats sank that winter in the north."
    assert ancestors([FIRST, THIRD, SECOND, *rest], [*rest, FIRST, changed, SECOND]) == {changed: THIRD}


def test_an_edit_beside_a_message_that_came_from_elsewhere_is_found() -> None:
    changed = "Eleven boats sank that winter in the north."
    assert ancestors([FIRST, THIRD, SECOND, FOURTH], [FIRST, FOURTH, changed, SECOND]) == {changed: THIRD}


def test_an_edited_message_that_moved_is_found_by_its_words() -> None:
    moved = "Eleven ships were lost in that winter."
    assert ancestors([THIRD, FIRST, SECOND], [FIRST, SECOND, FOURTH, moved]) == {moved: THIRD}


def test_a_text_that_also_stands_elsewhere_is_offered_where_it_stood() -> None:
    changed = "Eleven ships were lost that spring."
    # The one entry of both places stood first in the old file; the second place has it still.
    assert ancestors([FIRST, THIRD, SECOND, FOURTH], [FIRST, changed, SECOND, FOURTH, THIRD]) == {
        changed: THIRD
    }


def test_an_untranslated_ancestor_in_its_place_keeps_others_away() -> None:
    old = [FIRST, "Run the `fetch` command twice a day.", SECOND, "Run the `fetch` command every day."]
    new = [FIRST, "Run the `fetch` command once a day.", SECOND]
    assert ancestors(old, new, untranslated={old[1]}) == {}
    assert ancestors(old, new) == {new[1]: old[1]}


def test_an_untranslated_message_elsewhere_keeps_none_away() -> None:
    near, nearer = (
        "Run the `fetch` command every third day.",
        "Run the `fetch` command every third day or two.",
    )
    new = [FIRST, SECOND, THIRD, "Run the `fetch` command every third day or so."]
    assert ancestors([nearer, near, FIRST, SECOND], new) == {new[-1]: nearer}
    assert ancestors([nearer, near, FIRST, SECOND], new, untranslated={nearer}) == {new[-1]: near}


def test_a_heading_tells_where_the_order_is_unknown() -> None:
    """The file is sorted by msgid: only file and heading speak of place."""
    words = [f"{letter} stone of the {letter} wall" for letter in "abcdefghijkl"]
    old = [place(text, "paragraph", "Walls", "a.md") for text in words]
    gone = "Every keeper shall light the northern lamp before dusk."
    changed = "Each keeper shall light the northern lamps quite well before dusk falls."
    here, other = (place(changed, "paragraph", heading, "a.md") for heading in ("Duties", "Rights"))
    old.append(place(gone, "paragraph", "Duties", "a.md"))
    new = [old[n] for n in (7, 2, 9, 4, 11, 0, 6, 1, 10, 3, 8, 5)]
    assert ancestors(old, [*new, here]) == {changed: gone}
    assert ancestors(old, [*new, other]) == {}


def test_line_numbers_restore_the_order_of_a_sorted_file() -> None:
    fruits = ("pear", "fig", "plum", "apple", "lime", "date", "kiwi", "peach", "melon", "quince")
    document = [f"{fruit} grows in the garden" for fruit in fruits]
    gone, changed = "Eleven ships were lost that winter.", "Eleven boats sank that winter in the north."
    before = [*document[:4], gone, *document[4:]]
    after = [*document[:4], changed, *document[4:]]
    old = sorted([place(t, file="a.md", line=n) for n, t in enumerate(before, 1)], key=lambda one: one.key)
    new = [place(t, file="a.md", line=n) for n, t in enumerate(after, 1)]
    assert ancestors(old, new) == {changed: gone}


def test_a_heading_is_no_ancestor_of_a_paragraph_that_shares_little() -> None:
    old, new = "Lights on the northern pier", "Two lights burn on the pier."
    assert ancestors([FIRST, old, SECOND], [FIRST, new, SECOND]) == {new: old}
    old_places = [place(FIRST), place("Lamps at the northern pier", "heading 2"), place(SECOND)]
    new_places = [place(FIRST), place("Two lamps burn at night.", "paragraph"), place(SECOND)]
    assert ancestors(old_places, new_places) == {}


def test_levels_of_headings_are_one_kind() -> None:
    old = [place(FIRST), place("Lamps and bells", "heading 2"), place(SECOND)]
    new = [place(FIRST), place("Lamps, horns", "heading 3"), place(SECOND)]
    assert ancestors(old, new) == {"Lamps, horns": "Lamps and bells"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Colour", "Color"),
        ("Installing", "Installation"),
        ("introduction", "Introduction"),
        ("Sumary", "Summary"),
        ("`config`", "`Config`:"),
    ],
)
def test_a_word_alone_is_recognized_in_its_place_by_its_letters(old: str, new: str) -> None:
    assert ancestors([FIRST, old, SECOND], [FIRST, new, SECOND]) == {new: old}


@pytest.mark.parametrize(("old", "new"), [("Ships", "Lamps"), ("Yes", "No"), ("![](a.png)", "![](b.png)")])
def test_another_word_alone_is_new(old: str, new: str) -> None:
    assert ancestors([FIRST, old, SECOND], [FIRST, new, SECOND]) == {}


def test_chinese_is_matched_by_its_characters() -> None:
    old = ["港口建于三百年前。", "那年冬天有十一艘船沉没了,没有人生还。", "首都来了一封信。"]
    changed = "那年春天有十二艘船沉没,没有人生还。"
    assert ancestors(old, [old[0], changed, old[2]]) == {changed: old[1]}
    assert ancestors(old, [old[0], old[2], "灯塔每天晚上都亮着。", changed]) == {changed: old[1]}
    assert ancestors(old, [old[0], "灯塔每天晚上都亮着。", old[2]]) == {}


def test_japanese_is_matched_by_its_characters() -> None:
    old = [
        "港は三百年前に建てられました。",
        "その冬、十一隻の船が失われました。",
        "首都から手紙が届きました。",
    ]
    changed = "その春、十二隻の船が失われたのです。"
    assert ancestors(old, [old[0], changed, old[2]]) == {changed: old[1]}


def test_contexts_keep_equal_texts_apart() -> None:
    old = [place(FIRST), place("Open"), place(SECOND)]
    new = [place(FIRST), Place(old[1].key._replace(context="menu")), place(SECOND)]
    assert find_ancestors(old, new, [1], [1]) == {1: Ancestor(1, 1.0)}
