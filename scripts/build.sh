# shellcheck shell=bash
# Building: each function installs what it needs, configures once, and lets Ninja decide what to build.

build() {
  (($# > 0)) || set -- native playground
  local name
  for name; do
    [[ $name =~ ^(native|asan|tsan|wasm|web|playground)$ ]] ||
      die "There is no build '$name': native, asan, tsan, wasm, web, playground."
  done
  for name; do "build_$name"; done
}

build_native() {
  need native
  configure native
  compile native
}

# Builds only the command, without the tests.
build_command() {
  need native
  configure native
  compile native broadside
}

build_asan() {
  need native
  configure asan
  compile asan
}

# Builds only the tests that start threads.
build_tsan() {
  need native
  configure tsan
  compile tsan
}

# build_wasm [TARGET...] builds the targets, or the core and its tests if there are none.
build_wasm() {
  need wasm
  # The optimiser of Debian's Emscripten needs Debian's acorn, which only Debian's own Node.js finds by itself. That is
  # version 18, which refuses the option that ours is given. Emscripten also starts python3 from the PATH about a
  # thousand times, which a version manager's python3 would slow down.
  [[ $(command -v emcc) != /usr/bin/emcc ]] || local -x NODE_PATH=/usr/share/nodejs NODE_OPTIONS='' EMSDK_PYTHON=/usr/bin/python3
  configure wasm emcmake
  compile wasm "$@"
}

build_web() {
  need_node_modules
  build_wasm broadside_wasm broadside_script
  build_vocabulary
  say "Bundling the loader: web/dist"
  node web/build.ts
}

# Builds the playground, and with it the loader.
build_playground() {
  build_command
  build_web
  build_wasm broadside_lint_wasm
  say "Bundling the playground: build/playground"
  node web/playground/build.ts
}

# Generates the loader's modules that are made of the core's own tables.
build_vocabulary() {
  need native
  configure native
  compile native vocabulary_to_typescript
  mkdir -p web/src/generated
  build/native/vocabulary_to_typescript names >build/names.txt
  local module
  for module in vocabulary rules; do
    build/native/vocabulary_to_typescript "$module" >"build/$module.ts"
    cmp --silent "build/$module.ts" "web/src/generated/$module.ts" || cp "build/$module.ts" web/src/generated/
  done
}

# configure PRESET [WRAPPER] runs once; afterwards Ninja configures again by itself when a CMake file changes.
configure() {
  need_cmark
  [[ -f build/$1/build.ninja ]] || {
    say "Configuring $1"
    ${2:+"$2"} cmake --preset "$1"
  }
}

# compile PRESET [TARGET...]
compile() {
  say "Building $1${2:+: ${*:2}}"
  cmake --build --preset "$1" ${2:+--target "${@:2}"}
}
