"""plyer's notifications: the best that can be had where there is no service of the desktop's."""

from __future__ import annotations

import sys
import threading
import warnings

from PySide6.QtCore import QObject

from deskstretch.desktop.notifications.service import Notice, NotificationService

_SECONDS_IF_IT_ASKS = 10.0


class PlyerNotifications(NotificationService):
    """Title and text, no buttons, and nothing can be taken away again.

    plyer is imported for the first notice, and works in a thread of its own: on Windows it waits
    there for as long as the notice is shown.
    """

    tells_if_shown = sys.platform == "win32"
    """On Linux it does not look at what became of the notice; on macOS new systems ignore it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False

    def show(self, name: str, notice: Notice) -> None:
        """Hand it to plyer."""
        body = "\n".join(filter(None, (notice.body, notice.without_buttons)))
        seconds = notice.seconds or _SECONDS_IF_IT_ASKS
        arguments = (name, _unquoted(notice.title), _unquoted(body), round(seconds))
        # The program need not wait for a thread that sleeps until a balloon goes.
        threading.Thread(target=self._notify, args=arguments, daemon=True).start()

    def withdraw(self, name: str) -> None:
        """It goes by itself."""

    def close(self) -> None:
        """Tell nothing any more."""
        self._is_closed = True

    def _notify(self, name: str, title: str, body: str, seconds: int) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of D-Bus bindings that it would like better
                from plyer import notification

                notification.notify(
                    title=title, message=body, app_name="DeskStretch", timeout=seconds
                )
        except Exception as error:  # whatever the platform's own libraries raise
            if not self._is_closed:
                self.failed.emit(name, f"plyer: {error or type(error).__name__}")


def _unquoted(text: str) -> str:
    """Without straight apostrophes: inside Flatpak, plyer puts the text between two of them."""
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
