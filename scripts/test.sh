# shellcheck shell=bash
# Runs the tests, by part; see ./dev help.

# The parts in the order in which they run, without the sanitizers'.
test_parts=(unit wasm publish server web conformance corpus size release browser)
test_names=("${test_parts[@]}" asan tsan chromium firefox webkit)

run_tests() {
  local name
  for name; do
    [[ " ${test_names[*]} " == *" $name "* ]] || die "There is no test '$name': ${test_names[*]}."
  done
  if (($# > 0)); then
    for name; do "test_$name"; done
  else
    test_all
  fi
}

# Most parts use one processor, and the browser tests wait for half of their time. The sanitizers' builds, which have folders
# of their own, fill what is left at the lowest priority, so that they keep no test from its time limit. Their tests have
# limits too, and run afterwards.
test_all() {
  # Nothing else may install packages at the same time, or fetch the sources of cmark-gfm.
  need native postgresql
  need_cmark
  mkdir -p build
  beside build_sanitizers test_optimised
  test_asan
  test_tsan
}

test_optimised() {
  local name
  for name in "${test_parts[@]}"; do "test_$name"; done
}

build_sanitizers() {
  renice --priority 19 "$BASHPID" >/dev/null
  local -x CMAKE_BUILD_PARALLEL_LEVEL
  CMAKE_BUILD_PARALLEL_LEVEL=$(nproc)
  build_asan
  build_tsan
}

# beside BACKGROUND COMMAND runs both at the same time, and prints the output of the first only if it fails.
beside() {
  local log=build/$1.log failed=0 background command
  say "Running beside what follows, with its output in $log: $1"
  "$1" >"$log" 2>&1 &
  background=$!
  "$2" &
  command=$!
  wait "$command" || failed=1
  wait "$background" || {
    cat "$log"
    failed=1
  }
  return "$failed"
}

test_unit() { test_native 'unit|threads'; }
test_publish() { test_native publish; }
test_server() {
  need postgresql
  test_native server
}

test_native() {
  build_native
  say "Testing: $1"
  ctest --preset native --label-regex "$1"
}

test_asan() {
  need postgresql
  build_asan
  say "Testing: asan"
  ctest --preset asan
}

# GCC's thread sanitizer cannot cope with memory addresses as random as newer Linux makes them, so the randomisation is
# turned off if possible.
test_tsan() {
  need postgresql
  build_tsan
  say "Testing: tsan"
  local fixed=(setarch --addr-no-randomize)
  "${fixed[@]}" true 2>/dev/null || fixed=()
  TSAN_OPTIONS="halt_on_error=1:second_deadlock_stack=1:suppressions='$PWD/tests/server/thread-sanitizer.supp'" \
    "${fixed[@]}" ctest --preset tsan
}

test_wasm() {
  need_node_modules
  build_wasm
  say "Testing: wasm"
  ctest --preset wasm --verbose
}

test_web() {
  need_node_modules
  build_vocabulary
  say "Testing: web"
  node --test --test-timeout=600000 'tests/web/**/*.test.ts'
}

test_conformance() {
  build_command
  compile native render_each lint_each
  need_node_modules
  build_wasm broadside_wasm broadside_script broadside_lint_wasm
  build_vocabulary
  say "Testing: conformance"
  node --test --test-timeout=600000 'tests/conformance/**/*.test.ts'
}

test_corpus() {
  need corpus
  build_command
  compile native lint_each
  need_node_modules
  build_wasm broadside_wasm broadside_lint_wasm
  build_vocabulary
  say "Testing: corpus"
  rm -f build/corpus.txt build/corpus-remarks.txt
  node --test --test-timeout=600000 'tests/corpus/**/*.test.ts'
  for summary in build/corpus.txt build/corpus-remarks.txt; do
    [[ ! -f $summary ]] || cat "$summary"
  done
}

test_size() {
  build_web
  say "Testing: size"
  node scripts/size.ts
}

test_release() {
  need release servers
  build_command
  build_web
  say "Testing: release"
  node --test --test-timeout=600000 'tests/release/**/*.test.ts'
}

# The browser tests run in each engine (tests/browser/engines), side by side. Files that say `useChromium` give there the
# reason why the other engines would tell nothing more.
#
# Three engines at once would be too much for the tests' time limits on two cores, and all tests in each take too long for
# every run, so Firefox and WebKit run only those on which every article depends. ./dev test firefox runs all.
test_browser() {
  test_in_engines all chromium
  test_in_engines essential firefox webkit
}
test_chromium() { test_in_engines all chromium; }
test_firefox() { test_in_engines all firefox; }
test_webkit() { test_in_engines proven webkit; } # the other files have not been made to pass in WebKit yet

# test_in_engines all|proven|essential ENGINE... tests in the engines side by side, in two browsers at a time.
test_in_engines() {
  local scope=$1 engine job jobs=() failed=0
  shift
  local files_at_once=$(($# > 1 ? 1 : 2))
  need servers "$@"
  build_command
  build_playground
  need_frameworks
  mkdir -p build/browser
  for engine; do
    say "Testing: browser, in $engine"
    test_in_engine "$scope" "$engine" >"build/browser/$engine.log" 2>&1 &
    jobs+=("$engine:$!")
  done
  for job in "${jobs[@]}"; do
    wait "${job#*:}" || failed=1
    say "Tested: browser, in ${job%:*}"
    cat "build/browser/${job%:*}.log"
  done
  return "$failed"
}

test_in_engine() {
  local names=(element forms policies broken-core confinement deep-links) files=(tests/browser/*.test.ts)
  [[ $1 == essential ]] || names+=(hosts languages pictures signed ways-in)
  [[ $2 == chromium ]] || mapfile -t files < <(grep --files-without-match useChromium "${files[@]}")
  [[ $1 == all ]] || mapfile -t files < <(printf 'tests/browser/%s.test.ts\n' "${names[@]}")
  ENGINE=$2 node --test --test-concurrency="$files_at_once" --test-timeout=600000 "${files[@]}"
}
