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
export PATH HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_CONFIG_HOME
unset GLOSSARY_DB GLOSSARY_LANG
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

say() { printf '\n── %s\n' "$1"; }

say 'One term, found however it is typed. The first run makes a glossary with the starter pack.'
show glossary search 중시 --limit 1
show glossary search ㅈㅅㅍㄹㅍ --limit 1
show glossary search wndtl --limit 1
show glossary search 中試 --limit 1
show glossary search zhòngshì --limit 2
show glossary search zspt --limit 1
show glossary search 파일럿 --limit 1
show glossary search 중시플랫폼을 --limit 1

say 'A typo is forgiven.'
show glossary search 량선 --limit 1

say 'An article of the Korean edition: the terms in it …'
cp "$root"/data/samples/article.* "$root/data/samples/client-terms.csv" .
show head -n 4 article.ko-CN.txt
show glossary scan article.ko-CN.txt --to ko-KR

say '… the article as Seoul would write it, spelling, terms and particles …'
show glossary convert article.ko-CN.txt

say '… why each change was made, or only suggested …'
show glossary convert article.ko-CN.txt --changes

say '… and a translation of its source with seven faults, checked. Exit code 1 means findings.'
show glossary check article.zh-CN.txt article.ko-KR.txt --target ko-KR || true

say 'An entry of your own, and taking it back.'
show glossary add --ko-cn 랭동창고 --zh 冷库 --ko-kr '냉동 창고' --domain logistics
show glossary search 냉동창고
show glossary undo
show glossary search 랭동창고 || true

say 'A list of terms comes in as one batch …'
show glossary import client-terms.csv

say '… and everything goes out as a spreadsheet.'
show glossary export --varieties ko-CN,zh-CN,ko-KR -o terms.csv
show head -n 4 terms.csv
show glossary sets
