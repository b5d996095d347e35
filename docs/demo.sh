#!/bin/sh
# What the program does, shown by running it (make demo). Nothing is left behind: the glossary
# and the user's folders lie in a temporary folder.
set -eu

root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 130' INT TERM
PATH="$root/.venv/bin:$PATH"
HOME=$place
XDG_DATA_HOME=$place/data XDG_STATE_HOME=$place/state
XDG_CACHE_HOME=$place/cache XDG_CONFIG_HOME=$place/config
GLOSSARY_DB=$place/glossary.db
export PATH HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_CONFIG_HOME GLOSSARY_DB
cd "$place"

# Prints a command as one would type it, then runs it.
show() {
    printf '\n$'
    for word in "$@"; do
        case $word in
        '' | *[\ \'\"\$\*\?\;\&\|\<\>\(\)\!\\]*)
            printf " '%s'" "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$@"
}

show glossary --version
