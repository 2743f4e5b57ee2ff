#!/bin/sh
# A citizen's visit, with the hub cut off in the middle: visit.sh ACOLHE-BINARY [FOLDER]
# Everything it leaves behind lies in the folder; a folder of an earlier demo is emptied first.
set -eu
acolhe=$1
assets=$(cd "$(dirname "$0")/.." && pwd)
folder=${2:-${XDG_DATA_HOME:-$HOME/.local/share}/acolhe-demo}
if [ -e "$folder" ] && [ ! -e "$folder/transcript.jsonl" ]; then
    echo "demo: $folder exists and is not a demo's: give another folder" >&2
    exit 2
fi
rm -rf "$folder"
mkdir -p "$folder"
: >"$folder/transcript.jsonl"
export ACOLHE_ASSETS="$assets"

. "$assets/demo/station.sh"
stop() {
    exec 3>&- 2>/dev/null || true
    kill "$hub" 2>/dev/null || true
    rm -f "$folder/in" "$folder/out"
}
trap stop EXIT

echo '== The hub starts, and a kiosk is enrolled'
start_hub 127.0.0.1:0
umask 077
enrol

mkfifo "$folder/in" "$folder/out"
"$acolhe" play --config "$folder/kiosk.toml" --data "$folder/kiosk" <"$folder/in" >"$folder/out" &
exec 3>"$folder/in" 4<"$folder/out"
hear() {
    read -r line <&4
    printf '%s\n' "$line" >>"$folder/transcript.jsonl"
}
part() { # $1: a key whose value is a string
    printf '%s' "$line" | sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"
}
say() {
    printf '%s\n' "$1" >&3
    printf '%s\n' "$1" >>"$folder/transcript.jsonl"
    hear
    title=$(printf '%s' "$line" | sed -n 's/.*"title":"\([^"]*\)".*/\1/p')
    echo "   $1  →  $title"
}
screen() { printf '%s' "$line" | sed -n 's/.*"screen":"\([^"]*\)".*/\1/p'; }
choose() { say "{\"do\":\"$1\"}"; }
write() { say "{\"type\":\"$1\",\"text\":\"$2\"}"; }

echo '== A citizen comes'
hear
choose request
choose own-words
write words 'tem um buraco enorme na minha rua'
choose next
choose service:VIA-01
choose for:me
while [ "$(screen)" = filing.question ]; do choose skip; done
choose place:street
write address 'acacias'
row=$(printf '%s' "$line" | grep -o 'street:[0-9]*' | head -n 1)
choose "$row"
write number 120
choose next

echo '== The cable is cut'
kill -9 "$hub"
wait "$hub" 2>/dev/null || true
choose next
choose who:anonymous
choose contact:branch
choose file
protocol=$(part protocol)
receipt=$(printf '%s' "$line" | sed -n 's/.*"printed":\["\([^"]*\)".*/\1/p')
echo "   The number is $protocol, though nobody answers at the city"

echo '== The line comes back'
start_hub "$(echo "$url" | sed 's|http://\([^/]*\)/.*|\1|')"
say '{"wait":60}'
choose finish
choose face:5
choose skip
choose finish

"$acolhe" hub show "$protocol" --data "$folder/hub" >"$folder/hub-record.txt"
echo
echo "Receipt:          ${receipt:-none}"
echo "The hub's record: $folder/hub-record.txt"
echo "Transcript:       $folder/transcript.jsonl"
