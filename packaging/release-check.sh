#!/usr/bin/env bash
# Builds the sdist and the wheel into dist/, installs the wheel with the locked versions into an
# empty environment, and runs the demo from there.
#
#     packaging/release-check.sh
#
# Needs .venv (`make setup`). PYTHON=/path/to/python chooses the interpreter of the environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

root=$PWD
python=$root/.venv/bin/python
pip=("$python" -m pip --disable-pip-version-check)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { printf '%s\n' "$*" >&2; }

say "Building into dist/"
rm -rf dist
"$python" -m hatchling build -t sdist -d dist >&2
# of the sdist, as pip builds it; the build backend is in .venv, so that no index is asked
"${pip[@]}" wheel --quiet --no-deps --no-build-isolation -w dist dist/*.tar.gz >&2

say "Installing the wheel into an empty environment"
"${PYTHON:-$python}" -m venv --without-pip "$work/venv"
"${pip[@]}" --python "$work/venv/bin/python" install --quiet \
    -c packaging/constraints.txt dist/*.whl >&2

# nothing of this checkout or of the user is to be found
cd "$work"
unset PYTHONPATH
export XLA_PLAYGROUND_HOME=$work/home
installed=$(venv/bin/python -c 'import xla_playground; print(xla_playground.__file__)')
case $installed in
    "$work"/venv/*) ;;
    *) say "The package was imported from $installed, not from the wheel."; exit 1 ;;
esac
venv/bin/xla-playground --version
venv/bin/xla-playground models list
venv/bin/xla-playground demo
say "The wheel works: $(cd "$root" && ls dist)"
