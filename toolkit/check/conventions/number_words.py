"""How languages say small numbers in words: stems, by value.

Written for tolerance: a word listed here may stand for its number, so a stem may be found a little too
often. Values follow the cardinal and ordinal spell-out rules of CLDR (RBNF), with words for multiples.
"""

# ruff: noqa: E501 - words of many scripts, which editors show at other widths

from __future__ import annotations

from typing import Final

ANYWHERE: Final = frozenset(
    ("ar", "bn", "de", "fa", "fi", "he", "hu", "ja", "km", "ko", "lo", "my", "nl", "th", "ur", "zh")
)
"""Languages whose number words stand within longer words, or that put no spaces between words."""

HALF: Final = "½"
"""The key of words for a half."""

NUMBER_WORDS: Final[dict[str, str]] = {
    "en": "0 zero|no|none|nil, 1 a|an|one|once|single|first|each|per|every|sole|only|another|daily|weekly|"
    "monthly|yearly|hourly|annual, 2 two|twice|both|second|pair|couple|double|dual|either|twofold|half|other|binary,"
    " 3 three|third|thrice|triple|triplicate, 4 four|quarter|quadr, 5 five|fifth, 6 six, 7 seven|week,"
    " 8 eight|octal, 9 nine|nint, 10 ten|tenth|decade|dozens|decimal, 11 eleven, 12 twel|dozen, 13 thirteen,"
    " 14 fourteen|fortnight, 15 fifteen|quarter, 16 sixteen|hex, 17 seventeen, 18 eighteen, 19 nineteen,"
    " 20 twent, 30 thirt|half, 40 fort, 50 fift|half, 60 sixt, 70 sevent, 80 eight, 90 ninet,"
    " 100 hundred|centur, 1000 thousand, ½ half|halves",
    "es": "0 cero|ningún|ninguna, 1 un|uno|una|únic|primer|cada, 2 dos|doble|segund|amb|par|mitad,"
    " 3 tres|terce|triple|tercio, 4 cuatr|cuart, 5 cinco|quint, 6 seis|sext, 7 siete|séptim|seman,"
    " 8 ocho|octav, 9 nueve|noven, 10 diez|décim|decen|década, 11 once|undécim, 12 doce|docen|duodécim,"
    " 13 trece, 14 catorce, 15 quince, 16 dieciséis, 17 diecisiete, 18 dieciocho, 19 diecinueve, 20 veint,"
    " 30 treinta, 40 cuarenta, 50 cincuenta, 60 sesenta, 70 setenta, 80 ochenta, 90 noventa,"
    " 100 cien|siglo|centen, 1000 mil, ½ medi|mitad",
    "ca": "0 zero|cap, 1 un|primer|cada|únic, 2 dos|dues|doble|segon|amb|parell|meitat, 3 tres|terc|triple,"
    " 4 quatre|quart, 5 cinc|cinqu, 6 sis, 7 set|setman, 8 vuit, 9 nou, 10 deu|desen|dècad, 11 onze,"
    " 12 dotz, 13 tretze, 14 catorze, 15 quinze, 16 setze, 20 vint, 30 trenta, 50 cinquanta, 100 cent|segle,"
    " 1000 mil, ½ mig|mitja|meitat",
    "gl": "0 cero|ningún, 1 un|primeir|cada, 2 dous|dúas|dobre|segund|amb|par|metade, 3 tres|terce,"
    " 4 catr|cuart, 5 cinco|quint, 6 seis|sext, 7 sete, 8 oito, 9 nove, 10 dez|década, 11 once, 12 doce,"
    " 20 vinte, 30 trinta, 100 cen|século, 1000 mil, ½ medi|metade",
    "fr": "0 zéro|aucun|nul, 1 un|une|premi|1er|chaque|unique|seul, 2 deux|second|deuxi|double|paire|couple|"
    "ambi|moitié, 3 trois|troisi|tripl|tiers, 4 quatr|quart, 5 cinq, 6 six|sixi, 7 sept|semaine, 8 huit,"
    " 9 neuf|neuvi, 10 dix|dizain|décenni, 11 onz, 12 douz, 13 treiz, 14 quatorz, 15 quinz, 16 seiz,"
    " 17 dix-sept, 18 dix-huit, 19 dix-neuf, 20 vingt, 30 trent, 40 quarant, 50 cinquant, 60 soixant,"
    " 70 soixante-dix|septant, 80 quatre-vingt|huitant|octant, 90 quatre-vingt-dix|nonant,"
    " 100 cent|siècle, 1000 mille|millier, ½ demi|moitié",
    "de": "0 null|kein, 1 ein|erst|jede|pro|einmal, 2 zwei|zwo|doppel|beid|paar|hälfte, 3 drei|dritt,"
    " 4 vier, 5 fünf, 6 sechs, 7 sieben|siebt|woche, 8 acht, 9 neun, 10 zehn|dekade|jahrzehnt, 11 elf,"
    " 12 zwölf|dutzend, 13 dreizehn, 14 vierzehn, 15 fünfzehn, 16 sechzehn, 17 siebzehn, 20 zwanzig,"
    " 30 dreißig|dreissig, 40 vierzig, 50 fünfzig, 60 sechzig, 70 siebzig, 80 achtzig, 90 neunzig,"
    " 100 hundert, 1000 tausend, ½ halb|hälfte",
    "it": "0 zero|nessun, 1 un|uno|una|prim|ogni|singol|unic, 2 due|doppi|second|entramb|coppia|metà|paio,"
    " 3 tre|terz|tripl, 4 quattr|quart, 5 cinqu|quint, 6 sei|sest, 7 sette|settim, 8 otto|ottav, 9 nove|non,"
    " 10 dieci|decim|decenni|decin, 11 undici, 12 dodici|dozzin, 13 tredici, 14 quattordici, 15 quindici,"
    " 16 sedici, 17 diciassette, 18 diciotto, 19 diciannove, 20 vent, 30 trent, 40 quarant, 50 cinquant,"
    " 60 sessant, 70 settant, 80 ottant, 90 novant, 100 cento|secolo|centina, 1000 mille|mila|migliai,"
    " ½ mezz|metà",
    "pt": "0 zero|nenhum, 1 um|uma|primeir|cada|únic, 2 dois|duas|dobro|dupl|segund|amb|par|metade,"
    " 3 três|terceir|tripl|terç, 4 quatr|quart, 5 cinco|quint, 6 seis|sext|meia, 7 sete|sétim|seman,"
    " 8 oito|oitav, 9 nove|non, 10 dez|décim|década|dezen, 11 onze, 12 doze|dúzia, 13 treze,"
    " 14 catorze|quatorze, 15 quinze|quinzen, 16 dezesseis|dezasseis, 17 dezessete|dezassete, 18 dezoito,"
    " 19 dezenove|dezanove, 20 vint|vigés, 30 trinta, 40 quarenta, 50 cinquenta, 60 sessenta, 70 setenta,"
    " 80 oitenta, 90 noventa, 100 cem|cento|século|centen, 1000 mil, ½ meio|meia|metade",
    "ro": "0 zero|niciun|nicio, 1 un|unu|una|o|unei|unui|prim|fiecare|singur, 2 doi|două|doua|dubl|amb|"
    "perech|jumătate, 3 trei|treia|tripl, 4 patr|sfert, 5 cinci, 6 șase|şase, 7 șapte|şapte, 8 opt, 9 nou,"
    " 10 zec|deceni, 11 unsprezece, 12 doisprezece|douăsprezece|duzin, 20 douăzeci, 30 treizeci,"
    " 100 sut|secol, 1000 mii|mie, ½ jumătate|jumate",
    "nl": "0 nul|geen, 1 een|één|eerst|elke|per|enkel, 2 twee|dubbel|beide|paar|helft, 3 drie|derde, 4 vier|"
    "kwart, 5 vijf, 6 zes, 7 zeven|week, 8 acht, 9 negen, 10 tien|decenni, 11 elf, 12 twaalf|dozijn,"
    " 13 dertien, 14 veertien, 20 twintig, 30 dertig, 40 veertig, 80 tachtig, 100 honderd|eeuw, 1000 duizend,"
    " ½ half|halve|helft",
    "sv": "0 noll|ingen|inget|inga, 1 en|ett|först|varje|per|enda, 2 två|tvenne|dubbel|båda|andra|par|hälft,"
    " 3 tre|tredj, 4 fyra|fjärd|kvart, 5 fem, 6 sex|sjätt, 7 sju|sjund|vecka, 8 åtta|åtton, 9 nio,"
    " 10 tio|decenni|årtionde, 11 elva|elft, 12 tolv|tolft|dussin, 13 tretton, 14 fjorton, 15 femton,"
    " 16 sexton, 17 sjutton, 18 arton, 19 nitton, 20 tjugo, 30 trettio, 40 fyrtio, 50 femtio, 60 sextio,"
    " 70 sjuttio, 80 åttio, 90 nittio, 100 hundra, 1000 tusen, ½ halv|hälft",
    "da": "0 nul|ingen, 1 en|et|én|ét|først|hver|per, 2 to|dobbelt|begge|anden|par, 3 tre|tredj, 4 fire|fjerd|"
    "kvart, 5 fem, 6 seks|sjett, 7 syv|uge, 8 otte, 9 ni, 10 ti|årti, 11 elleve, 12 tolv|dusin, 14 fjorten,"
    " 20 tyve, 30 tredive, 100 hundred, 1000 tusind, ½ halv",
    "nb": "0 null|ingen, 1 en|et|ett|én|først|hver|per, 2 to|dobbel|begge|andre|par, 3 tre|tredj, 4 fire|"
    "fjerd|kvart, 5 fem, 6 seks|sjett, 7 sju|syv|uke, 8 åtte, 9 ni, 10 ti, 11 elleve, 12 tolv|dusin,"
    " 14 fjorten, 20 tjue, 30 tretti, 100 hundre, 1000 tusen, ½ halv",
    "fi": "0 nolla, 1 yksi|yhd|yht|yhden|ensimmä|kerran|joka, 2 kaksi|kahde|kaht|kahta|toinen|toise|molem|pari|"
    "kahdes|tupla, 3 kolm, 4 neljä|neljän|neljä|neljäs, 5 viisi|viide|viit, 6 kuusi|kuude|kuut,"
    " 7 seitsem|viikko, 8 kahdeksa, 9 yhdeksä, 10 kymmene, 11 yksitoista, 12 kaksitoista|tusina,"
    " 20 kaksikymmen, 100 sata|sada, 1000 tuhan|tuhat, ½ puoli|puole",
    "hu": "0 nulla, 1 egy|els|minden, 2 két|kett|másod|mindk|dupla|fel, 3 három|harmad|hárm, 4 négy|negyed,"
    " 5 öt|ötöd, 6 hat, 7 hét|hete, 8 nyolc, 9 kilenc, 10 tíz|tized|évtized, 11 tizenegy, 12 tizenk|tucat,"
    " 20 húsz|husz, 30 harminc, 100 száz, 1000 ezer, ½ fél|fele",
    "pl": "0 zer|żad, 1 jed|pierwsz|każd|raz|pojedyn, 2 dwa|dwie|dwó|dwu|dwoma|drug|oba|obie|obu|oboj|podwój|"
    "par|połow, 3 trz|trój|troj, 4 czter|czwart|ćwier, 5 pięć|pięci|piąt, 6 sześ|szóst, 7 sied|siód|tydzi|"
    "tygod, 8 osi|ósm|ośm, 9 dziewi, 10 dziesi|dekad, 11 jedena, 12 dwana|dwuna|tuzin, 13 trzyna, 14 czterna,"
    " 15 piętna, 16 szesna, 17 siedemna, 18 osiemna, 19 dziewiętna, 20 dwadzi|dwudzi, 30 trzydzi,"
    " 40 czterdzi, 50 pięćdzi, 60 sześćdzi, 70 siedemdzi, 80 osiemdzi, 90 dziewięćdzi, 100 sto|stu|wiek,"
    " 1000 tysi, ½ pół|połow|półtor",
    "cs": "0 nul|žádn, 1 jed|prvn|každ|jednou, 2 dv|dvo|druh|oba|obě|obou|dvoj|pár|polovi, 3 tři|tře|třet|troj,"
    " 4 čty|čtv, 5 pět|pát, 6 šest, 7 sedm|týd, 8 osm, 9 devět|devít|devát, 10 deset|desít|desát|dekád,"
    " 11 jedená, 12 dvaná|tucet, 13 třiná, 14 čtrná, 15 patná, 16 šestná, 17 sedmná, 18 osmná, 19 devatená,"
    " 20 dvac, 30 třic, 40 čtyřic, 50 padesá, 60 šedesá, 70 sedmdesá, 80 osmdesá, 90 devadesá, 100 sto|stolet,"
    " 1000 tisíc, ½ půl|polovi|poloviční",
    "sk": "0 nul|žiad, 1 jed|prv|každ|raz, 2 dv|druh|oba|obe|oboch|dvoj|pár|polovi, 3 tri|tre|troj, 4 štyr|štvr,"
    " 5 päť|piat, 6 šesť|šies|šest, 7 sedem|siedm|týžd, 8 osem|ôsm, 9 deväť|deviat, 10 desať|desiat,"
    " 11 jedená, 12 dvaná|tucet, 20 dvadsa, 30 tridsa, 100 sto|storoč, 1000 tisíc, ½ pol",
    "sl": "0 nič|nobe, 1 en|prv|vsak, 2 dv|drug|oba|obe|obeh|par, 3 tri|tre|treh, 4 štir|četr, 5 pet, 6 šest,"
    " 7 sedem|sedm|teden, 8 osem|osm, 9 devet, 10 deset, 11 enajst, 12 dvanajst|ducat, 20 dvajset, 100 sto,"
    " 1000 tisoč, ½ pol",
    "hr": "0 nul|nijed, 1 jed|prv|svak, 2 dv|drug|oba|obje|dvo|par, 3 tri|tre|tro, 4 četir|četvr, 5 pet,"
    " 6 šest, 7 sedam|sedm|tjed, 8 osam|osm, 9 devet, 10 deset|desetlj, 11 jedana, 12 dvana|tuce,"
    " 20 dvadeset, 100 sto|stolje, 1000 tisu|hilj, ½ pol",
    "sr": "0 нул|nul, 1 јед|прв|сваки|jed|prv|svak, 2 дв|друг|оба|обе|пар|dv|drug|oba|obe|par, 3 три|тре|tri|tre,"
    " 4 четир|четвр|četir|četvr, 5 пет|pet, 6 шест|šest, 7 седам|седм|недељ|sedam|sedm|nedelj, 8 осам|осм|osam|"
    "osm, 9 девет|devet, 10 десет|deset, 11 једана|jedana, 12 двана|dvana, 20 двадесет|dvadeset, 100 сто|sto,"
    " 1000 хиљад|hiljad, ½ пол|pol",
    "ru": "0 нол|нул|ни, 1 од|перв|кажд|раз|един|сам, 2 дв|втор|оба|обе|обо|пар|половин|друг, 3 три|тре|трё|трех|тро,"
    " 4 четыр|четвёр|четвер, 5 пят, 6 шест, 7 сем|седь|недел, 8 восем|восьм, 9 девят, 10 десят,"
    " 11 одиннадцат, 12 двенадцат|дюжин, 13 тринадцат, 14 четырнадцат, 15 пятнадцат, 16 шестнадцат,"
    " 17 семнадцат, 18 восемнадцат, 19 девятнадцат, 20 двадцат, 30 тридцат, 40 сорок, 50 пятьдесят|пятидесят,"
    " 60 шестьдесят|шестидесят, 70 семьдесят|семидесят, 80 восемьдесят|восьмидесят, 90 девяност,"
    " 100 сто|ста|сот|век, 1000 тысяч, ½ пол|полтор",
    "uk": "0 нул|жодн, 1 од|перш|кожн|раз|єдин, 2 дв|друг|обид|оба|обо|пар|половин|інш, 3 три|тре|трь|тро,"
    " 4 чотир|четвер|чверт, 5 п'ят|п’ят|пят, 6 шіст|шест|шост, 7 сім|сем|сьом|тижд|тижн, 8 вісім|восьм,"
    " 9 дев, 10 десят|десят, 11 одинадцят, 12 дванадцят|дюжин, 13 тринадцят, 14 чотирнадцят, 15 п'ятнадцят,"
    " 20 двадцят, 30 тридцят, 40 сорок, 50 п'ятдесят|п’ятдесят, 100 сто|ста|сот, 1000 тисяч, ½ пів|половин",
    "bg": "0 нул|никак, 1 ед|първ|все|веднъж, 2 дв|втор|двам|двой|и двете|половин|пъти, 3 три|трет|трой, 4 четир|"
    "четвър, 5 пет, 6 шест, 7 сед, 8 осем|осм, 9 дев, 10 десет, 11 единадес, 12 дванадес|дузин, 20 двадес,"
    " 30 тридес, 100 сто, 1000 хиляд, ½ половин",
    "el": "0 μηδ|κανέν|καμία, 1 ένα|ένας|μία|μια|ενός|μιας|πρώτ|κάθε|μόνο|εφάπαξ, 2 δύο|δυο|δεύτερ|διπλ|ζεύγ|δις|μισ|"
    "αμφότερ|άλλ, 3 τρε|τρί|τρι, 4 τέσσερ|τεσσάρ|τέταρτ|τετρα, 5 πέντε|πέμπτ|πεντ, 6 έξι|έκτ|εξα, 7 επτά|εφτά|έβδομ|"
    "εβδομ, 8 οκτώ|οχτώ|όγδο|οκτα, 9 εννέα|εννιά|ένατ, 10 δέκα|δέκατ|δεκα, 11 έντεκα|ένδεκα, 12 δώδεκα|δωδεκ|ντουζ,"
    " 20 είκοσι|εικοσ, 30 τριάντα, 40 σαράντα, 50 πενήντα, 100 εκατό|εκατοντ|αιών, 1000 χίλι|χιλι, ½ μισ|ήμισ",
    "tr": "0 sıfır|hiç, 1 bir|ilk|birinci|her|tek, 2 iki|ikinci|çift|yarı, 3 üç, 4 dört|dörd|çeyrek, 5 beş, 6 altı,"
    " 7 yedi|hafta, 8 sekiz, 9 dokuz, 10 on|onuncu|onlar, 11 on bir, 12 on iki|düzine, 13 on üç, 14 on dört,"
    " 15 on beş, 20 yirmi, 30 otuz, 40 kırk, 50 elli, 60 altmış, 70 yetmiş, 80 seksen, 90 doksan, 100 yüz,"
    " 1000 bin, ½ yarı|buçuk",
    "ar": "0 صفر|لا|بدون|دون, 1 واحد|أول|اول|أولى|مرة|كل|إحدى|أحد, 2 اثن|إثن|اثنت|ثان|مرتين|مرتان|كلا|كلت|زوج|ضعف|نصف|ين|ان,"
    " 3 ثلاث|ثالث|ثلث, 4 أربع|اربع|رابع|ربع, 5 خمس|خامس, 6 ست|سادس|سدس, 7 سبع|سابع|أسبوع, 8 ثمان|ثامن, 9 تسع|تاسع,"
    " 10 عشر|عاشر|عقد, 11 أحد عشر|إحدى عشر|حادي عشر, 12 اثنا عشر|اثني عشر|اثنتا عشر|اثنتي عشر|دزين, 20 عشرون|عشرين,"
    " 30 ثلاثون|ثلاثين, 40 أربعون|أربعين, 50 خمسون|خمسين, 60 ستون|ستين, 70 سبعون|سبعين, 80 ثمانون|ثمانين,"
    " 90 تسعون|تسعين, 100 مئة|مائة|مئ|قرن, 1000 ألف|آلاف|ألفي, ½ نصف",
    "fa": "0 صفر|هیچ, 1 یک|اول|نخست|هر, 2 دو|دوم|جفت|هر دو|نیم|نصف|دیگر, 3 سه|سوم, 4 چهار|چارم|ربع, 5 پنج, 6 شش|شیش, 7 هفت|هفته,"
    " 8 هشت, 9 نه|نهم, 10 ده|دهه, 11 یازده, 12 دوازده|دوجین, 13 سیزده, 14 چهارده, 15 پانزده, 16 شانزده, 17 هفده,"
    " 18 هجده, 19 نوزده, 20 بیست, 30 سی, 40 چهل, 50 پنجاه, 60 شصت, 70 هفتاد, 80 هشتاد, 90 نود, 100 صد|قرن|سده,"
    " 1000 هزار, ½ نیم|نصف",
    "ur": "0 صفر, 1 ایک|پہل|ہر, 2 دو|دون|دوسر|جوڑ, 3 تین|تیسر, 4 چار|چوتھ, 5 پانچ, 6 چھ, 7 سات|ہفت, 8 آٹھ, 9 نو, 10 دس,"
    " 11 گیارہ, 12 بارہ|درجن, 20 بیس, 30 تیس, 50 پچاس, 100 سو|صدی, 1000 ہزار, ½ آدھ|نصف",
    "he": "0 אפס|אין|ללא, 1 אחד|אחת|ראשון|פעם|כל|יחיד, 2 שני|שתי|שניים|שתיים|פעמיים|כפול|זוג|יומיים|שנתיים|חודשיים|"
    "שבועיים|שעתיים|מחצית|יים, 3 שלוש|שליש, 4 ארבע|רביע|רבע, 5 חמש|חמיש, 6 שש|שיש, 7 שבע|שביע|שבוע, 8 שמונ|שמינ,"
    " 9 תשע|תשיע, 10 עשר|עשיר|עשור, 11 אחד עשר|אחת עשרה, 12 שנים עשר|שתים עשרה|שנים-עשר|תריסר, 20 עשרים, 30 שלושים,"
    " 40 ארבעים, 50 חמישים, 60 שישים, 100 מאה|מאות, 1000 אלף|אלפי, ½ חצי|מחצית",
    "hi": "0 शून्य, 1 एक|पहल|प्रथम|हर|प्रति|प्रत्येक, 2 दो|दूसर|द्वितीय|दोन|दुगु|जोड़|आध, 3 तीन|तीसर|तृतीय|तिहाई, 4 चार|चौथ|चौथाई,"
    " 5 पांच|पाँच|पंच, 6 छह|छः|छठ|छे, 7 सात|सप्ताह|हफ्त|हफ़्त, 8 आठ, 9 नौ, 10 दस|दशक, 11 ग्यारह, 12 बारह|दर्जन, 13 तेरह,"
    " 14 चौदह, 15 पंद्रह|पन्द्रह, 16 सोलह, 17 सत्रह, 18 अठारह, 19 उन्नीस, 20 बीस, 30 तीस, 40 चालीस, 50 पचास, 60 साठ,"
    " 70 सत्तर, 80 अस्सी, 90 नब्बे, 100 सौ|शताब्दी, 1000 हज़ार|हजार, ½ आध|अर्ध|डेढ़|ढाई|साढ़े",
    "bn": "0 শূন্য, 1 এক|প্রথম|প্রতি, 2 দুই|দু|দ্বি|দ্বিতীয়|উভয়|জোড়, 3 তিন|তৃতীয়, 4 চার|চতুর্থ|চারটি, 5 পাঁচ|পঞ্চম, 6 ছয়|ছয়|ষষ্ঠ,"
    " 7 সাত|সপ্তাহ|সপ্তম, 8 আট|অষ্টম, 9 নয়|নয়|নবম, 10 দশ, 11 এগারো|এগার, 12 বারো|বার|ডজন, 15 পনের, 20 বিশ|কুড়ি, 30 ত্রিশ,"
    " 50 পঞ্চাশ, 100 শত|একশ, 1000 হাজার, ½ অর্ধ|আধ|দেড়|আড়াই",
    "id": "0 nol, 1 satu|se|pertama|setiap|per|sekali|tiap, 2 dua|kedua|ganda|pasang|separuh|setengah, 3 tiga|ketiga,"
    " 4 empat|keempat|seperempat, 5 lima|kelima, 6 enam, 7 tujuh|minggu|pekan, 8 delapan|lapan, 9 sembilan,"
    " 10 sepuluh|puluh|dekade, 11 sebelas, 12 dua belas|lusin, 20 dua puluh, 30 tiga puluh, 100 seratus|ratus|abad,"
    " 1000 seribu|ribu, ½ setengah|separuh",
    "vi": "0 không, 1 một|mỗi|nhất|đầu|mốt, 2 hai|đôi|nhì|cặp|cả, 3 ba, 4 bốn|tư, 5 năm|lăm, 6 sáu, 7 bảy|bẩy|tuần,"
    " 8 tám, 9 chín, 10 mười|mươi|thập, 11 mười một, 12 mười hai|tá, 15 mười lăm, 20 hai mươi, 30 ba mươi, 100 trăm|kỷ,"
    " 1000 nghìn|ngàn, ½ nửa|rưỡi",
    "ja": "0 零|ゼロ|なし|ない, 1 一|ひと|壱|初|各|毎|ワン|単|最初|第一|あたり|当たり, 2 二|ふた|両|双|ダブル|倍|第二|ツー|半,"
    " 3 三|みっ|トリプル, 4 四|よっ, 5 五|いつつ, 6 六|むっ, 7 七|なな|週, 8 八|やっ, 9 九|ここのつ, 10 十, 11 十一,"
    " 12 十二|ダース, 20 二十, 30 三十, 100 百|世紀, 1000 千, ½ 半",
    "zh": "0 零|〇|无|無|没|沒, 1 一|壹|单|單|首|每|各, 2 二|两|兩|双|雙|倍|半|俩, 3 三, 4 四, 5 五, 6 六, 7 七|周|週|星期, 8 八,"
    " 9 九, 10 十, 11 十一, 12 十二|打, 20 二十|廿, 30 三十, 50 五十, 100 百|世纪|世紀, 1000 千, ½ 半",
    "ko": "0 영|제로|없, 1 일|하나|한|첫|매|당, 2 이|둘|두|양|쌍|배|절반, 3 삼|셋|세|석, 4 사|넷|네|넉, 5 오|다섯, 6 육|여섯, 7 칠|일곱|주,"
    " 8 팔|여덟, 9 구|아홉, 10 십|열, 11 십일|열한|열하나, 12 십이|열두|열둘|다스, 20 이십|스물|스무, 30 삼십|서른, 100 백|세기,"
    " 1000 천, ½ 반|절반",
    "th": "0 ศูนย์, 1 หนึ่ง|แรก|เดียว|ละ|ต่อ|ทุก, 2 สอง|คู่|ทั้งสอง, 3 สาม, 4 สี่, 5 ห้า, 6 หก, 7 เจ็ด|สัปดาห์, 8 แปด, 9 เก้า,"
    " 10 สิบ|ทศวรรษ, 11 สิบเอ็ด, 12 สิบสอง|โหล, 20 ยี่สิบ, 30 สามสิบ, 100 ร้อย|ศตวรรษ, 1000 พัน, ½ ครึ่ง",
}
"""By language: ``value stem|stem`` with commas between.  Norwegian and Malay share the lists of kin."""

SAME_WORDS: Final = {
    "no": "nb",
    "nn": "nb",
    "ms": "id",
    "bs": "hr",
    "iw": "he",
    "in": "id",
    "sh": "hr",
    "yue": "zh",
}
"""Languages that read a list of another."""
