# shellcheck shell=bash
# A consortium on this machine: one folder per node under ./network, native processes, fixed ports.
# Sourced after lib.sh.

# Another folder and other ports let two networks live beside each other (the tests use that).
NETWORK=${SHEJIAO_NETWORK:-$ROOT/network}
PORT_OFFSET=${SHEJIAO_PORT_OFFSET:-0}
CONSORTIUM=${SHEJIAO_CONSORTIUM:-$ROOT/chain-specs/local.toml}
BASE_RPC=9944
BASE_P2P=30333
BASE_PROMETHEUS=9615

# Seconds that finality may take to come after a start.
FINALITY_WAIT=${SHEJIAO_FINALITY_WAIT:-90}

# ---- nodes -------------------------------------------------------------------------------------

# The nodes of a consortium file: "NAME PEER ARCHIVE SESSION-SEED" per line, "-" for no validator.
# The file is flat enough for awk: one table header or one assignment per line.
nodes_of_file() {
	awk '
		function value(line) { sub(/^[^=]*= */, "", line); sub(/ *#.*$/, "", line); gsub(/"/, "", line); return line }
		function flush() { if (peer != "") print member, peer, archive, session; peer = ""; archive = "false"; session = "-" }
		/^\[/ { table = $0 }
		/^\[\[member\]\]/ { flush() }
		table == "[[member]]" && /^key *=/ { member = value($0) }
		table == "[[member.peer]]" && /^id *=/ { peer = value($0) }
		table == "[[member.peer]]" && /^archive *=/ { archive = value($0) }
		table == "[member.validator]" && /^aura *=/ { session = value($0) }
		BEGIN { archive = "false"; session = "-" }
		END { flush() }
	' "$1"
}

# The consortium file of this network: addresses moved by the port offset, and a full node for as many
# of the members without one as there are nodes beyond those of the file.
write_consortium() {
	local extra=$1
	awk -v offset="$PORT_OFFSET" -v extra="$extra" '
		/^\[/ { table = $0 }
		/^\[\[member\]\]/ { key = ""; full = 0 }
		table == "[[member]]" && /^key *=/ { key = $0; sub(/^[^"]*"/, "", key); sub(/".*/, "", key) }
		table == "[[member]]" && /^full-node *= *true/ { full = 1 }
		/^address *=/ {
			port = $0; sub(/.*\/tcp\//, "", port); sub(/".*/, "", port)
			sub("/tcp/" port, "/tcp/" (port + offset))
		}
		{ print }
		table == "[[member]]" && /^charter-hash *=/ && !full && extra > 0 {
			extra -= 1
			print "full-node = true\n\n[[member.peer]]\nid = \"//" key "\""
		}
	' "$CONSORTIUM" >"$NETWORK/consortium.toml"
}

# The secret of a public test node, as the node derives it.
test_node_key() { printf 'shejiao test node key/%s' "$1" | sha256sum | cut -d ' ' -f 1 | tr -d '\n'; }

node_folder() { printf '%s/%s' "$NETWORK" "$1"; }
node_value() { jq -r ".$2" "$(node_folder "$1")/node.json"; }
rpc_port() { node_value "$1" rpc_port; }
node_url() { printf 'ws://127.0.0.1:%s' "$(rpc_port "$1")"; }

# All nodes that were ever set up, in the order of their ports.
node_names() {
	local file
	for file in "$NETWORK"/*/node.json; do
		[ -f "$file" ] && jq -r '"\(.index) \(.name)"' "$file"
	done | sort -n | cut -d ' ' -f 2
}

# is_running NAME: the recorded process lives and is this node, not something that got its number.
is_running() {
	local folder pid
	folder=$(node_folder "$1")
	pid=$(cat "$folder/pid" 2>/dev/null) || return 1
	[ -r "/proc/$pid/cmdline" ] && tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | grep -qxF "$folder/data"
}

running_names() {
	local name
	for name in $(node_names); do is_running "$name" && printf '%s\n' "$name"; done
	return 0
}

# need_ports NAME INDEX: the three ports of a node are free.
need_ports() {
	local base port
	for base in $BASE_RPC $BASE_P2P $BASE_PROMETHEUS; do
		port=$((base + PORT_OFFSET + $2))
		port_is_free "$port" ||
			die "port $port, which $1 needs, is in use: stop what listens there (ss -ltnp 'sport = :$port'), or set SHEJIAO_PORT_OFFSET"
	done
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# set_up_node NAME INDEX ROLE ARCHIVE: folder, ports and node key file (unless it is there).
set_up_node() {
	local name=$1 index=$2 role=$3 archive=$4 folder
	folder=$(node_folder "$name")
	mkdir -p "$folder/data"
	[ -s "$folder/node-key" ] ||
		"$NODE" key generate-node-key --file "$folder/node-key" >/dev/null 2>&1 ||
		die "$name: no node key could be generated"
	jq -n --arg name "$name" --argjson index "$index" --arg role "$role" --argjson archive "$archive" \
		--argjson rpc $((BASE_RPC + PORT_OFFSET + index)) \
		--argjson p2p $((BASE_P2P + PORT_OFFSET + index)) \
		--argjson prometheus $((BASE_PROMETHEUS + PORT_OFFSET + index)) \
		--arg peer "$("$NODE" key inspect-node-key --file "$folder/node-key")" \
		'{name: $name, index: $index, role: $role, archive: $archive, rpc_port: $rpc, p2p_port: $p2p,
		  prometheus_port: $prometheus, peer_id: $peer}' >"$folder/node.json"
}

# insert_key NAME TYPE SCHEME SURI
insert_key() {
	"$NODE" key insert --chain "$NETWORK/spec.json" --base-path "$(node_folder "$1")/data" \
		--key-type "$2" --scheme "$3" --suri "$4" >/dev/null ||
		die "$1: the key of type $2 could not be inserted"
}

start_node() {
	local name=$1 folder arguments
	folder=$(node_folder "$name")
	[ -f "$folder/node.json" ] || die "there is no node '$name'; known: $(node_names | paste -sd ' ')"
	is_running "$name" && return 0
	need_ports "$name" "$(node_value "$name" index)"
	arguments=(
		--chain "$NETWORK/spec.json" --base-path "$folder/data" --name "$name"
		--node-key-file "$folder/node-key"
		--listen-addr "/ip4/127.0.0.1/tcp/$(node_value "$name" p2p_port)"
		--public-addr "/ip4/127.0.0.1/tcp/$(node_value "$name" p2p_port)"
		--rpc-port "$(rpc_port "$name")" --rpc-methods unsafe --rpc-cors all
		--prometheus-port "$(node_value "$name" prometheus_port)"
		--no-telemetry
		# Several nodes share this machine; the defaults are a gigabyte and eight instances each.
		--trie-cache-size 67108864 --max-runtime-instances 2
	)
	[ "$(node_value "$name" role)" = validator ] && arguments+=(--validator)
	[ "$(node_value "$name" archive)" = true ] && arguments+=(--archive)
	printf '\n---- started %s\n' "$(date -u +%FT%TZ)" >>"$folder/log"
	setsid "$NODE" "${arguments[@]}" >>"$folder/log" 2>&1 </dev/null &
	echo $! >"$folder/pid"
	disown
}

# has_ended PID: all its threads are gone, and with the last of them its ports and file locks. The command
# line is empty earlier: a killed node holds its ports for as long as the kernel frees its memory.
has_ended() {
	local threads
	[ -d "/proc/$1" ] || return 0
	threads=("/proc/$1/task"/*)
	[ "${#threads[@]}" -le 1 ] && grep -qs '^State:[[:space:]]*Z' "/proc/$1/status"
}

# stop_nodes SIGNAL NAME...: together, so that what stops last waits for nobody; each by its recorded
# number, after a look that it is ours. Back when all of them have ended and their ports are free.
stop_nodes() {
	local signal=$1 name pid
	local -A pids=()
	shift
	for name in "$@"; do
		is_running "$name" || continue
		pid=$(cat "$(node_folder "$name")/pid")
		kill "-$signal" "$pid" 2>/dev/null || true
		pids[$name]=$pid
	done
	for name in "${!pids[@]}"; do
		pid=${pids[$name]}
		if ! wait_until 10 "the end of $name" has_ended "$pid" 2>/dev/null; then
			warn "$name did not stop within 10 s and is killed"
			kill -KILL "$pid" 2>/dev/null || true
			wait_until 30 "the end of $name" has_ended "$pid" || die "$name (process $pid) outlives kill -9"
		fi
		rm -f "$(node_folder "$name")/pid"
	done
}

# A line of the log that tells why a node died.
last_words() {
	grep -aE 'Error|error|panicked|refus|in use' "$(node_folder "$1")/log" 2>/dev/null | tail -n 1 | cut -c1-300
}

answers() { rpc "$(rpc_port "$1")" system_health >/dev/null; }

wait_for_node() {
	local start
	start=$(now_ms)
	until answers "$1"; do
		is_running "$1" || die "$1 ended right after its start: $(last_words "$1")"
		(($(now_ms) - start < 120000)) || die "$1 does not answer on port $(rpc_port "$1") after two minutes; see '$0 logs $1'"
		sleep 0.2
	done
}

# ---- the whole ---------------------------------------------------------------------------------

# finality_moves PORT: the finalised head is ahead of where it was.
finality_beyond() { [ "$(finalised "$1")" -gt "$2" ]; }

# wait_for_finality [SECONDS] [NAME...]: every node named finalises two blocks from now on.
wait_for_finality() {
	local limit=${1:-$FINALITY_WAIT} name from
	shift || true
	declare -A from=()
	for name in "$@"; do from[$name]=$(finalised "$(rpc_port "$name")" || echo 0); done
	for name in "$@"; do
		if ! wait_until "$limit" "finality on $name" finality_beyond "$(rpc_port "$name")" $((from[$name] + 1)) 2>/dev/null; then
			printf 'error: no finality on %s within %d s: best block %s, finalised %s, %s peers\n' "$name" "$limit" \
				"$(best "$(rpc_port "$name")" || echo '?')" "$(finalised "$(rpc_port "$name")" || echo '?')" \
				"$(rpc "$(rpc_port "$name")" system_health | jq -r .peers || echo '?')" >&2
			[ -n "$(last_words "$name")" ] && printf '       its log: %s\n' "$(last_words "$name")" >&2
			return 1
		fi
	done
}

# caught_up NAME NUMBER
caught_up() { [ "$(finalised "$(rpc_port "$1")")" -ge "$2" ]; }
caught_up_best() { [ "$(best "$(rpc_port "$1")")" -ge "$2" ]; }

# shejiao NODE ARGUMENTS...: the client, through that node.
shejiao() {
	local node=$1
	shift
	"$CLI" --url "$(node_url "$node")" --lang "${SHEJIAO_LANG:-en}" "$@"
}

print_endpoints() {
	local name
	printf '    %-28s %-10s %-24s %s\n' node role rpc prometheus
	for name in $(running_names); do
		printf '    %-28s %-10s %-24s http://127.0.0.1:%s/metrics\n' "$name" \
			"$(node_value "$name" role)$([ "$(node_value "$name" archive)" = true ] && echo ', arc')" \
			"$(node_url "$name")" "$(node_value "$name" prometheus_port)"
	done
}
