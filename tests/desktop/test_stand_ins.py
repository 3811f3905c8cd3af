"""Libraries are imported without what they name but this program never runs."""

from __future__ import annotations

import calendar
import sys
from datetime import UTC, datetime
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.desktop.lean_apscheduler import month_range, seconds_of
from deskstretch.desktop.stand_ins import late, stand_ins

UNLOADED, PACKAGE = "this", "importlib"


@pytest.fixture(autouse=True)
def nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, UNLOADED, raising=False)


def test_a_stand_in_is_imported_in_place_of_the_module() -> None:
    with stand_ins({UNLOADED: {"answer": 42}}):
        import this

    assert vars(this)["answer"] == 42


def test_afterwards_the_real_module_can_be_imported(capsys: pytest.CaptureFixture[str]) -> None:
    with stand_ins({UNLOADED: {}}):
        import this
    import this as real

    assert real is not this
    assert "Zen" in capsys.readouterr().out


def test_what_a_stand_in_lacks_comes_from_the_real_module(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with stand_ins({UNLOADED: {"answer": 42}}):
        import this
    assert this.d["A"] == "N"
    assert "Zen" in capsys.readouterr().out


def test_what_a_stand_in_lacks_may_be_asked_for_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with stand_ins({UNLOADED: {}}):
        from this import d
    assert d["A"] == "N"
    assert "Zen" in capsys.readouterr().out


def test_importing_alone_asks_nothing_of_a_stand_in() -> None:
    with stand_ins({UNLOADED: {}}):
        import this
    assert not hasattr(this, "__path__")
    assert UNLOADED not in sys.modules


def test_a_late_function_loads_its_module_when_it_is_called() -> None:
    quote = late("urllib.parse", "quote")
    assert quote("a b", safe="") == "a%20b"


def test_a_package_does_not_keep_the_stand_in_of_its_module() -> None:
    package = sys.modules[PACKAGE]
    with stand_ins({f"{PACKAGE}.invented": {}}):
        vars(package)["invented"] = sys.modules[f"{PACKAGE}.invented"]
    assert "invented" not in vars(package)


def test_what_is_loaded_already_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = ModuleType(UNLOADED)
    monkeypatch.setitem(sys.modules, UNLOADED, loaded)
    with stand_ins({UNLOADED: {}}):
        assert sys.modules[UNLOADED] is loaded
    assert sys.modules[UNLOADED] is loaded


@given(st.integers(1970, 9998), st.integers(1, 12))
def test_months_begin_and_end_as_in_the_calendar(year: int, month: int) -> None:
    assert month_range(year, month) == tuple(calendar.monthrange(year, month))


@given(st.integers(0, 253_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)))
def test_seconds_are_counted_as_by_the_calendar(moment: datetime) -> None:
    fields = moment.utctimetuple()
    assert seconds_of(fields) == calendar.timegm(fields)
