"""How keys are taken here, and which the running app has; none are taken for finding out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop

from deskstretch.core.diagnosis import NotUsed, Port, RunningApp
from deskstretch.core.language import N_, _, ngettext
from deskstretch.core.running_text import listed
from deskstretch.core.settings import ShortcutSettings
from deskstretch.desktop.shortcuts.choose import choose_shortcuts
from deskstretch.desktop.shortcuts.port import Shortcuts

_LONGEST_WAIT_MS = 2000
_ELSEWHERE = N_(
    "none can be taken here; your desktop's own settings can run `deskstretch break`, "
    "`deskstretch snooze` and `deskstretch skip`"
)


def shortcut_port(settings: ShortcutSettings, app: RunningApp) -> Port:
    """Who serves, why not the others, what is taken; a Qt application is there."""
    shortcuts = choose_shortcuts()
    shortcuts.serve({})
    try:
        _wait_for_answer(shortcuts)
        used = tuple(each.name for each in shortcuts.adapters if each.why_not is None)
        others = tuple(
            NotUsed(each.name, each.why_not)
            for each in shortcuts.adapters
            if each.why_not is not None
        )
        return Port(N_("shortcuts"), used, _words(settings, app) if used else _(_ELSEWHERE), others)
    finally:
        shortcuts.close()


def _words(settings: ShortcutSettings, app: RunningApp) -> str:
    chosen = settings.combinations()
    if not chosen:
        return _("none chosen")
    if not app.running:
        return ngettext(
            "{count} chosen, taken while the app runs",
            "{count} chosen, taken while the app runs",
            len(chosen),
        ).format(count=len(chosen))
    return listed(app.shortcuts)


def _wait_for_answer(shortcuts: Shortcuts) -> None:
    """Until one serves, or all have said why they do not."""
    passed = QElapsedTimer()
    passed.start()
    while shortcuts.is_undecided and passed.elapsed() < _LONGEST_WAIT_MS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QCoreApplication.sendPostedEvents()
