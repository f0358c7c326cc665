"""Where a page's body waits for what only its paper tells, and the name of the file that the paper becomes.

The marks are noncharacters of Unicode, which no source may hold, so nothing an author writes is taken for one.
"""

from __future__ import annotations

from hashlib import sha256

CODE_MARK = "\ufdd8"
"""Where the code of a sheet's content is told."""
SIZE_MARK = "\ufdd9"
"""Where the size of the PDF is told."""

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so that no word comes out; no digits, so that nobody takes a number in it for a person's."""
_GROUPS, _LENGTH = 3, 4


def pdf_path(address: str) -> str:
    """Where the PDF of a page lies in the site: `incidents/a/a.pdf` for `/incidents/a/`."""
    folder = address.strip("/")
    return f"{folder}/{folder.rpartition('/')[2]}.pdf"


def code_of(content: bytes) -> str:
    """Twelve letters made of the SHA-256 of a sheet's content: equal on paper and page as long as they say the same."""
    number = int.from_bytes(sha256(content).digest(), "big")
    letters = ""
    for _ in range(_GROUPS * _LENGTH):
        number, index = divmod(number, len(_LETTERS))
        letters += _LETTERS[index]
    return "-".join(letters[start : start + _LENGTH] for start in range(0, len(letters), _LENGTH))
