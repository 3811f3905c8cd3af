"""Props as solids: chairs, mat, wall, ledge, roller, pillow and towel."""

from __future__ import annotations

from math import cos, pi, sin

from deskstretch.core.figure.skeleton import Skeleton, sole_point
from deskstretch.core.figure.solids import Ball, Piece, Solid
from deskstretch.core.figure.spec import (
    Ledge,
    Mat,
    Pillow,
    PlainChair,
    PropSpec,
    Roller,
    TaskChair,
    Towel,
    Vector,
    Wall,
)
from deskstretch.core.figure.vectors import along, mix, plus

_SEAT_DEPTH = 0.125
_SEAT_WIDTH = 0.115


def prop_solids(prop: PropSpec, skeleton: Skeleton, mirrored: bool) -> list[Solid]:
    """The solids of one prop beside this skeleton."""
    match prop:
        case TaskChair():
            return _task_chair(prop, mirrored)
        case PlainChair():
            return _plain_chair(prop, mirrored)
        case Mat(at, size, width):
            thickness = 0.006
            corners = _slab(_sided(at, mirrored), size / 2, width / 2, thickness / 2, thickness)
            return [_box("mat", Piece("mat", ((corners,),)))]
        case Wall(at, height, width, thickness):
            middle = plus(_sided(at, mirrored), (thickness / 2, 0, 0))
            low = _slab(middle, thickness / 2, width / 2, 0.004, 0.004)
            high = _slab(plus(middle, (0, height, 0)), thickness / 2, width / 2, 0.004, 0.004)
            return [_box("wall", Piece("wall", (((*low, *high),),)))]
        case Ledge():
            return _ledge(prop, mirrored)
        case Roller(at, radius, size):
            at = _sided(at, mirrored)
            ends = tuple(
                (plus(at, (0, 0, z)), radius) for z in (size / 2 - radius, radius - size / 2)
            )
            return [Solid("roller", (Piece("roller", ((ends,),)),), axes=((ends[0], ends[1]),))]
        case Pillow(at, size, width, thickness):
            radius = thickness / 2
            middle = plus(_sided(at, mirrored), (0, radius, 0))
            slab = _slab(middle, size / 2, width / 2, 0, radius)
            return [_box("pillow", Piece("pillow", ((slab,),)))]
        case Towel():
            return _towel(prop, skeleton, mirrored)


def _sided(at: Vector, mirrored: bool) -> Vector:
    return (at[0], at[1], -at[2]) if mirrored else at


def _slab(
    middle: Vector, half_length: float, half_width: float, lift: float, radius: float
) -> tuple[Ball, ...]:
    """Balls in the corners of a level rectangle with those outer sizes."""
    return tuple(
        (plus(middle, (x * (half_length - radius), lift, z * (half_width - radius))), radius)
        for x, z in ((1, 1), (1, -1), (-1, -1), (-1, 1))
    )


def _box(name: str, *pieces: Piece) -> Solid:
    chains = [chain for piece in pieces for chain in piece.chains]
    balls = [ball for chain in chains for group in chain for ball in group]
    return Solid(name, pieces, axes=tuple((ball, ball) for ball in balls), boxed=True)


def _task_chair(chair: TaskChair, mirrored: bool) -> list[Solid]:
    at, height = _sided(chair.at, mirrored), chair.seat_height
    radius = 0.017
    seat = _slab(
        plus(at, (0, height - radius, 0)), _SEAT_DEPTH + 0.01, _SEAT_WIDTH + 0.01, 0, radius
    )
    pan = _slab(plus(at, (-0.01, height - 0.036, 0)), 0.08, 0.075, 0, 0.012)
    hub = plus(at, (0, 0.045, 0))
    column: tuple[Ball, Ball] = ((plus(at, (0, height - 0.05, 0)), 0.013), (hub, 0.013))
    feet: list[tuple[tuple[Ball, Ball], tuple[Ball, ...]]] = []
    for number in range(5):
        turn = 2 * pi * number / 5 + pi
        tip = plus(at, (0.128 * cos(turn), 0.024, 0.128 * sin(turn)))
        castor = plus(at, (0.134 * cos(turn), 0.0135, 0.134 * sin(turn)))
        feet.append((((hub, 0.013), (tip, 0.009)), ((castor, 0.0135),)))
    bar: tuple[Ball, Ball] = (
        (plus(at, (-0.05, height - 0.04, 0)), 0.011),
        (plus(at, (-_SEAT_DEPTH - 0.035, height - 0.034, 0)), 0.011),
    )
    stem: tuple[Ball, Ball] = (bar[1], (plus(at, (-_SEAT_DEPTH - 0.055, height + 0.17, 0)), 0.011))
    back = tuple(
        (plus(at, (-_SEAT_DEPTH - x, height + y, z)), 0.014)
        for x, y, z in (
            (0.024, 0.115, 0.088),
            (0.024, 0.115, -0.088),
            (0.062, 0.315, -0.074),
            (0.062, 0.315, 0.074),
        )
    )
    solids = [
        _box("chair_seat", Piece("chair_metal", ((pan,), (bar,))), Piece("chair", ((seat,),))),
        _box("chair_back", Piece("chair_metal", ((stem,),)), Piece("chair_back", ((back,),))),
        Solid("chair_column", (Piece("chair_metal", ((column,),)),), axes=(column,)),
    ]
    for number, (spoke, wheel) in enumerate(feet):
        solids.append(
            Solid(
                f"chair_foot_{number}", (Piece("chair_metal", ((spoke,), (wheel,))),), axes=(spoke,)
            )
        )
    return solids


def _plain_chair(chair: PlainChair, mirrored: bool) -> list[Solid]:
    at, height = _sided(chair.at, mirrored), chair.seat_height
    way = 1.0 if chair.faces == "forward" else -1.0
    radius = 0.011
    seat = _slab(plus(at, (0, height - radius, 0)), 0.125, 0.115, 0, radius)
    solids = [_box("chair_seat", Piece("wood", ((seat,),)))]
    for number, (x, z) in enumerate(((way, 1), (way, -1), (-way, 1), (-way, -1))):
        foot = plus(at, (0.115 * x, 0.01, 0.1 * z))
        top = plus(at, (0.108 * x, height - 0.02, 0.095 * z))
        leg: tuple[Ball, Ball] = ((foot, 0.01), (top, 0.011))
        solids.append(Solid(f"chair_leg_{number}", (Piece("wood_edge", ((leg,),)),), axes=(leg,)))
    posts = []
    for aside in (0.095, -0.095):
        low = plus(at, (-0.112 * way, height, aside))
        posts.append(((low, 0.011), (plus(low, (-0.035 * way, 0.25, 0)), 0.01)))
    rail = tuple(
        (mix(post[0][0], post[1][0], share), 0.012) for post in posts for share in (0.62, 1.0)
    )
    for number, post in enumerate(posts):
        solids.append(
            Solid(f"chair_post_{number}", (Piece("wood_edge", ((post,),)),), axes=(post,))
        )
    solids.append(_box("chair_back", Piece("wood", ((rail,),))))
    return solids


def _ledge(ledge: Ledge, mirrored: bool) -> list[Solid]:
    at = _sided(ledge.at, mirrored)
    radius = 0.011
    top = _slab(plus(at, (0, -radius, 0)), ledge.depth / 2, ledge.width / 2, 0, radius)
    inset = plus(at, (0.012, -0.02, 0))
    floor = (inset[0], 0.0, inset[2])
    half_depth, half_width = ledge.depth / 2 - 0.012, ledge.width / 2 - 0.012
    body = (
        *_slab(inset, half_depth, half_width, 0, 0.006),
        *_slab(floor, half_depth, half_width, 0.006, 0.006),
    )
    return [
        _box("ledge_body", Piece("wall", ((body,),))),
        _box("ledge_top", Piece("wood", ((top,),))),
    ]


def _towel(towel: Towel, skeleton: Skeleton, mirrored: bool) -> list[Solid]:
    """From each hand to its edge of the foot, and across the sole between."""
    side = towel.foot
    if mirrored:
        side = "left" if side == "right" else "right"
    ball = along(sole_point(skeleton, side, 0.06), skeleton.soles[side], 0.004)
    solids = []
    for hand in ("right", "left"):
        palm = mix(skeleton.joints[f"wrist_{hand}"], skeleton.joints[f"fingers_{hand}"], 0.5)
        strip: tuple[Ball, Ball] = ((palm, 0.008), (ball, 0.01))
        solids.append(Solid(f"towel_{hand}", (Piece("towel", ((strip,),)),), axes=(strip,)))
    return solids
