# shellcheck shell=bash
# Benchmarks: each is a tests/bench/NAME.ts. They measure and print, and never fail for being slow.

bench() {
  local names=(tests/bench/*.ts)
  names=("${names[@]##*/}")
  names=("${names[@]%.ts}")
  if (($# == 0)); then
    printf '%s\n' "${names[@]}"
    return
  fi
  [[ -f tests/bench/$1.ts ]] || die "There is no benchmark '$1': ${names[*]}."
  [[ $1 == build ]] || need browser
  [[ $1 != replies ]] || need servers load
  build_command
  need_node_modules
  if [[ $1 != build ]]; then
    build_wasm broadside_wasm
    build_vocabulary
  fi
  [[ $1 != embed && $1 != widgets ]] || build_web
  [[ $1 != embed ]] || need_embed_peers
  say "Measuring: $1"
  node "tests/bench/$1.ts" "${@:2}"
}
