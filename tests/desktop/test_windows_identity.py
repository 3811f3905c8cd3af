"""Windows is told the name that the menu entry has."""

from __future__ import annotations

from unittest.mock import Mock

from deskstretch.desktop.windows_identity import APP_ID, tell_windows_who_we_are


def test_the_process_takes_the_name_of_its_menu_entry() -> None:
    shell = Mock()
    tell_windows_who_we_are(shell)
    shell.SetCurrentProcessExplicitAppUserModelID.assert_called_once_with(APP_ID)


def test_the_name_is_one_that_windows_takes() -> None:
    assert len(APP_ID) <= 128
    assert " " not in APP_ID
