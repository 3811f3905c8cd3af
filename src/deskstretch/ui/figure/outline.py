"""The outline of balls wrapped in one skin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import acos, atan2, cos, degrees, hypot, pi, sin
from typing import Final

from PySide6.QtGui import QPainterPath

Disc = tuple[float, float, float]
"""x, y and radius in the picture."""
Group = Sequence[Disc]
Bridge = tuple[Disc, Disc, float]
"""A straight line from one disc to another that touches both, and the angle at which it does."""

_ROUND: Final = 2 * pi
_NOISE: Final = 1e-6
_FLAT: Final = 0.4
"""Radius times the square of a turn, up to which an arc is less than a twentieth of a pixel high:
then one point is enough."""
_LONG_DROP: Final = 64.0
"""Pixels. Qt fills an outline in bands of some 30 rows and follows each line through all rows for
each band: a line that goes down through many of them is cheaper in pieces."""


def add_skin(path: QPainterPath, chain: Sequence[Group]) -> None:
    """Add the union of the hulls over each group of discs and the next one; of one, its hull.

    In a longer chain a group is a disc, or two alike. The path must be filled by its winding.
    Angles are those of the normal of the skin, clockwise from the right.
    """
    if len(chain) == 1:
        [discs] = chain
        if len(discs) != 2 or not _add_limb(path, discs):
            _add_hull(path, discs)
    elif not (
        _add_limb(path, [group[0] for group in chain])
        if max(map(len, chain)) == 1
        else _add_chain(path, chain)
    ):
        for group, following in pairwise(chain):
            _add_hull(path, (*group, *following))


def _add_hull(path: QPainterPath, discs: Group) -> None:
    """A skin is laid round the discs, from the one on the right on."""
    disc = max(discs, key=lambda one: one[0] + one[2])
    path.moveTo(disc[0] + disc[2], disc[1])
    _turn(path, discs, disc, 0.0, _ROUND)


def _add_limb(path: QPainterPath, discs: Sequence[Disc]) -> bool:
    """A chain of single discs, which most shapes are, without a search.

    False, and nothing is added, where one disc hides another.
    """
    parts: list[tuple[Disc, Disc, float, float]] = []
    for one, other in pairwise(discs):
        (x1, y1, radius1), (x2, y2, radius2) = one, other
        apart = hypot(x2 - x1, y2 - y1)
        if apart <= abs(radius1 - radius2):
            return False
        way = atan2(y2 - y1, x2 - x1)
        parts.append((one, other, way, acos((radius1 - radius2) / apart)))
    one, _, way, lean = parts[0]
    x, y, radius = one
    box = x - radius, y - radius, 2 * radius, 2 * radius
    start = -degrees(way + lean)
    path.arcMoveTo(*box, start)
    path.arcTo(*box, start, 2 * degrees(lean) - 360)
    for number, (one, other, way, lean) in enumerate(parts):
        if number:
            _, _, way_before, lean_before = parts[number - 1]
            angle = way_before - lean_before
            _add_arc(path, one, angle, _shorter(way - way_before) - lean + lean_before)
        _add_line(path, one, other, way - lean)
    _, other, way, lean = parts[-1]
    _add_arc(path, other, way - lean, 2 * lean)
    for number in range(len(parts) - 1, -1, -1):
        one, other, way, lean = parts[number]
        _add_line(path, other, one, way + lean)
        if number:
            _, _, way_before, lean_before = parts[number - 1]
            _add_arc(path, one, way + lean, lean_before - lean - _shorter(way - way_before))
    return True


def _add_chain(path: QPainterPath, chain: Sequence[Group]) -> bool:
    """One skin over all: along the bridges on one side and back along those on the other.

    Where the skin bends inwards it turns back round a group, and a loop comes about in which it
    winds twice. False, and nothing is added, where one group hides another.
    """
    if not all(_are_apart(group, following) for group, following in pairwise(chain)):
        return False
    lines = _bridges(chain, -1)
    returns = [(other, one, angle) for one, other, angle in reversed(_bridges(chain, 1))]
    if not len(lines) == len(returns) == len(chain) - 1 or not _turns_once(lines, returns):
        return False
    one, _, angle = lines[0]
    path.moveTo(one[0] + one[2] * cos(angle), one[1] + one[2] * sin(angle))
    _follow(path, lines, chain[1:-1])
    _, end, angle = lines[-1]
    _turn(path, chain[-1], end, angle, (returns[0][2] - angle) % _ROUND)
    _follow(path, returns, chain[-2:0:-1])
    _, end, angle = returns[-1]
    _turn(path, chain[0], end, angle, (lines[0][2] - angle) % _ROUND)
    return True


def _follow(path: QPainterPath, lines: Sequence[Bridge], groups: Sequence[Group]) -> None:
    """Along lines, and round the groups between each and the next one, by the shorter way."""
    _add_line(path, *lines[0])
    for (before, line), group in zip(pairwise(lines), groups, strict=True):
        _turn(path, group, before[1], before[2], _shorter(line[2] - before[2]))
        _add_line(path, *line)


def _turns_once(lines: Sequence[Bridge], returns: Sequence[Bridge]) -> bool:
    """Whether the skin winds once round each group, as it must to enclose what belongs to it."""
    for (a, b), (d, c) in zip(pairwise(lines), pairwise(reversed(returns)), strict=True):
        front, rear = (d[2] - a[2]) % _ROUND, (b[2] - c[2]) % _ROUND
        turned = front + rear - _shorter(b[2] - a[2]) - _shorter(d[2] - c[2])
        if abs(turned - _ROUND) > 1:
            return False
    return True


def _shorter(turn: float) -> float:
    return (turn + pi) % _ROUND - pi


def _are_apart(group: Group, following: Group) -> bool:
    """Whether there is one bridge on either side, and no more.

    There could be two, where a group stands out on both sides of another one: they must be farther
    apart than they differ.
    """
    if len(group) == len(following) == 1:
        return True
    (left1, top1, radius1), (right1, bottom1, _) = group[0], group[-1]
    (left2, top2, radius2), (right2, bottom2, _) = following[0], following[-1]
    apart = hypot(left2 + right2 - left1 - right1, top2 + bottom2 - top1 - bottom1)
    differ = hypot(left2 - right2 - left1 + right1, top2 - bottom2 - top1 + bottom1)
    return apart > 1.2 * (differ + 2 * abs(radius2 - radius1))


def _bridges(chain: Sequence[Group], side: int) -> list[Bridge]:
    """The lines over each group and the next one, on one side of the way; up to one not found."""
    found: list[Bridge] = []
    place = 0
    for group, following in pairwise(chain):
        # As in the group before, so in this one, mostly.
        first, second = place % len(group), place % len(following)
        for _ in range(4):
            one, other = group[first], following[second]
            (x1, y1, radius1), (x2, y2, radius2) = one, other
            apart = hypot(x2 - x1, y2 - y1)
            if apart <= abs(radius1 - radius2):
                return found
            angle = atan2(y2 - y1, x2 - x1) + side * acos((radius1 - radius2) / apart)
            across, down = cos(angle), sin(angle)
            farthest = _farthest(group, across, down), _farthest(following, across, down)
            if farthest == (first, second):
                break
            first, second = farthest
        else:
            return found
        found.append((one, other, angle))
        place = second
    return found


def _farthest(group: Group, across: float, down: float) -> int:
    """Which one of a disc, or of two alike, is farthest in a direction."""
    if len(group) == 1:
        return 0
    (x1, y1, _), (x2, y2, _) = group
    return 0 if (x1 - x2) * across + (y1 - y2) * down >= 0 else 1


def _turn(path: QPainterPath, group: Group, disc: Disc, angle: float, turn: float) -> None:
    """Round a group by an angle: at each disc the skin turns until it touches the next one."""
    sense, left = (1, turn) if turn >= 0 else (-1, -turn)
    # Twice round at most: figures that are nearly alike must not keep it going for ever.
    for _ in range(2 * len(group)):
        part, following = left, disc
        for other in group:
            if (
                other is not disc
                and (needed := _turn_until_it_touches(disc, other, angle, sense)) < part
            ):
                part, following = needed, other
        _add_arc(path, disc, angle, sense * part)
        angle += sense * part
        left -= part
        if following is disc:
            break
        _add_line(path, disc, following, angle)
        disc = following


def _turn_until_it_touches(disc: Disc, other: Disc, angle: float, sense: int) -> float:
    """How far the skin still turns round a disc before it goes over to the other one."""
    across, down = disc[0] - other[0], disc[1] - other[1]
    apart = hypot(across, down)
    longer = other[2] - disc[2]
    if apart <= abs(longer):
        return _ROUND  # One lies in the other.
    needed = (sense * (atan2(down, across) - angle) + acos(longer / apart)) % _ROUND
    return needed if needed < _ROUND - _NOISE else 0.0


def _add_arc(path: QPainterPath, disc: Disc, angle: float, turn: float) -> None:
    x, y, radius = disc
    if radius * turn * turn < _FLAT:
        middle = angle + turn / 2
        path.lineTo(x + radius * cos(middle), y + radius * sin(middle))
    else:
        # Qt counts against the clock.
        box = x - radius, y - radius, 2 * radius, 2 * radius
        path.arcTo(*box, -degrees(angle), -degrees(turn))


def _add_line(path: QPainterPath, one: Disc, other: Disc, angle: float) -> None:
    """The points within a line; its end is where the skin goes on from."""
    (x1, y1, radius1), (x2, y2, radius2) = one, other
    if abs(y2 - y1) < _LONG_DROP:
        return
    longer = radius2 - radius1
    drop = y2 - y1 + longer * sin(angle)
    pieces = int(abs(drop) / _LONG_DROP) + 1
    if pieces > 1:
        x, y = x1 + radius1 * cos(angle), y1 + radius1 * sin(angle)
        across, down = (x2 - x1 + longer * cos(angle)) / pieces, drop / pieces
        for piece in range(1, pieces):
            path.lineTo(x + across * piece, y + down * piece)
