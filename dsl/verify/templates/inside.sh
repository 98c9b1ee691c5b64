#!/bin/sh
# Looks from inside of the machine whether the model answers over a private address and without a key.
# Each line that begins with FACT is what was seen: a name, and a text on one line. No token is ever printed.
set -u

host={{ host }}
deployment={{ deployment }}
metadata={{ metadata }}
body={{ body }}
patience={{ patience }}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
start=$(date +%s)
pause=5

waited() { echo $(($(date +%s) - start)); }

# Whether there is time to try again; if so, it has waited.
again() {
  [ "$(waited)" -lt "$patience" ] || return 1
  sleep "$pause"
  [ "$pause" -ge 30 ] || pause=$((pause * 2))
}

# The machine shows four kilobytes of all that is printed, so each fact is short.
fact() { printf 'FACT %s %s\n' "$1" "$(printf '%s' "$2" | tr '\n\r\t' '   ' | cut -c1-500)"; }

# The text of a property of a JSON object.
property() { tr -d '\n' | sed -n 's/.*"'"$1"'" *: *"\(\([^"\\]\|\\.\)*\)".*/\1/p'; }

# The middle part of a token, which says whose it is.
claims() {
  middle=$(printf '%s' "$1" | cut -d. -f2 | tr '_-' '/+')
  case $(($(printf '%s' "$middle" | wc -c) % 4)) in
    2) middle="$middle==" ;;
    3) middle="$middle=" ;;
  esac
  printf '%s' "$middle" | base64 -d 2>/dev/null
}

# Asks the model with a header, which goes over a pipe: arguments can be seen by others.
call() {
  printf 'header = "%s"\n' "$1" | curl --config - --silent --show-error --max-time 60 --noproxy '*' \
    --header 'Content-Type: application/json' --data "$body" --output "$folder/answer" --write-out '%{http_code}' \
    "https://$host/openai/v1/chat/completions" 2>"$folder/error"
}

# What came back: the model's words, else what is said against it.
answer() {
  [ "$1" = 200 ] && property content <"$folder/answer" && return
  [ "$1" = 000 ] && cat "$folder/error" && return
  cat "$folder/answer"
}

fact machine "$(uname -n)"
fact deployment "$deployment"
fact addresses "$(getent ahostsv4 "$host" | cut -d' ' -f1 | sort -u | tr '\n' ' ')"

while :; do
  reply=$(curl --silent --show-error --max-time 20 --noproxy '*' --header 'Metadata: true' "$metadata" 2>&1)
  token=$(printf '%s' "$reply" | property access_token)
  if [ -n "$token" ] || ! again; then break; fi
done
if [ -z "$token" ]; then
  fact refused "$reply"
  exit 0
fi
fact principal "$(claims "$token" | property oid)"
fact audience "$(claims "$token" | property aud)"

while :; do
  status=$(call "Authorization: Bearer $token")
  case $status in
    000 | 401 | 404 | 408 | 429 | 5??) if ! again; then break; fi ;;
    *) break ;;
  esac
done
fact waited "$(waited)"
fact chat "$status $(answer "$status")"

# A key that nobody has: where keys are off, it is refused as a key, and else as a wrong one.
status=$(call 'api-key: 00000000000000000000000000000000')
fact key "$status $(answer "$status")"
