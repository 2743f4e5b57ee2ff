#!/bin/sh
# A whole visit in the kiosk's window, seen and touched from outside, with a hub of its own:
#   visit.sh ACOLHE-BINARY DISPLAY STEPS FOLDER        DISPLAY is xvfb, xorg or wayland
# STEPS are those of hands.py, and of the hub: “the line is cut”, “the line is back”, and
# “the city has the request”, which stands last.
# KIOSK_SIZE=1920x1080 turns the display, which stands upright otherwise.
# FOLDER, new or of an earlier visit, gets pictures of every step, the receipt and the hub's record.
set -eu
[ $# = 4 ] || { sed -n '2,7s/^# //p' "$0" >&2; exit 2; }
acolhe=$(realpath "$1") display=$2 steps=$(realpath "$3") folder=$(realpath -m "$4")
here=$(cd "$(dirname "$0")" && pwd)
: "${ACOLHE_ASSETS:=$(cd "$here/../.." && pwd)}"
export ACOLHE_ASSETS
assets=$ACOLHE_ASSETS
if [ -e "$folder" ] && [ ! -e "$folder/pictures" ]; then
    echo "visit: $folder exists and is not a visit's: give another folder" >&2
    exit 2
fi
rm -rf "$folder"
mkdir -p "$folder/pictures"
umask 077

record="$folder/hub-record.txt" number='' hub='' hands=''
stop() {
    exec 3>&- 2>/dev/null || true
    [ -z "$hands" ] || { kill "$hands" 2>/dev/null && wait "$hands" || true; }
    [ -z "$hub" ] || { kill "$hub" 2>/dev/null && wait "$hub" || true; }
    rm -f "$folder/steps" "$folder/answers"
}
trap stop EXIT
trap 'exit 2' HUP INT TERM

. "$here/../../demo/station.sh"
cut_line() {
    kill -9 "$hub"
    wait "$hub" 2>/dev/null || true
    hub=''
}
step() {
    printf '%s\n' "$1" >&3
    read -r answer <&4 || { code=0; wait "$hands" || code=$?; hands=''; exit "$code"; }
    echo "  $answer"
}

# Waits until the hub has the request whose number was shown. After a cut that may take a while.
find_record() {
    shown='s/.*Número do seu pedido \([0-9.-]*[0-9]\).*/\1/p'
    number=$(cat "$folder"/pictures/*.txt | sed -n "$shown" | head -n 1)
    [ -n "$number" ] || { echo 'visit: no number was shown' >&2; exit 1; }
    attempts=600
    until "$acolhe" hub show "$number" --data "$folder/hub" >"$record" 2>"$folder/hub-show.log"; do
        attempts=$((attempts - 1))
        [ $attempts -gt 0 ] || { cat "$folder/hub-show.log" >&2; exit 1; }
        sleep 0.2
    done
}

start_hub 127.0.0.1:0
enrol "[screen]
diagonal_inches = 21.5"

mkfifo "$folder/steps" "$folder/answers"
"$here/hands.py" --display "$display" --size "${KIOSK_SIZE:-1080x1920}" \
    --pictures "$folder/pictures" -- \
    "$acolhe" kiosk --config "$folder/kiosk.toml" --data "$folder/kiosk" \
    <"$folder/steps" >"$folder/answers" &
hands=$!
exec 3>"$folder/steps" 4<"$folder/answers"

grep -v -e '^ *#' -e '^ *$' "$steps" >"$folder/story"
while read -r line <&5; do
    case $line in
        'the line is cut') echo "      $line" && cut_line ;;
        'the line is back') echo "      $line" && start_hub "$(echo "$url" | cut -d/ -f3)" ;;
        'the city has the request') find_record && echo "      $line: $number" ;;
        *) step "$line" ;;
    esac
done 5<"$folder/story"
exec 3>&-
wait "$hands"
hands=''

echo "Pictures:         $folder/pictures"
[ -n "$number" ] || exit 0
receipt=$(grep -l -F "$number" "$folder"/paper/*.txt) || {
    echo 'visit: nothing was printed' >&2
    exit 1
}
echo "Receipt:          $receipt"
echo "The hub's record: $record"
