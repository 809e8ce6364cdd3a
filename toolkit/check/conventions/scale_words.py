"""Words that multiply the number before them: ``1.5 million``, ``3万``, ``२ लाख``."""

from __future__ import annotations

from typing import Final

SCALE_WORDS: Final[tuple[tuple[int, str], ...]] = (
    (100, r"hundred|百"),
    (
        1_000,
        r"thousand|k|mil|mille|mila|tausend|tsd|duizend|tusen|tusind|tuhat\w*|ezer|tys\w*|тыс\w*|тис\w*|хил\w*|"
        r"bin|ألف|آلاف|الف|هزار|ہزار|אלף|אלפים|हज़ार|हजार|হাজার|千|천|nghìn|ngàn|ribu|rb|χιλ\w*|tisíc\w*|พัน|mii",
    ),
    (10_000, r"万|萬|만|หมื่น|vạn"),
    (100_000, r"lakhs?|लाख|লাখ|লক্ষ|لاکھ|แสน"),
    (
        1_000_000,
        r"m|mm|mio|mln|млн|million\w*|mill[oó]n\w*|milh\w*|mili[oó]\w*|milj\w*|miljoona\w*|millió\w*|"
        r"миллион\w*|мільйон\w*|милион\w*|milyon\w*|مليون\w*|ملايين|میلیون|ملین|מיליון\w*|百万|百萬|백만|ล้าน|"
        r"triệu|juta|εκατομμ\w*|मिलियन|মিলিয়ন",
    ),
    (10_000_000, r"crores?|करोड़|কোটি|千万|千萬|کروڑ"),
    (100_000_000, r"亿|億|억"),
    (
        1_000_000_000,
        r"b|bn|billion\w*|milliard\w*|miliard\w*|miljard\w*|миллиард\w*|млрд|мільярд\w*|милиард\w*|"
        r"mrd|mld|mds?|mil millones|مليار\w*|میلیارد|ارب|מיליארד\w*|bilh\w*|biliões|tỷ|tỉ|miliar|"
        r"milyar\w*|δισεκατομμ\w*|अरब|十亿|十億|พันล้าน",
    ),
    (1_000_000_000_000, r"trillion\w*|trilh\w*|bill[oó]n\w*|billion\w*|兆|조|трлн|triliun|ล้านล้าน"),
)
"""Multipliers and the words for them, of all languages together: none of them means less elsewhere."""
