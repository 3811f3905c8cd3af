"""Where Qt is kept from loading GTK, and where it is left alone."""

from __future__ import annotations

import pytest

from deskstretch.desktop.left_out_gtk import leaves_gtk_out


@pytest.mark.parametrize(
    "desktops", ["GNOME", "ubuntu:GNOME", "XFCE", "X-Cinnamon", "Unity:Unity7"]
)
def test_gtk_is_left_out_where_qt_would_take_it_for_the_desktops_sake(desktops: str) -> None:
    assert leaves_gtk_out({"XDG_CURRENT_DESKTOP": desktops}, "linux")


@pytest.mark.parametrize("desktops", ["KDE", "LXQt", "sway", "GNOMEISH", ""])
def test_other_desktops_have_the_theme_that_qt_chooses(desktops: str) -> None:
    assert not leaves_gtk_out({"XDG_CURRENT_DESKTOP": desktops}, "linux")


def test_the_choice_of_a_person_or_a_sandbox_stands() -> None:
    for more in {"QT_QPA_PLATFORMTHEME": "gtk3"}, {"SNAP": "/snap/it/1"}:
        assert not leaves_gtk_out({"XDG_CURRENT_DESKTOP": "GNOME"} | more, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_know_nothing_of_it(platform: str) -> None:
    assert not leaves_gtk_out({"XDG_CURRENT_DESKTOP": "GNOME"}, platform)
