"""The old message that each new one comes from, by likeness and place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from toolkit.catalog.matching.evidence import Evidence
from toolkit.catalog.matching.place import Place, place_of
from toolkit.catalog.matching.reading_order import by_lines, in_template_order
from toolkit.catalog.matching.runs import Run, runs

__all__ = ["Ancestor", "Place", "find_ancestors", "place_of"]


class Ancestor(NamedTuple):
    """An old text, by its index, and how alike it is: 0 to 1."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which no pair of numbers needs
    likeness: float


def find_ancestors(
    old: Sequence[Place],
    new: Sequence[Place],
    usable: Collection[int],
    wanted: Collection[int],
) -> dict[int, Ancestor]:
    """Return the ancestors of new messages, by their index into ``new``.

    ``old`` holds the active entries of a catalog in file order, ``new`` the messages of the template in
    order. Equal keys are the same message. ``usable`` are the old ones that have a translation to offer; one
    that is still among the new is offered only where it stood. ``wanted`` are the new ones without an exact
    match.

    An old message is the ancestor of one new message, and of all others that it was split into. One that is
    not usable has no descendants, but where it is plainly the ancestor of a new message, that message gets no
    other. The answer depends on nothing but the arguments; the time grows no faster than n log n, whatever
    the texts.
    """
    sought, offering = sorted(wanted), frozenset(usable)
    if not sought or not offering:
        return {}
    numbers = {place.key: i for i, place in enumerate(old)}
    homes = [numbers.get(place.key) for place in new]
    stayed = frozenset(home for home in homes if home is not None)
    free = sorted(set(range(len(old))).difference(stayed))
    evidence = Evidence(old, new, offering, free, sought)
    order = range(len(old)) if in_template_order(homes) else by_lines(old)
    places = _runs(order, homes, sought, stayed) if order is not None else []
    for run in places:
        evidence.weigh_place(run)
    for j in sought:
        evidence.weigh_elsewhere(j)
    chosen = _chosen(evidence, sought)
    return {j: Ancestor(i, evidence.likeness(i, j)) for j, i in sorted(chosen.items()) if i in offering}


def _runs(
    order: Sequence[int], homes: Sequence[int | None], wanted: Sequence[int], stayed: Collection[int]
) -> list[Run]:
    rank = {i: number for number, i in enumerate(order)}
    ranks = [None if home is None else rank[home] for home in homes]
    vanished = [number for number, i in enumerate(order) if i not in stayed]
    return [
        run._replace(old=tuple([order[n] for n in run.old]), away=tuple([order[n] for n in run.away]))
        for run in runs(ranks, wanted, vanished, len(order))
    ]


def _chosen(evidence: Evidence, wanted: Sequence[int]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, j, i in sorted([(-margin, j, i) for (i, j), margin in evidence.margins.items()]):
        if j not in chosen and i not in taken:
            chosen[j] = i
            taken.add(i)
    for j in wanted:
        if j not in chosen and (part := evidence.part(j, taken)) is not None:
            chosen[j] = part
            taken.add(part)
    return chosen
