"""The list of stretches: name, place and areas, and small tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme, palette_of
from deskstretch.ui.widgets.direction import painted_in_reading_order
from deskstretch.ui.widgets.sizes import em, scaled_font
from deskstretch.ui.widgets.slim_bar import SlimBar
from deskstretch.ui.widgets.wrapping import wrapped_from_the_right

_ROW_ROLE = Qt.ItemDataRole.UserRole
_SMALL = 0.88
_PADDING_EM = (0.85, 0.5)
_TAG_PADDING_EM = (0.5, 0.1)
_GAP_EM = 0.2
_UNBOUNDED = 1 << 20
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap

_Index = QModelIndex | QPersistentModelIndex


class StretchRow(msgspec.Struct, frozen=True):
    """One row; `offered` is whether breaks may bring it."""

    exercise_id: str
    name: str
    about: str
    tags: tuple[str, ...] = ()
    offered: bool = True
    liked: bool = False
    """Its first tag says so."""

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return ". ".join((self.name, self.about, *self.tags))


class StretchList(QListView):
    """Shows rows, one of them chosen by arrow keys, letters or the mouse."""

    stretch_chosen = Signal(str)
    """The id of the exercise that is now shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._painter = _RowPainter(theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_("Stretches"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setViewport(QWidget())  # Qt's own one would have PySide build every class of widgets
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._painter.theme = theme
        palette = palette_of(theme)
        palette.setColor(palette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self.viewport().update()

    def show_rows(self, rows: Sequence[StretchRow]) -> None:
        """Show other rows; the chosen one stays chosen, else the first one is."""
        if list(rows) == self._rows.rows:
            return
        before = self.chosen_id
        self._rows.show_rows(rows)
        if rows and not self.choose(before):
            self.choose(rows[0].exercise_id)

    @property
    def chosen_id(self) -> str | None:
        """The id of the chosen stretch; None if there is no row."""
        row = self._rows.row_at(self.currentIndex())
        return None if row is None else row.exercise_id

    @property
    def chosen_place(self) -> QRect:
        """Where the chosen row is in the list's viewport."""
        return self.visualRect(self.currentIndex())

    @property
    def shown_ids(self) -> list[str]:
        """The ids of all rows, in order."""
        return [row.exercise_id for row in self._rows.rows]

    def choose(self, exercise_id: str | None) -> bool:
        """Choose the row of that stretch; False if it is not shown."""
        if exercise_id not in self.shown_ids:
            return False
        index = self._rows.index(self.shown_ids.index(exercise_id))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        return True

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which one is shown now."""
        super().currentChanged(current, previous)
        row = self._rows.row_at(current)
        if row is not None:
            self.scrollTo(current)
            self.stretch_chosen.emit(row.exercise_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, and keep the chosen one in view."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(round(18 * em(self)), round(16 * em(self)))

    def minimumSizeHint(self) -> QSize:
        """One row and the beginning of the next."""
        return QSize(round(9 * em(self)), round(4 * em(self)))


class _Rows(QAbstractListModel):
    """The rows for Qt."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[StretchRow] = []

    def show_rows(self, rows: Sequence[StretchRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_at(self, index: _Index) -> StretchRow | None:
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _ if role == _ROW_ROLE:
                return row
        return None


class _RowPainter(QStyledItemDelegate):
    """Lays out and paints one row; everything wraps, nothing is cut."""

    def __init__(self, theme: Theme, view: StretchList) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._layout(self._row(index), width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, theme = self._row(index), self.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        layout = self._layout(row, rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(rect), state, chosen)
        painter.translate(rect.topLeft())
        painter.setFont(self._name_font())
        painter.setPen(theme.ink if row.offered or chosen else theme.muted)
        self._paint_text(painter, row.name, self._visual(layout.name, rect))
        painter.setFont(self._small_font())
        painter.setPen(theme.muted)
        self._paint_text(painter, row.about, self._visual(layout.about, rect))
        for number, (tag, place) in enumerate(zip(row.tags, layout.tags, strict=True)):
            self._paint_tag(
                painter, tag, self._visual(place, rect), liked=row.liked and number == 0
            )
        painter.restore()

    def _paint_text(self, painter: QPainter, words: str, place: QRect) -> None:
        if self._view.isRightToLeft():
            words = wrapped_from_the_right(words, painter.font(), place.width())
        painter.drawText(place, int(_WRAPPED), words)

    def _visual(self, place: QRect, row: QRect) -> QRect:
        """A place within a row, where it is seen."""
        return QStyle.visualRect(
            self._view.layoutDirection(), QRect(QPoint(0, 0), row.size()), place
        )

    def _row(self, index: _Index) -> StretchRow:
        row: StretchRow = index.data(_ROW_ROLE)
        return row

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, chosen: bool
    ) -> None:
        theme, unit = self.theme, em(self._view)
        ground = rect.adjusted(3, 2, -3, -2)
        radius = 0.6 * unit
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.sand if chosen else theme.paper)
            painter.drawRoundedRect(ground, radius, radius)
        if chosen:
            bar = QRectF(ground.left() + 0.25 * unit, 0, 0.2 * unit, ground.height() - 1.1 * unit)
            bar.moveTop(ground.center().y() - bar.height() / 2)
            bar = painted_in_reading_order(self._view.viewport(), bar)
            painter.setBrush(theme.teal)
            painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)
        if chosen and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRoundedRect(ground, radius, radius)

    def _paint_tag(self, painter: QPainter, tag: str, place: QRect, *, liked: bool) -> None:
        painter.setPen(QPen(self.theme.teal if liked else self.theme.away, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = min(place.height() / 2, 0.6 * em(self._view))
        painter.drawRoundedRect(QRectF(place).adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
        painter.setPen(self.theme.ink if liked else self.theme.muted)
        across, down = (round(size * em(self._view)) for size in _TAG_PADDING_EM)
        painter.drawText(place.adjusted(across, down, -across, -down), int(_CENTRED), tag)

    def _layout(self, row: StretchRow, width: int) -> _RowLayout:
        unit = em(self._view)
        across, down = (round(size * unit) for size in _PADDING_EM)
        gap, room = round(_GAP_EM * unit), max(1, width - 2 * across)
        name = _text_rect(self._name_font(), row.name, across, down, room)
        about = _text_rect(self._small_font(), row.about, across, name.bottom() + 1, room)
        tags = tuple(self._tag_places(row.tags, across, about.bottom() + 1 + gap, room))
        bottom = tags[-1].bottom() if tags else about.bottom()
        return _RowLayout(name, about, tags, bottom + down)

    def _tag_places(self, tags: Sequence[str], start: int, top: int, room: int) -> Iterator[QRect]:
        unit = em(self._view)
        across, down = (round(size * unit) for size in _TAG_PADDING_EM)
        gap, left = round(_GAP_EM * unit), 0
        height = 0
        for tag in tags:
            text = _text_rect(self._small_font(), tag, 0, 0, room - 2 * across)
            size = text.size() + QSize(2 * across + 1, 2 * down)
            if left > 0 and left + size.width() > room:
                left, top = 0, top + height + gap
            height = size.height()
            yield QRect(start + left, top, size.width(), height)
            left += size.width() + gap

    def _name_font(self) -> QFont:
        return scaled_font(self._view.font(), 1.0, QFont.Weight.DemiBold)

    def _small_font(self) -> QFont:
        return scaled_font(self._view.font(), _SMALL)


class _RowLayout(msgspec.Struct, frozen=True):
    """Where the parts of a row are, from its upper left corner."""

    name: QRect
    about: QRect
    tags: tuple[QRect, ...]
    height: int


def _text_rect(font: QFont, text: str, left: int, top: int, width: int) -> QRect:
    bounds = QFontMetrics(font).boundingRect(QRect(0, 0, width, _UNBOUNDED), int(_WRAPPED), text)
    return QRect(left, top, bounds.width() + 1, bounds.height())
