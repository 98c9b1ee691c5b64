#!/bin/sh
# A stand-in for `az`, for the tests of every package: it writes down its arguments, each in brackets, and what the list of
# processes shows of it; then it does what the file in $MACHINE says that is called like the command: `account-show`.
{ printf 'az'; printf ' [%s]' "$@"; echo; } >> "$MACHINE/calls"
tr '\0' ' ' < /proc/$$/cmdline >> "$MACHINE/processes" 2>/dev/null
name=
for word in "$@"; do case "$word" in -*) break ;; *) name="$name${name:+-}$word" ;; esac; done
if [ -f "$MACHINE/$name" ]; then . "$MACHINE/$name"; fi
