"""Numbers whose shape alone speaks, or speaks in a text that names their kind anywhere.

A residence card number (入管法施行規則: two letters, eight digits, two letters) needs no name.  Twelve digits do: with
a name somewhere they are a finding, with a good check digit alone a suspicion, else an account or an order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.checks import Check, luhn, my_number, no_check, resident_code
from generator.redaction.numbers.labelled import COUNTED, one_script, run
from generator.redaction.numbers.labels import stretches
from generator.redaction.numbers.presence import LONG, has_long_number
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.redaction.view import View

_FREE, _END = "(?<![0-9A-Za-z.])(?<![0-9]-)", "(?![0-9A-Za-z])(?!-[0-9]{3})"
_S = "[- \n]{0,2}"


@dataclass(frozen=True, slots=True)
class Shaped:
    """Finds a shape where the text names its kind, and suspects it elsewhere if its check digit is good."""

    kind: Kind
    shape: re.Pattern[str]
    topic: re.Pattern[str] | None
    """What the text, its label or a table head must say somewhere; None if the shape needs no word."""
    check: Callable[[str], Check] = no_check
    why: str = "shape"

    def find(self, view: View) -> Iterator[Span]:
        """Every such shape that no public name claims."""
        if not has_long_number(view.digits):
            return
        named = None
        for match in self.shape.finditer(view.digits):
            if _OF_THING.search(view.text, max(0, match.start() - 12), match.start()):
                continue
            if named is None:
                named = self.topic is None or bool(self.topic.search(view.text) or self.topic.search(view.label))
            compact = re.sub("[^0-9A-Za-z]", "", match.group())
            sure = named and not (self.topic and claimed(view, match.start(), self.kind))
            alone = "\n" not in match.group() and not claimed(view, match.start(), self.kind)
            if sure or (self.check(compact) is Check.GOOD and alone):
                end = one_script(view, match.start(), match.end())
                yield Span(match.start(), end, self.kind, sure=sure, why=self.why if sure else "check-digit")


_OF_THING = regex(
    "(?:製造|製品|型式|機体|機器|部品|商品|シリアル)(?:番 ?号|No[.]?|コード)?[ :(「]{0,3}\\Z|(?:型番"
    "|品番|ロット|S/N)[ :(「]{0,3}\\Z"
)
"""What numbers a thing, in whatever shape."""


def claimed(view: View, place: int, kind: Kind) -> bool:
    """Whether another name stands right before this place, so that the number there is something else."""
    nearest = None
    for stretch in stretches(view):
        if stretch.start <= place < stretch.end and (stretch.strong or stretch.head):
            nearest = stretch
    return nearest is not None and nearest.kind is not kind and not _digits_between(view, nearest.start, place)


def _digits_between(view: View, start: int, end: int) -> bool:
    return any(char.isdigit() for char in view.digits[start:end])


RESIDENCE_CARD = Shaped(
    Kind.RESIDENCE_CARD,
    near(LONG, f"{_FREE}[A-Za-z]{{2}}{_S}[0-9](?:[- \n]?[0-9]){{7}}{_S}[A-Za-z]{{2}}(?![0-9A-Za-z])"),
    None,
)
PASSPORT = Shaped(
    Kind.PASSPORT, near(LONG, f"{_FREE}[A-Za-z]{{1,2}} ?{run(7)}{_END}"), regex("旅券|パスポート|[Pp]assport")
)
MY_NUMBER = Shaped(
    Kind.MY_NUMBER,
    near(LONG, f"{_FREE}{run(4)}{_S}{run(4)}{_S}{run(4)}{_END}(?![- ]{{0,2}}[0-9]){COUNTED}"),
    regex("個人番号|マイナンバー|My ?Number"),
    my_number,
)
RESIDENT_CODE = Shaped(
    Kind.RESIDENT_CODE,
    near(
        LONG, (f"{_FREE}(?!0[5789]0)(?:[0-9](?: \n?[0-9]){{10}}|{run(11)}|{run(4)}-{run(4)}-{run(3)}){_END}{COUNTED}")
    ),
    regex("住民票|住基|住民コード"),
    resident_code,
)
LICENCE = Shaped(
    Kind.LICENCE,
    near(
        LONG,
        f"{_FREE}(?:{run(4)}{_S}{run(4)}{_S}{run(4)}|[0-9]{{2}}[- ][0-9]{{2}}[- ][0-9]{{4}}[- ][0-9]"
        f"{{4}}){_END}{COUNTED}",
    ),
    regex("免許|運転"),
)
PENSION = Shaped(
    Kind.PENSION,
    near(LONG, f"(?<![0-9A-Za-z.])(?<![0-9]-){run(4)}[-の・. ]\n?{run(6)}(?![0-9A-Za-z])"),
    regex("年金"),
)
CARD = Shaped(
    Kind.CARD,
    near(
        LONG,
        f"{_FREE}(?:[3-6]\n?{run(3)}(?:{_S}{run(4)}){{3}}|3[47]{run(2)}{_S}{run(6)}{_S}{run(5)}"
        f"){_END}(?!{_S}[0-9]{{3}}){COUNTED}",
    ),
    regex("カード|クレジット|クレカ|決済|チャージバック|VISA|Visa|JCB|AMEX|Master"),
    luhn,
)
INSURED = Shaped(
    Kind.INSURED,
    near(LONG, f"{_FREE}(?:0\n?{run(9)}|H[0-9]{{9}}|(?!(?:19|20)[0-9]{{2}}[01])[0-9]{{8}}){_END}{COUNTED}"),
    regex("被保険者|被保番|負担割合証|保険証|資格確認書|後期高齢|後期の番号|介護|認定審査"),
)
PERSON_ID = Shaped(
    Kind.REFERENCE,
    near(
        regex("ID"),
        "(?:(?<=ID)|(?<=ID[ :はが「(])|(?<=ID: ))(?<![A-Za-z一-龥ァ-ヴー]ID)(?<![A-Za-z一-龥ァ-ヴー]ID.)["
        f"A-Za-z]{{0,2}}-?[0-9](?:-\n?|[0-9]){{3,12}}[0-9]{_END}{COUNTED}",
    ),
    None,
)
SHAPED = (PERSON_ID, RESIDENCE_CARD, PASSPORT, MY_NUMBER, RESIDENT_CODE, LICENCE, PENSION, CARD, INSURED)
