"""Mail addresses (RFC 5322 addr-spec as people type it), the `@` disguised or set apart included.

An office's address is public: lg.jp is open to local governments only, go.jp to the state (JPRS registration rules).
The trap is 「@city.example.lg.jp」 alone in a sentence on filters: without a name before it, it is nobody's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_AT = (
    r"(?:@|\(a\)|\[a\]|_at_| at (?=[A-Za-z0-9-]+\.)|あっとまーく|あっと"
    r"|アット(?!マーク|ホーム)|@マーク|[☆◎]|\(at\)|\[at\]|<at>|[(\[](?:アット(?:マーク)?|あっと(?:まーく)?|@マーク)[)\]]|アットマーク|\(@\)|★)"
)
_DOT = (
    r"(?: ?\.[ \n]?|\(\.\)|\[\.\]|。(?=[A-Za-z])|どっと|,(?=(?:com|ne|co|jp|net|org)(?![a-z]))|\(dot\)|\[dot\]|ドット)"
)
_ADDRESS = regex(
    r"(?:(?:(?<=メールアドレスは )|(?<=アドレス: )|(?<=メール: )|(?<=メール )|(?<=mail: ))[A-Za-z0-9._"
    r"-]{1,20} (?=[a-z0-9._-]+[ \n]?@))?"
    rf"[A-Za-z0-9](?:[A-Za-z0-9._%+'/-]|=(?![A-Za-z0-9])|\(dot\)|\[dot\]){{0,63}}[ \n]{{0,2}}{_AT}[ \n]{{0,2}}"
    rf"(?P<domain>[A-Za-z0-9][A-Za-z0-9-]{{0,62}}(?:{_DOT}[A-Za-z][A-Za-z0-9-]{{0,62}}){{1,6}})",
    re.IGNORECASE,
)
_SIGN = regex(r"@|[★☆◎]|あっと|[(\[]a[)\]]|[_ ]at[_ ]|at[\])>]|At[\])>]|AT[\])>]|アット")
_PUBLIC = regex(r"(?:^|\.)(?:lg|go)\.jp$", re.IGNORECASE)
_OFFICE_BOX = regex(
    "(?:info|contact|inquiry|toiawase|support|office|soumu|kouhou|koho|press|webmaster"
    "|postmaster|admin|no-?reply|help)",
    re.IGNORECASE,
)
_CONTACT = regex("問い?合わ?せ|申し?込み?先?|窓口|担当")
_TRACE = regex("Message-ID|References|In-Reply-To", re.IGNORECASE)
"""Lines of a mail head whose addresses are made by machines."""
_WORD_BEFORE = regex("(?<=[一-龥])[〇零一二三四五六七八九壱弐参壹貳參]+(?=[A-Za-z0-9])")
"""同一abc@…: a kanji digit at the end of the word before."""
_REACH = 60


@dataclass(frozen=True, slots=True)
class Mail:
    """Finds mail addresses that are not an office's."""

    kind: Kind = Kind.MAIL
    why: str = "mail"

    def find(self, view: View) -> Iterator[Span]:
        """Every private address."""
        if not _SIGN.search(view.text):
            return
        for match in _ADDRESS.finditer(view.digits):
            domain = re.sub(r"[ \n]", "", match["domain"])
            if not (_PUBLIC.search(domain) or self._nobodys(view.text, match)):
                start = _WORD_BEFORE.match(view.text, match.start())
                yield Span(start.end() if start else match.start(), match.end(), self.kind, sure=True, why=self.why)

    @staticmethod
    def _nobodys(text: str, match: re.Match[str]) -> bool:
        if _TRACE.search(text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH) : match.start()]):
            return True
        before = text[max(0, match.start() - _REACH) : match.start()]
        return bool(_OFFICE_BOX.match(match.group()) and _CONTACT.search(before))


MAIL = Mail()
