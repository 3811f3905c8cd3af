"""The camera: how the figure's space falls on a picture."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin

import msgspec

from deskstretch.core.figure.spec import CameraSpec, Vector


class View(msgspec.Struct, frozen=True):
    """A parallel projection. The other side is seen from the other side: a mirrored picture."""

    across: Vector
    """What counts as right in the picture."""
    upward: Vector
    toward: Vector
    """From the scene to the camera."""

    @staticmethod
    def of(camera: CameraSpec, mirrored: bool = False) -> View:
        turn, tilt = radians(-camera.yaw), radians(camera.pitch)
        side = -1.0 if mirrored else 1.0
        return View(
            across=(cos(turn) * side, 0.0, -sin(turn)),
            upward=(-sin(turn) * sin(tilt), cos(tilt), -cos(turn) * sin(tilt) * side),
            toward=(sin(turn) * cos(tilt), sin(tilt), cos(turn) * cos(tilt) * side),
        )

    def project(self, point: Vector) -> Vector:
        """(right, up, toward the camera), in shares of body height."""
        x, y, z = point
        a, u, t = self.across, self.upward, self.toward
        return (
            x * a[0] + y * a[1] + z * a[2],
            x * u[0] + y * u[1] + z * u[2],
            x * t[0] + y * t[1] + z * t[2],
        )


class Framing(msgspec.Struct, frozen=True):
    """The part of the picture plane that is shown; the same over a whole stretch."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


def framing_of(view: View, balls: Iterable[tuple[Vector, float]]) -> Framing:
    """The smallest framing that holds all balls (middle, radius)."""
    seen = [(view.project(middle), radius) for middle, radius in balls]
    return Framing(
        left=min(at[0] - radius for at, radius in seen),
        bottom=min(at[1] - radius for at, radius in seen),
        right=max(at[0] + radius for at, radius in seen),
        top=max(at[1] + radius for at, radius in seen),
    )
