//! The case file: cases, tags, representatives, served documents, records, clocks, oversight; and
//! what joins them.

use crate::{
	configs::governance::CouncilTwoThirds, AccountId, Compliance, Consortium, IdentityTags,
	LegalTime, Officers, Oversight, Records, Representatives, Runtime, ServedDocuments,
	SlotRandomness, StatutoryClocks, SubjectIdentity,
};
use frame_support::{
	parameter_types,
	traits::{ConstU16, ConstU32, Get},
	weights::Weight,
};
use pallet_identity_tags::WeightInfo as _;
use pallet_oversight::WeightInfo as _;
use pallet_representatives::WeightInfo as _;
use pallet_statutory_clocks::{Clocks, WeightInfo as _};
use shejiao_primitives::{
	case::{CaseId, CaseView},
	directory::Members,
	ids::MemberId,
	record::{RecordIndex, RecordStatus},
	subject::{Subject, Subjects},
	time::LegalDate,
};

/// Told when a stage changes and when a term ends, in this order: what is still on its way ends
/// before the clocks that wait for it.
type CaseListeners = (IdentityTags, Representatives, ServedDocuments, Records, StatutoryClocks);

/// Told when a record changes on which something of theirs rests.
type Dependants =
	(SubjectIdentity, IdentityTags, Representatives, ServedDocuments, StatutoryClocks, Oversight);

parameter_types! {
	/// A case with all the tags, representatives, open documents and clocks that it may have; each
	/// document waits by a clock of its own.
	pub ArchivingWeight: Weight = {
		let documents: u32 = <Runtime as pallet_served_documents::Config>::MaxOpen::get();
		let clocks: u32 = <Runtime as pallet_statutory_clocks::Config>::MaxClocksPerSubject::get();
		let (documents, clocks) = (u64::from(documents), u64::from(clocks));
		<Runtime as pallet_identity_tags::Config>::WeightInfo::case_archived()
			.saturating_add(<Runtime as pallet_representatives::Config>::WeightInfo::case_archived())
			.saturating_add(
				<Runtime as pallet_statutory_clocks::Config>::WeightInfo::confirm_cancellation()
					.saturating_mul(documents.saturating_add(clocks)),
			)
			.saturating_add(
				<Runtime as frame_system::Config>::DbWeight::get().reads_writes(documents, 2 * documents),
			)
	};
}

parameter_types! {
	/// A case with all the clocks that it may have: each ends by a merger, and runs again by a split,
	/// which tells every party of either case by an alert.
	pub MergingWeight: Weight = {
		let clocks: u32 = <Runtime as pallet_statutory_clocks::Config>::MaxClocksPerSubject::get();
		let parties = u64::from(2 * pallet_subject_identity::MAX_PARTIES);
		type Clocking = <Runtime as pallet_statutory_clocks::Config>::WeightInfo;
		type Watching = <Runtime as pallet_oversight::Config>::WeightInfo;
		let stopped = Clocking::confirm_cancellation().saturating_mul(clocks.into());
		let resumed = Clocking::run_again().saturating_mul(clocks.into());
		stopped.max(resumed.saturating_add(Watching::report().saturating_mul(parties)))
	};
}

parameter_types! {
	/// What rests on a record is a clock that looks back at what it was told before, a letter with all its
	/// copies, a case with its merger and all its representatives, or less. Its owner is alerted.
	pub TellWeight: Weight = {
		type Clocking = <Runtime as pallet_statutory_clocks::Config>::WeightInfo;
		type Watching = <Runtime as pallet_oversight::Config>::WeightInfo;
		let copies: u32 = <Runtime as pallet_served_documents::Config>::MaxRecipients::get();
		let keys: u32 = <Runtime as pallet_representatives::Config>::MaxPerCase::get();
		let (copies, keys) = (u64::from(copies), u64::from(keys));
		let db = <Runtime as frame_system::Config>::DbWeight::get();
		// Sixteen changes of the clock.
		let clock = Clocking::confirm_cancellation().saturating_add(db.reads(16));
		let letter = db.reads_writes(copies, copies);
		let case = db.reads_writes(3 * keys + 8, keys + 3);
		clock.max(letter).max(case).saturating_add(Watching::report())
	};
}

impl pallet_subject_identity::Config for Runtime {
	type WeightInfo = pallet_subject_identity::weights::SubstrateWeight<Runtime>;
	type Time = LegalTime;
	type Members = Consortium;
	type Directory = Officers;
	type Records = Records;
	type Deadlines = StatutoryClocks;
	type Alerts = Oversight;
	type Regime = Compliance;
	type Representatives = Representatives;
	type Mix = SlotRandomness;
	type OnCase = CaseListeners;
	type ArchivingWeight = ArchivingWeight;
	type MaxImportRows = ConstU32<100>;
	// Forty years: no term is longer.
	type MaxTermDays = ConstU32<14_610>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::Casework;
}

impl pallet_identity_tags::Config for Runtime {
	type Time = LegalTime;
	type Members = Consortium;
	type Directory = Officers;
	type Cases = SubjectIdentity;
	type Merging = SubjectIdentity;
	type Records = Records;
	// Nobody has opened a record before there are grants to open it by.
	type Readers = ();
	type Alerts = Oversight;
	type Regime = Compliance;
	type MaxTagsPerCase = ConstU32<8>;
	type MaxHoldersPerTag = ConstU32<8>;
	type MaxPairsPerCase = ConstU32<8>;
	type MaxReadersPerBlock = ConstU32<16>;
	type MergingWeight = MergingWeight;
	type WeightInfo = pallet_identity_tags::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::Casework;
}

impl pallet_representatives::Config for Runtime {
	type Time = LegalTime;
	type Members = Consortium;
	type Accounts = Consortium;
	type Directory = Officers;
	type Cases = SubjectIdentity;
	type Records = Records;
	type Alerts = Oversight;
	type Regime = Compliance;
	type MaxPerCase = ConstU32<8>;
	// Two years: a guardianship to majority may be renewed, and its last day tells no age.
	type MaxDays = ConstU32<731>;
	type WeightInfo = pallet_representatives::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::Casework;
}

impl pallet_served_documents::Config for Runtime {
	type Time = LegalTime;
	type Members = Consortium;
	type Directory = Officers;
	type Cases = SubjectIdentity;
	type Records = Records;
	type Deadlines = StatutoryClocks;
	type Alerts = Oversight;
	// Every other party of a case: the law may name all of them.
	type MaxRecipients = ConstU32<15>;
	type MaxOpen = ConstU32<64>;
	type WeightInfo = pallet_served_documents::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::Casework;
}

impl pallet_records::Config for Runtime {
	type Time = LegalTime;
	type Members = Consortium;
	type Directory = Officers;
	type Cases = SubjectIdentity;
	type Representatives = Representatives;
	type Regime = Compliance;
	type Alerts = Oversight;
	type Draws = SlotRandomness;
	// No position may be anchored before there are orders to take it by.
	type Orders = ();
	type Dependants = Dependants;
	type GovernanceOrigin = CouncilTwoThirds;
	type MaxDependants = ConstU32<1_000>;
	type MaxToldPerBlock = ConstU32<100>;
	type MaxRechecksPerBlock = ConstU32<8>;
	type MaxLookedPerBlock = ConstU32<32>;
	type RecheckDays = ConstU32<5>;
	type TellWeight = TellWeight;
	type WeightInfo = pallet_records::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::Casework;
}

impl pallet_statutory_clocks::Config for Runtime {
	type WeightInfo = pallet_statutory_clocks::weights::SubstrateWeight<Runtime>;
	type Time = LegalTime;
	type Members = Consortium;
	type Directory = Officers;
	type Cases = SubjectIdentity;
	type Subjects = Objects;
	type Records = Records;
	type Regime = Compliance;
	type Alerts = Oversight;
	type OnClock = Oversight;
	type GovernanceOrigin = CouncilTwoThirds;
	type MaxClocksPerSubject = ConstU32<32>;
	type SealedLead = ConstU16<48>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::Casework;
}

impl pallet_oversight::Config for Runtime {
	type Time = LegalTime;
	type Members = Consortium;
	type Directory = Officers;
	type Cases = SubjectIdentity;
	type Records = Records;
	type Deadlines = StatutoryClocks;
	type Subjects = Objects;
	type Regime = Compliance;
	type Uploads = LastUploads;
	type GovernanceOrigin = CouncilTwoThirds;
	type MaxSweep = ConstU32<8>;
	type WeightInfo = pallet_oversight::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::Casework;
}

/// The objects of all pallets under one roof.
pub struct Objects;

impl Subjects for Objects {
	fn is_live(subject: Subject) -> bool {
		match subject {
			Subject::Case(case) => SubjectIdentity::is_live(case),
			Subject::Record(record) => <Records as RecordIndex<AccountId>>::facts(record)
				.is_some_and(|facts| facts.status != RecordStatus::Shredded),
			Subject::Document(document) => ServedDocuments::is_live(document),
			Subject::Clock(clock) => {
				Clocks::<Runtime>::get(clock).is_some_and(|clock| clock.is_open())
			},
			Subject::Alert(alert) => Oversight::is_live_alert(alert),
			Subject::Notice(notice) => Oversight::is_live_notice(notice),
			Subject::Member(member) => <Consortium as Members<AccountId>>::profile(member)
				.is_some_and(|profile| profile.standing.is_member()),
			Subject::Transition(case, number) => {
				SubjectIdentity::is_live(case) && SubjectIdentity::transition_exists(case, number)
			},
			Subject::Term(case, version) => {
				SubjectIdentity::is_live(case) && SubjectIdentity::term_exists(case, version)
			},
		}
	}

	fn case(subject: Subject) -> Option<CaseId> {
		match subject {
			Subject::Case(case) | Subject::Transition(case, _) | Subject::Term(case, _) => {
				Some(case)
			},
			Subject::Record(record) => {
				<Records as RecordIndex<AccountId>>::facts(record).map(|facts| facts.case)
			},
			Subject::Document(document) => ServedDocuments::case_of(document),
			// A clock is for no other clock, and an alert about a clock is followed by the alert.
			Subject::Clock(clock) => match Clocks::<Runtime>::get(clock)?.subject {
				Subject::Clock(_) | Subject::Alert(_) => None,
				subject => Self::case(subject),
			},
			Subject::Alert(alert) => Oversight::case_of_alert(alert),
			Subject::Notice(notice) => Oversight::case_of_notice(notice),
			Subject::Member(_) => None,
		}
	}
}

/// When a member last anchored something.
pub struct LastUploads;

impl pallet_oversight::Uploads for LastUploads {
	fn last_upload(member: MemberId) -> Option<LegalDate> {
		pallet_records::LastUpload::<Runtime>::get(member)
	}
}
