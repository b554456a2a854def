#!/usr/bin/env bash
# Starts Firefox, and announces the relay's address (see firefox.ts) in place of Firefox's own, which becomes its path.
exec firefox-esr "$@" 2> >(exec sed --unbuffered "s#ws://127.0.0.1:\([0-9]*\)#$BIDI_RELAY/\1#" >&2)
