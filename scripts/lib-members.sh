# shellcheck shell=bash
# What members do on a running network, through the client `shejiao`, each by its own node.
# Sourced after lib-network.sh.

# The node through which a member without one signs.
HOST_NODE=county-procuratorate

# ---- who ---------------------------------------------------------------------------------------

# Names of members in the order of their numbers: the founders of the file, then those admitted.
member_names() {
	awk '/^\[/ { table = $0 } table == "[[member]]" && /^key *=/ { gsub(/^key *= *"|".*$/, ""); print }' \
		"$NETWORK/consortium.toml"
	[ -f "$NETWORK/admitted" ] && cat "$NETWORK/admitted"
	return 0
}

member_id() {
	local number
	number=$(member_names | grep -nxF "$1" | tail -n 1 | cut -d : -f 1)
	[ -n "$number" ] || die "there is no member '$1'; members: $(member_names | paste -sd ' ')"
	echo $((number - 1))
}

member_name() { member_names | sed -n "$(($1 + 1))p"; }

# The key of a member's institution account: its own file, or the public seed of the founders.
signer_of() {
	local file
	file=$(node_folder "$1")/institution.json
	if [ -f "$file" ]; then printf '%s' "$file"; else printf '//%s' "$1"; fi
}

# The node a member signs through: its own while it runs, else its host's, else any that runs.
node_of() {
	local name
	for name in "$1" "$HOST_NODE" $(node_names); do
		if [ -f "$(node_folder "$name")/node.json" ] && is_running "$name"; then
			printf '%s' "$name"
			return 0
		fi
	done
	die "no node runs"
}

# ---- acts --------------------------------------------------------------------------------------

# client NODE ARGUMENTS...: the client's JSON answer.
client() {
	local node=$1
	shift
	"$CLI" --url "$(node_url "$node")" --lang en --output json "$@"
}

# act MEMBER ARGUMENTS...: sign as the member, through its node, and wait for the block. Prints the
# report; on refusal prints the client's line on stderr, and fails.
act() {
	local member=$1
	shift
	client "$(node_of "$member")" --signer "$(signer_of "$member")" --wait in-block "$@"
}

# did WHAT REPORT: "block 12 (0.8 s): WHAT"
did() {
	jq -r --arg what "$1" '"    block \(.block) (\(((.includedMs // 0) / 100 | round) / 10) s): \($what)"' <<<"$2"
}

# event REPORT NAME FIELD: a field of the first event of that name.
event() { jq -r --arg name "$2" --arg field "$3" '[.events[] | select(.name == $name)][0].fields[$field] // empty' <<<"$1"; }

# refused MEMBER CODE ARGUMENTS...: the act must be refused with CODE; anything else ends the script.
refused() {
	local member=$1 code=$2 answer got
	shift 2
	if answer=$(act "$member" "$@" 2>&1 >/dev/null); then
		die "$member: '$*' should have been refused with $code, and passed"
	fi
	got=$(jq -r .error <<<"$answer" 2>/dev/null || echo "$answer")
	[ "$got" = "$code" ] || die "$member: '$*' should have been refused with $code, and was with: $answer"
	note "refused with $code: $(jq -r .what <<<"$answer")"
}

# ---- motions -----------------------------------------------------------------------------------

pallet_of_body() {
	case "$1" in
	council) echo Council ;;
	supervisory-committee) echo SupervisoryCommittee ;;
	esac
}

# decide BODY MOVER ABOUT ARGUMENTS...: the mover moves, as many seats vote as it takes, all at the same
# time, each through its own node, and the mover closes. ABOUT is the member concerned, or "-": it does
# not vote on itself.
decide() {
	local body=$1 mover=$2 about=$3 pallet report hash threshold voter id voters=() pids=() pid
	shift 3
	pallet=$(pallet_of_body "$body")
	report=$(act "$mover" "$@") || return 1
	hash=$(event "$report" "$pallet.Proposed" proposal_hash)
	threshold=$(event "$report" "$pallet.Proposed" threshold)
	[ -n "$hash$threshold" ] || die "the motion '$*' left no event: $report"
	did "motion of $mover in the $body, needs $threshold votes" "$report"
	while read -r id; do
		voter=$(member_name "$id")
		[ "$voter" = "$about" ] || voters+=("$voter")
	done < <(client "$(node_of "$mover")" council seats --body "$body" | jq -r '.[] | select(.votes) | .member')
	[ ${#voters[@]} -ge "$threshold" ] ||
		die "$threshold votes are needed in the $body, and only ${#voters[@]} seats may vote"
	voters=("${voters[@]:0:threshold}")
	# A motion must be known to every node that is voted through.
	for voter in "${voters[@]}"; do
		wait_until 30 "the motion on $voter's node" knows_motion "$(node_of "$voter")" "$body" "$hash" || return 1
	done
	for voter in "${voters[@]}"; do
		act "$voter" council vote "$hash" yes --body "$body" >/dev/null &
		pids+=($!)
	done
	for pid in "${pids[@]}"; do wait "$pid" || die "a vote in the $body failed"; done
	note "yes: ${voters[*]}"
	wait_until 30 "the votes on $mover's node" has_votes "$(node_of "$mover")" "$body" "$hash" "$threshold" || return 1
	DECISION=$(act "$mover" council close "$hash" --body "$body") || return 1
	[ -n "$(event "$DECISION" "$pallet.Executed" proposal_hash)" ] ||
		die "the $body did not carry out '$*': $DECISION"
	did "decided by the $body" "$DECISION"
}

motions() { client "$1" council motion list --body "$2"; }
knows_motion() { motions "$1" "$2" | jq -e --arg hash "$3" 'any(.[]; .hash == $hash)'; }
has_votes() {
	motions "$1" "$2" |
		jq -e --arg hash "$3" --argjson votes "$4" 'any(.[]; .hash == $hash and (.yes | length) >= $votes)'
}

# as_root REVIEW ARGUMENTS...: a call of Root's class, endorsed by both bodies on the hash of a review of
# its legality, and enacted. Movers sign through any node that runs.
as_root() {
	local review=$1 call
	shift
	call=$(client "$(node_of county-justice)" --as-call "$@" | jq -r .callData) || return 1
	[[ $call == 0x* ]] || die "the call '$*' could not be made"
	decide council county-justice - endorse give --body council --call "$call" --review "$review" || return 1
	decide supervisory-committee county-procuratorate - \
		endorse give --body supervisory-committee --call "$call" --review "$review" || return 1
	wait_until 30 "the endorsements on $(node_of county-justice)" endorsed "$(node_of county-justice)" || return 1
	DECISION=$(act county-justice enact "$call") || return 1
	did "enacted as Root" "$DECISION"
}

endorsed() {
	client "$1" endorse list | jq -e 'any(.[]; .council and .["supervisory-committee"])'
}

# ---- admission ---------------------------------------------------------------------------------

# An uncompressed point of P-256, as the international suite wants it.
new_encryption_key() {
	local folder=$1
	(umask 077 && openssl ecparam -name prime256v1 -genkey -noout -out "$folder/encryption.pem" 2>/dev/null) ||
		die "openssl could not make an encryption key"
	printf '0x%s' "$(openssl ec -in "$folder/encryption.pem" -pubout -outform DER 2>/dev/null |
		tail -c 65 | od -An -v -tx1 | tr -d ' \n')"
}

# make_keys NAME: institution, encryption, charter and evidence; documents never leave the folder.
make_keys() {
	local folder
	folder=$(node_folder "$1")
	mkdir -p "$folder"
	chmod 700 "$folder"
	[ -f "$folder/institution.json" ] ||
		"$CLI" key generate --out "$folder/institution.json" >/dev/null || die "no institution key for $1"
	new_encryption_key "$folder" >"$folder/encryption.pub"
	printf 'Charter of %s, %s\n' "$1" "$(date -u +%F)" >"$folder/charter.txt"
	printf 'Evidence that %s exists and wants to join, %s\n' "$1" "$(date -u +%F)" >"$folder/evidence.txt"
}

# propose NAME: county-justice sponsors it. Sets PROPOSAL.
propose() {
	local name=$1 folder report arguments=()
	folder=$(node_folder "$name")
	case "$name" in
	drug-rehabilitation)
		arguments=(--kind drug-rehabilitation --level county --area 440604 --parent "$(member_id city-justice)"
			--peer "$(node_value "$name" peer_id)")
		;;
	social-organisation)
		arguments=(--kind social-organisation --level county --area 440604 --provider --seat non-voting)
		;;
	*) die "unknown agency '$name': drug-rehabilitation or social-organisation" ;;
	esac
	report=$(act county-justice member propose --account "$folder/institution.json" \
		--encryption-key "$(cat "$folder/encryption.pub")" --charter "$folder/charter.txt" \
		--evidence "$folder/evidence.txt" "${arguments[@]}") || return 1
	PROPOSAL=$(event "$report" Consortium.MemberProposed proposal)
	[ -n "$PROPOSAL" ] || die "the proposal left no event: $report"
	did "$name proposed by county-justice (proposal $PROPOSAL)" "$report"
}

object() {
	local member=$1 document report
	document=$NETWORK/objection-$PROPOSAL.txt
	printf 'Objection of %s to proposal %s\n' "$member" "$PROPOSAL" >"$document"
	report=$(act "$member" member object "$PROPOSAL" --reason duty-neglected --document "$document") || return 1
	did "$member objects" "$report"
}

publicity_is_over() {
	local last today
	last=$(client "$(node_of county-justice)" member proposals |
		jq -r --argjson id "$PROPOSAL" '.[] | select(.proposal == $id) | .publicUntil')
	today=$(client "$(node_of county-justice)" time show | jq -r .today)
	[ -n "$last" ] && [[ $today > $last ]]
}

# admit_by_vote NAME: after the publicity period. The new member's number is the next one.
admit_by_vote() {
	local name=$1 id
	note "publicity until $(client "$(node_of county-justice)" member proposals |
		jq -r --argjson id "$PROPOSAL" '.[] | select(.proposal == $id) | .publicUntil'), by the chain's calendar"
	wait_until 300 "the end of the publicity period" publicity_is_over || return 1
	decide council county-justice - member admit "$PROPOSAL" || return 1
	id=$(event "$DECISION" Consortium.MemberAdmitted member)
	[ -n "$id" ] || die "the admission left no event: $DECISION"
	printf '%s\n' "$name" >>"$NETWORK/admitted"
	[ "$(member_id "$name")" = "$id" ] || die "$name has number $id, not $(member_id "$name")"
	note "$name is member $id"
}

# ---- nodes and validators ----------------------------------------------------------------------

next_index() { jq -s 'map(.index) | max + 1' "$NETWORK"/*/node.json; }

set_up_joiner() {
	local name=$1
	[ -f "$(node_folder "$name")/node.json" ] && return 0
	set_up_node "$name" "$(next_index)" validator false
	note "$name: node key of its own, peer $(node_value "$name" peer_id)"
}

# join NAME: start the node of a new member and let it catch up.
join() {
	local name=$1 start target
	start=$(now_ms)
	target=$(finalised "$(rpc_port county-justice)")
	start_node "$name"
	wait_for_node "$name"
	wait_until 120 "$name in step with the others" caught_up "$name" "$target" ||
		die "$name does not sync: $(last_words "$name")"
	note "$name has synced to block $(finalised "$(rpc_port "$name")") in $(seconds_since "$start")"
	# Its pool judges transactions by the blocks that it sees live: right after the sync it still
	# stands at genesis, and calls everything invalid.
	wait_until 60 "$name following the chain" \
		finality_beyond "$(rpc_port "$name")" $(($(finalised "$(rpc_port "$name")") + 2)) ||
		die "$name does not follow the chain: $(last_words "$name")"
}

validator_state() {
	client "$(node_of county-justice)" validator list |
		jq -r --argjson member "$1" '[.[] | select(.member == $member)][0].state // "none"'
}
is_active_validator() {
	client "$(node_of county-justice)" validator list |
		jq -e --argjson member "$1" 'any(.[]; .member == $member and .current)'
}
is_no_validator() { ! is_active_validator "$1"; }

authored() { grep -acE 'Pre-sealed block|Prepared block for proposing' "$(node_folder "$1")/log"; }
has_authored() { [ "$(authored "$1")" -gt "$2" ]; }

# become_validator NAME: register, session keys with their proof, wait for the set.
become_validator() {
	local name=$1 folder id report start before
	folder=$(node_folder "$name")
	id=$(member_id "$name")
	[ -f "$folder/validator.json" ] ||
		"$CLI" key generate --out "$folder/validator.json" >/dev/null || die "no validator key for $name"
	report=$(act "$name" validator register "$folder/validator.json") || return 1
	did "$name registers its validator" "$report"
	report=$(client "$name" --signer "$folder/validator.json" --wait in-block validator set-keys) || return 1
	did "$name sets session keys, with the proof that its node holds them" "$report"
	start=$(now_ms)
	before=$(authored "$name")
	wait_until 400 "$name in the set of validators" is_active_validator "$id" || return 1
	note "$name is in the set after $(seconds_since "$start"), at block $(best "$(rpc_port "$name")")"
	wait_until 60 "a block authored by $name" has_authored "$name" "$before" || return 1
	wait_for_finality 60 "$name" || return 1
	note "$name authors, and finalises: block $(finalised "$(rpc_port "$name")")"
}

# nobody_is_connected_to PEER: no other running node has it among its peers.
nobody_is_connected_to() {
	local name
	for name in $(running_names); do
		[ "$(node_value "$name" peer_id)" = "$1" ] && continue
		rpc "$(rpc_port "$name")" system_peers | jq -e --arg peer "$1" 'all(.[]; .peerId != $peer)' || return 1
	done
}

# ---- the whole ---------------------------------------------------------------------------------

admit() {
	local name=$1
	[ -f "$NETWORK/spec.json" ] || die "there is no network; start one with scripts/network up"
	say "Admitting $name"
	make_keys "$name"
	[ "$name" = drug-rehabilitation ] && set_up_joiner "$name"
	propose "$name" || die "the proposal failed"
	admit_by_vote "$name" || die "the admission failed"
	if [ "$name" = drug-rehabilitation ]; then
		join "$name"
		become_validator "$name" || die "$name did not become a validator"
	fi
	say "$name is a member"
}

# remove [--keep-node] NAME
remove() {
	local keep=false name id start
	if [ "$1" = --keep-node ]; then
		keep=true
		shift
	fi
	name=${1:?which agency?}
	id=$(member_id "$name")
	say "Expelling $name"
	decide council county-justice "$name" member expel "$id" --reason rules-broken || die "the expulsion failed"
	leave_behind "$name" "$id" || die "$name is expelled, and not gone"
	if ! $keep && [ -f "$(node_folder "$name")/node.json" ]; then
		stop_nodes TERM "$name"
		note "the node of $name is stopped"
	fi
	say "$name is expelled"
}

# leave_behind NAME ID: its validator leaves the set, its peer every node.
leave_behind() {
	local name=$1 id=$2 start
	[ -f "$(node_folder "$name")/node.json" ] || return 0
	start=$(now_ms)
	wait_until 400 "the validator of $name out of the set" is_no_validator "$id" || return 1
	note "its validator is out of the set after $(seconds_since "$start"), at block $(best "$(rpc_port county-justice)")"
	wait_until 120 "no node connected to that of $name" nobody_is_connected_to "$(node_value "$name" peer_id)" || return 1
	note "no node is connected to its peer any more, $(seconds_since "$start") after the decision"
}

# The loss of two of four validators for ever, keys included, and the way back.
drill_stall() {
	local lost=(county-court county-police) left=(county-justice county-procuratorate) name port before now heads
	local review start
	[ "$(running_names | grep -cE '^county-(justice|court|procuratorate|police)$')" -eq 4 ] ||
		die "the drill wants the four founding validators running: scripts/network up"
	port=$(rpc_port county-justice)
	before=$(finalised "$port")
	say "Finality at block $before, four validators"
	for name in "${lost[@]}"; do
		stop_nodes KILL "$name"
		rm -rf "$(node_folder "$name")"
		note "$name: killed, its machine and keys destroyed"
	done
	sleep 5
	before=$(finalised "$port")
	heads=$(best "$port")
	sleep 15
	now=$(finalised "$port")
	[ "$now" = "$before" ] || die "finality went on from $before to $now without two of four validators"
	say "Finality stands at block $before, while the best block went from $heads to $(best "$port")"

	heads=0
	for name in "${left[@]}"; do
		now=$(finalised "$(rpc_port "$name")")
		((now > heads)) && heads=$now
	done
	note "highest finalised block of any living node: $heads"
	review=0x$(printf 'Legality review: recovery from the loss of two validators, block %s' "$heads" | sha256sum | cut -d ' ' -f 1)
	say "Recovering by both bodies; members sign through the living nodes"
	start=$(now_ms)
	as_root "$review" validator force \
		--validator "$(member_id county-justice)=//county-justice//validator" \
		--validator "$(member_id county-procuratorate)=//county-procuratorate//validator" \
		--best-finalized "$heads" || die "the bodies could not recover"
	wait_until 400 "finality after the recovery" finality_beyond "$port" $((heads + 5)) || {
		note "its log: $(last_words county-justice)"
		die "finality did not come back"
	}
	for name in "${left[@]}"; do
		wait_until 60 "finality on $name" finality_beyond "$(rpc_port "$name")" $((heads + 5)) ||
			die "finality did not come back on $name"
	done
	say "Finality moves again: block $(finalised "$port"), $(seconds_since "$start") after the bodies began"
}
