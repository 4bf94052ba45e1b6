#!/usr/bin/env bash
# Opens the window; where there is no display, says so and runs the demo in the terminal.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

.venv/bin/python -m xla_playground "$@"
status=$?
if [ "$status" -eq 3 ]; then # the environment lacks a display
    exec .venv/bin/python -m xla_playground demo
fi
exit "$status"
