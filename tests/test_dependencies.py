"""The dependencies; and that no code opens connections or starts other programs."""

import ast
import re
import sys
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from pages import ROOT, read

#: What would open a connection or start a program. (Of urllib, `parse` only reads addresses.)
REACHING = re.compile(
    r"(socket|ssl|http|urllib(?!\.parse)|urllib3|ftplib|smtplib|telnetlib|xmlrpc|webbrowser"
    r"|requests|httpx|aiohttp|subprocess|multiprocessing|pty|ctypes|runpy|code)(\.|$)"
)
RUNNING = re.compile(r"os\.(system|popen|exec\w*|spawn\w*|posix_spawn\w*|fork\w*|startfile)")
#: The distributions that are imported under another name, or never imported.
MODULES = {
    "charset-normalizer": "charset_normalizer",
    "markdown-it-py": "markdown_it",
    "tomli-w": "tomli_w",
}
TOOLS = {"pytest-asyncio", "pytest-xdist", "mypy", "ruff", "hatchling", "editables"}


@cache
def nodes(folder: str) -> list[ast.Import | ast.ImportFrom | ast.Call]:
    """What the code of a folder imports and calls."""
    return [
        node
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)
    ]


def imported(*folders: str) -> set[str]:
    """Every module that the code of some folders imports, wherever, by its dotted name."""
    found = set()
    for node in chain(*map(nodes, folders)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def from_elsewhere(*folders: str) -> set[str]:
    """The top-level modules that are neither Python's nor of this repository."""
    own = {path.stem for folder in ("tests", "benchmarks") for path in ROOT.glob(f"{folder}/**/*")}
    found = {name.partition(".")[0] for name in imported(*folders)}
    return found - own - {"tui"} - set(sys.stdlib_module_names)


def distributions(group: str) -> set[str]:
    project = tomllib.loads(read("pyproject.toml"))
    listed = {"run": project["project"]["dependencies"], **project["dependency-groups"]}[group]
    return {re.split(r"[<>=!~ ]", requirement)[0] for requirement in listed}


def first_column(page: str, heading: str) -> set[str]:
    """The code in the first column of the table below a heading."""
    section = read(page).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"(?m)^\| `([^`]+)` \|", section))


def test_dependencies_are_exactly_what_is_imported() -> None:
    modules = {MODULES.get(name, name) for name in distributions("run")}
    assert from_elsewhere("tui") == modules
    tools = {MODULES.get(name, name) for name in distributions("dev") - TOOLS}
    assert from_elsewhere("tests", "benchmarks") - modules == tools


def test_the_page_of_dependencies_lists_them() -> None:
    page = "docs/dependencies.md"
    assert first_column(page, "What the program runs on") == distributions("run")
    assert first_column(page, "What it is made with") == distributions("dev")


#: The one place where this program starts itself a second time, and how.
ITSELF = ROOT / "tui" / "search" / "disk" / "opening.py"
OURSELVES = '[sys.executable, "-P", "-c", "from tui.search.disk.writing import main; main()"]'
#: The places that start another program, which the reader names, without a shell: what they start.
READERS_OWN = {
    ROOT / "tui/cli/pager.py": r"Popen\(\s*shlex\.split\(command\), stdin=subprocess\.PIPE,",
    ROOT / "tui/app/dialogs/external_editor.py": r"Popen\(command\)",
}


@pytest.mark.parametrize("path", READERS_OWN, ids=lambda path: path.name)
def test_the_readers_editor_and_pager_are_the_programs_that_are_started(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(re.findall(rf"subprocess\.{READERS_OWN[path]}", source)) == 1
    assert len(re.findall(r"subprocess\.(?!PIPE|Popen\[bytes\]|TimeoutExpired)", source)) == 1
    assert "shell=" not in source


def test_no_part_of_it_opens_a_connection_or_runs_another_program() -> None:
    assert [name for name in imported("tui") if REACHING.match(name)] == ["subprocess"]
    for path in sorted((ROOT / "tui").rglob("*.py")):
        if "subprocess" in path.read_text("utf-8"):
            assert path in (ITSELF, *READERS_OWN)
    started = [
        node
        for node in ast.walk(ast.parse(ITSELF.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith("subprocess.")
    ]
    assert {node.attr for node in started} == {"Popen", "PIPE", "DEVNULL"}
    assert f"subprocess.Popen(\n                {OURSELVES}," in ITSELF.read_text("utf-8")
    assert ITSELF.read_text("utf-8").count("Popen") == 1
    for node in nodes("tui"):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"eval", "exec", "compile", "__import__"}
            assert not RUNNING.fullmatch(called), called
