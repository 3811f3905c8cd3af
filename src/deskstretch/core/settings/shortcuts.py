"""Settings for keys that work in every program."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from deskstretch.core.combination import ALLOWED_WORDS, Combination, parse_combination
from deskstretch.core.language import N_
from deskstretch.core.settings.group import Group

_ALLOWED = {"allowed": ALLOWED_WORDS}


class ShortcutSettings(Group, frozen=True):
    about: ClassVar[str] = N_(
        "Keys that answer from within any program.\n\n"
        "None are taken until you choose them; from then on no other program gets them. Where\n"
        "your desktop has a dialog of its own for that, it has the last word."
    )

    start: Annotated[
        str,
        Meta(
            title=N_("Start a break"),
            description=N_("Begins the stretch that waits, or a break of your own."),
            examples=["Ctrl+Alt+B"],
            extra=_ALLOWED,
        ),
    ] = ""
    snooze: Annotated[
        str,
        Meta(
            title=N_("Snooze"),
            description=N_("Asks again later; does nothing while you are not asked."),
            examples=["Ctrl+Alt+S"],
            extra=_ALLOWED,
        ),
    ] = ""
    skip: Annotated[
        str,
        Meta(
            title=N_("Skip"),
            description=N_("Skips the stretch that waits; does nothing while none does."),
            examples=["Ctrl+Alt+K"],
            extra=_ALLOWED,
        ),
    ] = ""

    def __post_init__(self) -> None:
        """Refuse what is no combination, whoever made it."""
        self.combinations()

    def combinations(self) -> dict[str, Combination]:
        """Those that are chosen, by the name of their setting."""
        written = msgspec.structs.asdict(self)
        read = {name: parse_combination(text) for name, text in written.items()}
        return {name: keys for name, keys in read.items() if keys is not None}
