"""A text for strangers names neither the person nor their folders nor their computer."""

from __future__ import annotations

import pytest

from deskstretch.core.withheld import Withheld

ANNA = Withheld(
    folders=(("/home/anna", "~"), ("/home/anna/work", "$XDG_DATA_HOME"), ("/", "never")),
    names=(("anna", "(user)"), ("annas-desk", "(computer)"), ("root", "never")),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/home/anna/notes.txt", "~/notes.txt"),
        ("/home/anna", "~"),
        ("/home/anna/work/history", "$XDG_DATA_HOME/history"),
        ("/home/annabel/notes.txt", "/home/annabel/notes.txt"),
        ("refused to Anna on annas-desk.", "refused to (user) on (computer)."),
        ("/srv/anna_backup", "/srv/(user)_backup"),
        ("savannah and root", "savannah and root"),
    ],
)
def test_what_is_personal_is_replaced_and_nothing_else(text: str, shown: str) -> None:
    assert ANNA.taken_from(text) == shown


def test_where_nothing_is_personal_a_text_stays_as_it_is() -> None:
    assert Withheld().taken_from("no bus: /run/dbus") == "no bus: /run/dbus"


def test_what_stands_in_for_a_folder_is_not_taken_for_a_name() -> None:
    withheld = Withheld((("/mnt/kept", "$DESKSTRETCH_HOME"),), (("home", "(user)"),))
    assert withheld.taken_from("/mnt/kept/a of home") == "$DESKSTRETCH_HOME/a of (user)"
