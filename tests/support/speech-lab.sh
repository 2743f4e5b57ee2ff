#!/bin/sh
# A loudspeaker made of files: speech-dispatcher with espeak-ng, sounding into a PulseAudio sink
# that nobody hears.
#
#   speech-lab.sh start FOLDER [MODULE]…   starts what does not run; prints the environment to use
#                                 it with, NAME=VALUE. espeak-ng also speaks by these names
#   speech-lab.sh restart FOLDER  ends the speech server, even one that hangs, and starts it
#   speech-lab.sh record FOLDER   writes what is heard to standard output until it is killed
#                                 (mono, 24 000 samples a second, 16 bits, little-endian)
#   speech-lab.sh stop FOLDER     ends whatever start started, and nothing else
#
# FOLDER/log/speech-dispatcher.log holds every text that was received. FOLDER must be short: the
# path of a socket has at most 107 letters.
set -eu
usage() { sed -n '5,11s/^#  //p' "$0" >&2; exit 2; }
[ $# -ge 2 ] || usage
case $1 in start) ;; restart | record | stop) [ $# = 2 ] || usage ;; *) usage ;; esac
task=$1
mkdir -p "$2"
lab=$(cd "$2" && pwd)
shift 2
socket="$lab/speech.sock"
SPEECHD_ADDRESS="unix_socket:$socket"
XDG_RUNTIME_DIR="$lab/run"
XDG_CONFIG_HOME="$lab/config"
XDG_CACHE_HOME="$lab/cache"
PULSE_SERVER="unix:$lab/run/pulse/native"
PULSE_COOKIE="$lab/cookie"
names='SPEECHD_ADDRESS XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_CACHE_HOME PULSE_SERVER PULSE_COOKIE'
# shellcheck disable=SC2086 # one word a name
export $names

# Whether process $1 runs: one that ended and was not asked how does not.
lives() {
    case $(cut -d ' ' -f 3 "/proc/$1/stat" 2>/dev/null) in
        '' | X | Z) return 1 ;;
    esac
}

# Whether the process that file $1 names runs.
runs() { [ -e "$1" ] && lives "$(cat "$1")"; }

# Waits until $1 is a socket: 10 seconds at most, and not for a process $2 that has ended.
await() {
    tries=100
    until [ -S "$1" ]; do
        tries=$((tries - 1))
        if [ $tries = 0 ] || ! lives "$2"; then
            echo "speech-lab: no $1; see $lab/*.out" >&2
            stop
            exit 1
        fi
        sleep 0.1
    done
}

serve() {
    rm -f "$socket" "$lab/pid"
    speech-dispatcher --run-single --timeout 0 --config-dir "$XDG_CONFIG_HOME/speech-dispatcher" \
        --pid-file "$lab/pid" >>"$lab/speech.out" 2>&1 &
    echo $! >"$lab/speech.pid"
    await "$socket" $!
}

start() {
    missing=
    for tool in espeak-ng parec pulseaudio speech-dispatcher; do
        command -v "$tool" >/dev/null || missing="$missing $tool"
    done
    module=/etc/speech-dispatcher/modules/espeak-ng.conf
    [ -e "$module" ] || missing="$missing speech-dispatcher-espeak-ng"
    ls /usr/lib/*/speech-dispatcher/spd_pulse.so >/dev/null 2>&1 ||
        missing="$missing speech-dispatcher-audio-plugins"
    if [ -n "$missing" ]; then
        echo "speech-lab: missing:$missing. Install them with ./dev setup" >&2
        exit 3
    fi
    config="$XDG_CONFIG_HOME/speech-dispatcher"
    mkdir -p "$XDG_RUNTIME_DIR/pulse" "$XDG_CACHE_HOME" "$config/modules" "$lab/log"
    chmod 700 "$XDG_RUNTIME_DIR"
    cp "$module" "$config/modules/"
    cat >"$config/speechd.conf" <<CONF
LogLevel 5
LogDir "$lab/log"
CommunicationMethod "unix_socket"
SocketPath "$socket"
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
DefaultVolume 100
DisableAutoSpawn
CONF
    for name in "$@"; do
        # The same command with the same file would count once.
        cp "$module" "$config/modules/$name.conf"
        echo "AddModule \"$name\" \"sd_espeak-ng\" \"$name.conf\"" >>"$config/speechd.conf"
    done
    cat >"$lab/pulse.pa" <<PULSE
load-module module-native-protocol-unix
load-module module-null-sink sink_name=kiosk rate=24000 channels=1 norewinds=1
set-default-sink kiosk
PULSE
    if ! runs "$lab/pulse.pid"; then
        pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 -F "$lab/pulse.pa" \
            >"$lab/pulse.out" 2>&1 &
        echo $! >"$lab/pulse.pid"
        await "$XDG_RUNTIME_DIR/pulse/native" $!
    fi
    runs "$lab/speech.pid" || serve
    for name in $names; do
        eval "echo \"$name=\$$name\""
    done
}

# Ends the process that file $1 names, and waits until it is gone.
end() {
    [ -e "$1" ] || return 0
    read -r process <"$1"
    rm -f "$1"
    kill "$process" 2>/dev/null || return 0
    # One that a test has stopped does not hear that before it goes on.
    kill -CONT "$process" 2>/dev/null || true
    tries=30
    while lives "$process" && [ $tries -gt 0 ]; do
        tries=$((tries - 1))
        [ $tries -gt 10 ] || kill -9 "$process" 2>/dev/null || true
        sleep 0.1
    done
}

stop() {
    end "$lab/speech.pid"
    end "$lab/pulse.pid"
    rm -f "$socket" "$lab/pid"
}

case $task in
    start) start "$@" ;;
    restart) end "$lab/speech.pid"; serve ;;
    record) exec parec --device=kiosk.monitor --raw --format=s16le --rate=24000 --channels=1 --latency-msec=10 ;;
    stop) stop ;;
esac
