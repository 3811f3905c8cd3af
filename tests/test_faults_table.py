"""The pages that promise things name tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", ["SECURITY.md", "docs/faults.md"])
def test_every_test_that_a_page_names_is_there(page: str) -> None:
    rows = [line for line in (ROOT / page).read_text().splitlines() if line.startswith("| ")]
    promises = [row for row in rows if not re.match(r"\| (---|fault|promise) ", row)]
    assert promises
    for row in promises:
        cell = row.rstrip(" |").rpartition(" | ")[2]
        files = re.findall(r"`(tests/[\w/]+\.py)`", cell)
        assert files, row
        sources = "".join((ROOT / file).read_text() for file in files)
        for name in re.findall(r"`(test_\w+)`", cell):
            assert f"def {name}(" in sources, name
