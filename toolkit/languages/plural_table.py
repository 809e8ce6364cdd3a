"""Plural-Forms of the world's languages, from weblate-language-data 2026.11.

Written by scripts/generate-plural-forms; do not edit.
"""

# The data is under this licence:
#
# MIT License
#
# Copyright © 2018–2023 Michal Čihař
#
# Permission is hereby granted, free of charge, to any person obtaining a copy
# of this software and associated documentation files (the "Software"), to deal
# in the Software without restriction, including without limitation the rights
# to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is
# furnished to do so, subject to the following conditions:
#
# The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
# IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
# FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
# AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
# LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
# OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
# SOFTWARE.

from __future__ import annotations

from typing import Final

_CODES_BY_VALUE: Final[tuple[tuple[str, str], ...]] = (
    (
        "nplurals=2; plural=(n != 1);",
        "aa ab abr ada ae af afh agr aii ain akk ale aln alt ami an ang anp arc arp arw asa ast av avk awa "
        "ayc az azb ba bal ban bar bas bbc bci bej bem ber bew bez bg bgc bgn bhb bhi bi bik bin bjj bjn "
        "bla bnt bqi bra brb brh brx bua bug bum byn ca cad cak car ce cgg ch chb chg chk chm chn cho chp "
        "chr chy ckb co cop cpe cpf cr crp cu da dak dar dcc de del den dgr din dje dnj dnk dru dry dua dum "
        "dv dyu ee efi egl egy eka el elx en enm eo es et eu ewo ext fan fat fbl ffm fi fj fo fon frk frm "
        "fro frr frs fuq fur fuv fvr fy gaa gay gba gbm gez gil gl glk gmh gn goh gom gon gor got grb gsw "
        "guc gum gur guz gwi ha hac hai haw haz hif hil hit hmn hnd hne hno ho hoc hoj hrx ht hu hup hus hz "
        "ia iba ibb ie ik ilo inh io isv it jam jgo jmc jpr jrb ka kaa kac kaj kam kaw kbd kcg kek kfr kfy "
        "kg kha khn kho ki kj kk kkj kl kln kmb kmr kpe kr krc kri krl kru ks ksb ku kum kut kv kxm ky la "
        "lad laj lam lb lez lfn lg li lij lir ljp lki lmn lmo lol loz lrc lu lua lui lun luo lus luy luz "
        "mad mag mai mak man mas mdf mdh mdr men mer mey mfa mga mgh mgo mh mhr mic min miq mjw ml mn mnc "
        "mni mnw moe moh mos mr mrh mtr mus mwk mwl mwr mww mxc myv myx mzn na nah nap nb nd ndc nds ne new "
        "ng ngl nhn nia nij niu nl nn nnh nod noe nog non nr nuk nv nwc ny nym nyn nyo nzi oc_ES oj om or "
        "os ota otk otq ovd pag pal pam pap pau pbb pdt peo phn pi pms pon pro prs ps pwn qu quc qug qya "
        "raj rap rar rcf rej rhg rif rkt rm rmt rn rng rof rom rue rup rw rwk sad sai sam saq sas sc sck "
        "sco sd sdh sef seh sel sga sgn shn shs sid sjd skr sm sml sn snk so sog sou sq srn srr ss ssy st "
        "suk sus sux sv sw swb swg swv sxu syc syl syr szy ta tay tcy te tem teo ter tet the tig tiv tk tkl "
        "tli tly tmh tn tog toi tr trv ts tsg tsi tsj tts tum tvl tw ty tyv tzj tzl udm ug uga umb und unm "
        "unr ur uz vai ve vls vmf vmw vo vot vro vun wae wal war was wbq wbr wep wtm xal xh xnr xog yao yap "
        "yi yua yuw za zap zbl zen zgh zun zza",
    ),
    (
        "nplurals=1; plural=0;",
        "ace ay bm bo cdo cpx crh dz gan hak hnj hsn id ig ii ja jbo jv kde kea km ko kos lkt lo lzh mis ms "
        "my nan nqo osa qpv sah ses sg son su th tlh to tok tpi tt vi wo wuu yo yue zh",
    ),
    (
        "nplurals=2; plural=(n > 1);",
        "ach ady ak am arn as bh bho bn csw doi fa ff fr frc frp gu gug gun guw hi hy kab kn kok ln mfe mg "
        "mi mia nso oc pa pcm pt qdt qtp si tg ti wa zu",
    ),
    (
        "nplurals=3; plural=((n == 1) ? 0 : ((n == 2) ? 1 : 2));",
        "iu naq se sma smi smj smn sms",
    ),
    (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : "
        "2);",
        "be bs cnr hr ru sr uk wen",
    ),
    (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : "
        "5);",
        "aeb apc apd ar",
    ),
    (
        "nplurals=2; plural=(n != 1 && n != 2 && n != 3 && (n % 10 == 4 || n % 10 == 6 || n % 10 == 9));",
        "ceb fil tl",
    ),
    (
        "nplurals=3; plural=((n == 0) ? 0 : ((n == 1) ? 1 : 2));",
        "blo cv lag",
    ),
    (
        "nplurals=3; plural=((n == 1) ? 0 : ((n != 0 && n % 1000000 == 0) ? 1 : 2));",
        "lld scn vec",
    ),
    (
        "nplurals=3; plural=((n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2);",
        "cpp cs sk",
    ),
    (
        "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
        "csb pl szl",
    ),
    (
        "nplurals=6; plural=((n == 0) ? 0 : ((n == 1) ? 1 : ((n == 2) ? 2 : ((n % 100 >= 3 && n % 100 <= "
        "10) ? 3 : ((n % 100 >= 11 && n % 100 <= 99) ? 4 : 5)))));",
        "arq ars arz",
    ),
    (
        "nplurals=3; plural=((n % 10 == 0 || n % 100 >= 11 && n % 100 <= 19) ? 0 : ((n % 10 == 1 && n % 100 "
        "!= 11) ? 1 : 2));",
        "lv prg",
    ),
    (
        "nplurals=3; plural=(n==0 ? 0 : n==1 ? 1 : 2);",
        "ksh mnk",
    ),
    (
        "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);",
        "grc sa",
    ),
    (
        "nplurals=4; plural=((n % 100 == 1) ? 0 : ((n % 100 == 2) ? 1 : ((n % 100 == 3 || n % 100 == 4) ? 2 "
        ": 3)));",
        "dsb hsb",
    ),
    (
        "nplurals=2; plural=(n % 10 != 1 || n % 100 == 11);",
        "is",
    ),
    (
        "nplurals=2; plural=(n >= 2 && (n < 11 || n > 99));",
        "tzm",
    ),
    (
        "nplurals=2; plural=(n==1 || n%10==1 ? 0 : 1);",
        "mk",
    ),
    (
        "nplurals=3; plural=((n % 10 == 1 && (n % 100 < 11 || n % 100 > 19)) ? 0 : ((n % 10 >= 2 && n % 10 "
        "<= 9 && (n % 100 < 11 || n % 100 > 19)) ? 1 : 2));",
        "lt",
    ),
    (
        "nplurals=3; plural=((n == 0 || n == 1) ? 0 : ((n >= 2 && n <= 10) ? 1 : 2));",
        "shi",
    ),
    (
        "nplurals=3; plural=((n == 1) ? 0 : ((n == 0 || n % 100 >= 2 && n % 100 <= 19) ? 1 : 2));",
        "ro_MD",
    ),
    (
        "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);",
        "sat",
    ),
    (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
        "ltg",
    ),
    (
        "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);",
        "ro",
    ),
    (
        "nplurals=4; plural=((n % 10 == 1 && n % 100 != 11) ? 0 : ((n == 2) ? 1 : ((n != 2 && n % 10 >= 2 "
        "&& n % 10 <= 9 && (n % 100 < 11 || n % 100 > 19)) ? 2 : 3)));",
        "sgs",
    ),
    (
        "nplurals=4; plural=((n % 10 == 1) ? 0 : ((n % 10 == 2) ? 1 : ((n % 100 == 0 || n % 100 == 20 || n "
        "% 100 == 40 || n % 100 == 60 || n % 100 == 80) ? 2 : 3)));",
        "gv",
    ),
    (
        "nplurals=4; plural=((n == 1) ? 0 : ((n == 2) ? 1 : ((n > 10 && n % 10 == 0) ? 2 : 3)));",
        "he",
    ),
    (
        "nplurals=4; plural=((n==1 || n==11) ? 0 : (n==2 || n==12) ? 1 : (n > 2 && n < 20) ? 2 : 3);",
        "gd",
    ),
    (
        "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
        "sl",
    ),
    (
        "nplurals=4; plural=(n==1 ? 0 : n==0 || ( n%100>1 && n%100<11) ? 1 : (n%100>10 && n%100<20 ) ? 2 : "
        "3);",
        "mt",
    ),
    (
        "nplurals=5; plural=((n % 10 == 1 && n % 100 != 11 && n % 100 != 71 && n % 100 != 91) ? 0 : ((n % "
        "10 == 2 && n % 100 != 12 && n % 100 != 72 && n % 100 != 92) ? 1 : ((((n % 10 == 3 || n % 10 == 4) "
        "|| n % 10 == 9) && (n % 100 < 10 || n % 100 > 19) && (n % 100 < 70 || n % 100 > 79) && (n % 100 < "
        "90 || n % 100 > 99)) ? 2 : ((n != 0 && n % 1000000 == 0) ? 3 : 4))));",
        "br",
    ),
    (
        "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : (n>2 && n<7) ? 2 :(n>6 && n<11) ? 3 : 4);",
        "ga",
    ),
    (
        "nplurals=6; plural=((n == 0) ? 0 : ((n == 1) ? 1 : (((n % 100 == 2 || n % 100 == 22 || n % 100 == "
        "42 || n % 100 == 62 || n % 100 == 82) || n % 1000 == 0 && (n % 100000 >= 1000 && n % 100000 <= "
        "20000 || n % 100000 == 40000 || n % 100000 == 60000 || n % 100000 == 80000) || n != 0 && n % "
        "1000000 == 100000) ? 2 : ((n % 100 == 3 || n % 100 == 23 || n % 100 == 43 || n % 100 == 63 || n % "
        "100 == 83) ? 3 : ((n != 1 && (n % 100 == 1 || n % 100 == 21 || n % 100 == 41 || n % 100 == 61 || n "
        "% 100 == 81)) ? 4 : 5)))));",
        "kw",
    ),
    (
        "nplurals=6; plural=((n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 :(n==6) ? 4 : 5);",
        "cy",
    ),
)

PLURAL_FORMS: Final[dict[str, str]] = {
    code: value for value, codes in _CODES_BY_VALUE for code in codes.split()
}
"""The whole value of the header field by locale in gettext's spelling."""
