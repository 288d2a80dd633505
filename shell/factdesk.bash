# Made by scripts/make_shell.py of the tables that factdesk itself runs on.

_factdesk() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local verb=${COMP_WORDS[1]-} third=${COMP_WORDS[2]-} options= words= IFS=$' \t\n'
    COMPREPLY=()
    # --kind=count arrives as three words.
    [ "$word" = "=" ] && word=
    [ "$before" = "=" ] && before=${COMP_WORDS[COMP_CWORD-2]}
    [ "$COMP_CWORD" -eq 1 ] && verb=
    case "$verb" in
        notes) [ "$COMP_CWORD" -gt 2 ] && verb="$verb $third" ;;
        config) [ "$COMP_CWORD" -gt 2 ] && verb="$verb $third" ;;
        figures|read|search|compare|themes|index) ;;
        *) verb= ;;
    esac
    case "$verb $before" in
        " --theme") COMPREPLY=($(compgen -W 'catppuccin-latte catppuccin-mocha colour-blind-dark colour-blind-light dracula dusk gruvbox-dark gruvbox-light high-contrast-dark high-contrast-light nord paper rose-pine solarized-dark solarized-light terminal tokyo-night' -- "$word")); return ;;
        " --width") return ;;
        "figures --kind") COMPREPLY=($(compgen -W 'count money percent measure duration ratio ordinal score date time malformed' -- "$word")); return ;;
        "figures --where") return ;;
        "search -n") return ;;
        "notes list --where") return ;;
        "notes export --format") COMPREPLY=($(compgen -W 'md csv json w3c html' -- "$word")); return ;;
        "notes export --where") return ;;
    esac
    case "$verb" in
        "") options="--theme --width --ascii --tour --version --help --config --debug" ;;
        "figures") options="--kind --where --why --json --help --config --debug" ;;
        "read") options="--help --config --debug" ;;
        "search") options="-n --json --help --config --debug" ;;
        "compare") options="--draft --json --help --config --debug" ;;
        "notes list") options="--where --json --help --config --debug" ;;
        "notes check") options="--json --help --config --debug" ;;
        "notes export") options="--format --template --where --help --config --debug" ;;
        "notes import") options="--help --config --debug" ;;
        "config path") options="--help --config --debug" ;;
        "config show") options="--help --config --debug" ;;
        "config check") options="--help --config --debug" ;;
        "themes") options="--json --help --config --debug" ;;
        "index") options="--status --help --config --debug" ;;
        notes) words="list check export import" options=--help ;;
        config) words="path show check" options=--help ;;
    esac
    [ "$COMP_CWORD" -eq 1 ] && words="figures read search compare notes config themes index"
    case "$word" in
        -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
        *)
            COMPREPLY=($(compgen -W "$words" -- "$word"))
            [ -n "$words" ] && [ "$COMP_CWORD" -gt 1 ] && return
            IFS=$'\n'
            COMPREPLY+=($(compgen -f -- "$word")) ;;
    esac
}

complete -o filenames -F _factdesk factdesk
