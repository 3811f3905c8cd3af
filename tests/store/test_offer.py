"""What there is to do comes from the program, the person's own file and the settings together."""

from __future__ import annotations

import json

from deskstretch.core.catalogue_text import show_json
from deskstretch.core.routine import Routine, RoutineItem
from deskstretch.core.settings import BreakSettings, Settings
from deskstretch.store.catalogue_file import load_catalogue
from deskstretch.store.folders import Folders, find_folders, make_private_folder
from deskstretch.store.offer import load_offer, routine_faults

MINE = Routine("mine", "Mine", (RoutineItem("own-stretch"), RoutineItem("chair-hamstring")))


def folders_with(*, exercises: str = "", settings: str = "") -> Folders:
    folders = find_folders()
    make_private_folder(folders.settings)
    if exercises:
        folders.exercises_file.write_text(exercises)
    if settings:
        folders.settings_file.write_text(settings)
    return folders


def test_a_routine_of_the_settings_may_hold_a_stretch_of_the_persons_own_file() -> None:
    shipped = load_catalogue().catalogue.exercises["chair-hamstring"]
    own = json.loads(show_json(shipped)) | {"id": "own-stretch"}
    folders = folders_with(exercises=json.dumps({"version": 1, "exercises": [own]}))
    offer = load_offer(folders, Settings(routines=(MINE,)))
    assert offer.catalogue.routines["mine"] == MINE
    assert (offer.stretch_faults, offer.routine_faults) == ((), ())


def test_a_broken_file_of_stretches_leaves_the_routines_that_do_without_it() -> None:
    folders = folders_with(
        exercises="{", settings='[routines.mine]\nname = "Mine"\nstretches = ["own-stretch"]\n'
    )
    other = Routine("other", "Other", (RoutineItem("chair-hamstring"),))
    offer = load_offer(folders, Settings(routines=(MINE, other)))
    assert "other" in offer.catalogue.routines
    assert "mine" not in offer.catalogue.routines
    assert [fault.file for fault in offer.stretch_faults] == [folders.exercises_file]
    (fault,) = offer.routine_faults
    assert (fault.line, fault.key) == (3, "routines.mine.stretches[0]")


def test_a_wish_for_a_routine_that_there_is_not_is_told_with_its_line() -> None:
    folders = folders_with(settings='[breaks]\nshort_routine = "mine"\n')
    (fault,) = routine_faults(folders, Settings(BreakSettings(short_routine="mine")))
    assert (fault.line, fault.key) == (2, "breaks.short_routine")


def test_a_file_that_has_changed_meanwhile_has_faults_without_lines() -> None:
    folders = folders_with(settings="[breaks\n")
    (fault,) = routine_faults(folders, Settings(routines=(MINE,)))
    assert fault.line is None
