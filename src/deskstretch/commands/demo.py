"""`deskstretch demo`: an office day made faster, with the real windows, on throw-away data."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from deskstretch.core.language import _

_USUAL_SPEED = 240.0
_SPEEDS = (1.0, 2000.0)


def add_parser(subparsers: Any) -> None:
    """Add `demo` with its options."""
    parser = subparsers.add_parser("demo", help=_("watch an accelerated office day"))
    parser.add_argument(
        "--speed",
        type=_speed,
        default=_USUAL_SPEED,
        metavar=_("N"),
        help=_("how many times as fast as a real day (default {speed})").format(
            speed=f"{_USUAL_SPEED:g}"
        ),
    )
    parser.add_argument(
        "--screenshots", type=Path, metavar=_("DIR"), help=_("leave pictures of the windows there")
    )


def run(arguments: argparse.Namespace) -> int:
    """Play the day; 0 when it is over."""
    from deskstretch.commands.screen import has_screen, say_no_screen

    if not has_screen():
        return say_no_screen()
    from deskstretch.demo.run import run_demo

    return run_demo(arguments.speed, arguments.screenshots)


def _speed(text: str) -> float:
    slowest, fastest = _SPEEDS
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not slowest <= speed <= fastest:
        raise argparse.ArgumentTypeError(
            _("{text} is no speed; allowed are numbers from {least} to {most}").format(
                text=repr(text), least=f"{slowest:g}", most=f"{fastest:g}"
            )
        )
    return speed
