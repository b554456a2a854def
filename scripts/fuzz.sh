# shellcheck shell=bash
# Fuzzing with libFuzzer: each target is a tests/fuzz/targets/NAME.cpp. Inputs that it finds stay in build/fuzz for the
# next run; the first inputs are in tests/fuzz/corpus/NAME.

fuzz() {
  local targets=(tests/fuzz/targets/*.cpp)
  targets=("${targets[@]##*/}")
  targets=("${targets[@]%.cpp}")
  if (($# == 0)); then
    printf '%s\n' "${targets[@]}"
    return
  fi
  local name=$1 seconds=60
  [[ " ${targets[*]} " == *" $name "* ]] || die "There is no fuzz target '$name': ${targets[*]}."
  case ${2-} in
    --seconds) seconds=${3:?a number of seconds} ;;
    '') ;;
    *) die "fuzz accepts only --seconds N." ;;
  esac
  need fuzz
  configure fuzz
  compile fuzz "fuzz_$name"
  run_fuzzer "$name" "$seconds"
}

# run_fuzzer NAME SECONDS
run_fuzzer() {
  local program=build/fuzz/fuzz_$1 learnt=build/fuzz/corpus/$1 finds=build/fuzz/finds log=build/fuzz/$1.log
  mkdir -p "$learnt" "$finds"
  say "Fuzzing $1 for $2 seconds"
  local options=(-max_total_time="$2" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
    -artifact_prefix="$finds/$1-" -dict="tests/fuzz/dictionaries/$1.dict")
  if "$program" "${options[@]}" "$learnt" "tests/fuzz/corpus/$1" >"$log" 2>&1; then
    sed -n 's/^stat::number_of_executed_units: */Inputs tried, without a find: /p' "$log"
    return
  fi
  tail -n 40 "$log" >&2
  local find
  find=$(sed -n 's/.*Test unit written to //p' "$log")
  die "libFuzzer found a fault (see above and $log)${find:+; the input is kept. Run it again: $program $find}"
}
