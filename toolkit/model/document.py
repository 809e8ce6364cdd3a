"""A source document: its name, where it stands, and its text exactly as on disk."""

from __future__ import annotations

from dataclasses import dataclass, field

SEGMENTATION_VERSION = 1
"""The version of the form of a message; a new one needs the old one in ``markdown.earlier_segmentations``."""


@dataclass(frozen=True, slots=True)
class MarkdownOptions:
    """What of a document becomes messages; stands in ``babel.cfg``, for it changes keys."""

    dialect: str = "gfm"
    front_matter: tuple[str, ...] = ("title", "description")
    """Key paths of translatable front matter values: ``title``, ``tags[]``, ``hero.alt``."""
    math: bool | None = None
    """Whether ``$…$`` and ``$$…$$`` are formulas; ``None``: as the dialect has it."""

    html: str = "text"
    """``text`` where the texts of raw HTML blocks become messages, ``copy`` where they are left alone."""
    code: str = "copy"
    """Of fenced code: ``copy`` leaves it alone, ``comments`` and ``strings`` (both) become messages."""

    @property
    def segmentation(self) -> str:
        """The value of the ``X-Toolkit-Segmentation`` header: version and dialect."""
        return f"{SEGMENTATION_VERSION}; {self.dialect}"


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown document, decoded but not normalised."""

    name: str
    """Path below the literal folder of its pattern, without the extension: ``guides/translating``."""
    path: str
    """Path below the project folder, with ``/``: ``source/guides/translating.md``."""
    text: str
    """The text as on disk, byte order mark and every line ending included."""
    options: MarkdownOptions = field(default_factory=MarkdownOptions)

    @property
    def domain(self) -> str:
        """The gettext domain: the name with dots for slashes."""
        return self.name.replace("/", ".")
