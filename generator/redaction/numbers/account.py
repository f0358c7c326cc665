"""Names of accounts and addresses of connections: what a person is called on a service.

After a word for accounts, as a handle (@…), or as an IP address (RFC 791).  The trap is 「@city.example.lg.jp」, the
domain of an office in a sentence on mail filters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.labels import stretches
from generator.redaction.numbers.presence import LATIN, has_latin
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.redaction.view import View

_AT = regex("@")
_COLON = regex("[0-9A-Fa-f]:[0-9A-Fa-f:]")
_HANDLE = near(
    _AT,
    r"(?:(?<![A-Za-z0-9._%+-])|(?<=[^A-Za-z0-9._%+-]X))@(?![0-9.-]+(?![A-Za-z0-9_]))[A-Za-z0-9_][A-Za-z0-9_.-]{1,30}(?<![.-])",
)
_DOMAIN = regex(r"\.(?:jp|com|net|org|info|local)$")
_FOUR = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_ADDRESS = near(regex(r"[0-9]\.[0-9]"), rf"(?<![0-9A-Za-z.-]){_FOUR}(?:\.{_FOUR}){{3}}(?![0-9.-])")
_SIX = near(
    _COLON,
    r"(?<![0-9A-Fa-f])(?<![0-9A-Fa-f]:)(?<!::)(?!(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}(?![0-9A-Fa-f:])"
    r")(?:[0-9A-Fa-f]{1,4}:){3"
    r",7}(?::|[0-9A-Fa-f]{1,4})(?:[0-9A-Fa-f:]{0,20})(?![0-9A-Za-z"
    r":])",
)
_SHORT_SIX = near(
    _COLON, r"(?<![0-9A-Fa-f])(?<![0-9A-Fa-f]:)(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,3}(?![0-9A-Za-z:])"
)
_NAME = r"@?[A-Za-z0-9_](?:[A-Za-z0-9_.@+-]{1,40})(?<![.+-])"
_PLAIN = regex(
    r"(?:ID|No|名|番号)?(?:は|が|の|を|も|、|「|『|欄に?|写し|として|等|など|情報"
    rf"|[ \n\t:;=()\[\]\"'→|【】〔〕“…/・■`,-])*(?P<value>{_NAME})(?![A-Za-z0-9"
    r"])",
    re.IGNORECASE,
)
_NEXT = regex(
    r"[」』\"')]?(?:[(][^()\n]{1,8}[)])?(?:[、,・/:; \t|]|と|及び|や|→|から|誤|正|新|旧|\n){1,4}[「『\"'(]?"
    r"(?P<value>(?=[A-Za-z0-9_.@-]*[a-z])(?=[A-Za-z0-9_.@-]*[0-9_.@-])"
    r"@?[A-Za-z0-9][A-Za-z0-9_.-]{2,30}(?<![.-]))(?![A-Za-z0-9@=])"
)
_SHORT_ID = 4
_QUOTED = regex(rf"[^。「」\n]{{0,32}}[「『\"](?P<value>{_NAME})[」』\"]")
_SHOWN = regex(
    "(?:は|が|の|を|[ :(])*[「『](?P<value>[^「」『』。\n]{1,24})[」』]"
    "|[=] ?[\"']?(?P<keyed>[^ 、。「」『』\n\"'&;]{2,24})"
)
_SHOWN_WORDS = (
    "youtubeチャンネル",
    "表示名",
    "ハンドルネーム",
    "ハンドル名",
    "アカウント名",
    "line名",
    "ユーザーネーム",
    "ユーザー名",
    "チャンネル名",
    "投稿者",
    "投稿者名",
    "配信者名",
    "プレイヤー名",
    "利用者名",
)
_CHAT = near(
    LATIN,
    r"(?m)^[ \t]*(?:[0-9]{1,2}:[0-9]{2}[ \t]+(?P<value>[A-Za-z][A-Za-z0-9]*[._][A-Za-z0-9._]*)(?=[ 「:])"
    r"|[\[(][0-9/: -]{4,19}[)\]][ \t]*(?P<said>[A-Za-z][A-Za-z0-9._@-]{2,30})(?= ?[:>「]))",
)
_LOGGED = near(
    LATIN,
    r"(?<![A-Za-z])(?:uid|user_?id|login_?id|user_?name|account_?id|acct|member_?id|screen_name)[\"']?[:=][ \"']{0,2}"
    r"(?P<value>[A-Za-z0-9._@-]{3,40})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_BARE_ID = near(
    LATIN,
    r"(?<![A-Za-z_])[Ii][Dd] ?[:=] ?[\"']?(?=[A-Z0-9.@-]*[a-z_])(?P<value>[A-Za-z][A-Za-z0-9._-]{2,40})(?![A-Za-z0-9])",
)
_ID = near(
    LATIN,
    r"(?<![A-Za-z])ID[ はが「・(]{0,3}(?=[A-Z0-9.@-]*[a-z_])"
    r"(?P<value>@?[A-Za-z][A-Za-z0-9.-]*[_0-9.-][A-Za-z0-9_.-]*)(?![A-Za-z0-9])",
)
_DOMAIN_USER = near(
    LATIN, r"(?<![A-Za-z0-9:\\])[A-Z][A-Z0-9-]{1,14}\\(?P<value>[a-z][a-z0-9._-]{2,20})(?![\\A-Za-z0-9])"
)
_LOG_IN = near(
    regex("[ンー]|ーザ|用者"),
    r"(?:ログイン|ログオン|サインイン|ユーザー?|利用者)(?:[ :=→]{1,3}[「『\"']?|[「『])(?=[A-Z0-9._-]*[a-z])"
    r"(?P<value>[A-Za-z](?=[A-Za-z0-9._-]*[0-9._])[A-Za-z0-9._-]{2,30}(?<![._-]))(?![A-Za-z0-9@/(])",
)
_LISTED = near(
    regex("ゲスト|者|メンバ|フォロ|友|ともだち|共有|招待|入?退?室"),
    r"(?:ゲスト|参加者|メンバー|フォロワー|フォロー中|友だち|友達|ともだち|共有先|招待(?:中|先)?|退室|入室|閲覧者|既読)(?:の?一覧|リスト|名)?"
    r"[ :(「→]{1,3}(?:[^\n、,。・/:]{1,24}[ 、,・/]{1,3}){0,6}?"
    r"(?P<value>@?(?=[A-Za-z0-9.-]*[_0-9.])[A-Za-z][A-Za-z0-9._-]{2,30}(?<![._-]))(?![A-Za-z0-9@/])",
)
_BEFORE_ID = near(
    LATIN,
    r"(?<![A-Za-z0-9_.@/-])(?P<value>(?=[A-Z0-9._-]*[a-z])[A-Za-z][A-Za-z0-9]*[._-][A-Za-z0-9._-]+"
    r"|[a-z]{2,}[0-9]{2,8})"
    r"[」』]? ?(?:という|との|の|と)?(?:ID|アカウント|ユーザー)",
)
_PROFILE = near(
    LATIN,
    r"(?:instagram|twitter|//x|facebook|tiktok|threads|youtube|github|note)\.(?:com|net|jp)/@?"
    r"(?P<value>[A-Za-z0-9_][A-Za-z0-9_.-]{2,30})(?<!status)(?<!share)(?<!watch)(?<!hashtag)(?<!intent)(?<!search)",
)
_TAGGED = near(
    regex("#|live:"), r"(?<![A-Za-z0-9])(?:[A-Za-z0-9_.]{2,30}#[0-9]{4}|live:[A-Za-z0-9_.]{3,40})(?![A-Za-z0-9])"
)
_IN_QUOTES = near(LATIN, r"[「『](?=[^」』]*[a-z_])(?P<value>@?[A-Za-z][A-Za-z0-9.-]*[_0-9.][A-Za-z0-9_.-]*)[」』]")
_CALLED = regex(
    r"[「『](?=[^」』]*[ぁ-んァ-ヴA-Za-z0-9☆★])(?P<value>[^「」『』\n。]{1,16})[」』](?:と名乗|を名乗|と称|という(?:名|アカウント|ハンドル|ユーザ|表示|ID)"
    r"|の(?:アカウント|名で投稿|ハンドル)|なる(?:人物|アカウント|者))"
)
"""A name that somebody goes by on a service."""
_SERVICE = regex(
    r"アカウント|SNS|LINE|Instagram|インスタ|Twitter|ツイッター|フレンド|Discord|ゲーム"
    r"|チャット|投稿|フォロ|ユーザ|ログイン|ID|ライン|チャンネル|アプリ|TikTok|YouTube|WhatsApp"
)
_LOOSE = regex(
    r"(?<![A-Za-z0-9@/._%+&=?:-])(?P<value>[a-z][a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){1,4}[0-9]{0,6})"
    r"(?<!_form)(?<!_page)(?<!_list)(?<!_file)(?<!_name)(?<!_data)(?<!_log)(?<!_id)(?<!_no)(?<!_code)(?<!_type)(?<!_date)"
    r"(?<!_time)(?<!_key)(?<!_url)(?<!_table)(?<!_error)(?![A-Za-z0-9@/_=:.-]|[(][!-~])"
)
"""sora_no_iro25 in a text that speaks of accounts."""
_SECRET = near(
    regex("パス|合言葉|暗証|セキュリティ|p|P|c|C"),
    r"(?:パスワード|パスコード|合言葉|passw(?:or)?d|passcode|(?<![A-Za-z])pw|暗証番号|暗証"
    r"|セキュリティ(?:コード|番号)|cvv2?|cvc2?)(?:は|が|も|、|[ \t\n:;=→(「『\"'…]){1,6}"
    r"(?P<value>(?=[!-~]{0,31}[0-9])(?!(?:[0-9]{1,2}|[0-9]+[文桁回件字]))[!#-&*-~]{3,32})(?![文桁回件字])",
    re.IGNORECASE,
)
_MACHINE = near(
    regex("MAC|Mac|物理|機器|端末"),
    r"(?:MAC|Mac|物理|機器|端末)[^\n。]{0,12}?(?P<value>(?<![0-9A-Za-z:-])[0-9A-Fa-f]{2}(?:[:-][0-9A-F"
    r"a-f]{2}){5})(?![0-9A-Za-z:-])",
)
_DEVICE = near(
    LATIN,
    r"(?:(?<!用)端末|(?<![A-Za-z])[Hh]ost(?:name)?|ホスト名?|コンピュータ名?|デバイス|パソコン|PC|スマホ"
    r"|機器|接続元)(?:名|の名前|ID)?(?:は|[ :=「『(]){1,3}"
    r"(?P<value>(?=[A-Za-z0-9_.-]*[A-Za-z])[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+)(?![A-Za-z0-9/])",
)
_LINE_USER = near(regex("U[0-9a-f]"), "(?<![A-Za-z0-9])(?P<value>U[0-9a-f]{10,32})(?![0-9A-Za-z])")
"""What LINE calls a user within."""
_SIGNED = near(_AT, r"[「『](?P<value>[^「」『』\n@.]{1,12}@[^「」『』\n@.]{1,12})[」』]")
_HOME = near(
    regex(r"[/\\][HhUu]"),
    r"(?i:[/\\](?:home|users)[/\\])(?!(?i:public|default|shared|admin|administrator|guest|user|all)[/\\])"
    r"(?P<value>[A-Za-z0-9][A-Za-z0-9._-]{1,30})(?=[/\\])",
)
_ON_X = regex(
    r"(?<![A-Za-z0-9])X(?:\(旧(?:Twitter|ツイッター)\))?(?:の?ID)?[ :「『(はの=・/|】\t]{1,2}"
    r"(?P<value>(?=[a-z0-9_.-]*[0-9_])[a-z][a-z0-9]*[a-z0-9_.-]{3,24}(?<![._-]))(?![A-Za-z0-9@])"
)
_BY_SIGN = (
    ("X", _ON_X),
    (":", _CHAT),
    ("", _SECRET),
    ("", _HOME),
    ("U", _LINE_USER),
    ("", _DEVICE),
    ("", _LOGGED),
    ("", _MACHINE),
    ("", _LOG_IN),
    ("", _LISTED),
    ("ID", _BARE_ID),
    ("id", _BARE_ID),
    ("ID", _ID),
    ("#", _TAGGED),
    ("live:", _TAGGED),
    ("\\", _DOMAIN_USER),
    ("/", _PROFILE),
)
"""A cheap look for one sign before each pattern is tried."""
_WORDY = (_BARE_ID, _ID)
_DOTTED = regex("[0-9A-Fa-f](?:[.][0-9]{1,3}[.]|:[0-9A-Fa-f]{0,4}:)")
_WORDS_ONLY = regex(
    "(?i:user(?:name|id)?|id|name|pass(?:word)?|page|form|index|success|failed|error"
    "|null|none|true|false|login|logout|account|mail|tel)"
    "|[0-9]+|[A-Z][a-z]+|[A-Z]{2,6}|SNS|https?"
)


@dataclass(frozen=True, slots=True)
class Account:
    """Finds account names, handles and IP addresses."""

    kind: Kind = Kind.ACCOUNT
    why: str = "account"

    def find(self, view: View) -> Iterator[Span]:
        """Handles and addresses anywhere, names after a word for accounts."""
        text = view.text
        if _DOTTED.search(text):
            yield from self._shaped(text, (_SIX, _SHORT_SIX))
            for match in _ADDRESS.finditer(text):
                if not _of_machines(text, match):
                    yield Span(*match.span(), self.kind, sure=True, why=self.why)
        if not has_latin(text):
            yield from self._shaped(text, (_SECRET,) if "暗証" in text or "セキュリティ" in text else ())
            yield from self._shown(view)
            return
        yield from self._shaped(text, [pattern for sign, pattern in _BY_SIGN if sign in text])
        if _SERVICE.search(text):
            yield from self._shaped(text, (_CALLED, _IN_QUOTES, _BEFORE_ID, *((_LOOSE,) if "_" in text else ())))
        if "@" in text:
            yield from self._shaped(text, (_SIGNED,) if _SERVICE.search(text) else ())
            for match in _HANDLE.finditer(text):
                if not _public(text, match):
                    yield Span(*match.span(), self.kind, sure=True, why=self.why)
        yield from self._shown(view)

    def _shaped(self, text: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[Span]:
        for pattern in patterns:
            for match in pattern.finditer(text):
                value = match.lastgroup or 0
                said = match.group(value)
                if not (_WORDS_ONLY.fullmatch(said) and pattern in _WORDY) and not _OFFICE.search(f"@{said}"):
                    yield Span(*match.span(value), self.kind, sure=True, why=self.why)
                    yield from self._others(text, match.end(value)) if pattern is _LISTED else ()

    def _shown(self, view: View) -> Iterator[Span]:
        if not (has_latin(view.text) or "「" in view.text or "『" in view.text):
            return
        for stretch in stretches(view):
            if stretch.kind is self.kind:
                yield from self._named(view.text, stretch.start, stretch.end, stretch.word)

    def _named(self, text: str, start: int, end: int, word: str) -> Iterator[Span]:
        """The name after a word for accounts."""
        if _OFFICIAL.search(text[max(0, start - len(word) - 8) : start]) or _IN_WORD.match(text, start - 1):
            return
        patterns = (_PLAIN, _QUOTED, _SHOWN) if word in _SHOWN_WORDS else (_PLAIN, _QUOTED)
        for pattern in patterns:
            match = pattern.match(text, start, min(len(text), end + 40))
            named = match.lastgroup if match else None
            if match and named and self._is_name(match[named], word):
                yield Span(*match.span(named), self.kind, sure=True, why="label")
                yield from self._others(text, match.end(named))
                return

    @staticmethod
    def _is_name(value: str, word: str) -> bool:
        """Whether it is no other service's name; figures alone are a name only where an ID is asked for."""
        return not _WORDS_ONLY.fullmatch(value) or (value.isdigit() and len(value) > _SHORT_ID and word.endswith("id"))

    def _others(self, text: str, place: int) -> Iterator[Span]:
        """The next names of an enumeration."""
        while match := _NEXT.match(text, place):
            yield Span(*match.span("value"), self.kind, sure=True, why="label")
            place = match.end("value")


def _of_machines(text: str, match: re.Match[str]) -> bool:
    """Whether four numbers are a version, a network, or an address inside the office that no person is tied to."""
    before = text[max(0, match.start() - 16) : match.start()]
    if _VERSION.search(before) or text[match.end() : match.end() + 1] == "/":
        return True
    return bool(_INSIDE.match(match.group())) and not _CONNECTED.search(before)


_VERSION = regex("(?:バージョン|[Vv]er(?:sion)?[.]?|[Vv])[ ]?$")
_INSIDE = regex(r"(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2[0-9]|3[01]))\.")
_CONNECTED = regex("(?:from|src|remote|client|ip)[ =:]{1,2}$|接続元|アクセス元|送信元|端末|利用者|操作者|本人")


def _public(text: str, match: re.Match[str]) -> bool:
    """Whether a handle is a domain, or an office's own account."""
    before = text[max(0, match.start() - 24) : match.start()]
    return bool(
        _DOMAIN.search(match.group())
        or match.group() in _EVERYBODY
        or _OFFICIAL.search(before)
        or _OFFICE.search(match.group())
    )


_IN_WORD = regex("[A-Za-z](?=[A-Za-z_])")
"""login_form: the word for an account goes on."""
_EVERYBODY = frozenset(("@all", "@here", "@channel", "@everyone"))
_OFFICIAL = regex("公式|広報|[市区町村都道府県](?:の)?(?:X|SNS|LINE|アカウント|ホームページ)")
_OFFICE = regex("(?:^@|_)(?:city|town|vill|pref|koho|kouhou|official)(?:_|$)", re.IGNORECASE)
ACCOUNT = Account()
