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
        figures|read|search|index) ;;
        *) verb= ;;
    esac
    case "$verb $before" in
        "figures --kind") COMPREPLY=($(compgen -W 'count money percent measure duration ratio ordinal score date time malformed' -- "$word")); return ;;
        "figures --where") return ;;
        "search -n") return ;;
        "notes export --format") COMPREPLY=($(compgen -W 'md csv json w3c html' -- "$word")); return ;;
    esac
    case "$verb" in
        "") options="--version --help --debug" ;;
        "figures") options="--kind --where --why --json --help --debug" ;;
        "read") options="--help --debug" ;;
        "search") options="-n --json --help --debug" ;;
        "notes list") options="--json --help --debug" ;;
        "notes check") options="--json --help --debug" ;;
        "notes export") options="--format --template --help --debug" ;;
        "notes import") options="--help --debug" ;;
        "index") options="--status --help --debug" ;;
        notes) words="list check export import" options=--help ;;
    esac
    [ "$COMP_CWORD" -eq 1 ] && words="figures read search notes index"
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
