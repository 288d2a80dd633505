"""The words around the program: what they show is what it does, what they name is there."""

import ast
import html
import os
import re
import shlex
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

import tui
from tui import config, parser, theme
from tui.actions import ACTIONS
from tui.commands import VERBS
from tui.errors import FactdeskError

ROOT = Path(tui.__file__).resolve().parent.parent
PAGES = ["README.md", "CHANGELOG.md", *(f"docs/{p.name}" for p in sorted(ROOT.glob("docs/*.md")))]
#: The pages that show what the program does.
SHOWING = ["README.md", "docs/manual.md", "docs/themes.md"]

FENCE = re.compile(r"(?ms)^```(\w*)\n(.*?)^```$")
LINK = re.compile(r"\[[^\]\n]+\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
#: A path from the top of the repository. Words in capitals stand for a name.
PATH = re.compile(
    r"(?<![\w/.~])(?:(?:tui|tests|docs|scripts|benchmarks|seeds|themes|requirements|\.ci)/[\w./-]*"
    r"|(?:README|CHANGELOG)\.md|Makefile|config\.toml|pyproject\.toml)(?![\w/])"
)
DOTTED = re.compile(r"[a-z]+\.[a-z_]+")
REMEDY = "python scripts/make_docs.py writes them anew"
PICTURES_REMEDY = "python scripts/make_pictures.py draws them anew"

#: What would open a connection or start a program. (Of urllib, `parse` only reads addresses.)
REACHING = re.compile(
    r"(socket|ssl|http|urllib(?!\.parse)|urllib3|ftplib|smtplib|telnetlib|xmlrpc|webbrowser"
    r"|requests|httpx|aiohttp|subprocess|multiprocessing|pty|ctypes|runpy|code)(\.|$)"
)
RUNNING = re.compile(r"os\.(system|popen|exec\w*|spawn\w*|posix_spawn\w*|fork\w*|startfile)")

#: The words after `factdesk notes`.
PARTS = ("list", "check", "export", "import")

#: The distributions that are imported under another name, or never imported.
MODULES = {
    "charset-normalizer": "charset_normalizer",
    "markdown-it-py": "markdown_it",
    "tomli-w": "tomli_w",
}
TOOLS = {"pytest-asyncio", "mypy", "ruff", "hatchling", "editables"}


def read(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def words(page: str) -> str:
    """A page without what is fenced."""
    return FENCE.sub("", read(page))


def anchors(page: str) -> set[str]:
    """The headings of a page as they are linked to."""
    headings = re.findall(r"(?m)^#+ (.+)$", words(page))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def sources(*folders: str) -> Iterator[ast.Module]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield ast.parse(path.read_text("utf-8"))


def imported(*folders: str) -> set[str]:
    """Every module that the code of some folders imports, wherever, by its dotted name."""
    found = set()
    for tree in sources(*folders):
        for node in ast.walk(tree):
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


# What is shown is what there is.


@pytest.fixture(scope="module")
def maker(script: Callable[[str], ModuleType]) -> ModuleType:
    """scripts/make_docs.py."""
    pytest.importorskip("terminal")
    return script("make_docs")


@pytest.fixture(scope="module")
def stage(maker: ModuleType, tmp_path_factory: pytest.TempPathFactory):
    return maker.Stage(tmp_path_factory.mktemp("home"))


@pytest.mark.skipif(os.name != "posix", reason="needs a pty")
def test_the_tour_can_be_taken_and_changes_no_document(stage) -> None:
    before = {path: path.read_bytes() for path in (ROOT / "seeds").iterdir()}
    assert "Documents 5" in stage.picture()
    assert {path: path.read_bytes() for path in (ROOT / "seeds").iterdir()} == before


@pytest.mark.skipif(os.name != "posix", reason="needs a pty")
@pytest.mark.parametrize("page", SHOWING)
def test_tables_screens_and_output_are_those_of_the_program(page: str, maker, stage) -> None:
    for what, shown in maker.made(read(page)):
        assert shown == stage.make(what), f"`{what}` in {page}: {REMEDY}"


def test_the_manual_shows_every_key_of_every_action(maker) -> None:
    shown = dict(maker.made(read("docs/manual.md")))["keys"]
    rows = re.findall(r"(?m)^\| (`.+`|none) \| (.+) \| `(.+)` \|$", shown)
    assert [(CODE.findall(keys), help_, id_) for keys, help_, id_ in rows] == [
        (list(action.keys), action.help, action.id) for action in ACTIONS
    ]


def test_the_tour_ends_in_a_saved_note(maker) -> None:
    steps = maker.tour(read("README.md"))
    assert any("Note saved." in step.see for step in steps)
    assert [steps[0].press, steps[-1].press] == [("make run",), ("q",)]


def test_the_screen_of_the_manual_is_at_most_100_columns_wide(maker) -> None:
    screen = dict(maker.made(read("docs/manual.md")))["desk"]
    assert max(map(len, screen.split("\n"))) <= 100


# The pictures are drawn by scripts/make_pictures.py, too slowly for a test.

PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.svg"))


def shown_in(picture: str) -> str:
    """The words of an SVG in reading order; a row may be several runs."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]*>", " ", picture)))


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_fetches_nothing_and_runs_nothing(path: Path) -> None:
    drawn = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|@import|url\(|<script|<image|<foreignObject|\bon\w+=", drawn)


def test_the_animation_takes_every_step_of_the_tour_but_the_last(maker) -> None:
    *steps, _leave = maker.tour(read("README.md"))
    frames = read("docs/pictures/tour.svg").split('class="step"')[1:]
    assert len(frames) == len(steps), PICTURES_REMEDY
    for step, frame in zip(steps, frames, strict=True):
        words = shown_in(frame)
        assert " ".join(step.press) in words, PICTURES_REMEDY
        for seen in step.see:
            assert seen.replace(" ", "") in words.replace(" ", ""), f"{seen}: {PICTURES_REMEDY}"


def test_every_theme_has_a_picture_in_its_colours() -> None:
    for name in theme.names():
        colours = theme.load(name)[0].colours
        drawn = read(f"docs/pictures/theme-{name}.svg")
        for key in ("background", "surface", "count", "date"):
            shade = colours[key]
            assert shade in drawn or not shade.startswith("#"), f"{name}: {PICTURES_REMEDY}"


# What is named is there.


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    for link in LINK.findall(words(page)):
        if link.startswith("https://"):
            continue
        target, _, anchor = link.partition("#")
        path = ((ROOT / page).parent / target).resolve() if target else ROOT / page
        assert path.is_relative_to(ROOT), link
        assert path.exists(), link
        assert not anchor or anchor in anchors(str(path.relative_to(ROOT))), link


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    for name in PATH.findall(words(page)):
        parts = [part for part in name.rstrip(".").split("/") if part]
        if not any(part.partition(".")[0].isupper() for part in parts[1:]):
            assert ROOT.joinpath(*parts).exists(), name


@pytest.mark.parametrize("page", SHOWING)
def test_every_action_and_setting_that_is_named_exists(page: str) -> None:
    known = {action.id for action in ACTIONS} | set(config.CHECKS)
    files = {"config.toml"}
    named = {code for code in CODE.findall(words(page)) if DOTTED.fullmatch(code)}
    assert named - files <= known


def test_the_architecture_names_every_part_of_the_house() -> None:
    page = read("docs/architecture.md")
    for path in (ROOT / "tui").iterdir():
        if path.suffix == ".py" and path.name != "__init__.py":
            assert f"tui/{path.name}" in page
        elif (path / "__init__.py").is_file():
            assert f"tui/{path.name}/" in page
            groups = page.partition(f"| `{path.name}` |")[2].partition("\n\n")[0]
            named = set(re.findall(r"`(\w+)`", re.split(r"(?m)^\| `", groups)[0]))
            assert {module.stem for module in path.glob("*.py")} - {"__init__"} == named


def test_the_changelog_has_this_version_and_its_versions_fall() -> None:
    versions = re.findall(r"(?m)^## \[(\d+\.\d+\.\d+)\]", read("CHANGELOG.md"))
    assert tui.__version__ in versions
    numbers = [tuple(map(int, version.split("."))) for version in versions]
    assert numbers == sorted(set(numbers), reverse=True)


# What can be typed works.


def commands(page: str) -> list[str]:
    """Every `factdesk ...` of a page: in code, in an indented block, behind a prompt."""
    text = read(page)
    spans = [code for code in CODE.findall(text) if code.startswith("factdesk ")]
    lines = re.findall(r"(?m)^(?: {4}|\$ )(factdesk .+)$", text)
    return spans + lines


@pytest.mark.parametrize("page", PAGES)
def test_every_command_is_one_that_the_command_line_understands(page: str) -> None:
    for command in commands(page):
        parts = shlex.split(command.partition(" | ")[0], comments=True)[1:]
        if "--help" in parts or set(parts) <= {*VERBS, *PARTS}:
            continue  # printed, and that is all; a mention of a verb
        try:
            parser.understood([part for part in parts if part != "--debug"])
        except FactdeskError as error:
            pytest.fail(f"`{command}`: {error}")


def test_the_readme_shows_every_verb() -> None:
    shown = {command.split()[1] for page in SHOWING for command in commands(page)}
    assert set(VERBS) <= shown


@pytest.mark.parametrize("page", ["README.md", "docs/dependencies.md", "docs/architecture.md"])
def test_every_target_of_make_is_in_the_makefile(page: str) -> None:
    for target in re.findall(r"(?:`|^ {4})make ([a-z]+)", read(page)):
        assert re.search(rf"(?m)^{target}:", read("Makefile")), target


def test_the_settings_of_the_manual_count(tmp_path: Path) -> None:
    blocks = [body for kind, body in FENCE.findall(read("docs/manual.md")) if kind == "toml"]
    (settings,) = (body for body in blocks if body.startswith("# config.toml\n"))
    path = tmp_path / "config.toml"
    path.write_text(settings, "utf-8")
    found, problems = config.load(path)
    # One key is taken from nobody, so nothing is said at all.
    assert problems == []
    assert found != config.Settings()


def test_the_themes_that_are_shown_can_be_used(away_from_home: Path) -> None:
    blocks = [body for kind, body in FENCE.findall(read("docs/themes.md")) if kind == "toml"]
    folder = away_from_home / "config_folder" / "themes"
    folder.mkdir(parents=True)
    for block in blocks:
        heading, _, content = block.partition("\n")
        name = heading.removeprefix("# themes/").removesuffix(".toml")
        (folder / f"{name}.toml").write_text(content, "utf-8")
        found, problems = theme.load(name)
        assert (found.name, problems) == (name, [])
        said = tomllib.loads(content)
        palette = said.pop("palette", {})
        for key in set(theme.KEYS) & set(said):
            assert found.colours[key] == palette.get(said[key], said[key])
    assert len(blocks) == 2


# What is promised is kept.


def test_what_is_depended_on_is_what_is_imported() -> None:
    modules = {MODULES.get(name, name) for name in distributions("run")}
    assert from_elsewhere("tui") == modules
    tools = {MODULES.get(name, name) for name in distributions("dev") - TOOLS}
    assert from_elsewhere("tests", "benchmarks") - modules == tools


def test_the_page_of_dependencies_lists_them() -> None:
    page = "docs/dependencies.md"
    assert first_column(page, "What the program runs on") == distributions("run")
    assert first_column(page, "What it is made with") == distributions("dev")


#: The one place where this program starts itself a second time, and how.
ITSELF = ROOT / "tui" / "search" / "opening.py"
OURSELVES = '[sys.executable, "-P", "-c", "from tui.search.writing import main; main()"]'


#: The places that start another program, which the reader names, without a shell: what they start.
READERS_OWN = {
    ROOT / "tui" / "pager.py": r"Popen\(\s*shlex\.split\(said\), stdin=subprocess\.PIPE,",
    ROOT / "tui" / "app" / "external_editor.py": r"run\(\[\*command, str\(path\)\], check=False\)",
}


@pytest.mark.parametrize("path", READERS_OWN, ids=lambda path: path.name)
def test_the_readers_editor_and_pager_are_the_programs_that_are_started(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(re.findall(rf"subprocess\.{READERS_OWN[path]}", source)) == 1
    assert len(re.findall(r"subprocess\.(?!PIPE|Popen\[bytes\])", source)) == 1
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
    for tree in sources("tui"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {"eval", "exec", "compile", "__import__"}
                assert not RUNNING.fullmatch(called), called
