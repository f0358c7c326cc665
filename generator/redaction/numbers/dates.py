"""How a day is written: era or western, kanji or figures, as it is said, packed into digits, in English.

Shapes only; what makes a day a birth is decided in `birth`.
"""

from __future__ import annotations

from generator.patterns import regex
from generator.redaction.near import near

SPACE = "[ \n]{0,3}"
NUMBER = "(?:[0-9](?:[ \n]?[0-9])?|[0-9]?[十拾][0-9]?)"
ERA = (
    "(?:明 ?治|大 ?[正止]|昭 ?(?:和|禾[ロ口]|利)|平 ?[成戌]|[令今] ?(?:和|禾[ロ口])"
    "|[明大昭平令](?=[ ]{0,2}[0-9元])|[MTSHRmtshr](?=[ .]{0,2}[0-9元]))"
)
YEAR = (
    f"(?:{ERA}(?:[ .]{{0,3}}|の)(?:元|[0-9]?[十拾][0-9]?|[0-9](?: ?[0-9])?)(?:{SPACE}\\((?:1[89]"
    f"|20)[0-9]{{2}}年?\\))?|(?:1 ?[89]|2 ?0) ?[0-9] ?[0-9](?:{SPACE}\\({ERA} ?(?:元|[0-9]{{1,2}})年?\\))?)"
)
_SAID = "(?:[ \n]{0,3}|の|、(?:え[ーえ]?と?、)?)"
_WRITTEN = (
    f"{YEAR}{SPACE}(?:年|ねん){_SAID}(?:\\({ERA} ?(?:元"
    f"|[0-9]{{1,2}})年?\\){SPACE})?{NUMBER}{SPACE}(?:月|がつ){_SAID}{NUMBER}{SPACE}(?:日|にち)"
)
SHORT = f"{YEAR}{SPACE}[./・,-]{SPACE}[0-9](?:\n?[0-9])?{SPACE}[./・,-]{SPACE}[0-9]{{1,2}}(?![0-9])"
_MIXED = f"{YEAR}年 ?[0-9]{{1,2}}[./-][0-9]{{1,2}}(?![0-9])"
_MONTHS = (
    "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}"
)
_ENGLISH = (
    f"[0-9]{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTHS}[., -]{{1,2}}(?:1[89]|20)[0-9]{{2}}"
    f"|{_MONTHS}[. ]{{1,2}}[0-9]{{1,2}},? (?:1[89]|20)[0-9]{{2}}"
)
DATE = regex(f"(?<![0-9A-Za-z.-])(?<![0-9A-Za-z.]/)(?:{_WRITTEN}|{SHORT}|{_MIXED})")
START = regex("[明大昭平令今MTSHRmtshr12](?=[治正止和禾利成戌元0-9 .])")
ENGLISH_DATE = near(regex("J|F|M|A|S|O|N|D"), f"(?<![0-9A-Za-z./-])(?:{_ENGLISH})")
LABEL_DATE = regex(
    f"(?<![0-9A-Za-z])(?:{_WRITTEN}|{SHORT}|{_MIXED}|{_ENGLISH}"
    f"|[0-9]{{1,2}}[ -]{_MONTHS}[., -]{{1,2}}[0-9]{{2}}(?![0-9])|(?:1[89]|20)[0-9]{{6}}(?![0-9])"
    "|[12](?: [0-9]){3} [./-] [0-9](?: [0-9])? [./-] [0-9](?: [0-9])?(?![0-9])"
    "|[1-5]-?[0-9]{6}(?![0-9])"
    f"|[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-][0-9]{{1,2}}(?![0-9])|{ERA} ?[0-9]{{6}}(?![0-9])"
    f"|{YEAR}{SPACE}年{SPACE}{NUMBER}{SPACE}月(?!{SPACE}[0-9])"
    f"|{NUMBER}{SPACE}月{SPACE}{NUMBER}{SPACE}日"
    f"|{NUMBER}{SPACE}年{SPACE}{NUMBER}{SPACE}月{SPACE}{NUMBER}{SPACE}日"
    f"|[0-9]{{1,2}}{SPACE}(?:[./]{SPACE}[0-9"
    f"]{{1,2}}(?:{SPACE}[./]{SPACE}[0-9]{{1,2}})?(?![0-9])))"
)
PACKED = (
    "(?:(?:1[89]|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    "|[MTSHRmtshr明大昭平令][- .]?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))"
)
_ERA_BOX = "(?:明治?|大正?|昭和?|平成?|令和?|[MTSHR])"
CHOSEN = near(
    regex("(?:昭和?|S) ?[・/、,.| □☑■☐✓✔○◯レ]|[・/、,.| □☑■☐✓✔○◯レ](?:昭|S)"),
    f"(?<![一-龥A-Za-z])(?:[□☑■☐✓✔○◯レ]?{_ERA_BOX}[ ・/、,."
    f"|]{{1,3}}){{1,4}}[□☑■☐✓✔○◯レ]?{_ERA_BOX}[ )\\]:|]{{1,3}}"
    f"(?P<date>(?:元|{NUMBER}){SPACE}(?:年{SPACE}{NUMBER}{SPACE}月{SPACE}{NUMBER}{SPACE}日"
    f"|[./-] ?{NUMBER} ?[./-] ?{NUMBER}(?![0-9])))",
)
"""A form's eras with 昭和 among them, of which the writer rings one: no form offers it for a day of today."""
_LIFE = regex("生")
MONTH_ONLY = near(
    _LIFE,
    f"(?P<date>(?<![0-9年])(?:{YEAR}{SPACE}年{SPACE}{NUMBER}{SPACE}月|{NUMBER}月{NUMBER}日))"
    " ?(?:生まれ|生(?=[)、 ]|$))",
)
SOLID = near(
    regex("[MTS][0-9]"), "(?<![0-9A-Za-z-])[MTS][0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z-])"
)
"""S400506, as in names of files."""
SOLID_BORN = near(
    _LIFE,
    f"(?<![0-9A-Za-z-])(?P<date>{PACKED})(?= ?(?:お?生まれ|生(?![年活産存計命涯徒物業体保協糸])))"
    "|(?<![0-9A-Za-z./-])(?P<short>[0-9]{2}[./][0-9]{1,2}[./][0-9]{1,2})(?= ?(?:お?生まれ|生(?=[)、 」]|$)))"
    f"|(?<![一-龥])生[ :.=]{{1,2}}(?P<late>{PACKED}|{SHORT})(?![0-9])",
)
"""19810314生 and 生:S560314."""
