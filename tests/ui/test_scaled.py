"""On a small screen at 200 %, and at odd scales, nothing is cut and every window fits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("scaled_program.py")
ROOT = Path(__file__).parents[2]
SCREEN = {"name": "small", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96}


@pytest.mark.parametrize(
    ("scale", "text"), [("1", 1.0), ("1", 2.0), ("1.25", 1.5), ("2", 1.0)], ids=str
)
def test_every_window_shows_all_of_its_words(tmp_path: Path, scale: str, text: float) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": scale,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT), str(ROOT / "scripts"))),
    }
    command = (sys.executable, PROGRAM, str(text))
    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    told = json.loads(ended.stdout)
    assert told["ratio"] == float(scale)
    assert told["screen"] == [1280 / float(scale), 800 / float(scale)]
    assert {name: wrong for name, wrong in told["found"].items() if wrong} == {}
