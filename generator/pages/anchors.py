"""Fixed names of places inside pages, to which others link and quotations point: once published they never change."""

from __future__ import annotations


def item_anchor(item: int) -> str:
    """One of 議事, counted from 1."""
    return f"item-{item}"


def utterance_anchor(item: int, utterance: int) -> str:
    """One turn of speech, counted from 1 within its item of 議事."""
    return f"u-{item}-{utterance}"


def reply_anchor(group: int, row: int) -> str:
    """One of 前回意見への回答: the matter and the opinion in it, counted from 1."""
    return f"reply-{group}-{row}"


def reply_utterance_anchor(group: int, row: int, utterance: int) -> str:
    """One turn of speech about an answer to an earlier opinion, counted from 1; row 0: about all of the matter."""
    return f"{reply_anchor(group, row)}-{utterance}"


def handout_anchor(handout: int) -> str:
    """One of 配布資料, counted from 1."""
    return f"handout-{handout}"


def appendix_anchor(appendix: int) -> str:
    """One of 別紙, counted from 1."""
    return f"appendix-{appendix}"


def opinion_anchor(opinion: int) -> str:
    """An opinion of an audit, counted from 1 through the whole tree of results."""
    return f"opinion-{opinion}"


def promise_anchor(promise: int) -> str:
    """One of 再発防止策, counted from 1."""
    return f"promise-{promise}"
