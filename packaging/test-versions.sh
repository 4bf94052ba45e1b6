#!/usr/bin/env bash
# Runs the tests on every allowed Python that is here with the locked versions, and once with the
# lowest versions of the run-time dependencies that pyproject.toml allows.
#
#     packaging/test-versions.sh [--only NAME] [-- pytest arguments]
#
# NAME is 3.11, 3.12, 3.13 or lowest. Each has an environment of its own, .venv-NAME, of some
# gigabytes; it is kept and used again. The lowest versions run on the oldest Python that is here,
# without the linters, which need newer ones.
# Interpreters of pyenv are found by PYENV_VERSION=3.11.7:3.12.1:3.13.0.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

pythons=(3.11 3.12 3.13)
only=
if [ "${1:-}" = --only ]; then
    only=${2:?name one of ${pythons[*]} or lowest}
    shift 2
fi
[ "${1:-}" = -- ] && shift
say() { printf '%s\n' "$*" >&2; }

constraints=$(mktemp)
trap 'rm -f "$constraints"' EXIT
results=()
failed=0

# Make the environment NAME with an interpreter, a file of versions and an extra, unless it is up to
# date.
make_environment() {
    local interpreter=$2 versions=$3 extra=$4 venv=.venv-$1
    local identity
    identity=$(cat pyproject.toml "$versions" | cksum)
    [ -f "$venv/.stamp" ] && [ "$(cat "$venv/.stamp")" = "$identity" ] && return
    say "Installing into $venv"
    "$interpreter" -m venv --clear "$venv" || return
    local install=("$venv/bin/python" -m pip --disable-pip-version-check install --quiet)
    # the pip of an interpreter may be too old for what follows
    "${install[@]}" -c packaging/constraints.txt pip >&2 || return
    "${install[@]}" -c "$versions" --build-constraint packaging/constraints.txt \
        -e ".[$extra]" >&2 || return
    echo "$identity" >"$venv/.stamp"
}

# Run the tests in the environment NAME; the other arguments are pytest's.
run_tests() {
    local name=$1 interpreter=$2 versions=$3 extra=$4
    shift 4
    say "== $name"
    if ! make_environment "$name" "$interpreter" "$versions" "$extra"; then
        results+=("$name: cannot be installed")
        failed=1
    elif ".venv-$name/bin/python" -m pytest "$@"; then
        results+=("$name: passed")
    else
        results+=("$name: FAILED")
        failed=1
    fi
}

oldest=
for version in "${pythons[@]}"; do
    if ! "python$version" -c pass 2>/dev/null; then # one of pyenv may be a name alone
        [ -z "$only" ] || [ "$only" = "$version" ] && results+=("$version: not here")
        [ "$only" = "$version" ] && failed=3
        continue
    fi
    oldest=${oldest:-python$version}
    if [ -z "$only" ] || [ "$only" = "$version" ]; then
        run_tests "$version" "python$version" packaging/constraints.txt dev "$@"
    fi
done
if [ -z "$oldest" ]; then
    say "None of Python ${pythons[*]} is here: install one."
    exit 3
fi
if [ -z "$only" ] || [ "$only" = lowest ]; then
    "$oldest" packaging/lowest_versions.py >"$constraints" || exit
    run_tests lowest "$oldest" "$constraints" test \
        --deselect tests/test_layers.py::test_import_linter_passes "$@"
fi

printf '%s\n' "${results[@]}" >&2
if [ "${#results[@]}" -eq 0 ]; then
    say "Nothing is named $only: name one of ${pythons[*]} or lowest."
    exit 2
fi
exit "$failed"
