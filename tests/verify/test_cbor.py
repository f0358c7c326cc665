"""The decoder of what Pagefind writes, on the examples of RFC 8949, appendix A, and on what is none of its business."""

from __future__ import annotations

import pytest

from generator.verify.cbor import NotCborError, read_cbor


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ("00", 0),
        ("17", 23),
        ("1818", 24),
        ("1903e8", 1000),
        ("1a000f4240", 1000000),
        ("20", -1),
        ("3863", -100),
        ("60", ""),
        ("63e6b0b4", "水"),
        ("80", []),
        ("8301820203820405", [1, [2, 3], [4, 5]]),
        ("98190102030405060708090a0b0c0d0e0f101112131415161718181819", list(range(1, 26))),
    ],
)
def test_reads(data: str, value: object) -> None:
    """Whole numbers, texts and lists come out as the standard says."""
    assert read_cbor(bytes.fromhex(data)) == value


@pytest.mark.parametrize(
    "data",
    ["", "18", "63e6b0", "62ffff", "8201", "0000", "4101", "a0", "c000", "f5", "9f00ff", "1cff", "81" * 64 + "00"],
)
def test_refuses(data: str) -> None:
    """What is cut short, goes on, is of another type or nests without end is not read at all."""
    with pytest.raises(NotCborError):
        read_cbor(bytes.fromhex(data))
