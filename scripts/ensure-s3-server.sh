#!/usr/bin/env bash
# Prints the path of moto_server, the imitation of an object store for tests/object_store.
# Installs it first where it is missing or older than its lock, in an environment of its own.
set -euo pipefail
cd "$(dirname "$0")/.."

environment=.venv-s3 lock=requirements-s3.txt
server=$environment/bin/moto_server
stamp=$environment/.installed

if [[ ! -x "$server" || "$stamp" -ot "$lock" ]]; then
    echo "Installing an imitation of an object store into $environment for the tests ..." >&2
    python=${PYTHON:-python3}
    [[ -x .venv/bin/python ]] && python=.venv/bin/python
    {
        [[ -x "$environment/bin/python" ]] || "$python" -m venv "$environment"
        "$environment/bin/python" -m pip --disable-pip-version-check install --quiet --quiet \
            --require-hashes --requirement "$lock"
    } >&2 || {
        echo "The installation failed. The tests of the object store need it." >&2
        exit 1
    }
    touch "$stamp"
fi
echo "$PWD/$server"
