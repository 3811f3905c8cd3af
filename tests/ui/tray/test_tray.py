from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from deskstretch.core.planner.status import StateName
from deskstretch.ui.tray import tray as tray_module
from deskstretch.ui.tray.host import TrayHost
from deskstretch.ui.tray.icon import SIZES, tray_icon
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.picture import RING_STEPS, Shape, TrayPicture, picture_of
from deskstretch.ui.tray.tray import Tray
from tests.ui.tray.readings import reading


class PretendHost(TrayHost):
    """A tray that comes and goes as the test says."""

    def __init__(self, available: bool = True) -> None:
        super().__init__()
        self._available = available

    def become(self, available: bool) -> None:
        self._available = available
        self.changed.emit(available)


@pytest.fixture
def orders(qtbot: QtBot) -> Orders:
    return Orders(reading())


def pixels(picture: TrayPicture, side: int) -> QImage:
    return tray_icon(picture).pixmap(side, side).toImage()


def test_the_tool_tip_says_what_comes_next(orders: Orders) -> None:
    tray = Tray(orders, PretendHost())
    assert tray.tool_tip == "Next stretch in 12 min"


def test_trouble_is_said_in_tool_tip_and_menu_and_marked_on_the_icon(orders: Orders) -> None:
    tray = Tray(orders, PretendHost())
    orders.show(reading(trouble="History cannot be written: disk full"))
    assert tray.tool_tip == "Next stretch in 12 min\nHistory cannot be written: disk full"
    headline, trouble = tray.menu.actions()[:2]
    assert (headline.text(), headline.isEnabled()) == ("Next stretch in 12 min", False)
    assert (trouble.text(), trouble.isVisible()) == ("History cannot be written: disk full", True)
    assert tray.picture is not None
    assert tray.picture.trouble


def test_opening_the_menu_asks_for_a_fresh_reading(orders: Orders, qtbot: QtBot) -> None:
    tray = Tray(orders, PretendHost())
    with qtbot.waitSignal(orders.reading_wanted):
        tray.menu.aboutToShow.emit()


def test_the_icon_is_painted_only_when_its_picture_changes(
    orders: Orders, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[TrayPicture] = []

    def counted(picture: TrayPicture) -> QIcon:
        painted.append(picture)
        return tray_icon(picture)

    monkeypatch.setattr(tray_module, "tray_icon", counted)
    tray = Tray(orders, PretendHost())
    for second in range(45 * 60):
        orders.show(reading(ring=second / (45 * 60), sitting_seconds=second))
    assert tray.picture == TrayPicture(Shape.COUNTING, RING_STEPS - 1)
    assert len(painted) <= RING_STEPS + 1


def test_the_icon_goes_with_its_tray_and_comes_back_up_to_date(orders: Orders) -> None:
    host = PretendHost()
    tray = Tray(orders, host)
    host.become(False)
    assert tray.picture is None
    orders.show(reading(StateName.PAUSED))
    host.become(True)
    assert tray.picture == TrayPicture(Shape.PAUSED)
    assert tray.tool_tip == "Paused until 14:30"


def test_without_a_tray_there_is_no_icon(orders: Orders) -> None:
    assert Tray(orders, PretendHost(available=False)).picture is None


def test_every_state_has_its_picture() -> None:
    shapes = {state: picture_of(reading(state).status).shape for state in StateName}
    assert shapes == {
        StateName.WORKING: Shape.COUNTING,
        StateName.AWAY: Shape.COUNTING,
        StateName.SNOOZED: Shape.COUNTING,
        StateName.WAITING: Shape.DUE,
        StateName.ASKED: Shape.DUE,
        StateName.HELD_BACK: Shape.HELD_BACK,
        StateName.PAUSED: Shape.PAUSED,
        StateName.GUIDED: Shape.GUIDED,
    }


def test_the_ring_is_full_only_when_a_break_is_due() -> None:
    assert picture_of(reading(ring=0.999).status).ring_step == RING_STEPS - 1
    assert picture_of(reading(ring=1.0).status).ring_step == RING_STEPS
    assert picture_of(reading(ring=0.0).status).ring_step == 0


@pytest.mark.parametrize("side", [16, 22, 24])
def test_every_kind_of_icon_can_be_told_apart_without_colour(side: int, qtbot: QtBot) -> None:
    kinds = [TrayPicture(shape) for shape in Shape if shape is not Shape.COUNTING]
    kinds += [TrayPicture(Shape.COUNTING, step) for step in (0, 12, 24)]
    grey = [pixels(kind, side).convertToFormat(QImage.Format.Format_Grayscale8) for kind in kinds]
    for index, one in enumerate(grey):
        for other in grey[index + 1 :]:
            assert _differing_pixels(one, other) >= side * side / 20


@pytest.mark.parametrize("panel", ["#f2f2f2", "#1d1d1f", "#3a7bd5", "#808080"])
@pytest.mark.parametrize("shape", Shape)
def test_the_icon_stands_off_from_every_panel(shape: Shape, panel: str, qtbot: QtBot) -> None:
    """Its rim or its ground has the 3:1 that shapes need, all round."""
    icon = pixels(TrayPicture(shape), 16)
    rim, ground = QColor(255, 255, 255), icon.pixelColor(2, 8)
    assert max(_contrast(rim, QColor(panel)), _contrast(ground, QColor(panel))) >= 3


@pytest.mark.parametrize("side", SIZES)
def test_the_icon_is_painted_for_each_panel_size(side: int, qtbot: QtBot) -> None:
    image = pixels(TrayPicture(Shape.DUE), side)
    assert (image.width(), image.height()) == (side, side)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(side // 2, side // 8).alpha() == 255


def test_a_left_click_opens_the_status(orders: Orders, qtbot: QtBot) -> None:
    tray = Tray(orders, PretendHost())
    assert tray.icon is not None
    with qtbot.waitSignal(orders.status_opened):
        tray.icon.activated.emit(tray.icon.ActivationReason.Trigger)


def _differing_pixels(one: QImage, other: QImage) -> int:
    return sum(
        abs(one.pixelColor(x, y).value() - other.pixelColor(x, y).value()) > 40
        for x in range(one.width())
        for y in range(one.height())
    )


def _contrast(one: QColor, other: QColor) -> float:
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """As WCAG 2.2 defines relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_with_high_contrast_the_icon_is_black_and_white_and_its_shapes_still_differ(
    orders: Orders,
) -> None:
    tray = Tray(orders, PretendHost())
    tray.set_high_contrast(True)
    assert tray.picture is not None
    assert tray.picture.high_contrast
    plain = [TrayPicture(shape, 7, high_contrast=True) for shape in Shape]
    images = [pixels(picture, 16) for picture in plain]
    for number, image in enumerate(images):
        assert all(image != other for other in images[:number])
        places = [(x, y) for x in range(16) for y in range(16)]
        assert {max(0, image.pixelColor(x, y).hsvSaturation()) for x, y in places} == {0}
