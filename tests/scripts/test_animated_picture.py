"""A picture that moves shows each of its pictures whole, and is one that the README may carry."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from animated_picture import SIGNATURE, write_animation

PROJECT = Path(__file__).parents[2]
SIDE = 8


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert content.startswith(SIGNATURE)
    place = len(SIGNATURE)
    while place < len(content):
        (length,) = struct.unpack_from(">I", content, place)
        kind, body = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack_from(">I", content, place + 8 + length)[0]
        yield kind, body
        place += length + 12


def played(content: bytes, width: int) -> list[bytes]:
    """What is to be seen at each time, in RGBA, by the rules for such pictures."""
    seen: list[bytes] = []
    for kind, body in chunks(content):
        if kind not in {b"IDAT", b"fdAT"}:
            continue
        lines = zlib.decompress(body[4:] if kind == b"fdAT" else body)
        length = width * 4 + 1
        new = b"".join(lines[at + 1 : at + length] for at in range(0, len(lines), length))
        old = seen[-1] if seen else new
        pixels = range(0, len(new), 4)
        seen.append(b"".join((new if new[at + 3] else old)[at : at + 4] for at in pixels))
    return seen


def picture(*dots: tuple[int, int]) -> QImage:
    made = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    for x, y in dots:
        made.setPixelColor(x, y, QColor("#e05030"))
    return made


def pixels(image: QImage) -> bytes:
    converted = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return bytes(converted.constBits())


def test_each_picture_is_seen_as_it_was_given(tmp_path: Path) -> None:
    given = [picture((1, 1)), picture((2, 1), (7, 7)), picture(), picture()]
    write_animation(tmp_path / "it.png", given, 0.25)
    assert played((tmp_path / "it.png").read_bytes(), SIDE) == [pixels(each) for each in given]


def test_it_says_how_many_there_are_and_counts_them_through(tmp_path: Path) -> None:
    write_animation(tmp_path / "it.png", [picture(), picture((3, 3)), picture()], 0.5)
    found = list(chunks((tmp_path / "it.png").read_bytes()))
    assert dict(found)[b"acTL"] == struct.pack(">II", 3, 0)
    numbers = [struct.unpack(">I", body[:4])[0] for kind, body in found if kind[:1] == b"f"]
    assert numbers == list(range(5))
    delays = {struct.unpack_from(">HH", body, 20) for kind, body in found if kind == b"fcTL"}
    assert delays == {(500, 1000)}


def test_who_cannot_play_it_sees_the_first(tmp_path: Path) -> None:
    write_animation(tmp_path / "it.png", [picture((1, 1)), picture((2, 2))], 0.25)
    assert pixels(QImage(str(tmp_path / "it.png"))) == pixels(picture((1, 1)))


def test_the_readme_shows_a_guided_hold_that_moves_and_is_small() -> None:
    assert "(docs/guide-hold.png)" in (PROJECT / "README.md").read_text(encoding="utf-8")
    content = (PROJECT / "docs" / "guide-hold.png").read_bytes()
    assert b"acTL" in {kind for kind, _ in chunks(content)}
    assert len(content) < 1_000_000
