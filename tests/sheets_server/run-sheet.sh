#!/usr/bin/env bash
# Serves a workbook as if it were in Google Sheets, and the dashboard that reads it.
# From the project's folder: PORT of the dashboard, BOOK to serve instead of a new template.
# Everything it writes is in .run-sheet; it stops what it started, and nothing else.
set -euo pipefail

python=.venv/bin/python
folder=.run-sheet
id=ZI-LOKAL
sheets=${SHEETS_PORT:-8600}
port=${PORT:-8501}

mkdir -p "$folder"
echo '*' >"$folder/.gitignore"
rm -f "$folder/kunci.json"
rm -rf "$folder/potret"  # of another book, perhaps
if [[ -z "${BOOK:-}" ]]; then
    BOOK=$folder/buku.xlsx
    rm -f "$BOOK"
    "$python" -m zi_metrics templat --keluar "$BOOK"
fi

server=
dashboard=
stop() {
    trap - EXIT INT TERM
    local pid
    for pid in $dashboard $server; do
        kill "$pid" 2>/dev/null || true
    done
    wait
}
trap stop EXIT
trap 'exit 0' INT TERM

"$python" -m tests.sheets_server "$BOOK" --port "$sheets" --id "$id" --key "$folder/kunci.json" &
server=$!
while [[ ! -s "$folder/kunci.json" ]]; do
    kill -0 "$server" 2>/dev/null || exit 1
    sleep 0.1
done

export ZI_SHEET_URL="https://docs.google.com/spreadsheets/d/$id/edit"
export GOOGLE_APPLICATION_CREDENTIALS="$folder/kunci.json"
export SHEETS_EMULATOR_HOST="http://127.0.0.1:$sheets"
export ZI_SELANG_BACA="${ZI_SELANG_BACA:-10}"
export ZI_FOLDER_POTRET="$folder/potret"
"$python" -m streamlit run dashboard.py --server.port "$port" --server.address localhost \
    --server.headless true &
dashboard=$!
echo "  Dashboard: http://localhost:$port   (Ctrl+C menghentikan semuanya)"
wait "$dashboard"
