"""Regular expressions that are compiled when first used: a command that needs a few of our six hundred waits for those.

Knows nothing about what they look for.  `re.compile` stands here and nowhere else in the program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from typing import AnyStr

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class _Waiting:
    """Stands for a pattern; the methods of the compiled one take their slots at the first use of any of them.

    So later uses cost what they cost on the pattern itself.
    """

    __slots__ = ("_flags", "pattern", *_METHODS)

    def __init__(self, shape: Any, flags: int) -> None:
        self.pattern = shape
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Reached only for what has no value yet."""
        if name.startswith("__"):
            raise AttributeError(name)
        known = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(known, method))
        return getattr(known, name)


def regex(shape: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` returns, but that a mistake in the pattern shows at its first use.

    It can't be handed to the functions of `re`, nor compared with another.
    """
    return cast("re.Pattern[AnyStr]", _Waiting(shape, flags))
