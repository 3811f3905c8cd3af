"""Has the history looked after while the app runs: a daily backup, what is too old, sharing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from deskstretch.core.language import N_, _
from deskstretch.core.settings import Settings
from deskstretch.desktop.own_command import own_command

# Some seconds after a break nobody minds a little work, and an answer changed at once is one visit.
SETTLE_MS = 20_000
_LAST_WAIT_MS = 2000
_PATIENCE_MS = 5 * 60_000
_NO_ANSWER = N_("The shared folder does not answer.")
_BROKE_OFF = N_("Looking after the history broke off.")


class Upkeep(QObject):
    """Runs `deskstretch history upkeep`, one at a time.

    In a process of its own: a folder on a network may take minutes to answer, and what it takes to
    read years of breaks is given back at once.
    """

    finished = Signal()
    """The history may have changed, and so may `trouble`."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        command: tuple[str, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """`command` is what starts this program, if not known."""
        super().__init__(parent)
        self._settings = settings
        self._command = command or own_command()
        self._process: QProcess | None = None
        self._shared_folder = settings().sharing.folder
        self._once_more = False
        self._trouble: str | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._share)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(SETTLE_MS)
        self._quiet.timeout.connect(self._do_all)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def trouble(self) -> str | None:
        """What did not work the last time, in one sentence; None if all did."""
        return None if self._trouble is None else _(self._trouble)

    def run(self) -> None:
        """Check and back up, forget what is too old, and share.

        Never at once after a change of the settings: who turns a number up from 0 passes by 1.
        """
        settings = self._settings()
        if settings.history.keep_for_months or settings.sharing.folder:
            self._do_all()
        else:
            self._quiet.start()  # nobody waits for a backup, and starting up is work enough

    def try_again(self) -> None:
        """The history can be written again: what did not work the last time may do so now."""
        if self._trouble is not None:
            self.run()

    def share_soon(self) -> None:
        """Something was kept or deleted: the other machines are to hear of it."""
        if self._shared_folder:
            self._settling.start()

    def follow_settings(self) -> None:
        """Take up another shared folder, or none."""
        folder = self._settings().sharing.folder
        if folder != self._shared_folder:
            self._shared_folder = folder
            self._tell(None)
            self.share_soon()

    def close(self) -> None:
        """Begin nothing more; what is under way may end."""
        self._settling.stop()
        self._quiet.stop()
        if self._process is not None:
            self._process.finished.disconnect()
            self._process.waitForFinished(_LAST_WAIT_MS)
            # Killed at any moment it leaves whole files behind, and the next start goes on.
            self._process.kill()
            self._process.waitForFinished(_LAST_WAIT_MS)
            self._process = None

    def _do_all(self) -> None:
        self._start("history", "upkeep")

    def _share(self) -> None:
        if self._shared_folder:
            self._start("history", "upkeep", "--share-only")

    def _start(self, *words: str) -> None:
        if self._process is not None:
            self._once_more = True  # what it has read already may have changed since
            return
        self._settling.stop()
        self._patience.start()
        self._process = QProcess(self)
        self._process.finished.connect(self._look_at_end)
        self._process.errorOccurred.connect(self._look_at_error)
        program, *arguments = self._command
        self._process.start(program, [*arguments, *words])

    def _look_at_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(N_("The history cannot be looked after: no process can be started."))

    def _look_at_end(self, code: int, status: QProcess.ExitStatus) -> None:
        assert self._process is not None
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        if status is QProcess.ExitStatus.CrashExit:
            self._end(_NO_ANSWER if self._trouble == _NO_ANSWER else _BROKE_OFF)
        elif code:
            self._end((said.strip().splitlines() or [_BROKE_OFF])[-1])
        else:
            self._end(None)

    def _give_up(self) -> None:
        self._tell(_NO_ANSWER)
        if self._process is not None:
            self._process.kill()

    def _end(self, trouble: str | None) -> None:
        self._patience.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._tell(trouble)
        if self._once_more:
            self._once_more = False
            self.share_soon()

    def _tell(self, trouble: str | None) -> None:
        self._trouble = trouble
        self.finished.emit()
