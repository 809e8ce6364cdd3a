"""Letters of one script that look like letters of another."""

from __future__ import annotations

from typing import Final

LOOK_ALIKES: Final = {
    ("Latn", "Cyrl"): frozenset("aceopxyijsABEKMHOPCTXYIJSöëïüäÖËÏÜÄ"),
    ("Cyrl", "Latn"): frozenset("асеорхуіјѕһԁԛԝАВЕКМНОРСТХУІЈЅёїЁЇӧӟ"),
    ("Latn", "Grek"): frozenset("oovuiaABEZHIKMNOPTYXóáí"),
    ("Grek", "Latn"): frozenset("οόϲϳνΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"),
    ("Cyrl", "Grek"): frozenset("оАВЕНКМОРТХУІ"),
    ("Grek", "Cyrl"): frozenset("οόΑΒΕΗΚΜΟΡΤΧΥΙ"),
    ("Armn", "Latn"): frozenset("օոսցհյզքՕՍԼՏ"),
}
"""By a letter's script and that of the word around it (Unicode UTS 39, confusables.txt, single letters).

Greek alpha, beta and the like are left out beside Latin: TNFα and IL-1β are spelt with them.
"""
