"""A written weekday against the calendar: what is right, and which day near it the author may have meant."""

from __future__ import annotations

from datetime import date, timedelta

WEEKDAYS = "月火水木金土日"


def wrong_weekday(day: date, written: str) -> dict[str, str]:
    """What to say where `written` is not the weekday of `day`; empty where it is."""
    right, typed = day.weekday(), WEEKDAYS.index(written)
    if right == typed:
        return {}
    near = day + timedelta(days=(typed - right + 3) % 7 - 3)
    return {"day": _short(day), "expected": WEEKDAYS[right], "written": written, "near": _short(near)}


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"
