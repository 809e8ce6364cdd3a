"""The links of a text as two readers find them, and which of a translation's its source does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.check.addresses import Address, address, is_listed
from toolkit.check.pair import Pair
from toolkit.check.text_view import TextView
from toolkit.markdown.inline_reading import PartKind
from toolkit.markdown.link_scan import ScannedLink, scanned_links


class Link(NamedTuple):
    """A link or image and where it leads."""

    target: str
    address: Address
    image: bool = False
    start: int = 0
    stop: int = 0
    """Where the target stands in the text; equal where only the parser knows."""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """The links of one text."""

    links: tuple[Link, ...] = ()
    """What the parser takes for links, with targets of their own."""
    images: tuple[Link, ...] = ()
    references: tuple[Link, ...] = ()
    """Links and images whose targets the document defines."""
    scanned: tuple[Link, ...] = ()
    """What the scanner finds, bare addresses among them."""
    known: frozenset[Address] = frozenset()
    """The addresses of all of them."""
    shown: frozenset[Address] = frozenset()
    """Those of images."""
    origins: frozenset[tuple[str, str]] = frozenset()
    """Schemes and hosts of all of them, and of addresses in code."""

    @property
    def linking(self) -> bool:
        """Whether it links at all, a bare address among its words included."""
        return any(not one.image for one in (*self.links, *self.references)) or any(
            one.bare for one in self.scanned
        )

    def place(self, wanted: Address) -> tuple[int, int]:
        """Return where an address is written; an empty range where that is not to be seen."""
        return next(((one.start, one.stop) for one in self.scanned if one.address == wanted), (0, 0))


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_NOTHING = LinkFacts()


def link_facts(view: TextView) -> LinkFacts:
    """Return the links of a text; ask for it with `TextView.of`."""
    text = view.text
    if "[" not in text and "<" not in text and "://" not in text and "www." not in text.lower():
        return _NOTHING
    links: list[Link] = []
    images: list[Link] = []
    references: list[Link] = []
    for kind, target, label in view.reading.links:
        image = kind is PartKind.IMAGE
        kind_of = references if label else images if image else links
        kind_of.append(Link(target, address(target), image))
    found = scanned_links(text)
    named = {_scanned_address(one).origin for one in found if one.code}
    scanned = tuple(
        Link(one.target, _scanned_address(one), False, one.start, one.stop, one.bare)
        for one in found
        if not one.code
    )
    every = (*links, *images, *references, *scanned)
    if not every and not named:
        return _NOTHING
    return LinkFacts(
        tuple(links),
        tuple(images),
        tuple(references),
        scanned,
        frozenset(one.address for one in every),
        frozenset(one.address for one in (*images, *references) if one.image),
        frozenset(one.address.origin for one in every) | named,
    )


def foreign_links(pair: Pair, translation: TextView) -> Iterator[Link]:
    """Yield what a translation links to or shows of a scheme or a host that its source has nothing of.

    So is any link, or any image, where the source has none at all.  A reference is not: its target is
    the author's.  ``translation`` may be another form of the pair's own.
    """
    there = translation.of(link_facts)
    if there is _NOTHING:
        return
    here = pair.source.of(link_facts)
    origins = {one.origin for one in here.shown}
    for one in there.images:
        if not here.shown or not (
            _on_site(one.address, origins) or _is_allowed(pair, one.address, here.shown)
        ):
            yield one
    for one in (*there.links, *there.scanned):
        if not (here.origins if one.start < one.stop else here.linking) or not (
            _on_site(one.address, here.origins) or _is_allowed(pair, one.address, here.known)
        ):
            yield one


def misdirected_links(pair: Pair) -> Iterator[Link]:
    """Yield, once each, the links and images of a translation whose target its source does not have."""
    there = pair.translation.of(link_facts)
    if there is _NOTHING:
        return
    here = pair.source.of(link_facts)
    said: set[Address] = set()
    for one in (*there.images, *there.links, *there.scanned):
        found = one.address
        if found in (here.shown if one.image else here.known) or found in said:
            continue
        if _is_web_name(one) or (one.bare and _head(one.target) in here.known):
            continue
        if not _is_allowed(pair, found, here.known):
            said.add(found)
            yield one


def counted_links(pair: Pair, view: TextView) -> Counter[tuple[bool, Address]]:
    """Return how often a text shows (true) or links to each address, but for hosts that a project lists."""
    facts, hosts = view.of(link_facts), pair.allowed.link_hosts
    return Counter(
        (one.image, one.address)
        for one in (*facts.links, *facts.images, *facts.references)
        if not (hosts and is_listed(one.address, hosts))
    )


def _head(target: str) -> Address:
    """Return where a bare address leads without the words of a script that has no spaces before them."""
    return address(_BEYOND_ASCII.split(target, maxsplit=1)[0].rstrip(".,:;"))


def _scanned_address(link: ScannedLink) -> Address:
    # Programs that link "www.example.org" choose the scheme.
    return address("https://" + link.target if _is_web_name(link) else link.target)


def _is_web_name(link: Link | ScannedLink) -> bool:
    return link.bare and link.target[:4].lower() == "www."


def _on_site(found: Address, origins: Container[tuple[str, str]]) -> bool:
    """Tell whether an address is on one of some hosts, or the site's own; ``http`` may become ``https``."""
    if found.origin in origins or found.origin == ("", ""):
        return True
    return found.scheme == "https" and ("http", found.host) in origins


def _is_allowed(pair: Pair, found: Address, source: Iterable[Address]) -> bool:
    """Tell whether a project allows an address for another; ``https`` never becomes ``http``."""
    hosts = pair.allowed.link_hosts
    if not hosts or not is_listed(found, hosts):
        return False
    return any(one.scheme in ("http", found.scheme) and is_listed(one, hosts) for one in source)
