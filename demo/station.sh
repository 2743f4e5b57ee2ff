# Functions for scripts that need a hub and an enrolled kiosk in $folder. Before: $acolhe, $folder
# and $assets are set. After start_hub: $hub, the process, and $url. After enrol: kiosk.toml.

start_hub() { # $1: where to listen
    : >"$folder/hub.out"
    # Without a script's pipes: whoever reads them would never see their end.
    "$acolhe" hub --listen "$1" --data "$folder/hub" >"$folder/hub.out" 2>&1 3>&- 4<&- 5<&- &
    hub=$!
    while ! grep -q listening "$folder/hub.out"; do
        kill -0 "$hub" 2>/dev/null || { cat "$folder/hub.out" >&2; exit 2; }
        sleep 0.1
    done
    url=$(sed -n 's/.*\(http.*\)$/\1/p' "$folder/hub.out")
}

enrol() { # $1: further tables of the configuration
    enrolment=$("$acolhe" hub station add --name 'Demo kiosk' --data "$folder/hub")
    (umask 077 && echo "$enrolment" | sed -n 's/^key //p' >"$folder/hub.key")
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
${1-}
TOML
}
