"""A settings file of which only a part was written: the last good values stay, and it is said."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.settings import BreakSettings, Settings
from deskstretch.store.settings_edit import set_value, text_of_defaults
from deskstretch.store.settings_file import load

KILLS = 20
WHOLE = text_of_defaults().replace("# interval_minutes = 45", "interval_minutes = 30") + (
    '\n[routines.after-lunch]\nname = "After lunch"\nstretches = ["chair-hamstring"]\n'
)
LAST_GOOD = Settings(breaks=BreakSettings(interval_minutes=60))
WRITER = """
import sys
from pathlib import Path
from deskstretch.store.settings_edit import set_value
print("writing", flush=True)
for minutes in range(10**9):
    set_value(Path(sys.argv[1]), "breaks.interval_minutes", 20 + minutes % 100)
"""


@given(length=st.integers(0, len(WHOLE.encode())), rest=st.sampled_from([b"", b"\0", b"\0" * 512]))
def test_of_a_file_cut_anywhere_only_known_values_are_taken(
    tmp_path_factory: pytest.TempPathFactory, length: int, rest: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "torn.toml"
    file.write_bytes(torn := WHOLE.encode()[:length] + rest)
    loaded = load(file, LAST_GOOD)
    # The new value, the one before, the default where the key is not there any more; 3 is the
    # beginning of 30, and out of range.
    assert loaded.settings.breaks.interval_minutes in {30, 60, 45}
    assert loaded.settings.snooze == Settings().snooze
    for fault in loaded.faults:
        assert str(file) in fault.words
    assert file.read_bytes() == torn


def test_killed_while_it_writes_the_file_is_whole_at_each_of_twenty_moments(
    tmp_path: Path,
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(WHOLE)
    chance = random.Random(7)
    for _ in range(KILLS):
        with subprocess.Popen(
            (sys.executable, "-c", WRITER, file), stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))
            writer.send_signal(signal.SIGKILL)
        loaded = load(file, LAST_GOOD)
        assert loaded.faults == ()
        assert len(loaded.settings.routines) == 1
    # What the killed ones left beside it is in nobody's way, and goes once it is old.
    left = [each for each in tmp_path.iterdir() if each != file]
    for each in left:
        os.utime(each, (0, 0))
    set_value(file, "breaks.interval_minutes", 55)
    assert load(file).settings.breaks.interval_minutes == 55
    assert list(tmp_path.iterdir()) == [file]
