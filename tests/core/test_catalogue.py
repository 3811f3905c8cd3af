"""A file of stretches is read entry by entry; what is wrong is named by its path."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from deskstretch.core.catalogue import CatalogueFile, Reading, _Envelope, read_catalogue
from deskstretch.core.catalogue_text import check, check_text, list_json, list_text, show_json
from deskstretch.core.catalogue_text import show_text as show
from exercise_schema import SCHEMA_FILE, schema_text
from tests.core.shipped import shipped_bytes, shipped_catalogue


def shipped_file() -> Any:
    return json.loads(shipped_bytes())


def reading_of(file: object) -> Reading:
    return read_catalogue(json.dumps(file).encode())


def own_file(*exercises: object, routines: tuple[object, ...] = ()) -> bytes:
    file = {"version": 1, "exercises": exercises, "routines": routines}
    return json.dumps(file).encode()


def a_stretch(**changes: object) -> dict[str, Any]:
    [stretch] = [e for e in shipped_file()["exercises"] if e["id"] == "chair-hamstring"]
    return {**stretch, **changes}


def test_the_shipped_file_has_29_stretches_and_seven_routines_without_a_fault() -> None:
    assert len(shipped_catalogue().exercises) == 29
    assert len(shipped_catalogue().routines) == 7


def test_the_published_schema_is_drawn_from_the_model() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), (
        "run: python scripts/exercise_schema.py"
    )


def test_the_unread_file_has_the_keys_of_the_published_one() -> None:
    def keys(shape: type[msgspec.Struct]) -> list[str]:
        return [field.encode_name for field in msgspec.structs.fields(shape)]

    assert keys(_Envelope) == keys(CatalogueFile)


@pytest.mark.parametrize(
    ("keys", "value", "path", "what", "allowed"),
    [
        (["hold", "max"], 0, "$.exercises[3].hold.max", "found 0", "a number > 0.0"),
        (["hold", "max"], "long", "$.exercises[3].hold.max", "found text", "a number"),
        (["hold", "default"], 70, "$.exercises[3].hold", "70", "min <= default <= max"),
        (["setting"], "desk", "$.exercises[3].setting", "'desk'", "chair, standing, floor"),
        (["areas"], ["elbow"], "$.exercises[3].areas[0]", "'elbow'", "hamstrings"),
        (["dose"], "mine", "$.exercises[3].dose", "'mine'", "source"),
        (["holds"], 3, "$.exercises[3]", "unknown key holds", "hold_step"),
        (["name"], "a\tb", "$.exercises[3].name", '"a\\tb"', "plain text on one line"),
        (["id"], "Deep", "$.exercises[3].id", '"Deep"', "small letters"),
        (["steps"], ["Sit."], "$.exercises[3].steps", '["Sit."]', "length >= 3"),
        (["phases", 0, "seconds"], None, "$.exercises[3].phases[0].seconds", "null", "a number"),
    ],
)
def test_a_fault_names_its_path_what_was_found_and_what_is_allowed(
    keys: list[Any], value: object, path: str, what: str, allowed: str
) -> None:
    file = shipped_file()
    place = file["exercises"][3]
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value

    reading = reading_of(file)

    fault = next(fault for fault in reading.faults if fault.path.startswith("$.exercises"))
    assert fault.path == path
    assert what in fault.what
    assert allowed in fault.allowed


def test_a_fault_of_the_figure_is_told_in_its_own_words() -> None:
    figure = {"poses": {"sit": {}}, "sequence": ["lie"]}
    [fault] = check(own_file(a_stretch(figure=figure)))
    assert (fault.path, fault.what) == ("$.exercises[0].figure", "there is no pose 'lie'")


def test_a_bone_that_there_is_not_is_named_with_those_there_are() -> None:
    stretch = a_stretch()
    bones = stretch["figure"]["poses"]["reach"]["bones"]
    bones["thigh_rightt"] = bones.pop(next(iter(bones)))
    [fault] = read_catalogue(own_file(stretch)).faults
    assert fault.path == "$.exercises[0].figure.poses[...].bones"
    assert fault.what == "unknown value 'thigh_rightt'"
    assert "thigh_right" in fault.allowed


def test_a_phase_must_name_a_pose_of_the_figure() -> None:
    figure = {"poses": {"sit": {}}, "sequence": ["sit"]}
    phases = [
        {"label": "Sit", "seconds": 1, "pose": "sit"},
        {"label": "Lie", "seconds": 1, "pose": "lie"},
    ]
    [fault] = check(own_file(a_stretch(figure=figure, phases=phases)))
    assert fault.path == "$.exercises[0].phases[1].pose"
    assert (fault.what, fault.allowed) == ('no pose "lie"', "sit")


def test_a_fault_stays_on_one_line_whatever_stands_in_the_file() -> None:
    [fault] = check(own_file(a_stretch(**{"turn\u202eround\n": 1})))
    assert fault.text.startswith("$.exercises[0]: unknown key turn\\u202eround\\n; allowed: id,")


def test_a_missing_key_is_named() -> None:
    stretch = a_stretch()
    del stretch["feel"]
    [fault] = check(own_file(stretch))
    assert fault.text == "$.exercises[0]: the key feel is missing; allowed: an object with feel"


def test_a_second_use_of_an_id_is_refused_and_the_first_stays() -> None:
    reading = read_catalogue(own_file(a_stretch(), a_stretch(name="Another")))
    assert [fault.path for fault in reading.faults] == ["$.exercises[1].id"]
    assert reading.catalogue.exercises["chair-hamstring"].name == "Seated hamstring"


def test_one_fault_leaves_the_other_stretches_working() -> None:
    good, bad = a_stretch(id="good"), a_stretch(id="bad", setting="desk")
    reading = read_catalogue(own_file(bad, good))
    assert list(reading.catalogue.exercises) == ["good"]


def test_a_persons_stretch_replaces_the_shipped_one_in_its_place() -> None:
    data = own_file(a_stretch(name="My hamstring"), a_stretch(id="of-my-own"))
    merged = read_catalogue(data, shipped_catalogue()).catalogue
    assert merged.exercises["chair-hamstring"].name == "My hamstring"
    assert list(merged.exercises) == [*shipped_catalogue().exercises, "of-my-own"]


def test_a_broken_replacement_leaves_the_shipped_stretch() -> None:
    data = own_file(a_stretch(name="My hamstring", sides="left"))
    merged = read_catalogue(data, shipped_catalogue()).catalogue
    assert merged.exercises["chair-hamstring"].name == "Seated hamstring"


def test_a_persons_routine_may_use_shipped_stretches() -> None:
    routine = {"id": "mine", "name": "Mine", "items": [{"exercise": "cat-camel"}]}
    reading = read_catalogue(own_file(routines=(routine,)), shipped_catalogue())
    assert reading.faults == ()
    assert reading.catalogue.routines["mine"].items[0].exercise == "cat-camel"


@pytest.mark.parametrize(
    ("item", "path", "allowed"),
    [
        ({"exercise": "no-such"}, "$.routines[0].items[0].exercise", "the id of a stretch"),
        (
            {"exercise": "chair-hamstring", "hold_seconds": 99},
            "$.routines[0].items[0].hold_seconds",
            "10 to 30",
        ),
        (
            {"exercise": "cat-camel", "hold_seconds": 9},
            "$.routines[0].items[0].hold_seconds",
            'none: "cat-camel" goes by its phases',
        ),
    ],
)
def test_a_routine_must_fit_its_stretches(item: object, path: str, allowed: str) -> None:
    routine = {"id": "mine", "name": "Mine", "items": [item]}
    reading = read_catalogue(own_file(routines=(routine,)), shipped_catalogue())
    assert [(fault.path, fault.allowed) for fault in reading.faults] == [(path, allowed)]
    assert "mine" not in reading.catalogue.routines


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "line 1, column 1"),
        (b"\xff", "line 1, column 1"),
        (b'{"version": 1,\n  "exercises": [}\n', "line 2, column 17"),
        (b'{"version": 1, "exercises": ' + b"[" * 200_000, "nested too deeply"),
        (b"[]", "found a list"),
        (b'{"version": 2}', "2"),
        (b'{"exercises": []}', "the key version is missing"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_whole(data: bytes, what: str) -> None:
    reading = read_catalogue(data, shipped_catalogue())
    assert reading.catalogue == shipped_catalogue()
    [fault] = reading.faults
    assert what in fault.what


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_catalogue(b"\xef\xbb\xbf" + shipped_bytes()).faults == ()


def test_the_list_as_json_has_all_ids() -> None:
    listed = json.loads(list_json(shipped_catalogue()))
    assert [entry["id"] for entry in listed] == list(shipped_catalogue().exercises)


def test_the_list_as_text_has_a_line_for_each() -> None:
    lines = list_text(shipped_catalogue()).splitlines()
    assert [line.split()[0] for line in lines] == list(shipped_catalogue().exercises)


@pytest.mark.parametrize("exercise_id", list(shipped_catalogue().exercises))
def test_a_stretch_is_shown_with_all_its_words_and_numbers(exercise_id: str) -> None:
    exercise = shipped_catalogue().exercises[exercise_id]
    text = show(exercise)
    for words in exercise.words:
        shown = words.replace("{side}", "right").replace("{other_side}", "left")
        assert shown in text
    for source in exercise.sources:
        assert source.says in text
    if exercise.hold is not None:
        assert f"from {exercise.hold.min:g} to {exercise.hold.max:g} s" in text
    assert json.loads(show_json(exercise))["id"] == exercise_id


def test_the_check_of_a_file_names_the_file() -> None:
    assert check_text(check(shipped_bytes()), "exercises.json") == "exercises.json: no fault"
    faults = check(b'{"version": 2}')
    assert check_text(faults, "mine.json") == "mine.json: $.version: unknown value 2; allowed: 1"
