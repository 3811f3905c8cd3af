"""The process round a running app: one at a time, with a log, until it ends."""

from __future__ import annotations

import logging

from deskstretch.app import App
from deskstretch.application import make_application
from deskstretch.desktop.instance import SingleInstance
from deskstretch.desktop.unexpected import UnexpectedErrors, report_crashes
from deskstretch.store.folders import find_folders
from deskstretch.wiring.log_file import log_to

_log = logging.getLogger(__name__)


def run() -> int:
    """Run the app until it ends; 0, also when another one was running and was shown instead."""
    instance = SingleInstance()
    if not instance.acquire():
        return _show_the_other()
    folders = find_folders()
    log_to(folders.logs)
    report_crashes(folders.logs)
    errors = UnexpectedErrors()
    application = make_application()
    app = App(folders, instance)
    errors.happened.connect(app.tell_unexpected)
    app.begin()
    app.welcome_at_first_start()
    return application.exec()


def _show_the_other() -> int:
    from deskstretch.desktop.control_client import NotRunningError, UntrustedError, ask

    try:
        ask("show", {})
    except (NotRunningError, UntrustedError) as error:
        _log.error("Another DeskStretch is running but cannot be shown: %s", error)
        return 1
    return 0
