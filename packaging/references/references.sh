#!/usr/bin/env bash
# Writes what PyTorch answers on tiny models into tests/data/references.
#
#     packaging/references/references.sh [FAMILY…]     without one: all of them
#
# PyTorch lives in an environment of its own, .venv-references, so that .venv stays as users have
# it. PYTHON=/path/to/python chooses the interpreter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

constraints=packaging/constraints.txt
stamp=.venv-references/.stamp
identity=$(cat pyproject.toml "$constraints" | cksum)

if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$identity" ]; then
    "${PYTHON:-python3}" -m venv --clear .venv-references
    echo "Installing the locked versions and PyTorch into .venv-references (some gigabytes)" >&2
    .venv-references/bin/python -m pip --disable-pip-version-check install --quiet \
        -c "$constraints" --build-constraint "$constraints" -e '.[torch]' >&2
    echo "$identity" >"$stamp"
fi
export PYTHONPATH=$PWD
.venv-references/bin/python packaging/references/make_references.py "$@"
if [ $# -eq 0 ]; then
    .venv-references/bin/python packaging/references/make_loops.py
fi
