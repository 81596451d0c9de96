//! Bad input to the case file, each sort of it through the executive: a clear error, and nothing left
//! but nonce, quota and attempt.

mod rows;

use super::{case::*, refusals::leaves_nothing, *};
use crate::*;
use codec::Encode;
use frame_support::BoundedVec;
use pallet_records::{Anchor, Call as Paper, Error as PaperError, SchemaRef, MAX_SEAL, MAX_SIZE};
use pallet_subject_identity::{
	Assignment, Call as Case, Error as CaseError, ImportRow, IntervalKind, Secrecy, Step,
};
use shejiao_primitives::{
	case::{CaseCategory, CaseId},
	clock::{ClockId, KindId},
	deadline::{ActTime, Period, Unit},
	document::DocumentKind,
	ids::UnitId,
	record::{classes, ClassId, RecordId},
	subject::Subject,
	suite::SuiteId,
	time::LegalDate,
};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::BTreeSet;

type Papers = PaperError<Runtime>;
type Cases = CaseError<Runtime>;
type Clocks = pallet_statutory_clocks::Error<Runtime>;
type Documents = pallet_served_documents::Error<Runtime>;
type Oversights = pallet_oversight::Error<Runtime>;

/// The sorts of bad input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
	UnknownClassOrSchema,
	WriterWithoutDuty,
	ActInTheFuture,
	OutOfBounds,
	WithoutEvidence,
	LineageCycle,
	OwnRecord,
	BatchWithABadEntry,
	Classified,
	ImportWithBrokenRows,
	UnknownObject,
	SealedInTheOpen,
}

impl Sort {
	const ALL: [Self; 12] = [
		Self::UnknownClassOrSchema,
		Self::WriterWithoutDuty,
		Self::ActInTheFuture,
		Self::OutOfBounds,
		Self::WithoutEvidence,
		Self::LineageCycle,
		Self::OwnRecord,
		Self::BatchWithABadEntry,
		Self::Classified,
		Self::ImportWithBrokenRows,
		Self::UnknownObject,
		Self::SealedInTheOpen,
	];
}

struct Row {
	sort: Sort,
	who: &'static str,
	call: RuntimeCall,
	error: DispatchError,
}

/// What the rows speak of.
struct Scene {
	/// Decided, and not received.
	case: CaseId,
	decision: RecordId,
	/// Anchored by the bureau, one after the other.
	records: [RecordId; 2],
	/// Another case, with a record of its own.
	other: CaseId,
	other_decision: RecordId,
}

impl Scene {
	fn new() -> Self {
		let sheets = sheets();
		let (other, other_decision) = decided(&sheets);
		let (case, decision) = decided(&sheets);
		let records = [(); 2].map(|()| record(OFFICER, case, classes::RECEPTION, &sheets.paper));
		Self { case, decision, records, other, other_decision }
	}

	fn entry(&self, class: ClassId) -> Anchor<AccountId> {
		let Paper::anchor { entry } = anchor(self.case, class, "a paper") else {
			panic!("it anchors; qed")
		};
		*entry
	}

	/// An entry of the bureau that would be taken, but for what `change` does to it.
	fn changed(&self, change: impl FnOnce(&mut Anchor<AccountId>)) -> RuntimeCall {
		let mut entry = self.entry(classes::RECEPTION);
		change(&mut entry);
		Paper::anchor { entry: Box::new(entry) }.into()
	}

	fn batch(&self, entries: Vec<Anchor<AccountId>>) -> RuntimeCall {
		Paper::anchor_batch { entries: entries.try_into().expect("few; qed") }.into()
	}
}

fn unknown_case() -> CaseId {
	CaseId([9; 16])
}

fn import_row() -> ImportRow<AccountId> {
	ImportRow {
		category: CaseCategory::Parole,
		last_day: today().plus(300),
		identity: pallet_subject_identity::Commitment {
			suite: SuiteId::International,
			hash: commit("a person"),
		},
		evidence: commit("a paper file"),
		on_paper: today(),
		deciding: member("county-court"),
		supervising: member("county-procuratorate"),
		police: None,
		restriction: None,
		secrecy: Some(Secrecy::Unclassified),
		assignment: Assignment { unit: None, officer: None },
	}
}

fn import(rows: Vec<ImportRow<AccountId>>) -> RuntimeCall {
	Case::import { rows: rows.try_into().expect("few; qed") }.into()
}

/// Good rows around the bad one.
fn broken(change: impl FnOnce(&mut ImportRow<AccountId>)) -> RuntimeCall {
	let mut bad = import_row();
	change(&mut bad);
	import(vec![import_row(), bad, import_row()])
}

fn register(change: impl FnOnce(&mut Case<Runtime>)) -> RuntimeCall {
	let mut call = registration("a person");
	change(&mut call);
	call.into()
}

/// A registration with another outcome of the secrecy review.
fn reviewed(outcome: Option<Secrecy>) -> RuntimeCall {
	register(|call| {
		if let Case::register { secrecy, .. } = call {
			*secrecy = outcome;
		}
	})
}

fn root(class: ClassId, change: impl FnOnce(&mut Paper<Runtime>)) -> RuntimeCall {
	let mut call = Paper::anchor_device_root {
		class,
		unit: None,
		// It is over.
		day: LegalDate(today().0 - 1),
		schema: Some(SchemaRef { id: 900, version: 1 }),
		root: commit("readings"),
		count: 3,
	};
	change(&mut call);
	call.into()
}

fn send(
	scene: &Scene,
	kind: DocumentKind,
	change: impl FnOnce(&mut pallet_served_documents::Call<Runtime>),
) -> RuntimeCall {
	let mut call = pallet_served_documents::Call::send {
		case: scene.case,
		kind,
		record: scene.records[0],
		recipients: vec![member("county-court")].try_into().expect("one; qed"),
		sent: today(),
	};
	change(&mut call);
	call.into()
}

fn seal(length: u32) -> Option<pallet_records::Seal> {
	Some(vec![7; length as usize].try_into().expect("within the bound of the type; qed"))
}

#[test]
fn bad_input_is_refused_with_its_error_and_leaves_nothing() {
	network(|| {
		let scene = Scene::new();
		// An attempt at one's own record raises an alert, which is no part of what is refused.
		block(|| {
			pallet_oversight::RefusalThresholds::<Runtime>::mutate(|thresholds| {
				thresholds.self_dealing = u32::MAX;
			});
		});
		let rows = rows::rows(&scene);
		let sorts: BTreeSet<_> = rows.iter().map(|row| row.sort).collect();
		assert_eq!(sorts, BTreeSet::from(Sort::ALL));
		for Row { sort, who, call, error } in rows {
			let agency = member(who.split("//").next().expect("there is a first; qed"));
			// So many attempts on one day raise an alert, which is no part of what is refused.
			let alert = pallet_oversight::RefusalThresholds::<Runtime>::get().outside_duty;
			while Gate::attempts(agency).on_date + 2 > alert {
				block(|| ());
			}
			assert_eq!(leaves_nothing(who, call.clone()), failed(error), "{sort:?}: {call:?}");
		}
	});
}

/// Each row's call would be taken, were it not for what is bad in it.
#[test]
fn what_the_bad_input_was_made_from_is_taken() {
	network(|| {
		let scene = Scene::new();
		done(OFFICER, scene.changed(|_| ()));
		done(OFFICER, scene.changed(|entry| entry.seal = seal(64)));
		done(OFFICER, scene.batch(vec![scene.entry(classes::RECEPTION); 3]));
		done(OFFICER, root(classes::DEVICE_READINGS, |_| ()));
		done(HEAD, broken(|_| ()));
		done(JUDGE, reviewed(Some(Secrecy::Unclassified)));
		done(OFFICER, send(&scene, DocumentKind::Other, |_| ()));
		let [source, record] = scene.records;
		done(OFFICER, Paper::add_lineage { record, source });
	});
}

#[test]
fn the_bad_entry_of_a_batch_and_the_bad_rows_of_an_import_are_named() {
	network(|| {
		let scene = Scene::new();
		let good = || scene.entry(classes::RECEPTION);
		let mut bad = good();
		bad.class = ClassId(99);
		let who = account(OFFICER);
		let fault = Records::check_batch(who.clone(), vec![good(), good(), bad, good()]);
		let fault = fault.expect_err("the third is bad; qed");
		assert_eq!((fault.entry, fault.error), (Some(2), Papers::UnknownClass.into()));
		assert_eq!(Records::check_batch(who, vec![good(), good()]), Ok(()));

		let code = |error: Cases| error.encode()[0];
		let mut rows = vec![import_row(); 4];
		for (number, row) in rows.iter_mut().enumerate() {
			row.identity.hash = commit(&format!("person {number}"));
		}
		assert_eq!(SubjectIdentity::check_import(account(HEAD), rows.clone()), []);
		rows[1].secrecy = Some(Secrecy::Classified);
		rows[3].identity = rows[0].identity;
		assert_eq!(
			SubjectIdentity::check_import(account(HEAD), rows),
			[(1, code(Cases::Classified)), (3, code(Cases::AlreadyExists))]
		);
	});
}

#[test]
fn what_governance_may_not_set_changes_nothing() {
	network(|| {
		let kind = |change: fn(&mut pallet_statutory_clocks::Kind)| {
			let kinds = StatutoryClocks::kinds(None);
			let mut rule =
				kinds.into_iter().find(|info| info.id == KindId(1)).expect("L1; qed").rule;
			change(&mut rule);
			RuntimeCall::from(pallet_statutory_clocks::Call::set_kind {
				kind: KindId(1),
				rule,
				effective: today().plus(1),
			})
		};
		let class = |change: fn(&mut pallet_records::Class)| {
			let mut rule = Records::class(classes::RECEPTION).expect("there; qed");
			change(&mut rule);
			let rule = Box::new(rule);
			RuntimeCall::from(Paper::set_class { class: classes::RECEPTION, rule })
		};
		let zero = |rule: &mut pallet_statutory_clocks::Kind| {
			rule.period = Some(Period::new(0, Unit::WorkingDay));
		};
		for (call, error) in [
			(kind(zero), Clocks::ZeroLength.into()),
			(kind(|rule| rule.period = None), Clocks::ZeroLength.into()),
			(
				kind(|rule| rule.period = Some(Period::new(u16::MAX, Unit::Hour))),
				Clocks::InvalidPeriod.into(),
			),
			(kind(|rule| rule.sealed = true), Clocks::InvalidKind.into()),
			(class(|rule| rule.writers = BoundedVec::default()), Papers::InvalidRule.into()),
			(class(|_| ()), DispatchError::from(Papers::NothingToChange)),
		] {
			block(|| {
				let before = state();
				let origin =
					pallet_collective::RawOrigin::<AccountId, configs::CouncilInstance>::Members(
						8, 8,
					);
				let outcome = call.clone().dispatch(origin.into());
				assert_eq!(outcome.map_err(|error| error.error), Err(error), "{call:?}");
				assert!(difference(&before, &state()).is_empty(), "{call:?}");
			});
			// As a motion, with the whole council for it.
			assert_eq!(council(call, &COUNCIL), Err(error));
		}
		let to_be_set = kind(|rule| rule.period = Some(Period::new(12, Unit::WorkingDay)));
		assert_eq!(council(to_be_set, &COUNCIL), Ok(()));
	});
}

#[test]
fn what_is_over_the_bound_of_its_type_is_no_call_at_all() {
	use codec::Decode;
	network(|| {
		let scene = Scene::new();
		let with = |length: usize| {
			// As the entry is encoded, with a seal of any length.
			let bytes = scene.changed(|entry| entry.seal = seal(MAX_SEAL)).encode();
			let old = (Some(vec![7u8; MAX_SEAL as usize])).encode();
			let new = (Some(vec![7u8; length])).encode();
			let place = bytes.windows(old.len()).position(|part| part == old);
			let place = place.expect("the seal is there; qed");
			[&bytes[..place], &new, &bytes[place + old.len()..]].concat()
		};
		let longest = MAX_SEAL as usize;
		assert!(RuntimeCall::decode(&mut &with(longest)[..]).is_ok());
		assert!(RuntimeCall::decode(&mut &with(longest + 1)[..]).is_err());
		let rows = vec![import_row(); 101].encode();
		type Rows = BoundedVec<
			ImportRow<AccountId>,
			<Runtime as pallet_subject_identity::Config>::MaxImportRows,
		>;
		assert!(Rows::decode(&mut &rows[..]).is_err());
		let entries = vec![scene.entry(classes::RECEPTION); 101].encode();
		type Entries = BoundedVec<
			Anchor<AccountId>,
			frame_support::traits::ConstU32<{ pallet_records::MAX_BATCH }>,
		>;
		assert!(Entries::decode(&mut &entries[..]).is_err());
	});
}
