"""Runs the demonstration as a program of its own, on data that is thrown away at the end."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime, time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from deskstretch.app import App
from deskstretch.application import make_application
from deskstretch.core.settings import DisturbanceSettings
from deskstretch.demo.clock import FastClock
from deskstretch.demo.day import DemoDay
from deskstretch.demo.person import Person, presence_of
from deskstretch.desktop.clock import local_zone
from deskstretch.desktop.disturbance.port import Disturbance
from deskstretch.desktop.instance import SingleInstance
from deskstretch.store.folders import HOME_VARIABLE, find_folders

BEGINS = time(8, 45)


def run_demo(speed: float, pictures: Path | None) -> int:
    """Play the day `speed` times as fast as it was; 0 when it is over."""
    with tempfile.TemporaryDirectory(prefix="deskstretch-demo-") as home:
        os.environ[HOME_VARIABLE] = home
        instance = SingleInstance()
        instance.acquire()
        application = make_application()
        zone = local_zone()
        clock = FastClock(datetime.combine(datetime.now(zone).date(), BEGINS, zone), speed)
        person = Person(clock)
        # Nothing that the real person does holds back a prompt of the day that is shown.
        free = Disturbance((), DisturbanceSettings())
        presence = presence_of(person)
        folders = find_folders()
        app = App(folders, instance, clock=clock, presence=presence, disturbance=free)
        day = DemoDay(app, folders, clock, person, speed, pictures)
        day.begin()
        code = application.exec()
        del day, app
        QApplication.processEvents()
        return code
