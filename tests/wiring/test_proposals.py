"""A proposal is made from what ships and from the person's own file of stretches."""

from __future__ import annotations

import json
from datetime import date

from deskstretch.core.catalogue_text import show_json
from deskstretch.core.routine import Routine, RoutineItem
from deskstretch.core.settings import BreakSettings, Settings
from deskstretch.store.catalogue_file import load_catalogue
from deskstretch.store.folders import find_folders, make_private_folder
from deskstretch.wiring.proposals import Proposals

TODAY = date(2026, 11, 18)


def test_where_all_is_well_there_is_a_proposal_and_no_trouble() -> None:
    proposals = Proposals(find_folders())
    assert proposals.current(Settings(), TODAY) is not None
    assert proposals.trouble == ()


def test_a_stretch_of_the_persons_own_can_be_named() -> None:
    folders = find_folders()
    shipped = load_catalogue().catalogue.exercises["chair-hamstring"]
    own = json.loads(show_json(shipped)) | {"id": "mine"}
    make_private_folder(folders.settings)
    folders.exercises_file.write_text(json.dumps({"version": 1, "exercises": [own]}))
    proposals = Proposals(folders)
    proposals.name(Settings(), None, ["mine"])
    assert proposals.trouble == ()


def test_a_routine_of_the_settings_can_be_named_and_wished_for() -> None:
    routine = Routine("lunch", "Lunch", (RoutineItem("chair-hamstring"),))
    settings = Settings(BreakSettings(long_routine="lunch"), routines=(routine,))
    proposals = Proposals(find_folders())
    proposal = proposals.current(settings, TODAY)
    assert proposal is not None
    assert proposal.long.routine == routine
    proposals.name(settings, "lunch", [])
    named = proposals.current(settings, TODAY)
    assert named is not None
    assert named.short.routine == routine


def test_a_fault_in_the_persons_own_file_is_told_and_the_rest_is_offered() -> None:
    folders = find_folders()
    make_private_folder(folders.settings)
    folders.exercises_file.write_text("{")
    proposals = Proposals(folders)
    assert proposals.current(Settings(), TODAY) is not None
    [trouble] = proposals.trouble
    assert trouble.startswith(f"{folders.exercises_file}: $: ")
