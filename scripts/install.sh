# shellcheck shell=bash
# Installs what a machine needs: Debian packages, cmark-gfm's sources, npm packages. Each function costs next to nothing
# when nothing is missing.

# Prints the Debian packages for a purpose. A name after a colon is the tool that the package provides; any such tool on
# the PATH is accepted.
packages_for() {
  local build='cmake:cmake g++:c++ ninja-build:ninja patch:patch re2c:re2c catch2 libexpected-dev nlohmann-json3-dev'
  case $1 in
    native)
      echo "$build libboost1.81-dev libboost-url1.81-dev libcli11-dev libpq-dev libsodium-dev libsoci-dev libspdlog-dev libsqlite3-dev" \
        libtomlplusplus-dev libutf8proc-dev libyaml-cpp-dev
      ;;
    wasm) echo "$build emscripten:emcc" ;;
    fuzz) echo "$build clang:clang++ libclang-rt-14-dev" ;;
    postgresql) echo postgresql-15:/usr/lib/postgresql/15/bin/initdb ;;
    node) echo nodejs:node npm:npm ;;
    browser | chromium) echo chromium:chromium ;;
    firefox) echo firefox-esr:firefox-esr ;;
    webkit) echo webkit2gtk-driver:WebKitWebDriver libwebkit2gtk-4.1-0 xvfb:Xvfb ;;
    servers) echo nginx-light:nginx caddy:caddy ;;
    load) echo wrk:wrk ;;
    corpus) echo libxml2-utils:xmllint ;;
    release) echo dpkg-dev:dpkg-shlibdeps binutils:strip ;;
    check) echo clang-format:clang-format clang-tidy:clang-tidy shellcheck:shellcheck ;;
  esac
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "This needs root, and sudo is not installed. Run as root: $*"
  fi
}

# Prints which of the packages for these purposes are missing. Without dpkg only tools can be looked for; CMake names
# the libraries that it does not find.
missing_packages() {
  local purpose entry tools=() libraries=()
  for purpose; do
    for entry in $(packages_for "$purpose"); do
      if [[ $entry != *:* ]]; then
        libraries+=("$entry")
      elif ! command -v "${entry#*:}" >/dev/null; then
        tools+=("${entry%:*}")
      fi
    done
  done
  printf '%s\n' "${tools[@]}" | sed '/^$/d' | sort -u
  ((${#libraries[@]} > 0)) && command -v dpkg-query >/dev/null || return 0
  comm -23 <(printf '%s\n' "${libraries[@]}" | sort -u) \
    <(dpkg-query --show --showformat '${Package} ${db:Status-Status}\n' "${libraries[@]}" 2>/dev/null |
      sed -n 's/ installed$//p' | sort -u)
}

# need PURPOSE... installs the packages for these purposes; see packages_for.
need() {
  local missing log=build/install.log
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} > 0)) || return 0
  mkdir -p build
  say "Installing Debian packages: ${missing[*]}"
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}")
  as_root apt-get update >"$log" 2>&1 || show_and_die "$log" "apt-get update failed"
  as_root "${install[@]}" --assume-no 2>/dev/null | grep -E '^(Need to get|After this)' || :
  say "Downloading the packages"
  as_root "${install[@]}" --download-only >"$log" 2>&1 || show_and_die "$log" "fetching failed"
  say "Unpacking the packages"
  as_root "${install[@]}" >"$log" 2>&1 || show_and_die "$log" "installing failed"
}

show_and_die() {
  tail -n 20 "$1" >&2
  die "$2 (see above and $1)"
}

# cmark-gfm's tarball. Debian 13 has exactly the bytes that GitHub has. It is fetched from the Debian mirror that this
# machine uses anyway, because not every machine can reach GitHub. Only this source comes from that suite: apt is given
# lists and sources of our own, so nothing else can be installed from it. CMake checks the hash; without the file it
# asks GitHub.
cmark_tarball=build/downloads/cmark-gfm_0.29.0.gfm.13.orig.tar.gz

need_cmark() {
  [[ ! -f $cmark_tarball ]] || return 0
  command -v apt-get >/dev/null || return 0
  say "Fetching the sources of cmark-gfm, the Markdown parser, from Debian"
  local folder=$PWD/build/downloads
  mkdir -p "$folder"/apt/{lists/partial,cache/archives/partial,sources}
  debian_source_entries >"$folder/apt/sources/trixie.list"
  local apt=(apt-get --quiet --quiet
    -o "Dir::State::Lists=$folder/apt/lists" -o "Dir::Cache=$folder/apt/cache"
    -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$folder/apt/sources"
    -o "APT::Sandbox::User=$(id -un)")
  if ! "${apt[@]}" update || ! (cd "$folder" && "${apt[@]}" source --download-only --tar-only cmark-gfm); then
    say "The Debian mirror does not have them; CMake will download them from GitHub"
  fi
  rm -rf "$folder/apt"
}

debian_source_entries() {
  apt-get indextargets --format "deb-src \$(REPO_URI) trixie main" 'Created-By: Packages' 'Origin: Debian' \
    'Label: Debian' | sort -u
}

# Installs the npm packages that only a benchmark compares Broadside with, into a folder of their own.
need_embed_peers() {
  local lists=tests/bench/embed/peers folder=build/bench/peers
  mkdir -p "$folder"
  cmp --silent "$lists/package-lock.json" "$folder/package-lock.json" || cp "$lists"/package*.json "$folder/"
  need_npm_packages_in "$folder" "what Broadside is compared with"
}

# Installs the npm packages that the examples for frameworks are built with.
need_frameworks() { need_npm_packages_in examples/frameworks "the frameworks of the examples"; }

# need_npm_packages_in FOLDER WHAT installs the npm packages that FOLDER/package-lock.json names.
need_npm_packages_in() {
  ! cmp --silent "$1/package-lock.json" "$1/node_modules/.installed-of" || return 0
  say "Installing npm packages into $1: $2"
  npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$1/package-lock.json" "$1/node_modules/.installed-of"
}

# Installs the npm packages of package-lock.json, including the Node.js that runs all TypeScript, so that every machine
# runs the same version.
need_node_modules() {
  if ! cmp --silent package-lock.json node_modules/.installed-of; then
    need node
    say "Installing npm packages into node_modules: Node.js 22, TypeScript, esbuild and what the tests use"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.installed-of
  fi
  local folders=(node_modules/node-linux-*/bin)
  [[ ! -d ${folders[0]} ]] || PATH=$PWD/${folders[0]}:$PATH
  local version
  version=$(node --version)
  [[ ${version%%.*} =~ ^v(2[2-9]|[3-9][0-9])$ ]] ||
    die "Node.js 22 or later is needed, but this is $version, and npm has no package of it for this machine."
  PATH=$PWD/node_modules/.bin:$PATH
  # Node.js warns that it runs TypeScript by stripping the types, which is intended.
  export NODE_OPTIONS=--disable-warning=ExperimentalWarning
}
