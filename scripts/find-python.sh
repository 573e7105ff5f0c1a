#!/usr/bin/env bash
# Prints the path of a working Python of the version asked for, as in `find-python.sh 3.13`:
# from PATH, else from pyenv.
set -euo pipefail

version=$1
for python in "python$version" "${HOME:-}/.pyenv/versions/$version".*/bin/"python$version"; do
    # A pyenv shim stands on PATH even where its version is not the active one.
    if "$python" -c "import ensurepip" 2>/dev/null; then
        command -v "$python"
        exit
    fi
done
exit 1
