"""The command for the next login starts the program that runs now, however it was installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstretch.desktop.autostart.program import Running, start_command


def made(*files: Path) -> None:
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()


def running(executable: Path, started_as: Path, **further: object) -> Running:
    known: dict[str, object] = {"frozen": False, "platform": "linux", "environment": {}}
    return Running(executable, started_as, **(known | further))  # type: ignore[arg-type]


def test_a_virtual_environment_starts_its_own_script(tmp_path: Path) -> None:
    script = tmp_path / "venv/bin/deskstretch"
    made(script)
    python = script.with_name("python")
    assert start_command(running(python, script)) == (str(script),)
    module = tmp_path / "venv/lib/deskstretch/__main__.py"
    assert start_command(running(python, module)) == (str(script),)


def test_the_link_that_pipx_keeps_is_steadier_than_what_it_points_to(tmp_path: Path) -> None:
    inner, link = tmp_path / "pipx/venvs/deskstretch/bin/deskstretch", tmp_path / "bin/deskstretch"
    made(inner)
    link.parent.mkdir()
    link.symlink_to(inner)
    assert start_command(running(inner.with_name("python"), link)) == (str(link),)


def test_a_relative_call_becomes_a_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "bin/deskstretch")
    monkeypatch.chdir(tmp_path)
    called = running(tmp_path / "elsewhere/python", Path("bin/deskstretch"))
    assert start_command(called) == (str(tmp_path / "bin/deskstretch"),)


def test_without_a_script_the_module_is_started(tmp_path: Path) -> None:
    python = tmp_path / "bin/python3"
    assert start_command(running(python, tmp_path / "x.py")) == (str(python), "-m", "deskstretch")


def test_a_program_with_python_packed_inside_starts_itself(tmp_path: Path) -> None:
    program = tmp_path / "opt/DeskStretch"
    assert start_command(running(program, program, frozen=True)) == (str(program),)


def test_an_app_image_is_started_not_what_is_mounted_of_it(tmp_path: Path) -> None:
    image, mounted = tmp_path / "DeskStretch.AppImage", tmp_path / "mount"
    made(image, mounted / "usr/bin/deskstretch")
    variables = {"APPIMAGE": str(image), "APPDIR": str(mounted)}
    ours = running(
        mounted / "usr/bin/python3", mounted / "usr/bin/deskstretch", environment=variables
    )
    assert start_command(ours) == (str(image),)


def test_the_app_image_of_a_terminal_is_not_ours(tmp_path: Path) -> None:
    image, script = tmp_path / "Terminal.AppImage", tmp_path / "venv/bin/deskstretch"
    made(image, script)
    variables = {"APPIMAGE": str(image), "APPDIR": str(tmp_path / "mount")}
    python = script.with_name("python")
    assert start_command(running(python, script, environment=variables)) == (str(script),)


def test_windows_starts_the_program_that_opens_no_console(tmp_path: Path) -> None:
    scripts = tmp_path / "Scripts"
    made(scripts / "deskstretch.exe", scripts / "deskstretch-gui.exe", tmp_path / "pythonw.exe")
    called = running(tmp_path / "python.exe", scripts / "deskstretch", platform="win32")
    assert start_command(called) == (str(scripts / "deskstretch-gui.exe"),)
    module = running(tmp_path / "python.exe", tmp_path / "__main__.py", platform="win32")
    assert start_command(module) == (str(tmp_path / "pythonw.exe"), "-m", "deskstretch")
