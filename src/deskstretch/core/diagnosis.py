"""What DeskStretch finds on a computer, fit for a bug report: as data, and as lines to read."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from deskstretch.core.columns import padded, places
from deskstretch.core.language import N_, _, ngettext, pgettext
from deskstretch.core.running_text import listed

_LEAST_PLACES = 16
"""For the names in front; some languages need more."""
INTERVAL_TIMER_WORDS = N_(
    "DeskStretch still works as an interval timer: nothing here tells when you are at the desk, "
    "so breaks come by time alone."
)
"""Translated where it is said."""


class NotUsed(msgspec.Struct, frozen=True):
    """A way that was not taken, and why."""

    name: str
    why_not: str


class Port(msgspec.Struct, frozen=True):
    """One thing that the app wants to know or do on a desktop."""

    name: str
    used: tuple[str, ...]
    """The adapters in use; none where nothing serves."""
    reading: str
    """What is found just now, in plain words."""
    not_used: tuple[NotUsed, ...] = ()


class RunningApp(msgspec.Struct, frozen=True):
    """What a running app says of itself; only counted where its words may be personal."""

    running: bool
    state: str | None = None
    idle_source: str | None = None
    trouble_count: int = 0
    shortcuts: tuple[str, ...] = ()
    """Which keys it has, or why not."""
    cannot_ask: str | None = None
    """Why what runs could not be asked."""


class Diagnosis(msgspec.Struct, frozen=True):
    """Everything; the field names are those of `deskstretch doctor --json`."""

    versions: dict[str, str]
    ports: tuple[Port, ...]
    app: RunningApp
    notes: tuple[str, ...] = ()
    """Sentences on what all this means."""
    format: int = 1
    """Counts up when a field changes its meaning or goes."""


def diagnosis_lines(diagnosis: Diagnosis) -> Iterator[str]:
    """The diagnosis in columns, a line each."""
    yield listed(f"{name} {version}" for name, version in diagnosis.versions.items())
    yield ""
    column = max(_LEAST_PLACES, *(places(_(port.name)) for port in diagnosis.ports))
    for port in diagnosis.ports:
        yield from _port_lines(port, column)
    yield _row(_("running app"), _app_words(diagnosis.app), column)
    if diagnosis.notes:
        yield ""
        yield from diagnosis.notes


def _port_lines(port: Port, column: int) -> Iterator[str]:
    by = listed(port.used)
    yield _row(_(port.name), f"{port.reading}  [{by}]" if by else port.reading, column)
    for other in port.not_used:
        # Translators: a way that is not taken, and why.
        words = _("not {name}: {why}").format(name=other.name, why=_(other.why_not))
        yield _row("", f"  {words}", column)


def _row(name: str, words: str, column: int) -> str:
    return f"{padded(name, column)}  {' '.join(words.splitlines())}".rstrip()


def _app_words(app: RunningApp) -> str:
    if app.cannot_ask is not None:
        return app.cannot_ask
    if not app.running:
        return pgettext("running app", "none")
    words = (
        _("{state}, idle time told by {source}")
        if app.idle_source
        else _("{state}, idle time told by nothing")
    ).format(state=app.state, source=app.idle_source)
    match app.trouble_count:
        case 0:
            trouble = _("no trouble")
        case 1:
            trouble = _("one trouble, which `deskstretch status` names")
        case count:
            trouble = ngettext(
                "{count} trouble, which `deskstretch status` names",
                "{count} troubles, which `deskstretch status` names",
                count,
            ).format(count=count)
    return listed((words, trouble))
