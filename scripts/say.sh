# shellcheck shell=bash
# What the script says to whoever runs it.

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }

die() {
  printf 'dev: %s\n' "$*" >&2
  exit 1
}
