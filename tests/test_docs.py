"""The documentation: what it shows and names matches the program."""

import ast
import doctest
import html
import os
import re
import shlex
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from pages import CODE, DOTTED, FENCE, LINK, PAGES, PATH, ROOT, SHOWING, anchors, read, words

import tui
from tui import config, theme
from tui.actions import ACTIONS
from tui.cli import parser
from tui.cli.commands import VERBS
from tui.errors import FactdeskError

REMEDY = "python scripts/make_docs.py writes them anew"
PICTURES_REMEDY = "python scripts/make_pictures.py draws them anew"
#: The words after `factdesk notes`.
PARTS = ("list", "check", "export", "import")


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
    page, house = read("docs/architecture.md"), ROOT / "tui"
    assert [path.name for path in house.glob("*.py") if f"tui/{path.name}" not in page] == [
        "__init__.py"
    ]
    for folder in (face.parent for face in house.rglob("__init__.py")):
        if folder == house:
            continue
        assert f"tui/{folder.relative_to(house).parts[0]}/" in page
        groups = page.partition(f"| `{folder.relative_to(house).as_posix()}` |")[2]
        named = set(re.findall(r"`(\w+)`", re.split(r"\n\n|\n\| `", groups)[0]))
        assert {module.stem for module in folder.glob("*.py")} - {"__init__"} == named


def test_the_changelog_has_this_version_and_its_versions_fall() -> None:
    versions = re.findall(r"(?m)^## \[(\d+\.\d+\.\d+)\]", read("CHANGELOG.md"))
    assert tui.__version__ in versions
    numbers = [tuple(map(int, version.split("."))) for version in versions]
    assert numbers == sorted(set(numbers), reverse=True)


# What can be typed works.


def commands(page: str) -> list[str]:
    """Every `factdesk ...` of a page: in code, in an indented block, after a prompt."""
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
            parser.parse_arguments([part for part in parts if part != "--debug"])
        except FactdeskError as error:
            pytest.fail(f"`{command}`: {error}")


def test_the_example_in_python_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried
    assert not failed


@pytest.mark.parametrize("page", ["docs/notes.md", "docs/search.md"])
def test_what_examples_import_is_public(page: str) -> None:
    blocks = [body for kind, body in FENCE.findall(read(page)) if kind == "python"]
    assert blocks
    for node in (node for block in blocks for node in ast.walk(ast.parse(block))):
        if isinstance(node, ast.ImportFrom):
            assert node.module is not None
            assert {alias.name for alias in node.names} <= {*import_module(node.module).__all__}


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
