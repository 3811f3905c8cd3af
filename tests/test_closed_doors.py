"""What the sources never do: run a shell, run what they read, use a network, show markup."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.import_graph import imports_of, modules_in

MODULES = modules_in(Path(__file__).parents[1] / "src")

CODE_FROM_DATA = {"pickle", "marshal", "shelve", "dill", "copyreg", "code", "codeop", "runpy"}
NETWORK = {
    "PySide6.QtNetwork", "PySide6.QtWebEngineWidgets", "aiohttp", "asyncio", "ftplib", "http",
    "httpx", "imaplib", "poplib", "requests", "smtplib", "socketserver", "ssl", "telnetlib",
    "urllib", "urllib3", "webbrowser", "websockets", "xmlrpc",
}  # fmt: skip
CALLS_THAT_EVALUATE = {"eval", "exec", "compile", "__import__"}
CALLS_OF_A_SHELL = {
    "system", "popen", "getoutput", "getstatusoutput", "create_subprocess_shell", "startCommand",
}  # fmt: skip
RICH_TEXT = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "RichText", "AutoText"}

TOOLTIPS_OF_OUR_WORDS = {
    "deskstretch.ui.guide.panel",
    "deskstretch.ui.library.preview",
    "deskstretch.ui.tray.tray",  # made plain before it is compared with what is shown
    "deskstretch.ui.week.header",
}


def all_nodes() -> Iterator[tuple[str, ast.AST]]:
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            yield f"{name}:{getattr(node, 'lineno', 0)}", node


def called(node: ast.AST) -> str | None:
    """The last part of what is called, if it is a call."""
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name
    return None


def imports_among(forbidden: set[str]) -> list[str]:
    return [
        f"{name} imports {imported}"
        for name, tree in MODULES.items()
        for imported in imports_of(tree)
        if any(imported == each or imported.startswith(f"{each}.") for each in forbidden)
    ]


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 150
    assert any(called(node) == "start" for _, node in all_nodes())


def test_nothing_read_is_ever_run_as_code() -> None:
    assert imports_among(CODE_FROM_DATA) == []
    wrong = [
        place
        for place, node in all_nodes()
        # re.compile and its like make no code
        if called(node) in CALLS_THAT_EVALUATE
        and isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
    ]
    assert wrong == []


def test_no_command_goes_through_a_shell() -> None:
    wrong = [
        place
        for place, node in all_nodes()
        if called(node) in CALLS_OF_A_SHELL and ast.unparse(node) != "QLocale.system()"
    ]
    wrong += [
        place
        for place, node in all_nodes()
        if isinstance(node, ast.keyword) and node.arg == "shell"
    ]
    assert wrong == []


def test_modules_are_loaded_by_a_name_only_where_that_name_is_ours() -> None:
    at_work = {
        place.split(":")[0] for place, node in all_nodes() if called(node) == "import_module"
    }
    # The commands by their table, two Windows modules by constants, and what stand-ins stand for.
    assert at_work == {
        "deskstretch.commands.parser",
        "deskstretch.desktop.disturbance.windows",
        "deskstretch.desktop.stand_ins",
    }


def test_nothing_that_speaks_to_a_network_is_imported() -> None:
    assert imports_among(NETWORK) == []


def test_every_socket_is_a_local_one() -> None:
    sockets = [
        (place, node)
        for place, node in all_nodes()
        if called(node) == "socket" and isinstance(node, ast.Call)
    ]
    assert sockets
    for place, node in sockets:
        assert isinstance(node, ast.Call)
        assert node.args, place
        assert ast.unparse(node.args[0]).endswith(".AF_UNIX"), place


@pytest.mark.parametrize("name", sorted(RICH_TEXT))
def test_no_window_shows_rich_text(name: str) -> None:
    wrong = [
        place
        for place, node in all_nodes()
        if isinstance(node, ast.Attribute)
        and node.attr == name
        # The PDF of a report is laid out from the page that we write, with all words escaped.
        and not place.startswith("deskstretch.wiring.report_pdf:")
    ]
    assert wrong == []


def test_every_kind_of_label_is_told_that_its_text_is_plain() -> None:
    kinds = [
        (name, node)
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).endswith("QLabel") for base in node.bases)
    ]
    assert kinds
    for name, node in kinds:
        assert "setTextFormat(Qt.TextFormat.PlainText)" in ast.unparse(node), name
    bare = [place for place, node in all_nodes() if called(node) == "QLabel"]
    assert bare == []


def test_every_tooltip_of_words_from_elsewhere_is_made_plain() -> None:
    """Qt takes what looks like HTML in a tooltip for HTML."""
    wrong = [
        f"{place}: {ast.unparse(node)}"
        for place, node in all_nodes()
        if called(node) == "setToolTip"
        and isinstance(node, ast.Call)
        and not isinstance(node.args[0], ast.Constant)
        and called(node.args[0]) not in {"plain_tip", "_", "pgettext"}  # ours, translated
        and place.split(":")[0] not in TOOLTIPS_OF_OUR_WORDS
    ]
    assert wrong == []
