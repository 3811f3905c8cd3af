"""Any number of known things."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.language import _, pgettext
from deskstretch.core.running_text import listed
from deskstretch.ui.settings.check_boxes import TickBox
from deskstretch.ui.settings.editor import Editor
from deskstretch.ui.settings.words import means
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import set_margins
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.small_button import SmallButton
from deskstretch.ui.widgets.text_label import TextLabel

Known = Sequence[tuple[str, str]]


class ListEditor(Editor):
    """What is in the list as words; opened, a box to tick for everything that may be in it.

    What stands in the file and is not known keeps its place, with a box of its own.
    """

    takes_whole_width = True

    def __init__(self, theme: Theme, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known = tuple(known)
        self._unknown: Known = ()
        self._value: tuple[str, ...] = ()
        self._title = ""
        self._summary = TextLabel(theme, "", self)
        self._opener = SmallButton(theme, pgettext("button", "Change"), self)
        self._is_open = False
        self._opener.clicked.connect(lambda: self._open(not self._is_open))
        self._boxes = Flow[TickBox](self, in_columns=True, gap_em=0.3)
        self._boxes.hide()
        self.setFocusProxy(self._opener)
        line = QHBoxLayout()
        line.setSpacing(round(em(self)))
        line.addWidget(self._summary, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        set_margins(column, self, RING_ROOM, 0, 0, 0)
        column.setSpacing(round(0.3 * em(self)))
        column.addLayout(line)
        column.addWidget(self._boxes)

    def show_value(self, value: Any) -> None:
        """Tick what is in the list."""
        self._value = tuple(value)
        unknown = tuple((each, each) for each in dict.fromkeys(value) if not self._is_known(each))
        if unknown != self._unknown or not self._boxes.controls:
            self._unknown = unknown
            self._make_boxes()
        in_it = [title for name, title in self._all if self._has(name, title)]
        self._summary.setText(listed(in_it) or pgettext("things of a list", "None"))
        for (name, title), box in zip(self._all, self._boxes.controls, strict=True):
            box.setChecked(self._has(name, title))

    def set_texts(self, title: str, help_text: str) -> None:
        """The button says what it changes, each box of what it is a part."""
        self._title = title
        self.setAccessibleName(title)
        self._name_opener()
        self._opener.setAccessibleDescription(help_text)
        for box in self._boxes.controls:
            box.setAccessibleDescription(title)

    @property
    def _all(self) -> Known:
        return (*self._known, *self._unknown)

    def _make_boxes(self) -> None:
        boxes = [TickBox(self._theme, title, self._boxes) for _name, title in self._all]
        for (name, title), box in zip(self._all, boxes, strict=True):
            box.turned.connect(partial(self._put, name, title))
            box.setAccessibleDescription(self._title)
        self._boxes.set_controls(boxes)

    def _put(self, name: str, title: str, is_in: bool) -> None:
        others = tuple(each for each in self._value if not means(each, name, title))
        self.value_entered.emit((*self._value, name) if is_in else others)

    def _open(self, is_open: bool) -> None:
        self._is_open = is_open
        self._boxes.setVisible(is_open)
        self._opener.setText(
            pgettext("button", "Done") if is_open else pgettext("button", "Change")
        )
        self._name_opener()

    def _name_opener(self) -> None:
        self._opener.setAccessibleName(
            _("{name}: {value}").format(name=self._opener.text(), value=self._title)
        )

    def _has(self, name: str, title: str) -> bool:
        return any(means(each, name, title) for each in self._value)

    def _is_known(self, written: str) -> bool:
        return any(means(written, name, title) for name, title in self._known)

    def set_theme(self, theme: Theme) -> None:
        """New boxes are painted with `theme`."""
        self._theme = theme
