"""Shell completions and the manual page: generated from the tables, and working."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import tui
from tui.cli.commands import COMMANDS, TAKES, VERBS
from tui.figures import KINDS

ROOT = Path(tui.__file__).resolve().parent.parent
SHELL = ROOT / "shell"


@pytest.fixture(scope="module")
def maker(script: Callable[[str], ModuleType]) -> ModuleType:
    """scripts/make_shell.py."""
    return script("make_shell")


def test_every_command_of_the_table_is_done_by_a_function_and_takes_what_is_explained() -> None:
    for command in COMMANDS:
        verb = import_module(f"tui.cli.verb_{(*command.words, 'open')[0]}")
        assert callable(verb.run)
        named = [*command.takes, *(option.takes for option in command.options if option.takes)]
        assert {takes.strip("[].") for takes in named} <= set(TAKES), command.name


def test_the_files_are_those_that_the_tables_make(maker: ModuleType) -> None:
    assert {path.name for path in SHELL.iterdir()} == set(maker.MADE)
    for name, make in maker.MADE.items():
        assert (SHELL / name).read_text("utf-8") == make(), "python scripts/make_shell.py"


def test_the_wheel_puts_every_file_where_shells_look(maker: ModuleType) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["shared-data"] == {
        "shell/factdesk.1": "share/man/man1/factdesk.1",
        "shell/factdesk.bash": "share/bash-completion/completions/factdesk",
        "shell/_factdesk": "share/zsh/site-functions/_factdesk",
        "shell/factdesk.fish": "share/fish/vendor_completions.d/factdesk.fish",
    }
    assert len(wheel["shared-data"]) == len(maker.MADE)


@pytest.mark.parametrize("name", ["factdesk.bash", "_factdesk", "factdesk.fish", "factdesk.1"])
def test_every_verb_and_option_is_in_every_file(name: str) -> None:
    text = (SHELL / name).read_text("utf-8").replace("\\-", "-")
    for command in COMMANDS:
        for option in command.options:
            flag = (
                f"-l {option.flag[2:]}" if "fish" in name and "--" in option.flag else option.flag
            )
            assert flag in text.replace("-s n ", "-n "), (command.name, option.flag)
        assert all(word in text for word in command.words)


COMPLETED = [
    ("factdesk sea", {"search"}),
    ("factdesk rep", {"reports", "report one.txt"}),
    ("factdesk --v", {"--version"}),
    ("factdesk --theme pap", {"paper"}),
    ("factdesk figures --k", {"--kind"}),
    ("factdesk figures --kind mo", {"money"}),
    ("factdesk figures --kind=mo", {"money"}),
    ("factdesk figures --kind ", set(KINDS)),
    ("factdesk figures rep", {"reports", "report one.txt"}),
    ("factdesk search --where ", {"reports", "report one.txt"}),
    ("factdesk search -n ", set()),
    ("factdesk notes ", {"list", "check", "export", "import"}),
    ("factdesk notes e", {"export"}),
    ("factdesk config ", {"path", "show", "check"}),
    ("factdesk --theme solar", {"solarized-dark", "solarized-light"}),
    ("factdesk search --config rep", {"reports", "report one.txt"}),
    ("factdesk notes export --format ", {"md", "csv", "json", "w3c", "html"}),
    ("factdesk notes export --template rep", {"reports", "report one.txt"}),
    (
        "factdesk notes export --",
        {"--format", "--template", "--where", "--help", "--config", "--debug"},
    ),
    ("factdesk notes list --f", set()),
]

#: Bash cuts a command into words at blanks and at `=` and hands them to the function.
ASKED = r"""
source "$1"
COMP_WORDS=(${2//=/ = }) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
case "$2" in *" ") COMP_WORDS+=(""); COMP_CWORD=$((COMP_CWORD + 1)) ;; esac
_factdesk
printf '%s\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(("typed", "offered"), COMPLETED)
def test_bash_completes(tmp_path: Path, typed: str, offered: set[str]) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "report one.txt").touch()
    done = subprocess.run(
        ["bash", "-c", ASKED, "bash", str(SHELL / "factdesk.bash"), typed],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert {line for line in done.stdout.split("\n") if line} == offered


@pytest.mark.parametrize(("shell", "name"), [("zsh", "_factdesk"), ("fish", "factdesk.fish")])
def test_other_shells_can_read_theirs(shell: str, name: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"needs {shell}")
    subprocess.run([shell, "-n", str(SHELL / name)], check=True)


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_the_manual_page_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-k", str(SHELL / "factdesk.1")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    plain = re.sub(".\x08", "", done.stdout)  # bold letters are struck twice
    for verb in VERBS:
        assert verb in plain
