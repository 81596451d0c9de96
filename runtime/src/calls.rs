//! Which calls exist, what each is to the law, and which may be paused.
//!
//! Three questions about every call, in one room so that a new pallet answers all of them:
//! [`Existing`] (may it be dispatched at all, by whomever), [`Table`] (who may sign it, and whether
//! the law orders it), [`NeverPaused`] (may the council pause it).

use crate::{AccountId, Runtime, RuntimeCall};
use frame_support::{traits::Contains, weights::Weight};
use pallet_gate::{CallTable, ExtraCheck, Roles, Row, Signer};
use pallet_tx_pause::RuntimeCallNameOf;
use shejiao_primitives::{
	account::AccountRole, attempt::RefusalKind, ids::MemberId, member::CallClass, refusal::Refusal,
};
use sp_runtime::{traits::Convert, DispatchError};

/// Calls that exist for origins other than Root.
///
/// A list of what is allowed, so that a call which a new release of the SDK brings stays closed. Free
/// transfers, remarks (free text), `purge_keys` (shrinks the set behind the consensus pallets' backs)
/// and wrappers that hide a failure or change the origin are not in it.
pub struct Existing;

impl Contains<RuntimeCall> for Existing {
	fn contains(call: &RuntimeCall) -> bool {
		use RuntimeCall as C;
		match call {
			C::System(call) => {
				matches!(call, frame_system::Call::apply_authorized_upgrade { .. })
			},
			C::Timestamp(_) | C::SlotRandomness(_) | C::Preimage(_) | C::TxPause(_) => true,
			C::Grandpa(call) => !matches!(call, pallet_grandpa::Call::note_stalled { .. }),
			C::Session(call) => matches!(call, pallet_session::Call::set_keys { .. }),
			C::Utility(call) => matches!(call, pallet_utility::Call::batch_all { .. }),
			C::Multisig(_) => true,
			C::Council(call) => motion_exists(call),
			C::SupervisoryCommittee(call) => motion_exists(call),
			C::FundingCouncil(call) => motion_exists(call),
			C::Endorsement(_)
			| C::Consortium(_)
			| C::Officers(_)
			| C::Validators(_)
			| C::Gate(_)
			| C::Compliance(_)
			| C::SubjectIdentity(_)
			| C::IdentityTags(_)
			| C::Representatives(_)
			| C::ServedDocuments(_)
			| C::Records(_)
			| C::StatutoryClocks(_)
			| C::Oversight(_) => true,
			_ => false,
		}
	}
}

/// A motion needs two votes at least: with a lower threshold `propose` would run it at once. And
/// `execute` gives a single member's origin, which decides nothing here.
fn motion_exists<I: 'static>(call: &pallet_collective::Call<Runtime, I>) -> bool
where
	Runtime: pallet_collective::Config<I>,
{
	match call {
		pallet_collective::Call::propose { threshold, .. } => *threshold >= 2,
		pallet_collective::Call::vote { .. } | pallet_collective::Call::close { .. } => true,
		_ => false,
	}
}

/// What each signed call is to the law, and whom it is open to.
pub struct Table;

/// Open to a member's institution account, at its discretion.
const BY_INSTITUTION: Row = Row { class: CallClass::Discretionary, roles: Roles::INSTITUTION };
/// Ordered by law, for the institution or its officers.
const BY_LAW: Row =
	Row { class: CallClass::Statutory, roles: Roles::INSTITUTION.union(Roles::OFFICER) };
/// For the institution or its officers, at their discretion.
const BY_OFFICE: Row =
	Row { class: CallClass::Discretionary, roles: Roles::INSTITUTION.union(Roles::OFFICER) };

impl CallTable<AccountId, RuntimeCall> for Table {
	fn row(call: &RuntimeCall) -> Option<Row> {
		use RuntimeCall as C;
		let row = match call {
			C::Session(pallet_session::Call::set_keys { .. }) => {
				Row { class: CallClass::Consensus, roles: Roles::VALIDATOR }
			},
			C::Council(_)
			| C::SupervisoryCommittee(_)
			| C::FundingCouncil(_)
			| C::Preimage(_)
			| C::Grandpa(pallet_grandpa::Call::report_equivocation { .. })
			| C::System(frame_system::Call::apply_authorized_upgrade { .. })
			| C::Endorsement(pallet_endorsement::Call::enact { .. })
			| C::Validators(_) => BY_INSTITUTION,
			C::Utility(pallet_utility::Call::batch_all { .. }) | C::Multisig(_) => Row {
				class: CallClass::Discretionary,
				roles: Roles::INSTITUTION.union(Roles::OFFICER).union(Roles::VALIDATOR),
			},
			C::SlotRandomness(pallet_slot_randomness::Call::request { .. }) => BY_OFFICE,
			C::Consortium(call) => consortium_row(call),
			// An agency that must act needs officers, and must be able to end their power.
			C::Officers(call) => match call {
				pallet_officers::Call::delegate { .. }
				| pallet_officers::Call::revoke_delegation { .. } => BY_OFFICE,
				_ => BY_LAW,
			},
			// PIPL 57: who learns of a data breach must say so. S146: attestations fall due by law.
			C::Compliance(
				pallet_compliance::Call::report_incident { .. }
				| pallet_compliance::Call::attest { .. },
			) => BY_LAW,
			_ => return casework_row(call),
		};
		Some(row)
	}

	fn inner(call: &RuntimeCall) -> &[RuntimeCall] {
		match call {
			RuntimeCall::Utility(pallet_utility::Call::batch_all { calls }) => calls,
			RuntimeCall::Multisig(
				pallet_multisig::Call::as_multi { call, .. }
				| pallet_multisig::Call::as_multi_threshold_1 { call, .. },
			) => core::slice::from_ref(&**call),
			_ => &[],
		}
	}

	fn dispatches_as(call: &RuntimeCall, signer: &AccountId) -> Option<AccountId> {
		let (others, threshold) = match call {
			RuntimeCall::Multisig(pallet_multisig::Call::as_multi {
				other_signatories,
				threshold,
				..
			}) => (other_signatories, *threshold),
			RuntimeCall::Multisig(pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories,
				..
			}) => (other_signatories, 1),
			_ => return None,
		};
		let mut all = others.clone();
		all.push(signer.clone());
		all.sort();
		Some(pallet_multisig::Pallet::<Runtime>::multi_account_id(&all, threshold))
	}
}

/// Keys must stay replaceable whatever the council decides: a lost key must not bind an agency that
/// the law makes act.
fn consortium_row(call: &pallet_consortium::Call<Runtime>) -> Row {
	match call {
		pallet_consortium::Call::change_key { .. }
		| pallet_consortium::Call::rotate_encryption_key { .. } => {
			Row { class: CallClass::Statutory, roles: Roles::INSTITUTION }
		},
		_ => BY_INSTITUTION,
	}
}

/// Ordered by law, for officers alone: in cases nobody else acts.
const BY_LAW_IN_CASES: Row = Row { class: CallClass::Statutory, roles: Roles::OFFICER };
/// For officers, at their agency's discretion.
const IN_CASES: Row = Row { class: CallClass::Discretionary, roles: Roles::OFFICER };
/// For a person's representatives. No pause of a module keeps a person from its rights.
const BY_REPRESENTATIVE: Row = Row { class: CallClass::Statutory, roles: Roles::REPRESENTATIVE };
/// For officers and a person's representatives, by law.
const BY_PARTY: Row =
	Row { class: CallClass::Statutory, roles: Roles::OFFICER.union(Roles::REPRESENTATIVE) };

/// Calls of the case file. Numbers of the law (kinds, classes, calendars, thresholds) are set by
/// decision of the council, and signed by nobody.
fn casework_row(call: &RuntimeCall) -> Option<Row> {
	use RuntimeCall as C;
	let row = match call {
		C::SubjectIdentity(call) => {
			use pallet_subject_identity::Call;
			match call {
				Call::register { .. }
				| Call::advance { .. }
				| Call::assign { .. }
				| Call::compute_term { .. }
				| Call::confirm_term { .. }
				| Call::certify { .. }
				| Call::open_interval { .. }
				| Call::close_interval { .. } => BY_LAW_IN_CASES,
				Call::add_party { .. }
				| Call::remove_party { .. }
				| Call::add_sealed_party { .. }
				| Call::remove_sealed_party { .. }
				| Call::reveal_party { .. }
				| Call::import { .. } => IN_CASES,
				_ => return None,
			}
		},
		C::IdentityTags(call) => {
			use pallet_identity_tags::Call;
			match call {
				// What was wrong about a person must be put right, module paused or not.
				Call::withdraw_tags { .. }
				| Call::withdraw_confirmation { .. }
				| Call::split { .. } => BY_LAW_IN_CASES,
				Call::register_tags { .. }
				| Call::propose_duplicate { .. }
				| Call::confirm_duplicate { .. }
				| Call::reject_duplicate { .. } => IN_CASES,
				_ => return None,
			}
		},
		C::Representatives(call) => {
			use pallet_representatives::Call;
			match call {
				Call::appoint { .. } | Call::renew { .. } => IN_CASES,
				Call::revoke { .. } => BY_LAW_IN_CASES,
				Call::resign { .. } | Call::acknowledge { .. } => BY_REPRESENTATIVE,
				_ => return None,
			}
		},
		C::ServedDocuments(_) => BY_LAW_IN_CASES,
		C::Records(call) => {
			use pallet_records::Call;
			match call {
				Call::anchor { .. }
				| Call::anchor_batch { .. }
				| Call::anchor_device_root { .. }
				| Call::seal_record { .. }
				| Call::freeze { .. }
				| Call::withdraw_shred { .. }
				| Call::answer_recheck { .. } => BY_LAW_IN_CASES,
				Call::dispute { .. } | Call::settle { .. } => BY_PARTY,
				Call::attest { .. }
				| Call::unseal_record { .. }
				| Call::propose_shred { .. }
				| Call::confirm_shred { .. }
				| Call::add_lineage { .. }
				| Call::request_recheck { .. } => IN_CASES,
				_ => return None,
			}
		},
		C::StatutoryClocks(call) => {
			use pallet_statutory_clocks::Call;
			match call {
				Call::start_sealed { .. }
				| Call::complete { .. }
				| Call::resume { .. }
				| Call::reseal { .. } => BY_LAW_IN_CASES,
				Call::pause { .. }
				| Call::propose_extension { .. }
				| Call::accept_extension { .. }
				| Call::propose_cancellation { .. }
				| Call::confirm_cancellation { .. } => IN_CASES,
				_ => return None,
			}
		},
		C::Oversight(call) => {
			use pallet_oversight::Call;
			match call {
				Call::report { .. } => IN_CASES,
				Call::set_severity { .. }
				| Call::set_thresholds { .. }
				| Call::set_upload_limit { .. } => return None,
				_ => BY_LAW_IN_CASES,
			}
		},
		_ => return None,
	};
	Some(row)
}

/// Checks of single calls beyond role and standing: nobody votes on a motion about itself.
pub struct NoVoteOnOneself;

impl ExtraCheck<AccountId, RuntimeCall> for NoVoteOnOneself {
	fn check(signer: &Signer<AccountId>, call: &RuntimeCall) -> Result<(), Refusal> {
		use pallet_collective::{Call::vote, Instance1, Instance2, Instance3};
		if signer.role != AccountRole::Institution {
			return Ok(());
		}
		let accused = match call {
			RuntimeCall::Council(vote { proposal, .. }) => accused_of_motion::<Instance1>(proposal),
			RuntimeCall::SupervisoryCommittee(vote { proposal, .. }) => {
				accused_of_motion::<Instance2>(proposal)
			},
			RuntimeCall::FundingCouncil(vote { proposal, .. }) => {
				accused_of_motion::<Instance3>(proposal)
			},
			_ => None,
		};
		match accused {
			Some(member) if member == signer.member => Err(Refusal::AccusedMayNotVote),
			_ => Ok(()),
		}
	}

	fn weight(call: &RuntimeCall) -> Weight {
		use pallet_collective::Call::vote;
		match call {
			RuntimeCall::Council(vote { .. })
			| RuntimeCall::SupervisoryCommittee(vote { .. })
			| RuntimeCall::FundingCouncil(vote { .. }) => {
				frame_support::weights::constants::ParityDbWeight::get().reads(1)
			},
			_ => Weight::zero(),
		}
	}
}

/// The member that the motion `hash` is about, if it is about one's standing.
pub fn accused_of_motion<I: 'static>(hash: &crate::Hash) -> Option<MemberId>
where
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
{
	accused(&pallet_collective::ProposalOf::<Runtime, I>::get(hash)?, 0)
}

/// The member that `call` is about, wrappers opened as deep as the gate opens them.
fn accused(call: &RuntimeCall, depth: u32) -> Option<MemberId> {
	use pallet_consortium::Call::{confirm_suspension, expel, lift_suspension, suspend};
	match call {
		RuntimeCall::Consortium(
			suspend { member, .. }
			| confirm_suspension { member, .. }
			| lift_suspension { member, .. }
			| expel { member, .. },
		)
		| RuntimeCall::Validators(pallet_validators::Call::remove { member, .. }) => Some(*member),
		wrapper if depth < pallet_gate::MAX_DEPTH => {
			Table::inner(wrapper).iter().find_map(|inner| accused(inner, depth.saturating_add(1)))
		},
		_ => None,
	}
}

/// Bare transactions that are no inherents: a report that proves itself, and the code of an upgrade
/// that Root has authorised by its hash.
pub struct BareCalls;

impl Contains<RuntimeCall> for BareCalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Grandpa(pallet_grandpa::Call::report_equivocation_unsigned { .. })
				| RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. })
		)
	}
}

/// Errors by which a signer tried what it may not do: each pallet names them alike.
pub struct RefusalOf;

impl Convert<DispatchError, Option<RefusalKind>> for RefusalOf {
	fn convert(error: DispatchError) -> Option<RefusalKind> {
		match error {
			DispatchError::BadOrigin => Some(RefusalKind::OutsideDuty),
			DispatchError::Module(error) => RefusalKind::of_error(error.message?),
			_ => None,
		}
	}
}

/// Calls that no vote pauses: all but a few that a member makes at its discretion and that can wait.
///
/// What is not named here as pausable is never paused, so that a new call is safe by default:
/// inherents, consensus, governance, everything that the law orders, and the wrappers in which such
/// calls may come.
pub struct NeverPaused;

impl NeverPaused {
	const PAUSABLE: [(&'static str, &'static str); 7] = [
		("Consortium", "propose"),
		("Consortium", "open_unit"),
		("Consortium", "add_peer"),
		("Officers", "delegate"),
		("Preimage", "note_preimage"),
		("SlotRandomness", "request"),
		("Validators", "register"),
	];

	/// Whether the call of this name may be paused.
	pub fn may_pause(pallet: &str, call: &str) -> bool {
		Self::PAUSABLE.contains(&(pallet, call))
	}
}

impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains((pallet, call): &RuntimeCallNameOf<Runtime>) -> bool {
		match (core::str::from_utf8(pallet), core::str::from_utf8(call)) {
			(Ok(pallet), Ok(call)) => !Self::may_pause(pallet, call),
			_ => true,
		}
	}
}
