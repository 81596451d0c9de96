//! Votes for two blocks, reported as nodes report them.

use super::*;
use crate::*;
use pallet_grandpa::Call::report_equivocation_unsigned;
use sp_core::Pair as _;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionSource};

const OFFENDER: &str = "county-police";
const NODE: &str = "county-police//validator";

fn report(
	proof: sp_consensus_grandpa::EquivocationProof<Hash, BlockNumber>,
	ownership: sp_session::MembershipProof,
) -> UncheckedExtrinsic {
	let call = report_equivocation_unsigned::<Runtime> {
		equivocation_proof: Box::new(proof),
		key_owner_proof: ownership,
	};
	UncheckedExtrinsic::new_bare(call.into())
}

/// Let three validators be enough.
fn lower_the_minimum() {
	as_root(pallet_validators::Call::<Runtime>::set_minimum { minimum: 3 });
}

fn is_disabled(validator: &str) -> bool {
	let place = Session::validators().iter().position(|who| *who == account(validator));
	place.is_some_and(|place| Session::disabled_validators().contains(&(place as u32)))
}

#[test]
fn an_equivocation_in_a_past_session_is_punished_after_a_key_rotation() {
	network(|| {
		lower_the_minimum();
		pass_sessions(1);
		let old = voter_key("county-police//session");
		let (session, set) = (Session::current_index(), Grandpa::current_set_id());
		let (proof, ownership) = (equivocation(set, &old), ownership(&old));

		// Meanwhile it works with other keys.
		let rotate = pallet_session::Call::<Runtime>::set_keys {
			keys: session_keys(NEW_SESSION),
			proof: possession(NODE, NEW_SESSION),
		};
		assert_eq!(submit(NODE, rotate), Ok(Ok(())));
		pass_sessions(3);
		assert!(Grandpa::current_set_id() > set);
		assert_ne!(Session::current_index(), session);
		let id = sp_consensus_grandpa::AuthorityId::from(old.public());
		assert!(Grandpa::grandpa_authorities().iter().all(|(key, _)| *key != id));

		assert!(!is_disabled(NODE));
		let report = report(proof, ownership);
		assert_eq!(block(|| apply(report.clone())), Ok(Ok(())));
		assert!(is_disabled(NODE), "authors no more");
		System::assert_has_event(
			pallet_validators::Event::<Runtime>::Equivocated {
				member: member(OFFENDER),
				validator: account(NODE),
				session,
			}
			.into(),
		);
		let told = Oversight::view_alerts(member(OFFENDER), 0, 64);
		let equivocation = shejiao_primitives::oversight::Rule::Equivocation;
		assert_eq!(told.iter().filter(|(_, alert)| alert.rule == equivocation).count(), 1);
		let supervisor = member("county-procuratorate");
		assert_eq!(Oversight::view_told(supervisor, 0, 64).len(), 1, "{told:?}");
		// Known: the same report is stale.
		assert_eq!(block(|| apply(report.clone())), Err(InvalidTransaction::Stale.into()));

		pass_sessions(2);
		assert!(!Session::validators().contains(&account(NODE)), "left out of the set");
		assert_eq!(Session::validators().len(), 3);
		assert_eq!(Grandpa::grandpa_authorities().len(), 3);
	});
}

#[test]
fn an_equivocator_that_cannot_be_spared_stays_disabled_in_every_session() {
	network(|| {
		pass_sessions(1);
		let key = voter_key("county-police//session");
		let report = report(equivocation(Grandpa::current_set_id(), &key), ownership(&key));
		assert_eq!(block(|| apply(report.clone())), Ok(Ok(())));
		for _ in 0..3 {
			pass_sessions(1);
			assert!(Session::validators().contains(&account(NODE)));
			assert!(is_disabled(NODE));
		}
		lower_the_minimum();
		pass_sessions(3);
		assert!(!Session::validators().contains(&account(NODE)));
	});
}

#[test]
fn a_report_that_proves_nothing_is_refused() {
	network(|| {
		pass_sessions(1);
		let set = Grandpa::current_set_id();
		let key = voter_key("county-police//session");
		let other = voter_key("county-court//session");
		// The ownership of another key.
		let foreign = report(equivocation(set, &key), ownership(&other));
		assert_eq!(block(|| apply(foreign)), Err(InvalidTransaction::BadProof.into()));
		// Votes in a set that this session was not part of.
		let late = report(equivocation(set + 1, &key), ownership(&key));
		assert_eq!(
			block(|| apply(late)),
			failed(pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof)
		);
		assert!(!is_disabled(NODE));
	});
}

#[test]
fn reports_come_from_nodes_and_not_from_the_network() {
	network(|| {
		pass_sessions(1);
		let key = voter_key("county-police//session");
		let report = report(equivocation(Grandpa::current_set_id(), &key), ownership(&key));
		let validity = |source| {
			sandbox(|| Executive::validate_transaction(source, report.clone(), Hash::zero()))
		};
		assert!(validity(TransactionSource::Local).is_ok());
		assert_eq!(validity(TransactionSource::External), Err(InvalidTransaction::Call.into()));
	});
}

#[test]
fn a_member_may_report_by_a_transaction_too() {
	network(|| {
		pass_sessions(1);
		let key = voter_key("county-police//session");
		let call = pallet_grandpa::Call::<Runtime>::report_equivocation {
			equivocation_proof: Box::new(equivocation(Grandpa::current_set_id(), &key)),
			key_owner_proof: ownership(&key),
		};
		assert_eq!(submit("county-court", call), Ok(Ok(())));
		assert!(is_disabled(NODE));
	});
}
