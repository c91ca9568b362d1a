#!/usr/bin/env bash
# Everything that one does with this project: see `./build.sh help`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Where it changes, all of rust-analyzer would be compiled anew: one of its crates reads it while it is compiled.
unset CI

# Tools are compiled once, and shared by all clones.
tools=${ASYNC_PLAYGROUND_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/async-playground}
wasm_pack_version=0.15.1
geckodriver_version=0.37.1
mdbook_version=0.5.4

help() {
  cat <<'END'
./build.sh VERB, where VERB is one of

  serve   build, then serve dist/ at http://localhost:4173 (or at the port in PORT); the compiler comes behind it
  build   build the page and the element into dist/, and the compiler (once for each state of it, some minutes)
  pack    build, and make packages/: npm's, and an archive of dist/embed/
  test    check and test everything, natively and in Chromium and Firefox
  bench   measure in Chromium, beside others (a quarter of an hour), and write dist/bench.json; parts, if their names follow
  shots   take a picture of the page in every state, into shots/; of some of them, if words of their names follow
  soak    run 2,000 lessons in one page of Chromium, and see that it holds no more at the end
  setup   install what building needs (the other verbs do so themselves)
  help    print this

Needs rustup and Node; fetches everything else itself. Only what changed is built again.
END
}

# --- What must be there -------------------------------------------------------

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf 'build.sh: %s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# The first of these commands that there is.
first_of() {
  local name
  for name in "$@"; do
    if has "$name"; then
      command -v "$name"
      return
    fi
  done
  return 1
}

setup() {
  setup_rust
  setup_node
  install_tool wasm-pack "$wasm_pack_version"
  install_tool wasm-bindgen-cli "$(wasm_bindgen_version)"
  install_packages www
}

setup_rust() {
  has rustup || fail "rustup is missing. Get it from https://rustup.rs, open a new terminal, and try again."
  local target=wasm32-unknown-unknown
  # The first call of cargo makes rustup install what rust-toolchain.toml names.
  cargo --version >/dev/null || fail "rustup could not install the toolchain that rust-toolchain.toml names."
  [[ -d $(rustc --print target-libdir --target "$target") ]] || rustup target add "$target"
}

setup_node() {
  local wanted how
  wanted=$(sed -n 's/.*"node": ">=\(.*\)".*/\1/p' www/package.json)
  how="Get version $wanted or later from https://nodejs.org, and try again."
  has node || fail "Node is missing. $how"
  has npm || fail "npm, which comes with Node, is missing. $how"
  node -e '
    const parts = (version) => version.split(".").map(Number);
    const [wanted, found] = [parts(process.argv[1]), parts(process.versions.node)];
    process.exit(found[0] > wanted[0] || (found[0] === wanted[0] && found[1] >= wanted[1]) ? 0 : 1);
  ' "$wanted" || fail "Node $(node --version) is too old. $how"
}

# wasm-bindgen's tool and its library must be of one version.
wasm_bindgen_version() {
  sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock
}

# Compiles a tool, unless it is there, and puts it on the PATH. What follows the version is said to cargo.
install_tool() {
  local name=$1 version=$2 root=$tools/$1-$2
  if [[ ! -f $root/.crates.toml ]]; then
    say "$name $version (once, takes a minute or two)"
    mkdir -p "$root"
    local install=(cargo install "$name" --version "$version" --root "$root" --target-dir "$root/target" "${@:3}")
    # Should one of the locked versions be gone from the registry, newer ones will do.
    "${install[@]}" --locked || "${install[@]}"
    rm -rf "$root/target"
  fi
  export PATH=$root/bin:$PATH
}

# Installs a folder's npm packages when its lock file has changed.
install_packages() {
  local folder=$1
  local installed=$folder/node_modules/.installed-lock.json
  if ! cmp -s "$folder/package-lock.json" "$installed"; then
    say "npm packages of $folder"
    (cd "$folder" && npm ci)
    cp "$folder/package-lock.json" "$installed"
  fi
}

# Finds both browsers and their drivers; on Debian, root installs those that are missing.
setup_browsers() {
  if has apt-get && [[ $(id -u) == 0 ]]; then
    local packages=()
    find_chromium >/dev/null || packages+=(chromium)
    has chromedriver || packages+=(chromium-driver)
    find_firefox >/dev/null || packages+=(firefox-esr)
    if ! has chromium-headless-shell || [[ ${#packages[@]} != 0 ]]; then
      apt-get update
      # Chromium without a window, where it is packaged: end to end, tests take half as long in it.
      ! apt-cache show chromium-headless-shell >/dev/null 2>&1 || packages+=(chromium-headless-shell)
    fi
    if [[ ${#packages[@]} != 0 ]]; then
      say "browsers: ${packages[*]}"
      DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${packages[@]}"
    fi
  fi
  local how="Install it with your system's package manager, so that it is on the PATH, and try again."
  find_chromium >/dev/null || fail "Chromium (or Chrome) is missing. $how"
  has chromedriver || fail "chromedriver, of the version of your Chromium or Chrome, is missing. $how"
  find_firefox >/dev/null || fail "Firefox is missing. $how"
  has geckodriver || install_tool geckodriver "$geckodriver_version"
}

find_chromium() { first_of chromium chromium-browser google-chrome google-chrome-stable; }

find_firefox() { first_of firefox firefox-esr; }

# The tools of tests/hosts: those of Python and Node in folders of their own, by what their files name.
setup_docs_tools() {
  # Without its server, which is most of it.
  install_tool mdbook "$mdbook_version" --no-default-features --features search
  local hosts=tests/hosts python packages
  python=$tools/docs-python-$(hash_of "$hosts/requirements.txt")
  packages=$tools/docs-node-$(hash_of "$hosts/docusaurus/package-lock.json")
  if [[ ! -f $python/.installed ]]; then
    say "Sphinx and MkDocs (once)"
    has python3 || fail "python3, with its module venv, is missing. Install it with your system's package manager, and try again."
    rm -rf "$python"
    python3 -m venv "$python"
    "$python/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$hosts/requirements.txt"
    touch "$python/.installed"
  fi
  mkdir -p "$packages"
  cp "$hosts"/docusaurus/package{,-lock}.json "$packages"
  install_packages "$packages"
  # A site of Docusaurus finds its packages in a folder above it.
  mkdir -p target/hosts-sources
  ln -sfn "$packages/node_modules" target/hosts-sources/node_modules
  export PATH=$python/bin:$packages/node_modules/.bin:$PATH
}

hash_of() { git hash-object "$1" | cut -c 1-16; }

# --- Building -----------------------------------------------------------------

# Whether anything under the paths has changed since the stamp was set.
changed_since() {
  local stamp=$1
  shift
  [[ ! -f $stamp ]] || [[ -n $(find "$@" -name node_modules -prune -o -newer "$stamp" -print -quit) ]]
}

# Sets a stamp to the moment at which a build began: what changes meanwhile counts as newer.
begin() { touch "$1.new"; }
done_with() { mv "$1.new" "$1"; }

build() {
  build_page
  build_compiler
}

# All but the compiler, which takes minutes: the page can be used without it.
build_page() {
  setup
  build_wasm
  build_dist
}

# Panics name the files that they come from: where those stand on this machine is nobody's business, and would make
# each machine build another wasm. Cargo adds these flags to those of .cargo/config.toml.
hide_paths() {
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$PWD=/project --remap-path-prefix=$tools=/tools"
}

# LLVM inlines a fifth of what it would: a run is nearly as fast so, and two thirds of the time that it takes with
# `opt-level = "z"`, and the engine is 2 KB less to load than with either.
inline_little() {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" -Cllvm-args=-inline-threshold=45"
}

# What the compiler is made of: its own files, what it takes of ours, and how it is built.
compiler_sources() {
  find src/compiler/{.cargo,Cargo.toml,Cargo.lock,src,std,tokio,tokio_macros} src/machine/{bytecode,bytecode.rs,format.rs} src/{lib,web,memory}.rs \
    src/runtime/{growth,held}.rs .cargo rust-toolchain.toml -type f
}

# By their hash it is known before it is there: its files are called by it.
compiler_hash() {
  {
    compiler_sources | LC_ALL=C sort | while IFS= read -r file; do
      printf '%s\n' "$file"
      cat "$file"
    done
    declare -f compile_compiler shrink make_function
  } | git hash-object --stdin | cut -c 1-16
}

# Builds the compiler, unless that was done before, here or in another clone; then it stands in dist/.
build_compiler() {
  local hash folder
  hash=$(compiler_hash)
  folder=$tools/compiler-$hash
  if [[ ! -f $folder/compiler.js ]]; then
    say "the compiler (rust-analyzer as wasm: once for each state of it, about four minutes)"
    # Whole or not at all.
    local unfinished=$folder.$$
    rm -rf "$unfinished"
    mkdir -p "$unfinished"
    (hide_paths && compile_compiler "$unfinished") || { rm -rf "$unfinished"; return 1; }
    mv "$unfinished" "$folder" 2>/dev/null || rm -rf "$unfinished"
  fi
  put_compiler "$folder" "$hash"
}

# Into a folder.
compile_compiler() {
  local folder=$1
  CARGO_TARGET_DIR=$tools/compiler-target wasm-pack build src/compiler --release --target no-modules --mode no-install \
    --no-pack --out-dir "$folder" --out-name compiler || return
  shrink "$folder/compiler_bg.wasm" -O0 || return
  make_function "$folder/compiler"
}

# The wasm comes last, and whole: the page asks for that first.
put_compiler() {
  local folder=$1 hash=$2 place=dist/embed/assets
  mkdir -p "$place"
  cp "$folder/compiler.js" "$place/compiler-$hash.js"
  cp "$folder/compiler_bg.wasm" "$place/compiler_bg-$hash.wasm.new"
  mv "$place/compiler_bg-$hash.wasm.new" "$place/compiler_bg-$hash.wasm"
}

build_wasm() {
  local stamp=www/node_modules/.wasm-built
  [[ -f www/pkg/checking_bg.wasm && -f www/pkg/machine_bg.wasm ]] || rm -f "$stamp"
  changed_since "$stamp" src www/split .cargo Cargo.toml Cargo.lock rust-toolchain.toml build.sh || return 0
  say "wasm"
  begin "$stamp"
  rm -rf www/pkg
  local feature
  for feature in programs machine checking; do
    (
      hide_paths
      # An interpreter is one loop.
      [[ $feature == machine ]] || inline_little
      # What the linker knows of the course's programs says where they can be split.
      [[ $feature != programs ]] || CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" -Clink-arg=--emit-relocs"
      wasm-pack build --release --target no-modules --mode no-install --no-pack --out-dir www/pkg --out-name "$feature" \
        -- --no-default-features --features "$feature"
    )
    if [[ $feature == programs ]]; then
      node www/split/split.js "$(target_folder)/wasm32-unknown-unknown/release/async_playground.wasm" www/pkg/programs_bg.wasm www/pkg/run.wasm www/pkg/lessons
    else
      shrink "www/pkg/${feature}_bg.wasm"
    fi
    make_function "www/pkg/$feature"
  done
  cargo run --quiet --bin lessons >www/pkg/lessons.json
  done_with "$stamp"
}

# For brotli, what is alike should stand together: of our own wasms, -Oz would be 15 KB less, and half a KB more to load.
# The compiler is left as LLVM made it: -Oz takes minutes, and makes of 7.9 MB 7.0, which are more to load.
# Features are named one by one: with all of them on, wasm-opt makes modules that no browser loads.
shrink() {
  local wasm=$1 level=${2:--O1}
  www/node_modules/.bin/wasm-opt "$level" --reorder-functions-by-name --strip-debug --strip-producers \
    --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
    "$wasm" --output "$wasm.small"
  mv "$wasm.small" "$wasm"
}

# Makes wasm-bindgen's JavaScript, a script that is run once, a function: each instance of the wasm has variables of
# its own, so that what is left of a lost one cannot reach into the next. `WebAssembly` is what it instantiates with.
make_function() {
  local glue=$1 parameters='exports, WebAssembly'
  sed -e "1s/^let wasm_bindgen = (function(exports) {$/export default function ($parameters) {/" \
    -e 's/^    return Object.assign(__wbg_init, { initSync }, exports);$/    return { ...exports, initSync };/' \
    -e '$s/^})({ __proto__: null });$/}/' "$glue.js" >"$glue.js.new"
  head -n 1 "$glue.js.new" | grep -q '^export default' || fail "wasm-bindgen's JavaScript begins in a new way."
  mv "$glue.js.new" "$glue.js"
  cat >>"$glue.d.ts" <<'END'

export default function (
    exports: object,
    WebAssembly: Pick<typeof globalThis.WebAssembly, "Module" | "Instance">,
): typeof wasm_bindgen;
END
}

build_dist() {
  local stamp=www/node_modules/.dist-built told
  # For which address the pages are written, and which compiler they ask for.
  told="${SITE:-} $(compiler_hash)"
  [[ -f dist/index.html && $(cat "$stamp" 2>/dev/null) == "$told" ]] || rm -f "$stamp"
  if changed_since "$stamp" www build.sh; then
    say "dist"
    begin "$stamp"
    printf '%s' "$told" >"$stamp.new"
    (cd www && npx --no-install vite build && npx --no-install vite build --config vite.command.config.js)
    done_with "$stamp"
  fi
}

# The page first: the editor says that the compiler is coming, and has it when it is there.
serve() {
  build_page
  trap end_jobs EXIT
  set -m
  (build_compiler || printf 'build.sh: the compiler could not be built: programs cannot be changed here\n' >&2) &
  set +m
  say "the page is at http://localhost:${PORT:-4173} (Ctrl+C ends this)"
  (cd www && npx --no-install vite preview --port "${PORT:-4173}")
}

pack() {
  build
  node www/package/make.js
  node www/package/archive.js
  say "npm's is in packages/npm/, for npm publish; an archive of dist/embed/ beside it. The crate's: cargo package"
}

bench() {
  build
  install_packages tests/e2e
  install_packages tests/bench
  setup_browsers
  build_peers
  node tests/bench/bench.mjs "$@"
}

# Those who do the same work in Rust: in the browser, built as our own wasms are; and native tokio.
build_peers() {
  local peers=tests/bench/peers
  local stamp=$peers/target/.built
  [[ -f $peers/pkg/peers_bg.wasm ]] || rm -f "$stamp"
  changed_since "$stamp" src .cargo Cargo.toml Cargo.lock rust-toolchain.toml build.sh "$peers"/{src,Cargo.toml,Cargo.lock} || return 0
  say "those who do the same work"
  mkdir -p "$peers/target"
  begin "$stamp"
  (
    hide_paths
    inline_little
    wasm-pack build "$peers" --release --target no-modules --mode no-install --no-pack --out-name peers
  )
  shrink "$peers/pkg/peers_bg.wasm"
  make_function "$peers/pkg/peers"
  cargo build --release --manifest-path "$peers/Cargo.toml" --bin native --target-dir "$peers/target/native"
  done_with "$stamp"
}

shots() {
  build
  install_packages tests/e2e
  setup_browsers
  node tests/e2e/shots.mjs "$@"
}

# The choices are random; with SEED they are those of an earlier time.
soak() {
  build_page
  install_packages tests/e2e
  setup_browsers
  node tests/e2e/soak.mjs
}

# --- Testing ------------------------------------------------------------------

test_all() {
  setup
  install_packages tests/e2e
  setup_browsers
  trap end_jobs EXIT
  # What each suite prints, and what the tests measured: one file for each column of the closing table.
  logs=$(target_folder)/logs
  oracles=$(target_folder)/oracles
  rm -rf "$logs" "$oracles"
  mkdir -p "$logs" "$oracles"

  suite "formatting" test_format
  suite "clippy" test_clippy
  suite "clippy for wasm" test_clippy_wasm
  suite "native tests" test_native
  suite "the crate as a package" test_crate
  suite "build" build
  suite "types of the page's JavaScript" test_types
  # Either browser waits for timers most of the time.
  at_once compiler_suites chromium_suites firefox_suites
  # Here both compute, and a compiler beside them would make them wait.
  at_once chromium_site_suites firefox_site_suites

  say "seconds that the programs took, at speed 1, and in how many sets of parameters each agreed"
  print_table
  local passed failed
  read -r passed failed < <(awk -F '\t' '{ passed += $1; failed += $2 } END { print passed, failed }' "$logs/results")
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  print_failures
  [[ $failed == 0 ]]
}

compiler_suites() {
  suite "clippy for the compiler" test_clippy_compiler
  suite "the compiler" test_compiler
}

chromium_suites() {
  suite "Chromium" test_chromium
}

firefox_suites() {
  suite "Firefox" test_firefox
}

chromium_site_suites() {
  suite "end to end in Chromium" test_e2e_chromium
  suite "sites of tools for docs" test_hosts
}

firefox_site_suites() {
  suite "end to end in Firefox" test_e2e_firefox
  # Here, as there are fewer tests in Firefox.
  suite "the page's modules in Node" test_node
}

# Runs lists of suites at the same time. Each line that they print says whose it is.
at_once() {
  local list line jobs=()
  # Each job is a process group of its own, which can be ended whole.
  set -m
  for list in "$@"; do
    "$list" </dev/null 2>&1 | while IFS= read -r line; do
      printf '%s: %s\n' "${list%_suites}" "$line"
    done &
    jobs+=($!)
  done
  set +m
  wait "${jobs[@]}"
}

end_jobs() {
  local job
  for job in $(jobs -p); do
    kill -- "-$job" 2>/dev/null || true
  done
}

target_folder() {
  cargo metadata --no-deps --format-version 1 |
    node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory'
}

# Runs one suite, and adds up how many of its tests passed and failed. A check that counts nothing is one test.
suite() {
  local name=$1 run=$2 started=$SECONDS status
  local log=$logs/$run
  say "$name"
  # Not within a condition: there bash would go on after an error.
  set +e
  (set -e; "$run") 2>&1 | tee "$log" | results
  status=${PIPESTATUS[0]}
  set -e
  local good bad
  read -r good bad < <(count "$log")
  if [[ $status != 0 && $bad == 0 ]]; then
    bad=1
  elif [[ $status == 0 && $good == 0 ]]; then
    good=1
  fi
  printf '%d\t%d\t%s\t%s\n' "$good" "$bad" "$log" "$name" >>"$logs/results"
  local verdict="$good passed"
  [[ $bad == 0 ]] || verdict+=", $bad FAILED"
  printf -- '-- %s: %s in %d s\n' "$name" "$verdict" "$((SECONDS - started))"
}

# The line of each test, as Rust's test harnesses and Node's print it; Node repeats those that failed.
results() {
  sed -u -n -E -e '/failing tests:$/,$d' -e '/^(test .* \.\.\. |✔|✖)/p' "$@"
}

# How many tests a log says passed and failed.
count() {
  awk '
    /^test result: / { passed += $4; failed += $6 }
    /^[^ ]+ pass [0-9]+$/ { passed += $NF }
    /^[^ ]+ fail [0-9]+$/ { failed += $NF }
    END { print passed + 0, failed + 0 }
  ' "$1"
}

# Last of all, so that it is seen: the tests that failed, and why.
print_failures() {
  local bad log name
  while IFS=$'\t' read -r _ bad log name; do
    [[ $bad != 0 ]] || continue
    say "failed: $name (all that it printed: $log)"
    results "$log" | grep -E '^✖|FAIL' || true
    errors "$log" | cut -c 1-300
  done <"$logs/results"
}

# What the harnesses say of the tests that failed, without the insides of wasm and Node; else the end of the log.
errors() {
  local log=$1 listed
  listed=$(awk '/failing tests:$|^failures:$/ { on = 1 } /^test result: / { on = 0 } on && !/wasm-function\[|node:internal/' "$log")
  if [[ -n $listed ]]; then
    head -n 150 <<<"$listed"
  else
    tail -n 40 "$log"
  fi
}

# cargo fmt does not see modules that a macro declares. One by one, as what stands in a file of another folder is no
# module that rustfmt finds.
test_format() {
  cargo fmt --check
  local edition file bad=0
  edition=$(sed -n 's/^edition = "\(.*\)"/\1/p' Cargo.toml)
  # Programs of a corpus stand as somebody would write them, and where answers were given for them.
  while IFS= read -r file; do
    rustfmt --check --edition "$edition" <"$file" || { printf '%s\n' "$file"; bad=1; }
  done < <(find src tests build.rs \( -name node_modules -o -name target -o -path '*/tests/programs' \) -prune -o -name '*.rs' -print)
  return "$bad"
}

test_clippy() {
  cargo clippy --all-targets -- -D warnings
}

test_clippy_wasm() {
  cargo clippy --target wasm32-unknown-unknown --lib --test browser -- -D warnings
}

# Where rust-analyzer is compiled once, for all clones.
test_clippy_compiler() {
  CARGO_TARGET_DIR=$tools/compiler-target cargo clippy --manifest-path src/compiler/Cargo.toml --all-targets -- -D warnings
}

test_compiler() {
  CARGO_TARGET_DIR=$tools/compiler-target cargo test --manifest-path src/compiler/Cargo.toml --no-fail-fast
}

test_native() {
  cargo test --no-fail-fast
}

# The crate builds from what is packaged of it.
test_crate() {
  cargo package --allow-dirty
}

test_types() {
  (cd www && npx --no-install tsc --project tsconfig.json)
}

test_chromium() {
  in_browser chromium --chrome --chromedriver "$(command -v chromedriver)"
}

test_firefox() {
  in_browser firefox --firefox --geckodriver "$(command -v geckodriver)"
}

# Runs tests/browser.rs, and keeps the seconds that it prints.
in_browser() {
  local column=$1 output=$logs/$1.output
  shift
  local status=0
  WASM_BINDGEN_TEST_TIMEOUT=600 wasm-pack test --mode no-install --headless "$@" \
    -- --test browser -- --nocapture | tee "$output" || status=$?
  sed -n 's/^ORACLE\t//p' "$output" >"$oracles/$column.tsv"
  return "$status"
}

test_node() {
  local tests=()
  while IFS= read -r file; do
    tests+=("$file")
  done < <(find www -name node_modules -prune -o -name '*.test.*js' -print | sort)
  node --test --test-reporter spec "${tests[@]}"
}

test_e2e_chromium() {
  end_to_end chromium
}

test_e2e_firefox() {
  end_to_end firefox
}

# In two processes, as a test waits most of the time: all files of each share a server and a browser.
end_to_end() {
  local all=(tests/e2e/*.test.mjs) half at failing status=0 jobs=()
  failing=$(mktemp -d)
  for half in 0 1; do
    local imports=""
    for ((at = half; at < ${#all[@]}; at += 2)); do
      imports+="import \"./${all[at]}\"; "
    done
    # What failed is told when both are done: after it, nothing is read (see `results`).
    BROWSER=$1 node --test-reporter spec --input-type=module --eval "$imports" |
      awk -v failing="$failing/$half" '/failing tests:$/ { on = 1 } on { print >failing; next } { print; fflush() }' &
    jobs+=($!)
  done
  for at in "${jobs[@]}"; do
    wait "$at" || status=$?
  done
  cat "$failing"/* 2>/dev/null || true
  rm -r "$failing"
  return "$status"
}

# What is true of every browser is tested elsewhere: here the tools differ.
test_hosts() {
  setup_docs_tools
  build_hosts
  BROWSER=chromium node --test --test-reporter spec tests/hosts/hosts.test.mjs
}

# Each tool's site, unless that was done since the README or its own files changed. The tools copy the element's folder as
# it is, so where that alone has changed, it is copied anew: one of them takes minutes.
build_hosts() {
  local tool stamp embed
  for tool in mdbook sphinx mkdocs-material docusaurus; do
    stamp=target/hosts-sources/.$tool-built
    [[ -d target/hosts/$tool ]] || rm -f "$stamp"
    if changed_since "$stamp" README.md www/public/embed/remark.js tests/hosts/{build.mjs,recipe.mjs,"$tool"}; then
      begin "$stamp"
      node tests/hosts/build.mjs "$tool"
      done_with "$stamp"
    fi
    embed=$(dirname "$(find "target/hosts/$tool" -name async-playground.classic.js)")
    rm -r "$embed"
    cp -r dist/embed "$embed"
  done
}

# Scenario by scenario, what every clock says of the defaults, and how many sets of parameters were tried on it.
print_table() {
  local files=() column
  for column in simulated tokio cpython chromium firefox; do
    touch "$oracles/$column.tsv"
    files+=("$oracles/$column.tsv")
  done
  awk -F '\t' '
    {
      if (!($1 in seen)) { seen[$1]; row[++rows] = $1 }
      said[$1, FILENAME] = sprintf("%.3f in %2d", $2, $3)
    }
    END {
      format = "%-20s%15s%15s%15s%15s%15s\n"
      printf format, "scenario", "simulated", "tokio", "CPython", "Chromium", "Firefox"
      for (at = 1; at <= rows; at++) {
        printf "%-20s", row[at]
        for (file = 1; file < ARGC; file++) {
          printf "%15s", ((row[at], ARGV[file]) in said) ? said[row[at], ARGV[file]] : "-"
        }
        print ""
      }
      print "\nA scenario that takes no parameters has 1 set; every other one that agrees in fewer than 5 fails, by name."
    }
  ' "${files[@]}"
}

# ------------------------------------------------------------------------------

case ${1:-help} in
  help | --help | -h) help ;;
  test) test_all ;;
  # The bundler asks.
  compiler-hash) compiler_hash ;;
  setup | build | serve | pack | bench | shots | soak) "$@" ;;
  *)
    help >&2
    fail "there is no verb \"$1\""
    ;;
esac
