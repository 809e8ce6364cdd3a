"""Units of measure, as languages write them: symbols, abbreviations and words.

Symbols follow the SI brochure (9th edition) and CLDR's unit names; abbreviations and words are those of
patient leaflets.  Only units that cannot be taken for something else stand here.
"""

# ruff: noqa: E501 - words of many scripts, which editors show at other widths

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """A unit: what it measures, and how many of the base unit it is; 0 where it has no fixed ratio."""

    dimension: str
    factor: Decimal
    symbol: str


def _unit(symbol: str, dimension: str, factor: str) -> Unit:
    return Unit(dimension, Decimal(factor), symbol)


UNITS: Final[dict[str, Unit]] = {
    unit.symbol: unit
    for unit in (
        _unit("ng", "mass", "1e-9"),
        _unit("µg", "mass", "1e-6"),
        _unit("mg", "mass", "1e-3"),
        _unit("g", "mass", "1"),
        _unit("kg", "mass", "1e3"),
        _unit("µL", "volume", "1e-6"),
        _unit("mL", "volume", "1e-3"),
        _unit("dL", "volume", "1e-1"),
        _unit("L", "volume", "1"),
        _unit("nm", "length", "1e-9"),
        _unit("µm", "length", "1e-6"),
        _unit("mm", "length", "1e-3"),
        _unit("cm", "length", "1e-2"),
        _unit("m", "length", "1"),
        _unit("km", "length", "1e3"),
        _unit("nmol", "amount", "1e-9"),
        _unit("µmol", "amount", "1e-6"),
        _unit("mmol", "amount", "1e-3"),
        _unit("mol", "amount", "1"),
        _unit("mSv", "dose", "1e-3"),
        _unit("µSv", "dose", "1e-6"),
        _unit("mGy", "absorbed dose", "1e-3"),
        _unit("Gy", "absorbed dose", "1"),
        _unit("°C", "temperature", "0"),
        _unit("°F", "temperature in Fahrenheit", "0"),
        _unit("mmHg", "pressure", "0"),
        _unit("kPa", "pressure in pascals", "1e3"),
        _unit("hPa", "pressure in pascals", "1e2"),
        _unit("kcal", "energy", "0"),
        _unit("kJ", "energy in joules", "1e3"),
        _unit("IU", "activity", "0"),
        _unit("%", "share", "1e-2"),
        _unit("‰", "share", "1e-3"),
    )
}
"""By symbol."""

TIME: Final = frozenset({"h", "min"})

_SYMBOLS: Final = {
    "ng": "ng нг nano-g",
    "µg": "µg mcg ug мкг مكغ مكجم مكغم ميكغ мкгр μg mikrog mcgs",
    "mg": "mg mgs мг мгр ملغ مغ ملغم مجم ملجم مليغ מג מ״ג מ\"ג מ''ג मिग्रा मि.ग्रा एमजी মিগ্রা মি.গ্রা มก ㎎ mgr",
    "g": "g г гр gr غم جم غ ג׳ גר׳ gs",
    "kg": "kg kgs кг كغ كغم كجم кгр ק״ג ק\"ג ק''ג किग्रा कि.ग्रा কেজি กก ㎏",
    "µL": "µL µl мкл",
    "mL": "mL ml мл cc مل ملل סמ״ק מ״ל מ\"ל מ''ל एमएल मिली মিলি มล ㎖ ",
    "dL": "dL dl дл דצ״ל",
    "L": "L l л ℓ",
    "nm": "nm нм",
    "µm": "µm мкм",
    "mm": 'mm мм مم ملم מ״מ מ"מ मिमी মিমি มม ㎜',
    "cm": 'cm см سم ס״מ ס"מ सेमी সেমি ซม ㎝',
    "m": "m м",
    "km": 'km км كم ק״מ ק"מ किमी কিমি กม ㎞',
    "nmol": "nmol нмоль",
    "µmol": "µmol мкмоль",
    "mmol": "mmol ммоль",
    "mol": "mol моль",
    "mSv": "mSv мЗв",
    "µSv": "µSv мкЗв",
    "mGy": "mGy мГр",
    "Gy": "Gy Гр",
    "°C": "°C ºC ℃ °С ˚C °م",
    "°F": "°F ºF ℉ ˚F",
    "mmHg": "mmHg",
    "kPa": "kPa кПа",
    "hPa": "hPa гПа",
    "kcal": "kcal ккал",
    "kJ": "kJ кДж",
    "‰": "‰ ؉",
    "IU": "IU UI МЕ МО IE I.E U.I I.U و.د j.m NE ΔΜ DM m.j",
}
SYMBOLS: Final = {alias: symbol for symbol, line in _SYMBOLS.items() for alias in line.split()} | {
    alias.upper(): symbol for symbol in ("mg", "kg", "mL", "cm", "mm") for alias in (symbol,)
}
"""How a unit is written, letter by letter and case by case."""

_STEMS: Final = {
    "µg": "微克 マイクログラム 마이크로그램 ไมโครกรัม ميكروغرام ميكروجرام ميكروغ میکروگرم מיקרוגרם מק״ג माइक्रोग्राम মাইক্রোগ্রাম "
    "μικρογραμμάρι",
    "ng": "纳克 納克 奈克 ナノグラム 나노그램 نانوغرام نانوگرم",
    "mg": "毫克 ミリグラム 밀리그램 มิลลิกรัม مليغرام ملليغرام ميليغرام ميلليغرام مليجرام ملليجرام ميليجرام ملغرام میلی‌گرم میلیگرم "
    "מיליגרם मिलीग्राम मिलिग्राम মিলিগ্রাম χιλιοστόγραμμ χιλιοστογραμμ mi-li-gam miligam",
    "g": "克 公克 グラム 그램 กรัม غرام جرام گرم גרם ग्राम গ্রাম γραμμάρι gam",
    "kg": "千克 公斤 キログラム 킬로그램 กิโลกรัม كيلوغرام كيلوجرام کیلوگرم קילוגרם ק״ג किलोग्राम किलो কিলোগ্রাম কিলো χιλιόγραμμ κιλ "
    "کیلو كيلو",
    "µL": "微升 マイクロリットル",
    "mL": "毫升 ミリリットル 밀리리터 มิลลิลิตร ملليلتر مليلتر ميليلتر ميلليلتر مليلیتر میلی‌لیتر میلیلیتر سی‌سی מיליליטר मिलीलीटर मिलिलीटर "
    "মিলিলিটার χιλιοστόλιτρ mililít",
    "dL": "分升 デシリットル 데시리터",
    "L": "升 公升 リットル 리터 ลิตร لتر لیتر ליטר लीटर লিটার λίτρ lít",
    "nm": "纳米 納米 奈米 ナノメートル 나노미터",
    "µm": "微米 マイクロメートル 마이크로미터",
    "mm": "毫米 公釐 ミリメートル 밀리미터 มิลลิเมตร مليمتر ملليمتر ميليمتر میلی‌متر میلیمتر מילימטר मिलीमीटर মিলিমিটার χιλιοστ",
    "cm": "厘米 公分 センチメートル センチ 센티미터 เซนติเมตร سنتيمتر سنتمتر سانتی‌متر سانتیمتر סנטימטר सेंटीमीटर সেন্টিমিটার εκατοστ",
    "m": "米 公尺 メートル 미터 เมตร متر מטר मीटर মিটার μέτρ mét",
    "km": "公里 千米 キロメートル 킬로미터 กิโลเมตร كيلومتر کیلومتر קילומטר किलोमीटर কিলোমিটার χιλιόμετρ",
    "mmol": "毫摩 ミリモル 밀리몰 مليمول میلی‌مول מילימול",
    "%": "％ パーセント 퍼센트 프로 เปอร์เซ็นต์ درصد فیصد אחוז प्रतिशत शतांश শতাংশ بالمئة بالمائة τοις phần",
    "°C": "摄氏度 攝氏",
    "kcal": "千卡 大卡 キロカロリー 킬로칼로리",
    "mmHg": "毫米汞柱 mmHg ммрт",
    "IU": "国际单位 國際單位 国際単位",
}
STEMS: Final = {stem: symbol for symbol, line in _STEMS.items() for stem in line.split()}
"""How a word of a unit begins, in scripts where endings follow it or no space does; the longest counts."""

SPELLED: Final = (
    ("mg", r"m[ií]l+i-?gr?[aá]m+\w{0,5}|м[иіі]л+[иіі]-?грам+\w{0,4}"),
    ("ng", r"nano-?gr[aá]m+\w{0,5}|нано-?грам+\w{0,4}"),
    ("µg", r"mi[ck]r[oó]-?gr[aá]m+\w{0,5}|м[иі]кро-?грам+\w{0,4}"),
    ("kg", r"(?:k|qu)ilo-?gr[aá]m+\w{0,5}|chilogramm\w|k[ií]l[oó]s?|quilos?|к[иі]ло-?грам+\w{0,4}"),
    ("g", r"gr[aá]m(?:m?(?:e|es|o|os|i|s|u|ul)?|as?|[yů]|ów|en|ma|mer)|грам+(?:а|и|ів|ов|у|ы|ах|е)?"),
    ("mL", r"m[ií]l+i-?l[ií]t\w{1,5}|м[иі]л+[иі]-?л[иі]тр\w{0,3}"),
    ("L", r"l[ií]t(?:er|ers|re|res|ro|ros|ri|rů|ry|rów|ra|rus|ru|rar|ri)|л[иі]тр(?:а|и|ов|ів|у|ы|ах|е)?"),
    ("cm", r"[csz]enti-?m[eèé]t\w{1,5}|sentimet\w+|с[ае]нти-?метр\w{0,3}"),
    ("mm", r"mil+[ií]-?m[eèéí]t\w{1,5}|м[иі]л+[иі]-?метр\w{0,3}"),
    ("µm", r"mi[ck]r[oó]-?m[eèé]t\w{1,5}|м[иі]кро-?метр\w{0,3}"),
    ("nm", r"nan[oó]-?m[eèé]t\w{1,5}|нано-?метр\w{0,3}"),
    ("km", r"(?:k|qu)il[oóô]-?m[eèé]t\w{1,5}|chilometr\w|к[иі]ло-?метр\w{0,3}"),
    ("m", r"m[eèé]t(?:er|ers|re|res|ros?|ri|ry|rů|rów|ru)|метр(?:а|и|ов|ів|у|ы|ах|е)?"),
    ("mmol", r"mil+imol\w{0,3}"),
    (
        "%",
        r"per ?cent\w{0,2}|pour|percent\w{0,4}|prozent\w{0,3}|pro[cs]ent\w{0,4}|por|процент\w{0,3}|"
        r"відсот\w{0,4}|yüzde|persen|százalék\w{0,4}|prosent\w{0,4}|sută",
    ),
    ("h", r"h|hr|hrs|ч|hours?|heures?|horas?|stunden?|std|час(?:а|ов)?|ساعة|ساعات|小时|小時|時間|시간"),
    ("min", r"min|mins|minuti?|minutes?|minutos?|minuten?|мин|минут\w?|دقيقة|دقائق|分钟|分鐘|分|분"),
)
"""Words of units in the Latin and Cyrillic scripts, lower-case, with their endings."""
