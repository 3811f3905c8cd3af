# The virtual environment in .venv, made anew only when what it is made from has changed.

prepare_environment() {
    # The path belongs to it, because a virtual environment does not survive being moved.
    wanted=$(echo "$PWD"; cat pyproject.toml constraints.txt scripts/environment.sh | cksum)
    stamp=.venv/made-from
    if [ -x .venv/bin/deskstretch ] && [ "$(cat $stamp 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    echo "./dev: preparing .venv" >&2
    if [ "$(head -n 1 $stamp 2>/dev/null)" != "$PWD" ] || ! is_usable_python .venv/bin/python; then
        python=$(find_python)
        rm -rf .venv
        "$python" -m venv .venv
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        -c constraints.txt -e '.[dev]' </dev/null
    echo "$wanted" > $stamp
}

# The first Python on the PATH that will do; installed from Debian's packages if there is none.
find_python() {
    first_usable_python && return
    install_packages python3 python3-venv
    first_usable_python && return
    echo "./dev: Python 3.11 or newer with its venv module is needed" >&2
    exit 1
}

first_usable_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if is_usable_python "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

is_usable_python() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}
