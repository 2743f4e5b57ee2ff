#!/bin/sh
# A hub and a kiosk in a window, to be touched: window.sh ACOLHE-BINARY [FOLDER]
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

"$acolhe" hub --listen 127.0.0.1:0 --data "$folder/hub" >"$folder/hub.out" &
hub=$!
trap 'kill "$hub" 2>/dev/null || true' EXIT
while ! grep -q listening "$folder/hub.out"; do
    kill -0 "$hub" 2>/dev/null || { echo 'demo: the hub did not start' >&2; exit 1; }
    sleep 0.1
done
url=$(sed -n 's/.*\(http.*\)$/\1/p' "$folder/hub.out")
enrolment=$("$acolhe" hub station add --name 'Demo kiosk' --data "$folder/hub")
echo "$enrolment" | sed -n 's/^key //p' >"$folder/hub.key"
voice=silent
command -v speech-dispatcher >/dev/null && voice=speech-dispatcher
cat >"$folder/kiosk.toml" <<TOML
[city]
dir = "$assets/cities/vila-serena"
[station]
number = $(echo "$enrolment" | sed -n 's/^station //p')
[hub]
url = "$url"
key_file = "$folder/hub.key"
[printer]
driver = "folder"
path = "$folder/paper"
[voice]
driver = "$voice"
TOML
echo "The hub listens at $url"
echo "Receipts come out in $folder/paper"
echo 'Close the window to end'
"$acolhe" kiosk --config "$folder/kiosk.toml" --data "$folder/kiosk" --window 720x1280
