# The virtual environment in .venv, made anew only when what it is made from has changed.

prepare_environment() {
    stamp=.venv/made-from
    wanted=$(cat pyproject.toml constraints.txt scripts/environment.sh | sha256sum)" $PWD"
    if [ -x .venv/bin/deskstretch ] && [ "$(cat $stamp 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
        || [ "$(sed -n 's/.* //p' $stamp 2>/dev/null)" != "$PWD" ]; then
        python=$(find_python)
        rm -rf .venv
        "$python" -m venv .venv
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        -c constraints.txt -e '.[dev]' </dev/null
    echo "$wanted" > $stamp
}

# The first Python on the PATH that is new enough and can make virtual environments.
find_python() {
    for attempt in found installed; do
        for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
            if "$candidate" -c 'import ensurepip, sys, venv
sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
                echo "$candidate"
                return
            fi
        done
        [ $attempt = installed ] || install_packages python3 python3-venv >&2
    done
    echo "./dev: Python 3.11 or newer with the venv module is needed" >&2
    exit 1
}
