"""The prompt as the rest of the app knows it: open, folded, or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.core.language import _
from deskstretch.core.prompt import PILL_WORDS, PromptContent
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.prompt.corner_window import CornerWindow
from deskstretch.ui.prompt.pill_window import PillWindow
from deskstretch.ui.prompt.prompt_window import PromptWindow
from deskstretch.ui.theme import Theme

# Most people are never asked on the whole screen.
if TYPE_CHECKING:
    from deskstretch.ui.prompt.firm_window import FirmWindow


class Prompt(QObject):
    """Asks, folds into a pill when told to, and goes; at most one window at a time.

    It only reports answers: it stays until told to hide. Windows are built when needed and freed
    when gone.
    """

    start_chosen = Signal(str)
    """The length, "short" or "long"."""
    snooze_chosen = Signal(int)
    """Minutes."""
    skip_chosen = Signal()
    prompt_opened = Signal()
    """The person wants to see the folded prompt again."""
    put_aside = Signal()
    """The person wants the prompt out of the way, without an answer."""
    screen_filled = Signal(bool)
    """A prompt fills the screen, or does so no more."""

    def __init__(
        self,
        theme: Theme,
        appearance: FigureAppearance | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._appearance = appearance or FigureAppearance()
        self._window: CornerWindow | FirmWindow | None = None
        self._fills_screen = False

    @property
    def window(self) -> CornerWindow | FirmWindow | None:
        """The window that is on the screen now, if any."""
        return self._window

    def show(self, content: PromptContent) -> None:
        """Ask: in the corner without taking the keyboard, or on the whole screen."""
        if content.fills_screen:
            self._show_firmly(content)
            return
        window = PromptWindow(self._theme, content, self._appearance)
        window.start_chosen.connect(self.start_chosen)
        window.snooze_chosen.connect(self.snooze_chosen)
        window.skip_chosen.connect(self.skip_chosen)
        window.folded.connect(self.put_aside)
        self._replace(window)

    def _show_firmly(self, content: PromptContent) -> None:
        from deskstretch.ui.prompt.firm_window import FirmWindow

        window = FirmWindow(self._theme, content, self._appearance)
        window.start_chosen.connect(self.start_chosen)
        window.snooze_chosen.connect(self.snooze_chosen)
        window.skip_chosen.connect(self.skip_chosen)
        window.put_aside.connect(self.put_aside)
        self._replace(window, fills=True)

    def fold(self) -> None:
        """Wait quietly as a pill."""
        if isinstance(self._window, PillWindow):
            return
        pill = PillWindow(self._theme, _(PILL_WORDS))
        pill.opened.connect(self.prompt_opened)
        self._replace(pill)

    def hide(self) -> None:
        """Go, whatever it was."""
        self._replace(None)

    def focus(self) -> None:
        """The person asked for the prompt by keyboard: let them answer by it."""
        if self._window is not None:
            self._window.take_keyboard()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        if self._window is not None:
            self._window.set_theme(theme)

    def set_appearance(self, appearance: FigureAppearance) -> None:
        """Let the figure of the next prompt look like this."""
        self._appearance = appearance

    def _replace(self, window: CornerWindow | FirmWindow | None, fills: bool = False) -> None:
        before, self._window = self._window, window
        filled, self._fills_screen = self._fills_screen, fills
        if fills and not filled:
            self.screen_filled.emit(True)
        if window is not None:
            window.appear()
        if before is not None:
            before.close()
        if filled and not fills:
            self.screen_filled.emit(False)
