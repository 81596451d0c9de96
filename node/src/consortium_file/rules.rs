//! Rules over all founding members together.

use super::{check::Checker, raw, Member};
use pallet_consortium::MAX_DEPTH;
use sc_network::config::MultiaddrWithPeerId;
use sc_service::ChainType;
use shejiao_primitives::member::Seat;

/// Fewest validators of a chain that is meant to survive the loss of one.
const FAULT_TOLERANT: u32 = 4;
/// Fewest seats of a body that decides for others.
const FEWEST_SEATS: usize = 2;

impl Checker {
	/// The administrative tree: no cycles, and parents above their children.
	pub fn tree(&mut self, members: &[Member]) {
		let parent = |i: usize| members.get(i).and_then(|member| member.parent);
		for (i, member) in members.iter().enumerate() {
			let Some(superior) = member.parent.and_then(|p| members.get(p)) else { continue };
			let at = format!("member[{i}].parent");
			let above: Vec<_> = std::iter::successors(parent(i), |p| parent(*p))
				.take_while(|p| *p != i)
				.take(members.len())
				.collect();
			if above.last().and_then(|top| parent(*top)) == Some(i) {
				self.fault(&at, format!("`{}` comes to stand above itself", member.key));
			} else if superior.level >= member.level {
				self.fault(
					&at,
					format!("`{}` is not of a higher level than `{}`", superior.key, member.key),
				);
			} else if member.parent > Some(i) {
				self.fault(&at, format!("`{}` must stand further up in the file", superior.key));
			} else if above.len() > usize::try_from(MAX_DEPTH).unwrap_or(usize::MAX) {
				self.fault(&at, format!("the tree has more than {MAX_DEPTH} levels"));
			}
		}
	}

	/// Seats and validators.
	pub fn bodies(&mut self, members: &[Member], governance: &raw::Governance, chain: &ChainType) {
		let voting: Vec<_> = members.iter().filter(|m| m.seat == Seat::Voting).collect();
		let supervising = voting.iter().filter(|m| m.kind.supervises()).count();
		if voting.len() < FEWEST_SEATS {
			self.fault(
				"member",
				format!("{} voting seats: the council needs {FEWEST_SEATS} or more", voting.len()),
			);
		}
		if supervising < FEWEST_SEATS {
			self.fault(
				"member",
				format!(
					"{supervising} voting seats of procuratorates, audit and discipline inspection: \
					 the supervisory committee needs {FEWEST_SEATS} or more"
				),
			);
		}

		let at = "governance.minimum-validators";
		let validators = members.iter().filter(|m| m.validator.is_some()).count();
		let minimum = governance.minimum_validators;
		if minimum == 0 {
			self.fault(at, "0 lets the chain come to a halt: write 1 or more");
		} else if *chain != ChainType::Development && minimum < FAULT_TOLERANT {
			self.fault(
				at,
				format!("{minimum} does not survive one loss: write {FAULT_TOLERANT} or more"),
			);
		}
		if validators < usize::try_from(minimum).unwrap_or(usize::MAX) {
			self.fault(
				at,
				format!("{minimum} validators wanted, and the file has {validators} of them"),
			);
		}
	}

	/// Somebody keeps the history, and a joiner finds somebody.
	pub fn archives(
		&mut self,
		members: &[Member],
		boot_nodes: &[MultiaddrWithPeerId],
		chain: &ChainType,
	) {
		if *chain == ChainType::Development {
			return;
		}
		let archives: Vec<_> =
			members.iter().flat_map(|m| &m.peers).filter(|p| p.archive).map(|p| p.id).collect();
		if archives.len() < 2 {
			self.fault(
				"member.peer",
				format!("{} peers with `archive = true`: two keep the history", archives.len()),
			);
		}
		if !boot_nodes.iter().any(|node| archives.contains(&node.peer_id)) {
			self.fault("member.peer", "no archive has an `address` at which a joiner finds it");
		}
	}
}
