"""The quick JSON reads and writes as Python's own does."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.desktop import quick_json

NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_a_value_is_written_and_read_as_by_pythons_own(value: object) -> None:
    assert quick_json.dumps(value) == json.dumps(value)
    assert quick_json.loads(f" {json.dumps(value)}\n") == value


@given(st.text() | st.text(alphabet='{}[]",:0123456789.eE-truefalsn \\'))
def test_any_text_is_read_or_refused_as_by_pythons_own(text: str) -> None:
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(ValueError, match=r".") as refused:
            quick_json.loads(text)
        assert isinstance(refused.value, json.JSONDecodeError)
    else:
        assert repr(quick_json.loads(text)) == repr(expected)


def test_what_is_not_for_json_is_not_written() -> None:
    with pytest.raises(TypeError, match="set is not for JSON"):
        quick_json.dumps({"ids": {1, 2}})


def test_a_text_nested_too_deeply_is_refused() -> None:
    with pytest.raises(RecursionError):
        quick_json.loads("[" * 100_000)


def test_a_python_without_the_compiled_half_manages_too() -> None:
    script = (
        "import sys\n"
        "sys.modules['_json'] = None\n"
        "from deskstretch.desktop import quick_json\n"
        "assert quick_json._json is None\n"
        "assert quick_json.loads(quick_json.dumps({'ok': [True]})) == {'ok': [True]}\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
