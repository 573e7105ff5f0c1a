#!/usr/bin/env bash
# Prints the path of a Chromium or Chrome for the browser tests.
# On a Debian-like machine where it may, it installs one first; elsewhere it says what is missing.
set -euo pipefail

find_browser() {
    if [[ -n "${CHROMIUM:-}" ]]; then
        command -v "$CHROMIUM"
        return
    fi
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        command -v "$name" && return
    done
    return 1
}

fail() {
    echo "$1" >&2
    exit 1
}

find_browser && exit
[[ -z "${CHROMIUM:-}" ]] || fail "CHROMIUM is set to '$CHROMIUM', which is not a program."

advice="The browser tests need Chromium or Google Chrome. Install one, or set CHROMIUM to its path."
command -v apt-get >/dev/null || fail "$advice"
if [[ $(id -u) -eq 0 ]]; then
    as_root=(env)
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
else
    fail "$advice On Debian: sudo apt-get install chromium chromium-driver"
fi

echo "No Chromium here: installing Debian's chromium and chromium-driver for the browser tests ..." >&2
{
    "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends chromium chromium-driver
} </dev/null >&2 || fail "The installation failed. $advice"
find_browser || fail "$advice"
