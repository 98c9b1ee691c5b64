#!/bin/sh
# Runs the snippet with the packages of today, in a folder that goes again.
set -u

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fact() { printf 'FACT %s %s\n' "$1" "$(printf '%s' "$2" | tr '\n\r\t' '   ' | tail -c 500)"; }

environment() { python3 -m venv "$folder/python"; }

if ! environment >"$folder/log" 2>&1; then
  # Images leave this part of Python out.
  { apt-get update -qq && apt-get install -yqq python3-venv && environment; } >"$folder/log" 2>&1
fi
if ! "$folder/python/bin/pip" install --quiet --retries 1 --timeout 20 openai azure-identity >"$folder/log" 2>&1; then
  fact packages "$(cat "$folder/log")"
  exit 0
fi

cat >"$folder/snippet.py" <<'SNIPPET'
{{ snippet }}
SNIPPET
if "$folder/python/bin/python" "$folder/snippet.py" >"$folder/log" 2>&1; then
  fact sdk "$(cat "$folder/log")"
else
  fact failed "$(cat "$folder/log")"
fi
