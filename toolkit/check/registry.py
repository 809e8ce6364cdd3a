"""All rules, in the order in which they look: guards first."""

from __future__ import annotations

from typing import Final

from toolkit.check.rule import Rule
from toolkit.check.rules.articles import family as articles
from toolkit.check.rules.characters import family as characters
from toolkit.check.rules.facts import family as facts
from toolkit.check.rules.files import family as files
from toolkit.check.rules.guards import family as guards
from toolkit.check.rules.structure import family as structure
from toolkit.check.rules.terms import family as terms
from toolkit.check.rules.text import family as text

FAMILIES: Final = {
    "guards": guards.RULES,
    "structure": structure.RULES,
    "characters": characters.RULES,
    "facts": facts.RULES,
    "terms": terms.RULES,
    "text": text.RULES,
    "files": files.RULES,
    "articles": articles.RULES,
}
"""By the name of their folder."""
RULES: Final[tuple[Rule, ...]] = tuple(rule for rules in FAMILIES.values() for rule in rules)
BY_NAME: Final = {rule.name: rule for rule in RULES}
