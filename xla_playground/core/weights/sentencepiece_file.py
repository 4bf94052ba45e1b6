"""Recognize a SentencePiece model without the SentencePiece library.

It is a message of Protocol Buffers whose first field, repeated, holds a piece each. Format:
https://protobuf.dev/programming-guides/encoding and ``sentencepiece_model.proto``.
"""

from __future__ import annotations

from pathlib import Path

_PIECES = 1
_VARINT, _FIXED64, _LENGTH, _FIXED32 = 0, 1, 2, 5


def is_sentencepiece(path: Path) -> bool:
    """Return whether a file is a whole message that holds pieces.

    Raises:
        OSError: it cannot be read.
    """
    data = path.read_bytes()
    place, pieces = 0, 0
    try:
        while place < len(data):
            tag, place = _varint(data, place)
            field, wire = tag >> 3, tag & 7
            if wire == _LENGTH:
                size, place = _varint(data, place)
                place += size
                pieces += field == _PIECES
            elif wire == _VARINT:
                _, place = _varint(data, place)
            elif wire in (_FIXED64, _FIXED32):
                place += 8 if wire == _FIXED64 else 4
            else:
                return False
    except IndexError:  # cut off within a number
        return False
    return place == len(data) and pieces > 0


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a number and the place after it: seven bits a byte, the lowest first.

    Raises:
        IndexError: it does not end, or is longer than 64 bits.
    """
    value = 0
    for number in range(10):
        byte = data[place + number]
        value |= (byte & 127) << (7 * number)
        if byte < 128:
            return value, place + number + 1
    raise IndexError("a number of more than 64 bits")
