"""Words that stay as they are in many languages, and words that tell a sentence."""

from __future__ import annotations

from typing import Final

_SAME: Final = """admin album alias alpha api app apps archive ascii audio auto avatar
    backend backup bank bar base
    beta binary bit blog bold boot bot browser bug build bundle byte bytes cache catalog chat chip
    client cloud club code commit computer control cookie copyright copyleft css database data default
    demo design desktop detail details dialog diesel digital directory dock domain donor download
    drama driver echo editor element email emoji error euro event export fax feed file filter firewall
    flash font format forum frame framework frontend general global graph gateway git hardware hash
    header html http https icon id image import info input install interface internet intro intranet
    java javascript job json kernel key kit label laser layout legal lexer license linear link linux
    list local log login logo logout mac mail manager markdown marker marketing master maximum media
    menu message meta metadata minimum minute mobile mode model modem modern module monitor monster
    multimedia name navigation net newsletter no node normal note number offline ok online optimal
    option options orange original output overlay package parameter parser partner password patch path
    pixel pixels placeholder plan plugin plus podcast pool popup portal position post poster premium
    print printer private program project prompt protein proxy public python query radio ram ranking
    region release repository reset restaurant risotto rom root router rss rust schema score script
    sdk sender serial server service session set shell shop site slug smartphone smtp social soft
    software source spa spam spare sponsor sport sprint sql standard start status stop stream string
    style super support system tablet tag tags takeover taxi team template terminal test text theme
    thread ticket timer token tools top total trailer transport tutorial type ultra unicode unit unix
    update url user utf vector version video virus wagtail web webhook website widget wifi wiki
    windows workshop www xml yaml zip zombie zone aspirin insulin placebo virus rna dna mrna vitamin
    vs via et al ex versus"""
SAME: Final = frozenset(_SAME.split())
"""Own list of words that many languages have taken over as they are, for texts of one or two words."""

_FUNCTION_WORDS: Final = {
    "en": """a an and are as at be been but by can do does for from had has have how if in into is it
    its may must not of on or our should that the their them then there these they this those
    to was we were what when where which while who why will with without would you your""",
    "de": """aber als am auf aus bei das dass dem den der die ein eine einem einen einer für hat haben
    im in ist kann mit nach nicht oder sich sie sind und uns von vor was wenn werden wie wird
    wir zu zum zur""",
    "fr": """au aux avec ce ces cette dans de des du elle elles en est et il ils la le les leur nous on
    ou par pas plus pour que qui sa sans se ses si son sont sur un une vos votre vous""",
    "es": """al con cuando de del donde el ella en es esta este la las lo los más no nos o para pero
    por que se si sin son su sus un una y""",
    "ru": """а без бы в вам вас вы для до если и из или как к мы на не но о от по при с так то у что
    это""",
}


def function_words(language: str) -> frozenset[str]:
    """Return words without which no sentence of a language is written; empty where we have no list."""
    return _SETS.get(language, frozenset())


_SETS: Final = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
