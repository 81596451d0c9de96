//! Invariants.

use crate::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use shejiao_primitives::{
	account::AccountRole,
	governance::Seats,
	member::{Access, Seat, Standing},
	time::LegalDate,
};
use sp_runtime::TryRuntimeError;

type Outcome = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Every invariant of the pallet.
	pub fn do_try_state() -> Outcome {
		let records: BTreeMap<MemberId, RecordOf<T>> = MemberRecords::<T>::iter().collect();
		Self::check_accounts(&records)?;
		Self::check_records(&records)?;
		Self::check_tree(&records)?;
		Self::check_histories(&records)?;
		Self::check_seats(&records)?;
		Self::check_peers(&records)?;
		Self::check_units(&records)?;
		Self::check_proposals()?;
		Self::check_agenda(&records)
	}

	/// Every account ever admitted has one provider reference, and those with the role of an
	/// institution are the ones that members have had.
	fn check_accounts(records: &BTreeMap<MemberId, RecordOf<T>>) -> Outcome {
		let mut institutions = 0u32;
		for (who, role) in Roles::<T>::iter() {
			ensure!(
				frame_system::Pallet::<T>::providers(&who) == 1,
				"an account ever admitted has not exactly one provider reference"
			);
			if role == AccountRole::Institution {
				institutions = institutions.saturating_add(1);
				ensure!(
					Institutions::<T>::contains_key(&who),
					"an account with the role of an institution belongs to no member"
				);
			}
		}
		let mut entries = 0u32;
		for (who, member) in Institutions::<T>::iter() {
			entries = entries.saturating_add(1);
			ensure!(records.contains_key(&member), "an institution account of no member");
			ensure!(
				Roles::<T>::get(&who) == Some(AccountRole::Institution),
				"an institution account without its role"
			);
			let in_history = (0..InstitutionCount::<T>::get(member)).any(|i| {
				InstitutionEntries::<T>::get(member, i).is_some_and(|entry| entry.value == who)
			});
			ensure!(in_history, "an institution account that is not in its member's history");
		}
		ensure!(entries == institutions, "institution accounts and roles do not match");
		for (member, record) in records {
			ensure!(
				Institutions::<T>::get(&record.institution) == Some(*member),
				"the account of a member is not its institution account"
			);
		}
		Ok(())
	}

	/// Ids, standing, and what may hang on it.
	fn check_records(records: &BTreeMap<MemberId, RecordOf<T>>) -> Outcome {
		let ids: Vec<_> = records.keys().copied().collect();
		let expected: Vec<_> = (0..NextMember::<T>::get().0).map(MemberId).collect();
		ensure!(ids == expected, "member ids are not those below the counter");
		let current: Vec<_> = records
			.iter()
			.filter(|(_, record)| record.standing.is_member())
			.map(|(member, _)| *member)
			.collect();
		ensure!(
			CurrentMembers::<T>::get().into_inner() == current,
			"the list of members is not that of the records"
		);
		for record in records.values() {
			let Placement { area, seat, provider, access, .. } = record.placement;
			ensure!(area.is_valid(), "a member without an area");
			ensure!(
				seat == Seat::NonVoting || (record.kind.may_vote() && !provider),
				"a voting seat of a member that never votes"
			);
			ensure!(
				access == Access::Gateway || record.kind.may_run_full_node(),
				"a full node of a member that may not run one"
			);
			ensure!(record.encryption.is_valid(), "an encryption key that is none of its suite");
			ensure!(
				record.suspension.is_some() == (record.standing == Standing::Suspended),
				"a suspension and a standing that do not match"
			);
			ensure!(
				record.standing.is_member()
					|| (record.withdrawal.is_none() && record.renewal.is_none() && !record.overdue),
				"a former member with a notice or a renewal"
			);
			ensure!(
				!record.overdue || (record.kind.is_statutory() && record.renewal.is_some()),
				"an overdue renewal that nobody owes"
			);
			ensure!(
				!record.standing.is_member()
					|| record.kind.is_statutory()
					|| record.renewal.is_some(),
				"a member whose membership never ends, though no law makes it act"
			);
		}
		Ok(())
	}

	/// The administrative tree has no loop, and nobody stands above a higher level.
	fn check_tree(records: &BTreeMap<MemberId, RecordOf<T>>) -> Outcome {
		for (member, record) in records {
			let mut seen = BTreeSet::from([*member]);
			let mut next = record.placement.parent;
			while let Some(parent) = next {
				ensure!(seen.insert(parent), "the administrative tree has a loop");
				let Some(above) = records.get(&parent) else {
					return Err("the superior of a member does not exist".into());
				};
				next = above.placement.parent;
			}
			let above = record.placement.parent.and_then(|parent| records.get(&parent));
			ensure!(
				!record.standing.is_member()
					|| above.is_none_or(|a| a.placement.level <= record.placement.level),
				"the superior of a member is of a lower level"
			);
		}
		Ok(())
	}

	/// Histories are in order, and end with what holds now.
	fn check_histories(records: &BTreeMap<MemberId, RecordOf<T>>) -> Outcome {
		for (member, record) in records {
			StandingHistory::<T>::check(member)?;
			InstitutionHistory::<T>::check(member)?;
			EncryptionHistory::<T>::check(member)?;
			OrderHistory::<T>::check(member)?;
			ensure!(
				StandingHistory::<T>::current(member).map(|stood| stood.standing)
					== Some(record.standing),
				"the history of a standing ends otherwise"
			);
			ensure!(
				InstitutionHistory::<T>::current(member).as_ref() == Some(&record.institution),
				"the history of institution accounts ends otherwise"
			);
			ensure!(
				EncryptionHistory::<T>::current(member).as_ref() == Some(&record.encryption),
				"the history of encryption keys ends otherwise"
			);
			let first = StandingEntries::<T>::get(member, 0).map(|entry| entry.since);
			ensure!(first == Some(record.admitted), "a member admitted at another moment");
			let order = OrderHistory::<T>::current(member).flatten();
			ensure!(
				order.is_none()
					|| (record.kind.is_statutory()
						&& record.standing != Standing::Active
						&& record.placement.parent == order.map(|order| order.superior)),
				"an order about a member that acts itself, or of another superior"
			);
		}
		Ok(())
	}

	/// Seats, voters and collectives are those that the records give.
	fn check_seats(records: &BTreeMap<MemberId, RecordOf<T>>) -> Outcome {
		for body in BODIES {
			let seats = records.values().filter(|record| record.sits_in(body)).count() as u32;
			ensure!(Self::seats(body) == seats, "the seats of a body are not those of its members");
			let mut voters: Vec<_> = records
				.values()
				.filter(|record| record.votes_in(body))
				.map(|record| record.institution.clone())
				.collect();
			voters.sort();
			ensure!(
				Voters::<T>::get(body).into_inner() == voters,
				"the voters of a body are not its active members"
			);
			ensure!(
				T::Roster::voters(body) == voters,
				"a collective has other members than its body"
			);
			ensure!(
				Epochs::<T>::get(body) >= seats,
				"a body has more seats than it has seen changes"
			);
		}
		Ok(())
	}

	/// Peer ids have one owner, which lists them.
	fn check_peers(records: &BTreeMap<MemberId, RecordOf<T>>) -> Outcome {
		let mut listed = BTreeMap::new();
		for (member, record) in records {
			ensure!(
				record.peers.is_empty() || record.placement.access == Access::FullNode,
				"nodes of a member without a full node"
			);
			for peer in &record.peers {
				ensure!(is_peer_id(&peer.id), "a peer id that is no multihash");
				ensure!(
					listed.insert(peer.id.clone(), *member).is_none(),
					"a peer id of two nodes"
				);
			}
		}
		let owners: BTreeMap<_, _> = PeerOwners::<T>::iter().collect();
		ensure!(owners == listed, "the owners of peer ids are not the members that list them");
		Ok(())
	}

	/// Units have an owner of the right kind, and are counted.
	fn check_units(records: &BTreeMap<MemberId, RecordOf<T>>) -> Outcome {
		let mut open: BTreeMap<MemberId, u32> = BTreeMap::new();
		let mut all = BTreeSet::new();
		for (id, unit) in Units::<T>::iter() {
			ensure!(id < NextUnit::<T>::get(), "a unit above the counter");
			let Some(owner) = records.get(&unit.owner) else {
				return Err("a unit of no member".into());
			};
			ensure!(owner.kind == unit.kind.owner(), "a unit of a member of another kind");
			ensure!(
				unit.closed.is_none_or(|closure| unit.opened <= closure.at),
				"a unit closed before it was opened"
			);
			if unit.closed.is_none() {
				let count = open.entry(unit.owner).or_default();
				*count = count.saturating_add(1);
			}
			all.insert((unit.owner, id));
		}
		let listed: BTreeSet<_> = UnitsOf::<T>::iter_keys().collect();
		ensure!(listed == all, "the units by member are not the units");
		for (member, record) in records {
			ensure!(
				open.get(member).copied().unwrap_or_default() == record.units,
				"the open units of a member are not those counted"
			);
		}
		Ok(())
	}

	/// Proposals are open or closed, never both, and no member objects twice.
	fn check_proposals() -> Outcome {
		ensure!(
			Proposals::<T>::count() as usize == Proposals::<T>::iter_keys().count(),
			"the counter of open proposals is wrong"
		);
		let mut all = BTreeSet::new();
		for (id, proposal) in Proposals::<T>::iter() {
			ensure!(proposal.public_until <= proposal.until, "a proposal that ends too early");
			let objectors: BTreeSet<_> =
				proposal.objections.iter().map(|objection| objection.member).collect();
			ensure!(objectors.len() == proposal.objections.len(), "a member objected twice");
			all.insert(id);
		}
		for id in Outcomes::<T>::iter_keys() {
			ensure!(all.insert(id), "a proposal is both open and closed");
		}
		ensure!(
			all.into_iter().eq((0..NextProposal::<T>::get().0).map(ProposalId)),
			"proposals are not those below the counter"
		);
		Ok(())
	}

	/// The agenda is sorted and holds exactly what is to come.
	fn check_agenda(records: &BTreeMap<MemberId, RecordOf<T>>) -> Outcome {
		let agenda = Agenda::<T>::get().into_inner();
		ensure!(agenda.windows(2).all(|pair| pair[0] < pair[1]), "the agenda is not sorted");
		ensure!(
			NextDue::<T>::get() == agenda.first().map(|(until, _)| *until),
			"the next day of the agenda is not its first"
		);
		let entries: BTreeMap<Due, LegalDate> =
			agenda.iter().map(|(until, due)| (*due, *until)).collect();
		ensure!(entries.len() == agenda.len(), "something is on the agenda twice");

		let mut expected: BTreeMap<Due, LegalDate> =
			Proposals::<T>::iter().map(|(id, open)| (Due::Proposal(id), open.until)).collect();
		for (member, record) in records {
			if let Some(until) = record.suspension.and_then(|suspension| suspension.until) {
				expected.insert(Due::Suspension(*member), until);
			}
			if let Some(notice) = record.withdrawal {
				expected.insert(Due::Withdrawal(*member), notice.until);
			}
			if let Some(until) = record.renewal.filter(|_| !record.overdue) {
				expected.insert(Due::Renewal(*member), until);
			}
			if !record.standing.is_member() && !record.peers.is_empty() {
				expected.insert(Due::Peers(*member), LegalDate(0));
			}
		}
		ensure!(
			entries.keys().eq(expected.keys()),
			"the agenda is not what the members and proposals are waiting for"
		);
		// Later only when it could not be done and was put off.
		ensure!(
			entries.iter().all(|(due, until)| expected.get(due).is_some_and(|day| day <= until)),
			"something is on the agenda before its day"
		);
		Ok(())
	}
}
