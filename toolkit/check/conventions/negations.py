"""How languages deny: words and endings that negate, by language.

Two lists serve two ends.  ``NEGATORS`` finds what surely negates, in a source text; ``DENIALS`` finds all
that may, in a translation: also prefixes, endings and words such as "lack" and "instead".
"""

# ruff: noqa: E501 - words of many scripts, which editors show at other widths

from __future__ import annotations

from typing import Final

NEGATORS: Final[dict[str, str]] = {
    "en": r"(?:[Nn]ever|[Ww]ithout|[Cc]annot|[Cc]an['’]t|[Ww]on['’]t|[Nn]either)(?!\w)"
    r"|(?:[Dd]o|[Dd]oes|[Dd]id|[Mm]ust|[Ss]hould|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|may|might|can|could|will|would|has|have|had)"
    r"(?: not|n['’]t)(?! (?:only|just|merely|necessarily|until|you|we|least|be limited|limited)\b)(?!\w)"
    r"|(?:is|are|was|were|has|have|had|be|with) no (?!longer|more than|less than|fewer|matter|one|sooner)",
    "es": r"(?:[Nn]o|[Nn]unca|[Ss]in|jamás|tampoco)(?= )(?! (?:solo|sólo|solamente|obstante|embargo))",
    "fr": r"(?:[Jj]amais|[Ss]ans|(?:[Nn]e |[Nn]['’])\w+ pas)(?!\w)",
    "de": r"(?:[Nn]icht|[Kk]ein(?:e[nmrs]?)?|[Nn]ie(?:mals)?|[Oo]hne)(?! nur)(?!\w)",
    "it": r"(?:[Nn]on|[Mm]ai|[Ss]enza)(?= )(?! solo| soltanto)",
    "pt": r"(?:[Nn]ão|[Nn]unca|[Ss]em|jamais)(?= )(?! só| apenas| somente| obstante)",
    "nl": r"(?:[Nn]iet|[Gg]een|[Nn]ooit|[Zz]onder)(?! alleen)(?!\w)",
    "sv": r"(?:[Ii]nte|[Aa]ldrig|[Uu]tan att|[Ii]ngen)(?! bara)(?!\w)",
    "pl": r"(?:[Nn]ie|[Nn]igdy|[Bb]ez)(?= )(?! tylko)",
    "ru": r"(?:[Нн]е|[Нн]икогда|[Бб]ез)(?= )(?! только| более| менее)",
    "uk": r"(?:[Нн]е|[Нн]іколи|[Бб]ез)(?= )(?! тільки| лише| більше| менше)",
}
"""Surely a denial, by the language of the source; a word begins where the pattern does."""

_LATIN_PREFIXES = (
    r"in(?:cap|[uú]til|vis|v[aá]l|compl|corr|exist|exact|suf|nec|ade|acti|atti|comp|def|d[eé]te|acc|sicur|segur|sûr|esp|alt|mod|tent|"
    r"est[aá]|us[ui]|ev|ci?er|fini|vol|cons|h[áa]b|just|oper|sens|toler|tra[tc]|dep|diff|disp|[eé]gal|chang|connu|efi|effi|es|as|doc|oxi|sust|trouv|n?umer)\w*|"
    r"imp(?:os|l[ií]c|e[dr]|é|ro[cp]|ib|ar|ens|ot|ra)\w*|im(?:m[eu]|iscí|utá)\w*|ir(?:re|ré|ra)\w*|il(?:eg|im|leg|l[ií]c|óg)\w*|"
    r"des(?:hab|act|at|vant|cart|acons|apr|inst|ord|aut|con[oe])\w*|dis(?:abi|atti|abl|allow|agr|cont|inst|capac)\w*|"
    r"anul\w*|annul\w*|cancel\w*|ignor\w*|e[sx]clu\w*|err[oeóa]\w*|prohib\w*|contraindic\w*|contra-indic\w*|nul[ao]?s?|"
    r"rar[aoe]\w*|contrari\w*|contrair\w*|incorrec?t\w*|libr[ee]s?|limit\w*"
)
_LATIN = r"\b(?:" + _LATIN_PREFIXES + "|"
DENIALS: Final[dict[str, str]] = {
    "en": r"\b(?:no|not|nor|never|none|nothing|without|cannot|neither|avoid\w*|fail\w*|lack\w*|instead|unless|refus\w*|"
    r"un(?:able|know|safe|like|nec|us|aff|av|cert|cl|com)\w*|prevent\w*|\w+less)\b|n['’]t\b",
    "es": _LATIN
    + r"no|ni|nunca|sin|jamás|tampoco|nad[ai]\w*|ningun\w*|ningún|excepto|salvo|evit\w*|carec\w*|falt\w*|ausen\w*|"
    r"dej\w*|solo|sólo|solamente|a menos|sino|rechaz\w*|fall\w*|mal|difer\w*|poc[oa]\w*|disminuy\w*|omit\w*|perd[ieí]\w*)\b",
    "ca": _LATIN
    + r"no|ni|mai|sense|res|cap|tampoc|ningú|excepte|evit\w*|manc\w*|falt\w*|només|llevat|pas|sinó|menys|fall\w*)\b",
    "gl": _LATIN
    + r"non|nin|nunca|sen|sin|xamais|tampouco|nad[ai]\w*|ningun\w*|ningún|nengun\w*|agás|excepto|evit\w*|carec\w*|falt\w*|"
    r"só|senón|a menos|fall\w*)\b",
    "fr": _LATIN
    + r"ne|pas|non|ni|jamais|sans|aucun\w*|rien|personne|sauf|évit\w*|manqu\w*|absen\w*|plutôt|interdi\w*|hors|échou\w*|"
    r"peu|seul\w*|empêch\w*|à moins|refus\w*|cess\w*|uniquement|exempt\w*|dépourvu\w*|dispens\w*|hormis|différ\w*|abst[ei]n\w*|facultati\w*|superflu\w*|obsolète|saut\w*|"
    r"déconseill\w*|dénué\w*|introuv\w*|délè?g\w*|dés(?:activ|install|acc|appr)\w*|mauvais\w*|faux|échec|erreur\w*|omet\w*|avant d)\b|\bn['’]",
    "it": _LATIN
    + r"non|n|né|mai|senza|nessun\w*|nulla|niente|tranne|salvo|evit\w*|manc\w*|priv[oaie]|vietat\w*|invece|anziché|eccetto|"
    r"neppure|nemmeno|neanche|solo|fallit\w*|a meno|scorrett\w*|s(?:conosc|consigl)\w*)\b",
    "pt": _LATIN
    + r"não|nao|nem|nunca|sem|jamais|nad[ao]|ningu\w*|nenhu\w*|exceto|excepto|salvo|evit\w*|falt\w*|falh\w*|tampouco|proib\w*|"
    r"apenas|só|ausen\w*|senão|impe\w*|deix\w*|rejeit\w*|por \w+[aeií]r|fora|mantendo|recus\w*|parad\w*|ao invés|excl\w*|"
    r"mant[ée]m|depois de)\b",
    "ro": _LATIN
    + r"nu|n|nici\w*|niciodată|fără|ne(?!vo)\w+|lips\w*|decât|doar|nimic|dez\w+|eșu\w*|eşu\w*|greș\w*|irever\w*|invers)\b|\bn-",
    "de": r"nicht|\b(?:nie|niemals|niemand\w*|ohne|weder|statt|außer|ausser|un(?!d\b|ter|s\b|ser|gef|iv|it)\w+|fehl\w*|nein|vermeid\w*|"
    r"verbiet\w*|verbot\w*|sondern|anstatt|anstelle|miss\w*|nur|sonst|kaum|verhinder\w*|selten|falsch\w*|scheiter\w*|maximal|"
    r"ignorier\w*|überspr\w*|abge(?:lehn|broch)\w*|ablehn\w*|gegensatz)\b|kein|nichts|(?:los|frei)(?:e[nrsm]?)?\b|ausge?schl",
    "nl": r"niet|geen|\b(?:nooit|zonder|niets|niemand|nergens|behalve|on(?!der|s\b|ze|t|line|geveer)\w+|ontbre\w*|vermijd\w*|verbo\w*|alleen|"
    r"mislukt\w*|fout\w*|onjuist\w*|negeer\w*|neger\w*|zelden|in plaats)\b|(?:loos|loze|vrij|vrije)\b",
    "sv": r"\b(?:inte|ej|icke|aldrig|ingen\w*|inget|inga|utan|varken|förutom|sakna\w*|undvik\w*|förbjud\w*|istället|bara|endast|fel\w*|"
    r"o(?:giltig|möjlig|känd|nöd|säk|van|lika|änd|för|åter)\w*|ir\w+|avbryt|misslyck\w*|ignor\w*|sällan)\b|(?:lös|löst|lösa|fri|fritt)\b",
    "da": r"\b(?:ikke|ej|aldrig|ingen\w*|intet|uden|hverken|undtagen|mangl\w*|undgå\w*|forbud\w*|stedet|kun|ir\w+|fejl\w*|forkert|"
    r"u(?:gyldig|mulig|kend|ind|nød|sikk|lig|æn|end|fuld)\w*|ignor\w*|sjæld\w*)\b|(?:løs|løse|løst|fri|frit)\b",
    "nb": r"\b(?:ikke|ikkje|ei|aldri|ingen\w*|intet|inga|uten|utan|verken|unntatt|mangl\w*|unngå\w*|forbud\w*|stedet|bare|berre|feil\w*|"
    r"u(?:gyldig|mulig|kjent|nød|sikk|lik|end|full)\w*|avbryt|kun|ignor\w*|sjeld\w*)\b|(?:løs|løse|løst|fri|fritt)\b",
    "fi": r"\b(?:ei\w*|en|et|emme|ette|eivät|älä|älkää|älköön|eikä|vaikkei|jollei|elle\w*|koskaan|ilman|epä\w*|paitsi|puuttu\w*|vält\w*|"
    r"kiel\w*|sijaan|vain|mahdoton|virhe\w*|toisin|peruuta\w*)\b|(?:ton|tön|ttom\w*|ttöm\w*|matta|mättä)\b",
    "hu": r"\b(?:nem\w*|ne|nincs\w*|sem\w*|soha\w*|se|sincs\w*|nélkül\w*|kivéve|helyett|tilos|hiány\w*|kerül\w*|csak|nehogy|anélkül|"
    r"hib\w*|feles\w*|sikertelen\w*|ellen\w*|mégse)\b|(?:talan|telen|tlan|tlen)",
    "pl": r"\b(?:nie(?!co|któr|dziel)\w*|bez\w*|ani|nigdy|nic\w*|nikt\w*|żad\w*|brak\w*|zamiast|oprócz|poza|unik\w*|zakaz\w*|lecz|tylko|zabr\w*|"
    r"błąd|błęd\w*|wyklucz\w*|wbrew|przeciwn\w*|usuni[ęe]\w*|pomi[jn]\w*|rzad\w*|odm[oó]w\w*|anuluj|zwoln\w*|dopiero|wolny)\b",
    "cs": r"\b(?:ne(?!bo\b|moc|ž\b|rv|dáv)\w*|ni\w*|bez\w*|žád\w*|ani|chyb\w*|mimo|kromě|místo|zakáz\w*|vyhn\w*|vyhýb\w*|jen\w*|pouze|poškoz\w*|"
    r"omyl\w*|špatn\w*|vylouč\w*|vyluč\w*|zříd\w*|selh\w*)\b",
    "sk": r"\b(?:ne(?!bo\b|moc|ž\b|rv)\w*|ni\w*|bez\w*|žiad\w*|ani|chýb\w*|okrem|namiesto|zakáz\w*|vyh[ýn]\w*|len|iba|zlyh\w*|omyl\w*)\b",
    "sl": r"\b(?:ne(?!k|g|del|vr)\w*|ni\w*|brez\w*|nobe\w*|manjk\w*|razen|namesto|prepov\w*|samo|le|napač\w*)\b",
    "hr": r"\b(?:ne(?!k|g|ur|del|rv)\w*|ni\w*|bez\w*|osim|umjesto|zabran\w*|izbjeg\w*|samo|tek|greš\w*|pogreš\w*|odusta\w*)\b",
    "sr": r"\b(?:не(?!к|г|ур|дељ|рв)\w*|ни\w*|без\w*|осим|уместо|забран\w*|избег\w*|само|ne(?!k|g|ur|del|rv)\w*|ni\w*|bez\w*|osim|umesto|"
    r"zabran\w*|samo|нама)\b",
    "bg": r"\b(?:не(?!г|я\b|рв|о\b|йн|щ)\w*|ни\w*|без\w*|няма\w*|липс\w*|освен|вместо|забран\w*|избяг\w*|само|нито|изключ\w*|изискв\w*|пропус\w*|"
    r"поне|грешк\w*|трудно|скри\w*)\b",
    "mk": r"\b(?:не(?!к|г)\w*|ни\w*|без\w*|нема\w*|освен|наместо|забран\w*|само)\b",
    "ru": r"\b(?:не(?!дел|рв|ско|котор|го\b|й\b|го|ё)\w*|ни\w*|без\w*|бес\w*|отсутств\w*|кроме|вместо|запре\w*|избег\w*|лиш\w*|помимо|только|"
    r"нельзя|недо\w*|отказ\w*|противопоказ\w*|вне|иначе|исключ\w*|ошиб\w*|отмен\w*|отлич\w*|сбой|пропус\w*|игнор\w*|редк\w*|сложно|отдельн\w*|"
    r"воздерж\w*)\b|нет",
    "uk": r"\b(?:не(?!рв|ї\b|й\b)\w*|ні\w*|без\w*|відсутн\w*|крім|окрім|замість|заборон\w*|уник\w*|лиш\w*|нема\w*|тільки|поза|інакше|протипоказ\w*|"
    r"помил\w*|скас\w*|відмін\w*|пропус\w*|ігнор\w*|рідк\w*|виключ\w*|утрим\w*)\b",
    "be": r"\b(?:не\w*|ні\w*|ня\w*|без\w*|бяз\w*|акрамя|апроч|замест|толькі|адсутн\w*|на мож\w*)\b",
    "el": r"\b(?:δεν|δε|μη|μην|ούτε|μήτε|χωρίς|δίχως|ποτέ|κανέν\w*|καμία\w*|τίποτα|όχι|εκτός|αντί|αποφ[εύ]\w*|απαγορ\w*|λείπ\w*|άγνωστ\w*|"
    r"αδύνατ\w*|αδυνα\w*|αν[εύ](?:π|υ)\w*|ακατ\w*|μόνο|πλην|παρά|λάθος|λανθασμ\w*|σφάλμα\w*|άκυρ\w*|ακύρ\w*|αντίθε\w*|αποτ[υύ]\w*|αντεν\w*)\b",
    "tr": r"m[ae]z(?:s|d|l|\b)|m[ae]d[ıie]|m[ıiuü]yor|m[ae]y[ıiae][nzb]|m[ae]yac|meyec|m[ae]m[ae]|m[ae]m[ıi]ş|m[ae]m\b|m[ae]y[ae]r|m[ae]ks[ıi]z|m[ae]dan|meden|"
    r"m[ae]y[ıi]\b|değil|degil|yok|hiç|s[ıiuü]z\b|s[ıiuü]zd|\bne\b|asla|olmadan|dışında|kaçın|sorun|hata|yanlış|geçersiz|aksine|hariç|engel|yasak",
    "az": r"m[aə]|deyil|yox|heç|\w+s[ıiuü]z|mədən|madan|m[ıi]r|səhv|ləğv",
    "ar": r"(?<!\w)لا[يت]|تعذ|(?<!\w)[وفل]?(?:لا|لم|لن|ليس\w*|لست\w*|غير|بدون|دون|عدم|ما|بلا|ألا|ألّا|لئلا|إلا|سوى)(?!\w)|(?<!\w)(?:ال|ب|ل|و|ف)?(?:بدون|بغير|بلا|بعدم|لعدم|تجنب|"
    r"يمنع|ممنوع|تعذر|يتعذر|يستحيل|مستحيل|يفتقر|تفتقر|يحظر|حظر|غياب|سلب|رفض|نفي|انعدام|استثناء|خلاف|خطأ|فشل|خال[يٍ]|خالية|تجاهل|استبعاد|نادر|مجهول)",
    "fa": r"(?<!\w)ن(?:می|با|شد|شو|کن|دا|کر|یست|خو|تو|بو|گی|ده|رو|رس)\w*|(?<!\w)نه(?!\w)|بدون|(?<!\w)بی|غیر|هیچ|هرگز|عدم|فاقد|مگر|جز|"
    r"خودداری|ممنوع|پرهیز|(?<!\w)نا(?:مو|درس|قص|پای|مع|سا|تو|ممک|مشخ|شناخ)|اشتباه|خطا|لغو|شکست|نادیده|خلاف|به جای",
    "ur": r"(?<!\w)(?:نہ|نہیں|بغیر|مت|بنا|غیر|لا|عدم|بے\w*|سوائے|بجائے|منع|پرہیز)(?!\w)",
    "he": r"(?<!\w)[ושהכלבמ]{0,2}(?:לא|אין|בלי|אל|ללא|אינ\w*|איננ\w*|אסור\w*|מעולם|לעולם|חוסר|היעדר|בלתי|נעדר\w*|חסר\w*|פרט|במקום|הימנע\w*|אלא|רק|טרם|"
    r"מלבד|בניגוד|שגיא\w*|שגוי\w*|כשל\w*|בטל\w*|ביטול|התעלם|מתעלם|נדיר\w*|נמנע\w*)(?!\w)|אי[- ־]",
    "hi": r"नहीं|नही|(?<!\S)(?:न|ना|मत)(?!\S)|बिना|बगैर|रहित|गैर|ग़ैर|निर|कभी|बजाय|सिवा|परहेज|परहेज़|वर्जित|मना|त्रुटि|ग़लत|गलत|विफल|असफल|रद्द|विपरीत|अनदेखा|"
    r"छोड़|बच(?:ें|ना)|अज्ञात|असंभव|असमर्थ|अक्षम",
    "mr": r"नाही|नाहि|(?<!\S)न|विना|शिवाय|नये|नका|रहित",
    "ne": r"(?<!\S)न|छैन|हुँदैन|बिना|दैन|बाहेक|होइन|गैर|न्न|दिन",
    "bn": r"না|নয়|নয়|নেই|নি(?=[\s।,;]|$)|নাই|ছাড়া|ছাড়া|বিনা|ব্যতীত|নহে|বিহীন|কখনও|এড়|এড়|নিষ|ত্রুটি|ব্যর্থ|ভুল|বাতিল|অসম্ভব|অজানা",
    "ja": r"な[いくかけさし]|ません|(?<![わ必])ず(?=[、。に )）]|$)|無(?!料)|不|非(?!常)|未|なし|禁|避|まい|以外|対象外|除|控え|抜き|ゼロ|誤|間違|失敗|キャンセル|別の|異な|エラー|"
    r"わず|やめ|とは限|拒|中止|防ぐ|防ぎ|困難|梨の|稀|代わり",
    "zh": r"不|没|沒|无|無|非(?!常|洲)|未|否|勿|莫|免(?!疫)|禁|避|缺|除外|排除|除非|拒|绝|絕|难以|難以|停止|而是|忌|错|錯|取消|误|誤|失败|失敗|才|忽略|跳|罕|两码|"
    r"(?<![特个分類类级級性區区])别|僅|仅|只有",
    "ko": r"(?<!\w)안 ?[되돼됩됐하해될]|못|않|없|아니|아닌|아님|아닙|아닐|말(?:아|고|라|기|것|도)|마(?:세|십|라)|지 마|불(?:가|능|필|완|명|충|안정)|비(?:정|활)|무(?:시|효|관)|미(?:설|완|지정)|"
    r"금지|제외|외에|대신|모르|몰라|실패|거부|오류|잘못|취소|틀|다른|다르|다릅|달리|피하|막|고정|삼가|덜",
    "vi": r"không|chưa|chẳng|đừng|thiếu|vô(?! tuyến)|bất|ngoại trừ|trừ|miễn(?! dịch)|tránh|cấm|chả|sai|lỗi|hủy|huỷ|thất bại|bỏ qua|chông",
    "id": r"\b(?:tidak\w*|tak\w*|bukan\w*|belum\w*|jangan\w*|tanpa|non\w*|kecuali|selain|\w*hindar\w*|\w*larang\w*|kurang|gagal\w*|tiada|hanya|"
    r"alih-alih|mustahil|salah\w*|batal\w*|kesalahan|berbeda|beda|abai\w*|jarang|daripada|hampa|keliru|bebas)\b",
    "th": r"ไม่|มิ(?!ล|น)|อย่า|ไร้|ปราศ|ห้าม|งด|เว้น|หลีกเลี่ยง|นอกจาก|ปลอด|ผิด|ยกเลิก|ล้มเหลว|ข้าม|เลี่ยง",
    "lt": r"\b(?:ne\w*|ni\w*|be|niek\w*|nė\w*|išskyrus|vietoj|tik|klaid\w*|atšauk\w*)\b",
    "lv": r"\b(?:ne\w*|nav\w*|bez\w*|izņemot|tikai|kļūd\w*|atcel\w*)\b",
    "et": r"\b(?:ei|ära|mitte|pole\w*|polnud|ilma|eba\w*|puudu\w*|välja arvatud|asemel|ainult|vaid|ärge|keela\w*|ega|vale\w*|viga|vea\w*)\b|tu\b|mata\b",
    "sq": r"\b(?:nuk|s|mos|pa|asnjë\w*|jo|as|asgjë|përveç|kurrë|pa\w+|jo\w*|vetëm|ndal\w*)\b|s['’]",
    "eu": r"\b(?:ez\w*|gabe\w*|inoiz|ordez|beste\w*|oker\w*|errore\w*|huts\w*)\b|gabe",
    "is": r"\b(?:ekki|ei|aldrei|án|ó\w+|engin\w*|ekkert|enga\w*|hvorki|nema|stað|engum|hverg\w*|hætta|vill\w*|rang\w*)\b|laus",
    "ka": r"არ|ვერ|ნუ|გარეშე|უ",
    "hy": r"չ|ոչ|առանց|մի|ան",
    "af": r"nie|geen|\b(?:sonder|nooit|on\w+|behalwe)\b",
    "cy": r"\b(?:ni\w*|na\w*|dim|heb|ddim|peidio|peidiwch|byth|an\w+|mo|meth\w*|gwall\w*|oni)\b",
    "ga": r"\b(?:n\w+|gan|gá|cha|ná\w*|mí\w*|neamh\w*|do\w+|mura|theip\w*|earráid\w*)\b",
    "eo": r"\b(?:ne\w*|nek|neniu\w*|neniam|sen\w*|mal\w+|krom|anstataŭ|nur|erar\w*)\b",
    "ta": r"இல்ல|ல்லை|ாத|ாது|ாமல்|மாட்ட|கூடாது|ின்றி|வேண்டாம்|ல்ல|தவிர|ட்டால|விட|ற்ற",
    "te": r"లేదు|కాదు|లేని|లేక|వద్దు|కుండా|రాదు|కాని|లేర|లేవు",
    "kn": r"ಇಲ್ಲ|ಲ್ಲ|ಬೇಡ|ಬಾರದು|ದೆ|ರಹಿತ",
    "ml": r"ില്ല|ല്ല|അരുത്|ാതെ|ാത്ത|വേണ്ട|രഹിത",
    "gu": r"નહી|નથી|ન |ના |વિના|વગર|મત",
    "pa": r"ਨਹੀਂ|ਨਾ|ਬਿਨਾਂ|ਨਹੀ|ਮਤ|ਨਹ",
}
"""Whatever may deny, by the language of the translation."""

SAME_WORDS: Final = {
    "no": "nb",
    "nn": "nb",
    "ms": "id",
    "bs": "hr",
    "sh": "hr",
    "iw": "he",
    "in": "id",
    "yue": "zh",
}
"""Languages that read a list of another."""
