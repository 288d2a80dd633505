"""Write what a shell knows of factdesk into shell/: completions and the manual page.

    python scripts/make_shell.py

All of it is made of the tables that the program itself runs on: `tui/cli/commands.py` for verbs and
options, `tui/actions/` for keys. The wheel puts the files where shells look for them.
"""

import sys
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from tui import __version__
from tui.actions import ACTIONS
from tui.cli.commands import COMMANDS, EVERYWHERE, GROUPS, TAKES, VERBS, Command, Option
from tui.figures import KINDS
from tui.notes import FORMATS

FOLDER = ROOT / "shell"

#: What can stand for a word in capitals, where that is a choice of few.
THEMES = tuple(sorted(path.stem for path in (ROOT / "themes").glob("*.toml")))
CHOICES = {"KIND": KINDS, "FORMAT": tuple(FORMATS), "NAME": THEMES}
#: The words in capitals that files stand for.
FILES = frozenset({"PATH", "FILE"})

_FIRST = "Made by scripts/make_shell.py of the tables that factdesk itself runs on."


def parts(group: str) -> dict[str, str]:
    """The words after a verb that takes another one, each with what it does."""
    return {c.words[1]: c.help for c in COMMANDS if c.words[:1] == (group,)}


def options(command: Command) -> tuple[Option, ...]:
    """The options that may follow the words of a command."""
    return (*command.options, *EVERYWHERE)


def flags(command: Command) -> str:
    """The options of a command by their names alone."""
    return " ".join(option.flag for option in options(command))


# bash ---------------------------------------------------------------------------------------------


def bash() -> str:
    """Completions for bash; 3.2, which macOS has, is enough."""
    lines = [f"# {_FIRST}", "", "_factdesk() {", *_BASH_WORDS.strip("\n").split("\n")]
    lines += ['    case "$verb" in']
    for group in GROUPS:
        lines.append(f'        {group}) [ "$COMP_CWORD" -gt 2 ] && verb="$verb $third" ;;')
    lines += [f"        {'|'.join(v for v in VERBS if v not in GROUPS)}) ;;"]
    lines += ["        *) verb= ;;", "    esac", '    case "$verb $before" in']
    for command, option in ((c, o) for c in COMMANDS for o in c.options if o.takes):
        if option.takes not in FILES:
            choice = " ".join(CHOICES.get(option.takes, ()))
            does = f"COMPREPLY=($(compgen -W '{choice}' -- \"$word\")); " if choice else ""
            words = " ".join(command.words)
            lines.append(f'        "{words} {option.flag}") {does}return ;;')
    lines += ["    esac", '    case "$verb" in']
    for command in COMMANDS:
        lines.append(f'        "{" ".join(command.words)}") options="{flags(command)}" ;;')
    for group in GROUPS:
        lines.append(f'        {group}) words="{" ".join(parts(group))}" options=--help ;;')
    lines += ["    esac", f'    [ "$COMP_CWORD" -eq 1 ] && words="{" ".join(VERBS)}"']
    return "\n".join([*lines, *_BASH_END.strip("\n").split("\n"), ""])


_BASH_WORDS = """
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local verb=${COMP_WORDS[1]-} third=${COMP_WORDS[2]-} options= words= IFS=$' \\t\\n'
    COMPREPLY=()
    # --kind=count arrives as three words.
    [ "$word" = "=" ] && word=
    [ "$before" = "=" ] && before=${COMP_WORDS[COMP_CWORD-2]}
    [ "$COMP_CWORD" -eq 1 ] && verb=
"""

_BASH_END = """
    case "$word" in
        -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
        *)
            COMPREPLY=($(compgen -W "$words" -- "$word"))
            [ -n "$words" ] && [ "$COMP_CWORD" -gt 1 ] && return
            IFS=$'\\n'
            COMPREPLY+=($(compgen -f -- "$word")) ;;
    esac
}

complete -o filenames -F _factdesk factdesk
"""


# zsh ----------------------------------------------------------------------------------------------


def zsh() -> str:
    """Completions for zsh, found by its name in a folder of $fpath."""
    lines = ["#compdef factdesk", f"# {_FIRST}", "", "_factdesk() {", "    local -a words"]
    lines += _zsh_choice(2, "verb", VERBS, files=True)
    lines += ["    case $words_of[2] in"]
    for group in GROUPS:
        lines += [f"        {group})"]
        lines += ["    " * 2 + line for line in _zsh_choice(3, "part", parts(group), files=False)]
        lines += ["            case $words_of[3] in"]
        lines += [f"                {c.words[1]}) {_zsh_arguments(c, 3)} ;;" for c in _of(group)]
        lines += ["            esac ;;"]
    lines += [f"        {c.words[0]}) {_zsh_arguments(c, 2)} ;;" for c in COMMANDS[1:]
              if c.words[0] not in GROUPS]  # fmt: skip
    lines += [f"        *) {_zsh_arguments(COMMANDS[0], 1)} ;;", "    esac", "}", ""]
    text = "\n".join([*lines, '_factdesk "$@"', ""])
    return text.replace("    local -a words\n", "    local -a choices words_of=($words)\n")


def _of(group: str) -> list[Command]:
    return [command for command in COMMANDS if command.words[:1] == (group,)]


def _zsh_choice(position: int, what: str, words: dict[str, str], *, files: bool) -> list[str]:
    """Offer words, each with what it does, where word number `position` is typed."""
    said = " ".join(_quoted(f"{word}:{help_}") for word, help_ in words.items())
    end = f"        _describe {what} choices" + ("; _files" if files else "")
    test = f"    if (( CURRENT == {position} ))" + (" && [[ $PREFIX != -* ]]" if files else "")
    return [f"{test}; then", f"        choices=({said})", end, "        return", "    fi"]


def _zsh_arguments(command: Command, shift: int) -> str:
    said = []
    for option in options(command):
        help_ = option.help.replace("[", "").replace("]", "").replace(":", "\\:")
        said.append(_quoted(f"{option.flag}[{help_}]" + _zsh_value(option.takes)))
    names = [takes.strip("[].") for takes in command.takes]
    said += [f"':{name}:{_zsh_action(name)}'" for name in names[:-1]]
    said += [f"'*:{name}:{_zsh_action(name)}'" for name in names[-1:]]
    back = f"shift {shift - 1} words; (( CURRENT -= {shift - 1} )); " if shift > 1 else ""
    return f"{back}_arguments {' '.join(said)}"


def _zsh_value(takes: str) -> str:
    return f":{takes}:{_zsh_action(takes)}" if takes else ""


def _zsh_action(takes: str) -> str:
    if takes in FILES:
        return "_files"
    return f"({' '.join(CHOICES[takes])})" if takes in CHOICES else ""


# fish ---------------------------------------------------------------------------------------------


def fish() -> str:
    """Completions for fish, which reads them from a folder of its own."""
    lines = [f"# {_FIRST}", ""]
    known = " ".join(VERBS)
    for verb, help_ in VERBS.items():
        lines.append(_fish("__fish_use_subcommand", f"-a {verb}", help_))
    for group in GROUPS:
        inside = f"__fish_seen_subcommand_from {group}; and not __fish_seen_subcommand_from"
        for word, help_ in parts(group).items():
            lines.append(_fish(f"{inside} {' '.join(parts(group))}", f"-f -a {word}", help_))
    for command in COMMANDS:
        where = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in command.words)
        where = where or f"not __fish_seen_subcommand_from {known}"
        for option in options(command):
            dash = "-l " if option.flag.startswith("--") else "-s "
            what = dash + option.flag.lstrip("-")
            if option.takes:
                what += " -r" if option.takes in FILES else " -x"
            if option.takes in CHOICES:
                what += f" -a {_quoted(' '.join(CHOICES[option.takes]))}"
            lines.append(_fish(where, what, option.help))
    return "\n".join(lines) + "\n"


def _fish(where: str, what: str, help_: str) -> str:
    return f"complete -c factdesk -n {_quoted(where)} {what} -d {_quoted(help_)}"


def _quoted(words: str) -> str:
    """Words in single quotes: bash and zsh read `'\\''` in them, fish reads it as well."""
    return "'" + words.replace("'", "'\\''") + "'"


# The manual page ----------------------------------------------------------------------------------


def man() -> str:
    """The manual page, in the macros that every roff has."""
    desk = COMMANDS[0]
    lines = [f'.\\" {_FIRST}', f'.TH FACTDESK 1 "" "factdesk {__version__}" "User commands"']
    lines += [
        ".SH NAME",
        "factdesk \\- read, search and annotate every figure in a pile of reports",
    ]
    lines += [".SH SYNOPSIS"]
    for number, command in enumerate(COMMANDS):
        lines += [".br"] if number else []
        lines.append(_synopsis(command))
    lines += [".SH DESCRIPTION", _roff(_sentence(desk.help)), _roff(desk.more)]
    lines += [".SH COMMANDS"]
    for command in COMMANDS[1:]:
        lines += [".SS " + _roff(" ".join((*command.words, *command.takes)))]
        lines += [_roff(_sentence(command.help)), *filter(None, [_roff(command.more)])]
        lines += _man_options(command.options)
    lines += [".SH OPTIONS", *_man_options((*desk.options, *EVERYWHERE))]
    lines += [".SH WORDS IN CAPITALS"]
    for word, help_ in TAKES.items():
        lines += [".TP", f".I {word}", _roff(help_)]
    lines += [".SH KEYS"]
    listed = (action for action in ACTIONS if action.where in ("pane", "desk", "judge", "app"))
    for group, actions in groupby(listed, lambda action: action.group):
        lines += [f".SS {group}"]
        for action in actions:
            if action.keys:
                lines += [".TP", ".B " + _roff("  ".join(action.keys)), _roff(action.help)]
    return "\n".join(lines) + "\n" + _MAN_END.lstrip("\n")


_MAN_END = r"""
.SH ENVIRONMENT
.TP
.B FACTDESK_CONFIG
A file of settings that lie over your own, and over those of --config.
.TP
.B VISUAL, EDITOR
The editor in which a note is written when it is not written on the desk.
.TP
.B PAGER
If it is set, what verbs print in a terminal goes through it.
.TP
.B NO_COLOR
If it is set, the desk shows no colours; figures, hits and notes differ by weight, line and sign.
.TP
.B LANG, LC_CTYPE, LC_ALL
The encoding in which verbs print. Signs that it does not have are written as \eu2248, and the desk
draws with ASCII alone where it is not UTF-8.
.TP
.B XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME
Where the folders below lie, if not there.
.SH FILES
.TP
.I ~/.config/factdesk/config.toml
Settings that differ from the shipped ones; themes lie in
.I themes/
beside it.
.TP
.I FOLDER/.factdesk/notes/
Notes on the documents of a folder; where that cannot be written,
.IR ~/.local/share/factdesk/notes/ .
.TP
.I ~/.local/state/factdesk/
The theme chosen, the place in each document.
.TP
.I ~/.cache/factdesk/
Indexes of large folders; what is there can be deleted at any time.
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Nothing was found, or
.B notes check
found something.
.TP
.B 2
Wrong use, or nothing that could be read.
.TP
.B 130
Interrupted.
"""


def _man_options(those: Iterable[Option]) -> list[str]:
    lines = []
    for option in those:
        value = f' " " "\\fI{option.takes}\\fR"' if option.takes else ""
        lines += [".TP", f".BR {_roff(option.flag)}{value}", _roff(option.help)]
    return lines


def _synopsis(command: Command) -> str:
    said = [f"\\fB{_roff(command.name)}\\fR"]
    for option in command.options:
        value = f" \\fI{option.takes}\\fR" if option.takes else ""
        said.append(f"[\\fB{_roff(option.flag)}\\fR{value}]")
    for takes in command.takes:
        name = takes.strip("[].")
        said.append(takes.replace(name, f"\\fI{name}\\fR"))
    return " ".join(said)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _roff(words: str) -> str:
    """Words that roff takes as they are: no escapes, no sign at the start that is a command."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\`")
    return "\\&" + escaped if escaped[:1] in (".", "'") else escaped


MADE: dict[str, Callable[[], str]] = {
    "factdesk.bash": bash,
    "_factdesk": zsh,
    "factdesk.fish": fish,
    "factdesk.1": man,
}


def main() -> None:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in MADE.items():
        (FOLDER / name).write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
