"""An app for the commands to talk to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.desktop import control_socket
from deskstretch.desktop.control import ControlServer
from deskstretch.wiring.remote import Remote
from tests.commands.programs import StandInApp


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[StandInApp]:
    """Listens where the command line looks for it."""
    app = StandInApp(qtbot)
    server = ControlServer(Remote(app).answer)
    folder = control_socket.runtime_folders()[0]
    control_socket.prepare_folder(folder)
    server.listen(folder)
    yield app
    server.close()
