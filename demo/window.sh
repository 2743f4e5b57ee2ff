#!/bin/sh
# A hub, a kiosk in a window, to be touched, and the panel of its waiting room: window.sh ACOLHE-BINARY [FOLDER]
# Everything lies in the folder; a folder of an earlier demo is emptied first.
set -eu
acolhe=$1
assets=$(cd "$(dirname "$0")/.." && pwd)
folder=${2:-${XDG_DATA_HOME:-$HOME/.local/share}/acolhe-demo-kiosk}
if [ -e "$folder" ] && [ ! -e "$folder/kiosk.toml" ]; then
    echo "demo: $folder exists and is not a demo's: give another folder" >&2
    exit 2
fi
rm -rf "$folder"
mkdir -p "$folder"
export ACOLHE_ASSETS="$assets"
umask 077

hub=''
panel=''
trap '[ -z "$panel" ] || kill "$panel" 2>/dev/null || true; [ -z "$hub" ] || kill "$hub" 2>/dev/null || true' EXIT
. "$assets/demo/station.sh"
start_hub 127.0.0.1:0
voice=silent
command -v speech-dispatcher >/dev/null && voice=speech-dispatcher
enrol "[voice]
driver = \"$voice\""
echo "The hub listens at $url"
echo "Receipts come out in $folder/paper"
echo 'Close the kiosk to end'
"$acolhe" panel --config "$folder/kiosk.toml" --window 960x540 >"$folder/panel.log" 2>&1 &
panel=$!
"$acolhe" kiosk --config "$folder/kiosk.toml" --data "$folder/kiosk" --window 720x1280
