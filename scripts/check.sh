# shellcheck shell=bash
# Formatting, linting and types of all sources.

cpp_sources() { find src tests web -name '*.[ch]pp' -print0; }

check() {
  [[ $# == 0 || "$*" == --fix ]] || die "check accepts only --fix."
  need native check
  need_cmark
  need_node_modules
  if [[ ${1-} == --fix ]]; then
    format_sources
    build_vocabulary
    eslint --fix . || : # the check below reports what it could not repair
  fi

  # Linting C++ takes by far the longest, and the others use one processor each.
  local failed=() tidy
  mkdir -p build
  tidy_cpp >build/tidy.log 2>&1 &
  tidy=$!
  check_step "formatting of C++" check_cpp_format
  check_step "formatting of everything else" prettier --check --log-level warn .
  check_step "shell scripts" shellcheck dev .ci/run scripts/*.sh
  build_vocabulary
  check_step "types" tsc
  check_step "linting of TypeScript" eslint .
  check_step "linting of C++" end_of "$tidy" build/tidy.log
  ((${#failed[@]} == 0)) || die "These checks failed: $(printf '%s; ' "${failed[@]}")./dev check --fix repairs what it can."
  say "All checks passed"
}

check_step() {
  say "Checking: $1"
  "${@:2}" || failed+=("$1")
}

# end_of PROCESS LOG waits for a process in the background, and prints what it wrote.
end_of() {
  local status=0
  wait "$1" || status=$?
  cat "$2"
  return "$status"
}

format_sources() {
  need check
  need_node_modules
  say "Formatting"
  cpp_sources | xargs -0 clang-format -i
  prettier --write --log-level warn .
}

check_cpp_format() { cpp_sources | xargs -0 clang-format --dry-run -Werror; }

# Most of the time goes into reading the headers, so the rooms that a unity build puts together are checked together. The
# files that are so put together need no check of their own.
tidy_cpp() {
  need native
  configure tidy
  compile tidy
  tidy_sources |
    xargs --max-procs "$(nproc)" --max-args 1 \
      clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option -p build/tidy 2> >(grep -v 'warnings generated' >&2)
}

tidy_sources() {
  node -p 'JSON.parse(fs.readFileSync(0, "utf8")).map(({file}) => file).join("\n")' <build/tidy/compile_commands.json |
    grep -E "^$PWD/(src|web|build/tidy/CMakeFiles/[a-z_]+\.dir/Unity)/" | grep -v '_tests\.dir'
}
