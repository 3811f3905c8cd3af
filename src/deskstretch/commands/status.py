"""`deskstretch status`: how things stand, as the running app tells it.

Panels and scripts ask this all day: nothing is imported here that the answer does not need.
"""

from __future__ import annotations

import sys

from deskstretch.core.language import ENGLISH, LANGUAGES, _, speak
from deskstretch.core.reasons import reason_words
from deskstretch.core.running_text import listed
from deskstretch.desktop.control_client import NotRunningError, UntrustedError, ask
from deskstretch.desktop.quick_json import dumps
from deskstretch.wiring.speaking import speak_as_the_desktop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from typing import Any


def add_parser(subparsers: Any) -> None:
    """Add `status`."""
    parser = subparsers.add_parser("status", help=_("how things stand: when it asks next, and why"))
    parser.add_argument("--json", action="store_true", help=_("as one line of JSON"))


def run(arguments: Namespace) -> int:
    """Print it; 1 if nothing runs."""
    return tell(as_json=arguments.json)


def tell(as_json: bool) -> int:
    """Print how things stand; 1 if nothing runs or what runs cannot be asked."""
    speak_as_the_desktop()
    try:
        answer = ask("status", {})
    except NotRunningError as error:
        print('{"running": false}' if as_json else error)
        return 1
    except UntrustedError as error:
        print(error, file=sys.stderr)
        return 1
    if not answer.pop("ok"):
        print(answer.get("message"), file=sys.stderr)
        return 1
    if as_json:
        print(dumps(answer))
        return 0
    _speak_like(answer)
    print(*_lines(answer), sep="\n")
    return 0


def _speak_like(answer: dict[str, Any]) -> None:
    """In the app's own language, so that what it said and what is added go together."""
    language = answer.get("language")
    if isinstance(language, str) and language in LANGUAGES and language != ENGLISH:
        from deskstretch.store.languages import read_translation

        speak(language, read_translation(language, "program"))


def _lines(answer: dict[str, Any]) -> Iterator[str]:
    # An app that was started before an update may leave out what this one knows of.
    yield from answer.get("summary", [_("DeskStretch is running.")])
    held_back_by = answer.get("held_back_by")
    if held_back_by and answer.get("state") != "held_back":
        reasons = listed(map(reason_words, held_back_by))
        yield _("Held back by: {reasons}").format(reasons=reasons)
    yield from answer.get("trouble", [])
    source = answer.get("idle_source")
    if source:
        yield _("Idle time is told by: {source}").format(source=source)
    else:
        yield _("This desktop does not tell idle time; wall time is counted.")
