# shellcheck shell=bash
# What every script here shares: where things lie, how the build is set, how progress is shown.
# Sourced, never run.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/shejiao-chain
PROFILE=testnet
BIN=$ROOT/target/bin
NODE=$BIN/shejiao-node
CLI=$BIN/shejiao
WASM=$BIN/shejiao_runtime.wasm
WASM_TOOLCHAIN_NAME=shejiao-wasm
WASM_TARGET=wasm32v1-none

# Intermediate files are shared between clones: a second one compiles no dependency again.
# (CARGO_TARGET_DIR must not be shared: a second clone would overwrite the node under running tests.)
export CARGO_BUILD_BUILD_DIR=${CARGO_BUILD_BUILD_DIR:-$CACHE/build}

# The build folder lies outside the clone, where the Wasm build does not find Cargo.lock by itself.
export WASM_BUILD_WORKSPACE_HINT=$ROOT

# Counts as set even when empty, and toggling it compiles the runtime again.
unset SKIP_WASM_BUILD

# rustup puts cargo here, and a fresh login shell may not know it yet.
[ -d "${CARGO_HOME:-$HOME/.cargo}/bin" ] && PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
# Node.js that scripts/setup installed because Debian's is too old for the clients.
[ -d "$CACHE/node/bin" ] && PATH=$CACHE/node/bin:$PATH
export PATH

say() { printf '%s\n' "$*"; }
note() { printf '    %s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }
die() {
	printf 'error: %s\n' "$*" >&2
	exit 1
}

now_ms() { date +%s%3N; }

# seconds_since MS: with one decimal.
seconds_since() {
	local ms=$(($(now_ms) - $1))
	printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

# rustup_has_target: whether the active toolchain builds Wasm by itself.
rustup_has_target() {
	local dir
	dir=$(rustc --print target-libdir --target "$WASM_TARGET" 2>/dev/null) || return 1
	compgen -G "$dir/libcore-*.rlib" >/dev/null
}

# Debian's toolchain, linked into rustup, with a standard library that scripts/setup built.
debian_has_target() {
	local dir
	[ -x /usr/bin/rustc ] || return 1
	dir=$(/usr/bin/rustc --print target-libdir --target "$WASM_TARGET" 2>/dev/null) || return 1
	compgen -G "$dir/libcore-*.rlib" >/dev/null || return 1
	compgen -G "$dir/liballoc-*.rlib" >/dev/null || return 1
	[ -x /usr/bin/wasm-ld ] || return 1
	rustup toolchain list 2>/dev/null | grep -q "^$WASM_TOOLCHAIN_NAME\b"
}

# Choose the toolchain of the Wasm build. Whoever sets WASM_BUILD_TOOLCHAIN has chosen already.
select_wasm_toolchain() {
	if [ -n "${WASM_BUILD_TOOLCHAIN:-}" ]; then
		:
	elif rustup_has_target; then
		return 0
	elif debian_has_target; then
		export WASM_BUILD_TOOLCHAIN=$WASM_TOOLCHAIN_NAME
	else
		return 1
	fi
	# Debian's rustc brings no linker of its own.
	[ -x /usr/bin/wasm-ld ] &&
		export CARGO_TARGET_WASM32V1_NONE_LINKER=${CARGO_TARGET_WASM32V1_NONE_LINKER:-/usr/bin/wasm-ld}
	return 0
}

# with_progress LABEL COMMAND...: runs it; when its output is no terminal, prints a line every
# half a minute, so that a long build is seen to live. The whole output goes to target/LABEL.log.
with_progress() {
	local label=$1 log start status=0 pid last
	shift
	log=$ROOT/target/$label.log
	mkdir -p "$ROOT/target"
	start=$(now_ms)
	if [ -t 1 ]; then
		"$@" 2>&1 | tee "$log" || status=$?
	else
		"$@" >"$log" 2>&1 </dev/null &
		pid=$!
		while kill -0 "$pid" 2>/dev/null; do
			for _ in $(seq 30); do
				sleep 1
				kill -0 "$pid" 2>/dev/null || break 2
			done
			last=$(grep -aE '^ *(Compiling|Checking|Running|Finished|test |Building)' "$log" | tail -n 1 | cut -c1-80 || true)
			note "$label: $(seconds_since "$start"), $(grep -acE '^ *(Compiling|Checking) ' "$log" || true) crates so far;${last:+ now: $last}"
		done
		wait "$pid" || status=$?
	fi
	if [ "$status" -ne 0 ]; then
		grep -aE -A 20 '^ *error|panicked|FAILED|failed' "$log" | tail -n 120 >&2 || tail -n 60 "$log" >&2
		die "$label failed after $(seconds_since "$start"); everything it said: target/$label.log"
	fi
	note "$label: done in $(seconds_since "$start")"
}

# Flags of build, test and clippy alike: another resolution or profile compiles everything twice.
cargo_flags=(--workspace --locked --profile "$PROFILE")

# Build the workspace and copy what runs into target/bin.
build_all() {
	select_wasm_toolchain || die "no toolchain can build the Wasm runtime: run scripts/setup"
	say "Building the workspace (profile $PROFILE; a cold build takes 30 to 50 minutes on two cores)"
	with_progress build cargo build "${cargo_flags[@]}" --all-targets
	install_binaries
}

install_binaries() {
	local wasm='' dir
	mkdir -p "$BIN"
	# Nodes run from copies, so that the next build does not pull them from under a running network.
	install -m 755 "$ROOT/target/$PROFILE/shejiao-node" "$ROOT/target/$PROFILE/shejiao" "$BIN/"
	for dir in "$CARGO_BUILD_BUILD_DIR/$PROFILE" "$ROOT/target/$PROFILE"; do
		wasm=$dir/wbuild/shejiao-runtime/shejiao_runtime.compact.compressed.wasm
		[ -f "$wasm" ] && break
		wasm=
	done
	[ -n "$wasm" ] || die "the build left no shejiao_runtime.compact.compressed.wasm"
	install -m 644 "$wasm" "$WASM"
	install -m 644 "${wasm%.compressed.wasm}.wasm" "$BIN/shejiao_runtime.uncompressed.wasm"
}

need_binaries() {
	if [ ! -x "$NODE" ] || [ ! -x "$CLI" ] || [ ! -f "$WASM" ]; then
		die "nothing is built yet: run scripts/build first"
	fi
}

# rpc PORT METHOD [PARAMS-JSON]: the result as JSON on one line; fails when there is none.
rpc() {
	local answer
	answer=$(curl -sS --max-time 5 -H 'content-type: application/json' \
		-d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$2\",\"params\":${3:-[]}}" \
		"http://127.0.0.1:$1" 2>/dev/null) || return 1
	jq -ce 'if has("error") or (has("result") | not) then error else .result end' \
		<<<"$answer" 2>/dev/null
}

# best PORT, finalised PORT: block numbers.
best() {
	local n
	n=$(rpc "$1" chain_getHeader | jq -r .number) || return 1
	echo $((n))
}
finalised() {
	local hash n
	hash=$(rpc "$1" chain_getFinalizedHead) || return 1
	n=$(rpc "$1" chain_getHeader "[$hash]" | jq -r .number) || return 1
	echo $((n))
}

# wait_until SECONDS WHAT COMMAND...: until it succeeds; fails when time is over.
wait_until() {
	local limit=$1 what=$2 start
	shift 2
	start=$(now_ms)
	until "$@" >/dev/null 2>&1; do
		if (($(now_ms) - start > limit * 1000)); then
			printf 'error: %s did not come within %d s\n' "$what" "$limit" >&2
			return 1
		fi
		sleep 0.3
	done
}
