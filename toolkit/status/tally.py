"""Counting the decided messages of one document in one locale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from toolkit.model.decision import Decision
from toolkit.model.message import State
from toolkit.model.segment import MessageKey, Segment
from toolkit.model.tally import Tally
from toolkit.model.words import word_count


def tally_of(segments: Iterable[Segment], decisions: Mapping[MessageKey, Decision]) -> Tally:
    """Return the tally of a document: messages once each, blocks at each of their places."""
    places = Counter(segment.key for segment in segments)
    states: Counter[State] = Counter()
    words = words_left = blocks_left = stale = blocks_stale = 0
    for key, count in places.items():
        state = decisions[key].state
        states[state] += 1
        length = word_count(key.text)
        words += length
        if state is not State.TRANSLATED:
            words_left += length
            blocks_left += count
        if decisions[key].stale:
            stale += 1
            blocks_stale += count
    return Tally(
        states[State.TRANSLATED],
        states[State.FUZZY],
        states[State.UNTRANSLATED],
        states[State.WITHHELD],
        words,
        words_left,
        places.total(),
        blocks_left,
        stale,
        blocks_stale,
    )


def source_tally(segments: Iterable[Segment]) -> Tally:
    """Return the tally of a document that nobody has translated: all there is to do."""
    segments = tuple(segments)
    return tally_of(segments, {s.key: Decision(s.key, State.UNTRANSLATED) for s in segments})
