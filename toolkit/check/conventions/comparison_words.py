"""How languages say in words what ``≥``, ``≤``, ``<``, ``>``, ``±``, ``≈`` and a minus say."""

# ruff: noqa: E501 - words of many scripts, which editors show at other widths

from __future__ import annotations

from typing import Final

BOTH_WAYS: Final = (
    "at least|at most|less|more|under|over|below|above|up to|minimum|maximum|great|small|low|high|exceed|fewer|older|"
    "younger|than|newer|later|earlier|before|after|since|from|within|minus|plus|about|approx|around|roughly|nearly|negative|average|or later|beyond"
    "|al menos|posterior|anterior|como mínimo|como máximo|meno|mayor|más|inferior|superior|hasta|desde|alrededor|aprox|unos|cerca|casi|baj|"
    "au moins|ultérieur|antérieur|postérieur|récent|au plus|moins|plus|inférieur|supérieur|jusqu|environ|maxim|minim|dépass|"
    "mindest|neuer|später|früher|höchst|wenig|mehr|unter|über|ab|bis|etwa|rund|ungefähr|circa|ca|größ|klein|grösser|kleiner|jünger|älter|"
    "almeno|massimo|minimo|più|oltre|fino|sotto|sopra|maggior|minor|"
    "pelo menos|no máximo|mais|acima|abaixo|até|maior|mínimo|máximo|desde|"
    "minst|högst|mindre|mer|över|lägst|större|upp till|ung|cirka|"
    "minstens|hoogstens|minder|meer|onder|boven|tot|ongeveer|hoger|lager|groter|kleiner|"
    "co najmniej|najwyżej|mniej|więcej|poniżej|powyżej|do|od|około|ponad|większ|mniejsz|wyższ|niższ|minimum|"
    "nejméně|alespoň|nejvýše|méně|více|pod|nad|přes|asi|až|větší|menší|vyšší|nižší|"
    "не менее|не более|менее|более|меньше|больше|ниже|выше|до|от|около|примерно|свыше|минус|плюс|старше|младше|"
    "не менше|не більше|менше|більше|нижче|вище|від|близько|понад|мінус|приблизно|"
    "en az|en fazla|en çok|daha|altı|üst|üzer|kadar|yaklaşık|büyük|küçük|düşük|yüksek|eksi|fazla|az|itibaren|"
    "على الأقل|على الأكثر|أقل|أكثر|أكبر|أصغر|أعلى|أدنى|فوق|تحت|حتى|حوالي|نحو|تقريب|يزيد|يقل|سالب|ناقص|فأكثر|فما|"
    "حداقل|حداکثر|کمتر|بیشتر|بالا|زیر|تا|حدود|تقریب|منفی|منهای|"
    "לפחות|לכל היותר|פחות|יותר|מתחת|מעל|עד|כ-|בערך|מינוס|קטן|גדול|נמוך|גבוה|"
    "कम|अधिक|ज़्यादा|ज्यादा|ऊपर|नीचे|तक|लगभग|करीब|न्यूनतम|अधिकतम|माइनस|ऋण|"
    "কম|বেশি|উপর|নিচে|পর্যন্ত|প্রায়|অন্তত|"
    "以上|以下|以降|以前|前のバージョン|未満|超|より|少なくとも|最大|最小|約|およそ|ほぼ|マイナス|プラス|氷点下|前後|程度|越え|"
    "至少|最多|小于|大于|小於|大於|低于|高于|低於|高於|少于|多于|少於|多於|不到|不足|超过|超過|约|大约|左右|零下|负|負|至多|不超|以内|以內|以上|"
    "이상|이하|이전|이후|앞|미만|초과|최소|최대|약|정도|영하|마이너스|보다|적어도|"
    "ít nhất|nhiều nhất|tối thiểu|tối đa|dưới|trên|hơn|khoảng|âm|"
    "minimal|maksimal|paling|kurang|lebih|di bawah|di atas|hingga|sekitar|sampai|"
    "τουλάχιστον|πολύ|κάτω|πάνω|άνω|λιγότερ|περισσότερ|μικρότερ|μεγαλύτερ|περίπου|έως|μείον|"
    "น้อยกว่า|มากกว่า|อย่างน้อย|ไม่เกิน|ต่ำกว่า|สูงกว่า|ประมาณ|ลบ|ติดลบ|ขึ้นไป"
)
"""All words together: a text that has one of them beside its number says the sign in words."""
