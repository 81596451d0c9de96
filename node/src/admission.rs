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

use futures::StreamExt;
use pallet_consortium_runtime_api::ConsortiumApi;
use sc_client_api::BlockchainEvents;
use sc_consensus_aura::standalone::{find_pre_digest, slot_duration_at};
use sc_network::{
	peer_store::PeerStoreProvider, service::traits::NetworkService, PeerId, ReputationChange,
};
use shejiao_runtime::{opaque::Block, AccountId, Hash};
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

/// A ban decays below its threshold after 69 s; repeating it thrice as often leaves no gap.
const BAN_INTERVAL: Duration = Duration::from_secs(20);

/// A finalised block that is no older than this shows that the node follows the chain.
const RECENT: Duration = Duration::from_secs(60);

/// How often the node complains that the chain does not know it.
const COMPLAINT_INTERVAL: Duration = Duration::from_secs(60);

/// Removed peers that are remembered, so that the memory of a node is bounded.
const MAX_OUTCASTS: usize = 4096;

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

/// What the task remembers between two looks.
struct Book {
	own: PeerId,
	bootstrap: HashSet<PeerId>,
	authorised: HashSet<PeerId>,
	outcasts: HashSet<PeerId>,
	caught_up: bool,
}

impl Book {
	fn new(own: PeerId, mut bootstrap: HashSet<PeerId>) -> Self {
		bootstrap.remove(&own);
		let authorised = bootstrap.clone();
		Self { own, bootstrap, authorised, outcasts: HashSet::new(), caught_up: false }
	}

	/// Compare with what the finalised chain says. `recent`: its last block is recent. `known`: peers
	/// that the network knows of, connected or not.
	fn look(&mut self, chain: &HashSet<PeerId>, recent: bool, known: &[PeerId]) -> Orders {
		// Once is enough: a chain whose finality stands still keeps the rules it had.
		self.caught_up |= recent;

		let mut allowed = chain.clone();
		allowed.remove(&self.own);
		if !self.caught_up {
			allowed.extend(&self.bootstrap);
		}

		let mut orders = Orders::default();
		if allowed != self.authorised {
			orders.pardon = allowed.difference(&self.authorised).copied().collect();
			let removed: Vec<_> = self.authorised.difference(&allowed).copied().collect();
			self.remember(removed);
			self.authorised = allowed.clone();
			orders.authorise = Some(allowed);
		}
		self.outcasts.retain(|peer| !self.authorised.contains(peer));
		if self.caught_up {
			let strangers =
				known.iter().filter(|p| **p != self.own && !self.authorised.contains(p)).copied();
			self.remember(strangers.collect());
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

/// The task: runs as long as the node does.
pub struct Admission<C> {
	/// Reads the chain.
	pub client: Arc<C>,
	/// What is ruled.
	pub network: Arc<dyn NetworkService>,
	/// Every peer that the node has heard of, the connected ones included.
	pub peer_store: Arc<dyn PeerStoreProvider>,
	/// Boot nodes of the spec and reserved nodes of the command line.
	pub bootstrap: HashSet<PeerId>,
}

impl<C> Admission<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + BlockchainEvents<Block>,
	C::Api: ConsortiumApi<Block, AccountId> + AuraApi<Block, AuthorityId>,
{
	/// Look at every finalised block, and at least every [`BAN_INTERVAL`].
	pub async fn run(self) {
		let mut finalised = self.client.finality_notification_stream();
		let mut interval = tokio::time::interval(BAN_INTERVAL);
		interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
		let mut book = Book::new(self.network.local_peer_id(), self.bootstrap.clone());
		let mut complained: Option<Instant> = None;
		loop {
			let repeat = tokio::select! {
				block = finalised.next() => match block {
					Some(_) => false,
					None => return,
				},
				_ = interval.tick() => true,
			};
			let at = self.client.info().finalized_hash;
			let (chain, recent) = match self.read(at) {
				Ok(read) => read,
				Err(e) => {
					log::warn!(target: LOG_TARGET, "Cannot read the allowed peers at {at}: {e}");
					continue;
				},
			};
			let known = if repeat { self.strangers(&chain) } else { Vec::new() };
			let orders = book.look(&chain, recent, &known);
			self.carry_out(&book, orders, repeat);
			if recent && !chain.contains(&book.own) {
				if complained.is_none_or(|at| at.elapsed() >= COMPLAINT_INTERVAL) {
					complained = Some(Instant::now());
					log::error!(
						target: LOG_TARGET,
						"🚫 This node's peer id {} is not among the {} that the chain admits: other \
						 nodes will refuse it. The member must announce it on chain first.",
						book.own,
						chain.len(),
					);
				}
			} else if complained.take().is_some() {
				log::info!(target: LOG_TARGET, "The chain admits this node now.");
			}
		}
	}

	/// Allowed peers at a block, and whether the block is recent.
	fn read(&self, at: Hash) -> Result<(HashSet<PeerId>, bool), String> {
		let peers = self.client.runtime_api().peers(at).map_err(|e| e.to_string())?;
		let peers = peers
			.iter()
			.filter_map(|bytes| match PeerId::from_bytes(bytes) {
				Ok(peer) => Some(peer),
				Err(_) => {
					log::warn!(target: LOG_TARGET, "The chain names an unreadable peer id {bytes:02x?}");
					None
				},
			})
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
		Ok((peers, age.is_some_and(|age| age <= RECENT)))
	}

	/// Peers outside `chain` that the node has heard of and that are not banned at the moment.
	fn strangers(&self, chain: &HashSet<PeerId>) -> Vec<PeerId> {
		self.peer_store.outgoing_candidates(MAX_OUTCASTS, chain.clone())
	}

	fn carry_out(&self, book: &Book, orders: Orders, repeat: bool) {
		let changed = orders.authorise.is_some();
		if let Some(peers) = orders.authorise {
			log::info!(target: LOG_TARGET, "🪪 {} peers may connect", peers.len());
			self.network.set_authorized_peers(peers);
		}
		for peer in orders.pardon {
			let reputation = self.network.peer_reputation(&peer);
			if reputation < 0 {
				self.network.report_peer(
					peer,
					ReputationChange::new(reputation.saturating_neg(), "Admitted"),
				);
			}
		}
		if changed || repeat {
			for peer in orders.ban {
				if book.authorised.contains(&peer) {
					continue;
				}
				log::debug!(target: LOG_TARGET, "Banning {peer}, which the chain does not admit");
				self.network.report_peer(peer, ReputationChange::new_fatal("Not admitted"));
			}
		}
	}
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

	#[test]
	fn a_joiner_may_reach_the_boot_nodes_and_bans_nobody_until_it_has_caught_up() {
		let mut book = Book::new(peer(0), peers(&[8, 9]));
		let orders = book.look(&peers(&[0, 1]), false, &[peer(7)]);
		assert_eq!(orders.authorise, Some(peers(&[1, 8, 9])));
		assert_eq!(orders.ban, peers(&[]));
	}

	#[test]
	fn after_catching_up_the_chain_alone_rules_boot_nodes_included() {
		let mut book = Book::new(peer(0), peers(&[8, 9]));
		book.look(&peers(&[0, 1]), false, &[]);
		let orders = book.look(&peers(&[0, 1, 9]), true, &[]);
		assert_eq!(orders.authorise, Some(peers(&[1, 9])));
		assert_eq!(orders.ban, peers(&[8]));
	}

	#[test]
	fn nothing_is_set_when_nothing_changed() {
		let mut book = Book::new(peer(0), peers(&[]));
		assert!(book.look(&peers(&[1, 2]), true, &[]).authorise.is_some());
		assert_eq!(book.look(&peers(&[1, 2]), true, &[]), Orders::default());
	}

	#[test]
	fn a_removed_peer_is_banned_at_every_look_until_it_is_admitted_again() {
		let mut book = Book::new(peer(0), peers(&[]));
		book.look(&peers(&[1, 2]), true, &[]);
		assert_eq!(book.look(&peers(&[1]), true, &[]).ban, peers(&[2]));
		assert_eq!(book.look(&peers(&[1]), true, &[]).ban, peers(&[2]));
		let orders = book.look(&peers(&[1, 2]), true, &[]);
		assert_eq!(orders.pardon, vec![peer(2)]);
		assert_eq!(orders.ban, peers(&[]));
		assert_eq!(book.look(&peers(&[1, 2]), true, &[]).ban, peers(&[]));
	}

	#[test]
	fn a_stranger_is_banned_and_the_node_itself_is_not() {
		let mut book = Book::new(peer(0), peers(&[]));
		let orders = book.look(&peers(&[1]), true, &[peer(0), peer(1), peer(5)]);
		assert_eq!(orders.ban, peers(&[5]));
	}

	#[test]
	fn finality_that_stands_still_does_not_bring_the_boot_nodes_back() {
		let mut book = Book::new(peer(0), peers(&[9]));
		book.look(&peers(&[1]), true, &[]);
		assert_eq!(
			book.look(&peers(&[1]), false, &[]),
			Orders { ban: peers(&[9]), ..Default::default() }
		);
	}

	#[test]
	fn the_memory_of_strangers_is_bounded() {
		let mut book = Book::new(peer(0), peers(&[]));
		let many: Vec<_> = (0..MAX_OUTCASTS + 10).map(|_| PeerId::random()).collect();
		assert_eq!(book.look(&peers(&[1]), true, &many).ban.len(), MAX_OUTCASTS);
	}
}
