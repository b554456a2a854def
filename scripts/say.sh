# shellcheck shell=bash
# Messages to the person who runs the script.

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }

die() {
  printf 'dev: %s\n' "$*" >&2
  exit 1
}
