//! Who may connect: the peer ids of the members' nodes, as the finalised chain names them.
//!
//! The node starts in reserved-only mode (switching at run time would leave removed peers connected)
//! and this task keeps the reserved set equal to the chain's. Removing a peer from the reserved set
//! alone is not enough: litep2p refuses block and state requests to *banned* peers only. So every
//! known peer outside the set is banned too, again and again, because reputation decays towards zero.
//!
//! Until the node has caught up with the chain, the state it knows names peers of the past. The boot
//! nodes of the spec and the operator's reserved nodes are then allowed besides, so that a joiner can
//! sync from the archives, and nobody is banned.
//!
//! A node that lacks many blocks talks to archives alone while there is one ahead of it. The others
//! have pruned the bodies that it lacks, answer with nothing, and, reserved as they are, are asked
//! again at once: they would hold the first blocks for ever.

use futures::{future::BoxFuture, StreamExt};
use pallet_consortium_runtime_api::ConsortiumApi;
use sc_client_api::BlockchainEvents;
use sc_consensus_aura::standalone::{find_pre_digest, slot_duration_at};
use sc_network::{
	peer_store::PeerStoreProvider, service::traits::NetworkService, PeerId, ReputationChange,
};
use shejiao_primitives::ids::MemberId;
use shejiao_runtime::{opaque::Block, AccountId, BlockNumber, Hash};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{
	sr25519::{AuthorityId, AuthoritySignature},
	AuraApi,
};
use sp_timestamp::Timestamp;
use std::{
	collections::HashSet,
	sync::Arc,
	time::{Duration, Instant},
};

const LOG_TARGET: &str = "admission";

/// How often the node looks while no block is finalised.
const LOOK_INTERVAL: Duration = Duration::from_secs(2);

/// A ban decays below its threshold after 69 s; repeating it thrice as often leaves no gap.
const BAN_INTERVAL: Duration = Duration::from_secs(20);

/// A finalised block that is no older than this shows that the node follows the chain.
const RECENT: Duration = Duration::from_secs(60);

/// How often the node complains that the chain does not know it.
const COMPLAINT_INTERVAL: Duration = Duration::from_secs(60);

/// Blocks that a node may lack and still get from everybody: far fewer than the bodies that an
/// ordinary node keeps.
const GAP: BlockNumber = 64;

/// Removed peers that are remembered, so that the memory of a node is bounded.
const MAX_OUTCASTS: usize = 4096;

/// Members that are read at once.
const PAGE: u32 = 64;

/// What is to be done to the network after a look at the chain.
#[derive(Debug, Default, PartialEq, Eq)]
struct Orders {
	/// The reserved set, if it changed.
	authorise: Option<HashSet<PeerId>>,
	/// Peers that came back into the set: their ban ends.
	pardon: Vec<PeerId>,
	/// Peers to ban.
	ban: HashSet<PeerId>,
}

/// What a look has found.
#[derive(Debug, Default, Clone)]
struct View {
	/// Peers that the finalised chain admits.
	chain: HashSet<PeerId>,
	/// Whether its last block is recent.
	recent: bool,
	/// Archives, if the node lacks many blocks and one of them has these.
	follow: Option<HashSet<PeerId>>,
	/// Peers that the network knows of, connected or not.
	known: Vec<PeerId>,
}

/// What the task remembers between two looks.
struct Book {
	own: PeerId,
	bootstrap: HashSet<PeerId>,
	admitted: HashSet<PeerId>,
	authorised: HashSet<PeerId>,
	outcasts: HashSet<PeerId>,
	caught_up: bool,
}

impl Book {
	fn new(own: PeerId, mut bootstrap: HashSet<PeerId>) -> Self {
		bootstrap.remove(&own);
		Self {
			own,
			admitted: bootstrap.clone(),
			authorised: bootstrap.clone(),
			bootstrap,
			outcasts: HashSet::new(),
			caught_up: false,
		}
	}

	fn look(&mut self, view: &View) -> Orders {
		// Once is enough: a chain whose finality stands still keeps the rules it had.
		self.caught_up |= view.recent;

		let mut admitted = view.chain.clone();
		admitted.remove(&self.own);
		if !self.caught_up {
			admitted.extend(&self.bootstrap);
		}
		let mut orders = Orders {
			pardon: admitted.difference(&self.admitted).copied().collect(),
			..Default::default()
		};
		let removed: Vec<_> = self.admitted.difference(&admitted).copied().collect();
		self.remember(removed);
		self.admitted = admitted;
		self.outcasts.retain(|peer| !self.admitted.contains(peer));

		let authorised = match &view.follow {
			Some(archives) => self.admitted.intersection(archives).copied().collect(),
			None => self.admitted.clone(),
		};
		if authorised != self.authorised {
			self.authorised = authorised.clone();
			orders.authorise = Some(authorised);
		}
		if self.caught_up {
			let strangers = view
				.known
				.iter()
				.filter(|p| **p != self.own && !self.admitted.contains(p))
				.copied()
				.collect();
			self.remember(strangers);
			orders.ban = self.outcasts.clone();
		}
		orders
	}

	fn remember(&mut self, peers: Vec<PeerId>) {
		for peer in peers {
			if self.outcasts.len() < MAX_OUTCASTS {
				self.outcasts.insert(peer);
			}
		}
	}
}

/// Those of `peers` that have so many blocks more than `own` that others may have pruned the first.
fn far_ahead(own: BlockNumber, peers: &[(PeerId, BlockNumber)]) -> impl Iterator<Item = &PeerId> {
	peers.iter().filter(move |(_, best)| *best > own.saturating_add(GAP)).map(|(peer, _)| peer)
}

/// Connected peers with their best blocks.
pub type Connected = Box<dyn Fn() -> BoxFuture<'static, Vec<(PeerId, BlockNumber)>> + Send + Sync>;

/// The task: runs as long as the node does.
pub struct Admission<C> {
	/// Reads the chain.
	pub client: Arc<C>,
	/// What is ruled.
	pub network: Arc<dyn NetworkService>,
	/// Who is connected.
	pub connected: Connected,
	/// Every peer that the node has heard of, the connected ones included.
	pub peer_store: Arc<dyn PeerStoreProvider>,
	/// Boot nodes of the spec and reserved nodes of the command line.
	pub bootstrap: HashSet<PeerId>,
	/// Reserved nodes of the command line: the operator vouches that they have what is needed.
	pub reserved: HashSet<PeerId>,
}

impl<C> Admission<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + BlockchainEvents<Block>,
	C::Api: ConsortiumApi<Block, AccountId> + AuraApi<Block, AuthorityId>,
{
	/// Look at every finalised block, and at least every [`LOOK_INTERVAL`].
	pub async fn run(self) {
		let mut finalised = self.client.finality_notification_stream();
		let mut interval = tokio::time::interval(LOOK_INTERVAL);
		interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
		let mut book = Book::new(self.network.local_peer_id(), self.bootstrap.clone());
		let mut complained: Option<Instant> = None;
		let mut banned: Option<Instant> = None;
		loop {
			tokio::select! {
				block = finalised.next() => if block.is_none() {
					return;
				},
				_ = interval.tick() => (),
			}
			let connected = (self.connected)().await;
			let repeat = banned.is_none_or(|at| at.elapsed() >= BAN_INTERVAL);
			let view = match self.view(&connected, repeat) {
				Ok(view) => view,
				Err(e) => {
					log::warn!(target: LOG_TARGET, "Cannot read who is admitted: {e}");
					continue;
				},
			};
			let orders = book.look(&view);
			if repeat || orders.authorise.is_some() {
				banned = Some(Instant::now());
				self.ban(&orders.ban);
			}
			self.carry_out(orders, view.follow.is_some());

			if !view.recent || view.chain.contains(&book.own) {
				if complained.take().is_some() {
					log::info!(target: LOG_TARGET, "The chain admits this node now.");
				}
			} else if complained.is_none_or(|at| at.elapsed() >= COMPLAINT_INTERVAL) {
				complained = Some(Instant::now());
				log::error!(
					target: LOG_TARGET,
					"🚫 This node's peer id {} is not among the {} that the chain admits: other nodes \
					 refuse it. Its member must announce it on chain.",
					book.own,
					view.chain.len(),
				);
			}
		}
	}

	fn view(&self, connected: &[(PeerId, BlockNumber)], repeat: bool) -> Result<View, String> {
		let info = self.client.info();
		let at = info.finalized_hash;
		let chain: HashSet<_> = self
			.client
			.runtime_api()
			.peers(at)
			.map_err(|e| e.to_string())?
			.iter()
			.filter_map(|bytes| read_peer(bytes))
			.collect();
		let header = self
			.client
			.header(at)
			.map_err(|e| e.to_string())?
			.ok_or_else(|| "the finalised header is missing".to_string())?;
		let slot =
			find_pre_digest::<Block, AuthoritySignature>(&header).map_err(|e| e.to_string())?;
		let duration = slot_duration_at::<AuthorityId, Block, _>(&*self.client, at)
			.map_err(|e| e.to_string())?;
		let age = slot.timestamp(duration).map(|then| {
			Duration::from_millis(Timestamp::current().as_millis().saturating_sub(then.as_millis()))
		});
		let mut ahead = far_ahead(info.best_number, connected).peekable();
		let follow = if ahead.peek().is_none() {
			None
		} else {
			let archives = self.archives(at)?;
			ahead.any(|peer| archives.contains(peer)).then_some(archives)
		};
		let known = if repeat {
			self.peer_store.outgoing_candidates(MAX_OUTCASTS, chain.clone())
		} else {
			Vec::new()
		};
		Ok(View { recent: age.is_some_and(|age| age <= RECENT), chain, follow, known })
	}

	/// Nodes that have every block: those that the chain names, and those that the operator does.
	fn archives(&self, at: Hash) -> Result<HashSet<PeerId>, String> {
		let mut archives = self.reserved.clone();
		let mut from = Some(MemberId(0));
		while let Some(first) = from {
			let page =
				self.client.runtime_api().members(at, first, PAGE).map_err(|e| e.to_string())?;
			archives.extend(
				page.iter()
					.flat_map(|member| &member.peers)
					.filter(|peer| peer.archive)
					.filter_map(|peer| read_peer(&peer.id)),
			);
			from = page.last().map(|last| MemberId(last.id.0.saturating_add(1)));
		}
		Ok(archives)
	}

	fn carry_out(&self, orders: Orders, following: bool) {
		for peer in orders.pardon {
			let reputation = self.network.peer_reputation(&peer);
			if reputation < 0 {
				let amends = ReputationChange::new(reputation.saturating_neg(), "Admitted");
				self.network.report_peer(peer, amends);
			}
		}
		if let Some(peers) = orders.authorise {
			let why = if following { ": archives, until the blocks are there" } else { "" };
			log::info!(target: LOG_TARGET, "🪪 {} peers may connect{why}", peers.len());
			self.network.set_authorized_peers(peers);
		}
	}

	fn ban(&self, peers: &HashSet<PeerId>) {
		for peer in peers {
			log::debug!(target: LOG_TARGET, "Banning {peer}, which the chain does not admit");
			self.network.report_peer(*peer, ReputationChange::new_fatal("Not admitted"));
		}
	}
}

/// A peer id as the chain stores it.
fn read_peer(bytes: &[u8]) -> Option<PeerId> {
	PeerId::from_bytes(bytes)
		.inspect_err(
			|_| log::warn!(target: LOG_TARGET, "The chain names an unreadable peer id {bytes:02x?}"),
		)
		.ok()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn peer(n: u8) -> PeerId {
		let secret = sc_network_types::ed25519::SecretKey::try_from_bytes([n; 32])
			.expect("32 bytes are a secret key");
		sc_network_types::ed25519::Keypair::from(secret).public().to_peer_id()
	}

	fn peers(ns: &[u8]) -> HashSet<PeerId> {
		ns.iter().map(|n| peer(*n)).collect()
	}

	/// A chain that admits these peers, and whether its last block is recent.
	fn chain(ns: &[u8], recent: bool) -> View {
		View { chain: peers(ns), recent, ..Default::default() }
	}

	#[test]
	fn a_joiner_may_reach_the_boot_nodes_and_bans_nobody_until_it_has_caught_up() {
		let mut book = Book::new(peer(0), peers(&[8, 9]));
		let orders = book.look(&View { known: vec![peer(7)], ..chain(&[0, 1], false) });
		assert_eq!(orders.authorise, Some(peers(&[1, 8, 9])));
		assert_eq!(orders.ban, peers(&[]));
	}

	#[test]
	fn after_catching_up_the_chain_alone_rules_boot_nodes_included() {
		let mut book = Book::new(peer(0), peers(&[8, 9]));
		book.look(&chain(&[0, 1], false));
		let orders = book.look(&chain(&[0, 1, 9], true));
		assert_eq!(orders.authorise, Some(peers(&[1, 9])));
		assert_eq!(orders.ban, peers(&[8]));
	}

	#[test]
	fn nothing_is_set_when_nothing_changed() {
		let mut book = Book::new(peer(0), peers(&[]));
		assert!(book.look(&chain(&[1, 2], true)).authorise.is_some());
		assert_eq!(book.look(&chain(&[1, 2], true)), Orders::default());
	}

	#[test]
	fn a_removed_peer_is_banned_at_every_look_until_it_is_admitted_again() {
		let mut book = Book::new(peer(0), peers(&[]));
		book.look(&chain(&[1, 2], true));
		assert_eq!(book.look(&chain(&[1], true)).ban, peers(&[2]));
		assert_eq!(book.look(&chain(&[1], true)).ban, peers(&[2]));
		let orders = book.look(&chain(&[1, 2], true));
		assert_eq!(orders.pardon, vec![peer(2)]);
		assert_eq!(orders.ban, peers(&[]));
		assert_eq!(book.look(&chain(&[1, 2], true)).ban, peers(&[]));
	}

	#[test]
	fn a_stranger_is_banned_and_the_node_itself_is_not() {
		let mut book = Book::new(peer(0), peers(&[]));
		let known = vec![peer(0), peer(1), peer(5)];
		let orders = book.look(&View { known, ..chain(&[1], true) });
		assert_eq!(orders.ban, peers(&[5]));
	}

	#[test]
	fn finality_that_stands_still_does_not_bring_the_boot_nodes_back() {
		let mut book = Book::new(peer(0), peers(&[9]));
		book.look(&chain(&[1], true));
		let orders = book.look(&chain(&[1], false));
		assert_eq!(orders, Orders { ban: peers(&[9]), ..Default::default() });
	}

	#[test]
	fn who_lacks_many_blocks_talks_to_archives_alone_and_bans_nobody_for_it() {
		let mut book = Book::new(peer(0), peers(&[]));
		book.look(&chain(&[1, 2, 3], true));
		let follow = Some(peers(&[3, 4]));
		let orders = book.look(&View { follow, ..chain(&[1, 2, 3], true) });
		assert_eq!(orders.authorise, Some(peers(&[3])));
		assert_eq!(orders.ban, peers(&[]));
		let orders = book.look(&chain(&[1, 2, 3], true));
		assert_eq!(orders, Orders { authorise: Some(peers(&[1, 2, 3])), ..Default::default() });
	}

	#[test]
	fn a_gap_is_counted_against_the_peers_that_are_connected() {
		let connected = [(peer(1), 10 + GAP), (peer(2), 3), (peer(3), 11 + GAP)];
		assert_eq!(far_ahead(10, &connected).collect::<Vec<_>>(), [&peer(3)]);
		assert_eq!(far_ahead(11, &connected).count(), 0);
	}

	#[test]
	fn the_memory_of_strangers_is_bounded() {
		let mut book = Book::new(peer(0), peers(&[]));
		let known: Vec<_> = (0..MAX_OUTCASTS + 10).map(|_| PeerId::random()).collect();
		assert_eq!(book.look(&View { known, ..chain(&[1], true) }).ban.len(), MAX_OUTCASTS);
	}
}
