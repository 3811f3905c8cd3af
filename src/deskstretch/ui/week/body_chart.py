"""Areas of the body, from the front and from behind, the warmer the longer they were stretched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core.area import Area
from deskstretch.core.figure.body import Side
from deskstretch.core.figure.body_map import BodyMap, Seen, body_map
from deskstretch.core.figure.muscles import glows
from deskstretch.core.figure.stage import Stage, stage_of
from deskstretch.core.held import AreaHeld
from deskstretch.core.language import _, pgettext
from deskstretch.ui.figure.appearance import FigureAppearance, palette_in
from deskstretch.ui.figure.painter import paint_figure
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.number_chart import NumberChart
from deskstretch.ui.week.words import NO_STRETCHES, area_lines
from deskstretch.ui.widgets.sizes import em, scaled_font

_FAINTEST = 0.2
"""What was hardly held still shows."""
_SIZE_EM = (17, 17)
_SMALLEST_EM = (9, 10)
_NAME_EM = 1.3


class BodyChart(NumberChart):
    """The areas are its parts, the longest held first."""

    def __init__(
        self, theme: Theme, appearance: FigureAppearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Areas stretched"), parent)
        self._appearance = appearance
        self._areas: tuple[AreaHeld, ...] = ()
        self._views: tuple[tuple[Seen, BodyMap, Stage], ...] = ()
        self._places: dict[str, QRectF] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_areas(())

    def show_areas(self, areas: Sequence[AreaHeld]) -> None:
        """Show how long these were held."""
        self._areas = tuple(areas)
        strengths = _strengths(areas)
        maps = [(seen, body_map(seen, strengths)) for seen in get_args(Seen)]
        self._views = tuple((seen, each, stage_of(each.figure)) for seen, each in maps)
        self._find_places()
        self.parts_changed()

    def part_count(self) -> int:
        return len(self._areas)

    def part_at(self, place: QPointF) -> int | None:
        """The smallest area there."""
        found = [
            (self._places[each.area].width(), part)
            for part, each in enumerate(self._areas)
            if each.area in self._places and self._places[each.area].contains(place)
        ]
        return min(found)[1] if found else None

    def place_of(self, part: int) -> QRectF:
        """All of the picture for an area that has no place of its own."""
        whole = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        return self._places.get(self._areas[part].area, whole)

    def lines_of(self, part: int) -> str:
        return area_lines(self._areas[part])

    def table(self) -> str:
        """A line for each area."""
        lines = [area_lines(each).replace("\n", ": ", 1) for each in self._areas]
        return "\n".join(line.replace("\n", "; ") for line in lines) or _(NO_STRETCHES)

    def sizeHint(self) -> QSize:
        """Both figures beside each other."""
        return QSize(*(round(size * em(self)) for size in _SIZE_EM))

    def minimumSizeHint(self) -> QSize:
        """Still to be recognised."""
        return QSize(*(round(size * em(self)) for size in _SMALLEST_EM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The areas are elsewhere now."""
        super().resizeEvent(event)
        self._find_places()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both figures and what they are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = palette_in(self.theme, self._appearance)
        for (seen, each, stage), place in zip(self._views, self._halves(), strict=True):
            paint_figure(painter, place, each.figure, each.skeleton, palette, stage=stage)
            painter.setPen(self.theme.muted)
            painter.setFont(scaled_font(self.font(), 0.9))
            name = QRectF(place.left(), place.bottom(), place.width(), _NAME_EM * em(self))
            painter.drawText(name, int(Qt.AlignmentFlag.AlignCenter), _seen_words(seen))
        self.paint_focus(painter)

    def _halves(self) -> tuple[QRectF, ...]:
        width, height = self.width() / 2, self.height() - _NAME_EM * em(self)
        return tuple(QRectF(number * width, 0, width, height) for number in range(2))

    def _find_places(self) -> None:
        """Where the areas glow; those that glow in both figures are told in the warmer half."""
        self._places = {}
        for (_seen, each, stage), place in zip(self._views, self._halves(), strict=True):
            felt = glows(each.figure.glow, each.skeleton, mirrored=False)
            framing = stage.framing
            scale = min(place.width() / framing.width, place.height() / framing.height)
            for (area, _side), glow in zip(each.places, felt, strict=True):
                for at in glow.line:
                    x, y, _ = stage.view.project(at)
                    middle = place.center() + QPointF(
                        (x - (framing.left + framing.right) / 2) * scale,
                        ((framing.bottom + framing.top) / 2 - y) * scale,
                    )
                    reach = 1.3 * glow.radius * scale
                    spot = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
                    known = self._places.get(area.value)
                    if known is None or place.contains(known.center()):
                        self._places[area.value] = spot if known is None else known.united(spot)


def _seen_words(seen: Seen) -> str:
    match seen:
        case "front":
            return pgettext("the body seen from", "Front")
        case "back":
            return pgettext("the body seen from", "Back")


def _strengths(areas: Sequence[AreaHeld]) -> Mapping[tuple[Area, Side], float]:
    """How strongly each area glows on each side; a hold of both sides counts for each."""
    seconds: dict[tuple[Area, Side], float] = {}
    for each in areas:
        if each.area in tuple(Area):
            area, held = Area(each.area), each.held
            seconds[area, "left"] = held.left + held.both
            seconds[area, "right"] = held.right + held.both
    most = max(seconds.values(), default=0.0)
    return {
        place: _FAINTEST + (1 - _FAINTEST) * value / most
        for place, value in seconds.items()
        if value > 0
    }
