#!/usr/bin/env bash
# Prints the path of nginx for the tests of two replicas; nothing where there is none, and says so.
# On a Debian-like machine it installs nginx first, if it may and no service would be started by that.
set -euo pipefail

find_nginx() {
    # Debian keeps it where only root's PATH looks.
    PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "${NGINX:-nginx}"
}

skip() {
    echo "SKIPPED: the tests of two replicas behind nginx. $1" >&2
    exit 0
}

find_nginx && exit
[[ -z "${NGINX:-}" ]] || { echo "NGINX is set to '$NGINX', which is not a program." >&2; exit 1; }

advice="There is no nginx here; install one (on Debian: nginx-light), or set NGINX to its path."
command -v apt-get >/dev/null && [[ $(id -u) -eq 0 ]] || skip "$advice"
[[ ! -d /run/systemd/system ]] || skip "$advice"

echo "No nginx here: installing Debian's nginx-light for the tests of two replicas ..." >&2
{
    apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light
} </dev/null >&2 || skip "The installation failed. $advice"
find_nginx || skip "$advice"
