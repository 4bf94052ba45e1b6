#!/usr/bin/env bash
# Makes .venv with the locked versions, and sees to the system libraries that Qt needs.
#
#     packaging/setup.sh [--tests]     --tests: also Xvfb, for the tests that open a real window
#
# Does nothing, quickly, when everything is up to date. PYTHON=/path/to/python chooses the
# interpreter; pip reads its own configuration as always.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

constraints=packaging/constraints.txt
stamp=.venv/.setup-stamp
is_root=false
[ "$(id -u)" -eq 0 ] && is_root=true

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 3; }

# ------------------------------------------------------------------ Python

fits='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
has_ensurepip() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        "$PYTHON" -c "$fits" >/dev/null 2>&1 || fail "PYTHON=$PYTHON is not Python 3.11, 3.12 or 3.13: choose another."
        return
    fi
    local name first=
    for name in python3 python3.13 python3.12 python3.11; do
        "$name" -c "$fits" >/dev/null 2>&1 || continue
        first=${first:-$name}
        if has_ensurepip "$name"; then
            PYTHON=$name
            return
        fi
    done
    PYTHON=$first
    [ -n "$PYTHON" ] || fail "XLA Playground needs Python 3.11, 3.12 or 3.13 and found none: install one, or name it with 'make PYTHON=/path/to/python3.12 …'."
}

# ------------------------------------------------------------------ apt

can_install() { $is_root && command -v apt-get >/dev/null; }

apt_install() {
    local command=(apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 "$@")
    say "Installing $*"
    export DEBIAN_FRONTEND=noninteractive
    # the lists of a new machine are empty
    "${command[@]}" </dev/null >/dev/null 2>&1 ||
        { apt-get update -q </dev/null >/dev/null 2>&1 && "${command[@]}" </dev/null >&2; }
}

# ------------------------------------------------------------------ the environment

make_venv() {
    local version
    version=$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! has_ensurepip "$PYTHON" && can_install; then
        apt_install "python$version-venv" || true
    fi
    if has_ensurepip "$PYTHON"; then
        say "Making .venv with Python $version"
        "$PYTHON" -m venv --clear .venv
    elif "$PYTHON" -m pip --version >/dev/null 2>&1; then
        say "Making .venv with Python $version"
        "$PYTHON" -m venv --clear --without-pip .venv
        "$PYTHON" -m pip --python .venv/bin/python install --quiet pip -c "$constraints"
    else
        fail "Python $version has no venv module: run 'sudo apt-get install python$version-venv' and try again."
    fi
}

# What .venv was made from: when it changes, or the checkout moved, it is made or filled anew.
identity() {
    printf '%s\n' "$PWD" "$(.venv/bin/python -c 'import sys; print(sys.version)')"
    cat pyproject.toml "$constraints" | cksum
}

is_up_to_date() {
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(identity 2>/dev/null)" ] && wanted_python
}

# Whether .venv can be kept: a Python that fits, of the version asked for, in the same place.
wanted_python() {
    .venv/bin/python -c "$fits" >/dev/null 2>&1 || return 1
    [ ! -f "$stamp" ] || [ "$(head -n 1 "$stamp")" = "$PWD" ] || return 1
    [ -z "${PYTHON:-}" ] ||
        [ "$("$PYTHON" -c 'import sys; print(sys.version)' 2>&1)" = "$(.venv/bin/python -c 'import sys; print(sys.version)')" ]
}

fill_venv() {
    if ! wanted_python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        find_python
        make_venv
    fi
    rm -f "$stamp"
    say "Installing the locked versions into .venv (some 700 MB to download, a few minutes)"
    local pip=(.venv/bin/python -m pip --disable-pip-version-check)
    local install=("${pip[@]}" install --no-user)
    [ -t 2 ] || install+=(--quiet)
    "${install[@]}" -c "$constraints" pip >&2
    "${install[@]}" -c "$constraints" --build-constraint "$constraints" -e '.[dev]' >&2
    identity >"$stamp"
}

# ------------------------------------------------------------------ system libraries

# The Debian packages of the shared libraries that Qt loads and this machine lacks. They are tried
# rather than looked up, so that it works on every distribution.
missing_packages() {
    .venv/bin/python - <<'END'
import ctypes

PACKAGES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-util1": "libxcb-util.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
}
for package, library in PACKAGES.items():
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
END
}

see_to_libraries() {
    local missing
    [ "$(uname -s)" = Linux ] || return 0
    mapfile -t missing < <(missing_packages)
    if [ "${1:-}" = --tests ] && ! command -v Xvfb >/dev/null && can_install; then
        missing+=(xvfb)
    fi
    [ "${#missing[@]}" -gt 0 ] || return 0
    if can_install && apt_install "${missing[@]}"; then
        return
    fi
    [ "${missing[*]}" != xvfb ] || return 0 # the tests do without
    say "Qt needs system libraries that are missing here; on Debian and Ubuntu this installs them:"
    say "    sudo apt-get install -y ${missing[*]}"
}

is_up_to_date || fill_venv
see_to_libraries "${1:-}"
