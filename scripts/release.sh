# shellcheck shell=bash
# Makes what is handed out of a version; see scripts/release.ts.

release() {
  (($# == 1)) || die "usage: ./dev release VERSION, such as ./dev release 1.4.0"
  need_node_modules
  node scripts/release.ts --check "$1"
  need release
  build_command
  build_web
  say "Packing version $1"
  node scripts/release.ts "$1"
}
