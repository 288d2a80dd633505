"""The architecture: allowed imports, cheap imports, and limits on length."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import tui

PACKAGE = Path(tui.__file__).parent

#: The layers, from top to bottom: each part may import what is in the layers below it, but nothing
#: in its own layer.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("app",),
    ("session",),
    ("search", "notes", "facts"),
    ("documents", "wording"),
    ("figures",),
    ("text",),
    ("config",),
    ("manual",),
    ("keys", "theme", "checks"),
    ("toml", "actions"),
    ("files",),
    ("errors", "lazy", "patterns", "installed"),
)
LEVEL = {part: -layer for layer, parts in enumerate(LAYERS) for part in parts}

#: Only tui.app may import these.
DRAWING = {"textual", "rich"}

#: Packages that take so long to import that they must be imported on use.
HEAVY = {"textual", "rich", "numpy", "rapidfuzz", "pathspec", "charset_normalizer", "wcwidth"}

MAX_LINES = 350
MAX_LINES_OF_A_CLASS = 300
MAX_LINES_OF_THE_APP = 150

SOURCES = sorted(PACKAGE.rglob("*.py"))
AROUND = sorted(
    path for folder in ("tests", "benchmarks") for path in (PACKAGE.parent / folder).rglob("*.py")
)
PROGRAMS = sorted(
    path for folder in ("benchmarks", "scripts") for path in (PACKAGE.parent / folder).glob("*.py")
)
PACKAGES = [part for part in LEVEL if (PACKAGE / part / "__init__.py").is_file()]

#: Modules that other packages may import in addition to the package itself.
PUBLIC_MODULES = {("tui", "text", "dates")}


def module_of(path: Path) -> tuple[str, ...]:
    """`tui/text/dates.py` is `("tui", "text", "dates")`; an `__init__.py` is its folder."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def is_module(*names: str) -> bool:
    path = PACKAGE.parent.joinpath(*names)
    return path.with_suffix(".py").is_file() or path.is_dir()


def offered(part: str) -> set[str]:
    """The names in `__all__` of a package."""
    face = PACKAGE / part / "__init__.py"
    tree = ast.parse(face.read_text("utf-8") if face.is_file() else "")
    return {
        name
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        for name in ast.literal_eval(node.value)
    }


def imports(tree: ast.AST, package: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every imported module, wherever the import is, and its line.

    A name imported from a package counts as a module if it is one: `from tui import theme`.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, tuple(alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            source = (*base, *(node.module.split(".") if node.module else ()))
            public = offered(source[1]) if source[0] == "tui" and len(source) == 2 else set()
            for alias in node.names:
                module = (*source, alias.name)
                inside = source[0] == "tui" and alias.name not in public and is_module(*module)
                yield node.lineno, module if inside else source


def broken(module: tuple[str, ...], source: str, *, is_package: bool = False) -> list[str]:
    """The rules that the source of a module violates, each with its line."""
    part = module[1] if len(module) > 1 else ""
    package = module if is_package else module[:-1]
    found = []
    for line, target in imports(ast.parse(source), package):
        name = ".".join(target)
        if target[0] in DRAWING and part != "app":
            found.append(f"{line}: {name} is imported outside tui.app")
        if target[0] != "tui" or len(target) == 1 or target[1] == part:
            continue
        if target[1] not in LEVEL:
            found.append(f"{line}: {name} is not part of a layer")
        elif LEVEL[target[1]] >= LEVEL.get(part, -len(LAYERS)):
            found.append(f"{line}: {name} does not stand below tui.{part}")
        elif len(target) > 2 and target not in PUBLIC_MODULES:
            found.append(f"{line}: {name} is an inside of tui.{target[1]}")
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_imports_go_down_the_layers_and_use_public_names(path: Path) -> None:
    is_package = path.name == "__init__.py"
    assert broken(module_of(path), path.read_text("utf-8"), is_package=is_package) == []


@pytest.mark.parametrize(
    ("module", "source", "count"),
    [
        ("tui.session.places", "from tui.documents import Document", 0),
        ("tui.session.places", "from tui.documents import find", 0),
        ("tui.session.places", "import tui.documents.library", 1),
        ("tui.session.places", "from tui.app import Desk", 1),
        ("tui.session.places", "from tui import app, config", 1),
        ("tui.session.places", "from .trail import Trail\nfrom . import trail", 0),
        ("tui.session.places", "from ..app import Desk", 1),
        ("tui.session.places", "def f():\n    if True:\n        import rich.text", 1),
        ("tui.app.widgets.reader", "import rich.text\nfrom textual.widget import Widget", 0),
        ("tui.search.index.index", "from tui.notes import Note", 1),
        ("tui.notes.store", "from tui.search import NoteText", 1),
        ("tui.figures.scan", "from tui.text import cells", 0),
        ("tui.figures.scan", "from tui.text import wrap", 1),
        ("tui.figures.scan", "from tui.text import dates\nfrom tui.text.dates import MONTHS", 0),
        ("tui.text.wrap", "from tui import figures", 1),
        ("tui.text.wrap", "from tui.text.cell_width import cells\nfrom tui import __version__", 0),
        ("tui.files", "from tui.errors import FactdeskError", 0),
        ("tui.errors", "from tui import files", 1),
        ("tui.theme", "from tui.keys import SHIPPED", 1),
        ("tui.cli", "from tui.elsewhere import x\nimport tui.elsewhere", 2),
    ],
)
def test_violations_are_found(module: str, source: str, count: int) -> None:
    assert len(broken(tuple(module.split(".")), source)) == count


#: What the widgets and the dialogs know of the app: neither knows the desk.
KNOWN_IN_THE_APP = {
    "widgets": {"keys", "paint", "widgets"},
    "dialogs": {"keys", "paint", "widgets", "dialogs", "dialog", "app", "signals", "key_queue",
                "copying", "actions.notes", "background.background", "background.latest"},
}  # fmt: skip


@pytest.mark.parametrize("folder", KNOWN_IN_THE_APP)
def test_widgets_and_dialogs_do_not_know_the_desk(folder: str) -> None:
    known = set()
    for path in (PACKAGE / "app" / folder).glob("*.py"):
        tree, package = ast.parse(path.read_text("utf-8")), module_of(path)[:-1]
        for _, target in imports(tree, package):
            if target[:2] == ("tui", "app"):
                known.add(target[2] if target[2] in KNOWN_IN_THE_APP else ".".join(target[2:]))
    assert known == KNOWN_IN_THE_APP[folder]


def test_every_part_has_a_layer() -> None:
    parts = {module_of(path)[1] for path in SOURCES if len(module_of(path)) > 1}
    assert parts == set(LEVEL)


def test_the_tests_mirror_the_folders() -> None:
    tests = PACKAGE.parent / "tests"
    tested = {path.parent.relative_to(tests) for path in tests.rglob("test_*.py")}
    folders = {path.parent.relative_to(PACKAGE) for path in PACKAGE.rglob("__init__.py")}
    assert tested - folders == {Path("seeds")}


# What must not be loaded.


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after running `code`."""
    report = (
        "import sys; print('loaded', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.rstrip("\n").rpartition("\n")[2].split()[1:])


@pytest.mark.parametrize("package", [f"tui.{package}" for package in PACKAGES])
def test_importing_a_package_loads_nothing_heavy(package: str) -> None:
    assert loaded_by(f"import {package}") & HEAVY == set()


def test_the_first_figure_loads_no_pathlib() -> None:
    loaded = loaded_by(
        "from tui.figures import extract\nassert extract('Sales rose 5% to $3 million.')"
    )
    assert "decimal" in loaded
    assert "pathlib" not in loaded


@pytest.mark.parametrize(
    "words",
    [["--version"], ["--help"], ["figures", "seeds"], ["search", "police", "seeds"],
     ["notes", "list", "seeds"], ["read", "seeds"], ["compare", "seeds"],
     ["figures", "there-is-none"]],
    ids=" ".join,
)  # fmt: skip
def test_verbs_without_a_screen_do_not_load_textual(words: list[str]) -> None:
    code = f"""
from tui.cli import main
try:
    main({words!r})
except SystemExit:
    pass
"""
    assert loaded_by(code) & DRAWING == set()


def test_the_desk_loads_textual() -> None:
    assert loaded_by("import tui.app.app") >= DRAWING


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_can_be_imported_alone(package: str) -> None:
    insides = (".".join(module_of(path)) for path in SOURCES if module_of(path)[1:2] == (package,))
    code = f"""
import {", ".join(insides)}
import types, tui.{package} as package
wrong = [name for name in package.__all__ if isinstance(getattr(package, name), types.ModuleType)]
assert not wrong, f"hidden by modules of the same name: {{wrong}}"
"""
    loaded_by(code)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_benchmarks_and_scripts_import_what_is_there(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "tui":
            assert node.module is not None
            for alias in node.names:
                there = hasattr(import_module(node.module), alias.name)
                assert there or is_module(*node.module.split("."), alias.name)


# Files are read in one place: a FIFO would block, a device never end, a huge file eat all memory.


def file_accesses(source: str) -> list[str]:
    """Where a source opens files itself, or splits lines other than documents define them."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        name = called.rpartition(".")[2]
        modes = [value.value for value in node.args if isinstance(value, ast.Constant)]
        modes += [value.value.value for value in node.keywords
                  if value.arg == "mode" and isinstance(value.value, ast.Constant)]  # fmt: skip
        reads = "." in called and name in ("read_text", "read_bytes") and called != READER
        opens = called in ("open", "io.open") or (name == "open" and {"r", "rb"} & {*modes})
        writes = any(isinstance(mode, str) and set(mode) & set("wax") for mode in modes)
        if reads or (opens and not writes) or name == "splitlines":
            found.append(f"{node.lineno}: {called}")
    return found


READER = "files.read_bytes"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_files_are_read_only_through_tui_files(path: Path) -> None:
    tables = PACKAGE / "figures" / "tables" / "__init__.py"  # reads what lies beside it
    if path not in (PACKAGE / "files.py", tables):
        assert file_accesses(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("data = read_bytes(path)\ndata = files.read_bytes(path)", 0),
        ("path.read_bytes()\npath.read_text('utf-8')\ntext.splitlines()", 3),
        ("open(path)\nopen(path, 'rb')\npath.open('r')\nio.open(path, mode='r')", 4),
        ("open(path, 'w')\npath.open('x')\nself.session.open(name)\nos.open(path, flags)", 0),
    ],
)
def test_other_ways_to_read_files_are_found(source: str, count: int) -> None:
    assert len(file_accesses(source)) == count


# How long things may be, and what they may be called.


@pytest.mark.parametrize(
    "path", [*SOURCES, *AROUND], ids=lambda path: str(path.relative_to(PACKAGE.parent))
)
def test_modules_and_classes_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.count("\n")
    assert lines <= MAX_LINES
    assert not {*module_of(path)} & {"utils", "util", "helpers", "helper", "common", "manager"}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MAX_LINES_OF_A_CLASS, node.name


def test_the_app_itself_is_short() -> None:
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for path in (PACKAGE / "app").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and {ast.unparse(base).partition("[")[0] for base in node.bases} & {"App", "KeyQueue"}
    }
    assert lengths.keys() == {"KeyQueue", "Factdesk"}
    assert max(lengths.values()) <= MAX_LINES_OF_THE_APP, lengths
