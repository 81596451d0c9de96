//! What is drawn for a random history: steps, and how often each.

use super::*;
use proptest::prelude::*;
use shejiao_primitives::member::Standing;
use shejiao_testing::strategies;

pub(super) const ACCOUNTS: core::ops::Range<u64> = 10..18;
pub(super) const UNITS: [(u32, u32); 5] = [(0, 0), (1, 1), (2, 2), (3, 3), (4, 0)];
pub(super) const RESERVED: u32 = Duties::PERSONNEL.0 | Duties::HEAD.0;

#[derive(Clone, Debug)]
pub(super) enum Call {
	Appoint(Option<u32>, u64, Option<u32>, u32, Category, Option<i64>, i64),
	Change(u64, Option<u32>, u32, Category, i64),
	Dismiss(u64),
	SetDeputy(u64, u64, u32, Option<i64>, i64),
	/// The pair, or one that the model knows of.
	RevokeDeputy(u64, u64, Option<usize>),
	HandOver(u64, u64),
	/// The officer, or one whose caseload is with another.
	TakeBack(u64, Option<usize>),
	Delegate(u32, u32, Option<i64>, i64),
	/// Unit and number, or a delegation that the model knows of.
	RevokeDelegation(u32, u32, Option<usize>),
}

#[derive(Clone, Debug)]
pub(super) struct Step {
	pub wait: Moment,
	pub standing: Option<(u32, Standing)>,
	pub by: u64,
	pub call: Call,
	/// Account, member, unit, duties and acts asked about, and the place of the moment in time.
	pub probe: (u64, u32, u32, u32, u32, u16),
}

/// Numbers from here on name officers of the bureau that the model knows of, in their order.
pub(super) const KNOWN: u64 = 1_000;

fn account() -> impl Strategy<Value = u64> {
	prop_oneof![1 => ACCOUNTS, 5 => KNOWN..KNOWN + 64]
}

fn powers() -> impl Strategy<Value = u32> {
	let casework = Duties::CASEWORK.0 | Duties::RECORDS.0;
	prop_oneof![
		4 => Just(casework),
		2 => Just(casework | Duties::PERSONNEL.0),
		2 => Just(casework | Duties::ENFORCEMENT.0),
		1 => Just(Duties::RECORDS.0),
		1 => Just(casework | Duties::HEAD.0 | Duties::ENFORCEMENT.0),
		1 => strategies::duties().prop_map(|duties| duties.0),
		1 => Just(0),
	]
}

/// Offset from now in hours: mostly later.
fn later() -> impl Strategy<Value = i64> {
	prop_oneof![8 => 100i64..2_000, 1 => -3i64..3]
}

fn maybe_later() -> impl Strategy<Value = Option<i64>> {
	prop_oneof![6 => Just(None), 1 => (0i64..30).prop_map(Some), 1 => (-3i64..2).prop_map(Some)]
}

fn unit() -> impl Strategy<Value = Option<u32>> {
	prop_oneof![5 => Just(None), 2 => Just(Some(0)), 1 => (0u32..6).prop_map(Some)]
}

fn category() -> impl Strategy<Value = Category> {
	prop_oneof![3 => Just(Category::StateFunctionary), 1 => strategies::category()]
}

fn pick() -> impl Strategy<Value = Option<usize>> {
	prop_oneof![3 => (0usize..64).prop_map(Some), 1 => Just(None)]
}

fn call() -> impl Strategy<Value = Call> {
	let member = prop_oneof![5 => Just(None), 2 => Just(Some(0)), 1 => (0u32..5).prop_map(Some)];
	let duty = prop_oneof![
		3 => Just(Duties::CASEWORK.0),
		3 => Just(Duties::RECORDS.0),
		1 => Just(Duties::ENFORCEMENT.0),
		1 => Just(Duties::PERSONNEL.0),
		1 => powers(),
	];
	let acts = prop_oneof![
		3 => 1u32..64,
		1 => 0u32..(1 << 12),
	];
	prop_oneof![
		5 => (member, ACCOUNTS, unit(), powers(), category(), maybe_later(), later())
			.prop_map(|(m, a, u, d, c, f, t)| Call::Appoint(m, a, u, d, c, f, t)),
		2 => (account(), unit(), powers(), category(), later())
			.prop_map(|(a, u, d, c, t)| Call::Change(a, u, d, c, t)),
		1 => account().prop_map(Call::Dismiss),
		4 => (account(), account(), duty, maybe_later(), later())
			.prop_map(|(o, d, s, f, t)| Call::SetDeputy(o, d, s, f, t)),
		2 => (account(), account(), pick()).prop_map(|(o, d, p)| Call::RevokeDeputy(o, d, p)),
		3 => (account(), account()).prop_map(|(f, t)| Call::HandOver(f, t)),
		2 => (account(), pick()).prop_map(|(o, p)| Call::TakeBack(o, p)),
		3 => (0u32..6, acts, maybe_later(), later())
			.prop_map(|(u, a, f, t)| Call::Delegate(u, a, f, t)),
		2 => (0u32..6, 0u32..20, pick())
			.prop_map(|(u, d, p)| Call::RevokeDelegation(u, d, p)),
	]
}

pub(super) fn step() -> impl Strategy<Value = Step> {
	let wait = prop_oneof![1 => Just(0), 6 => 0u64..(12 * DAY / 24)];
	let standing = prop_oneof![
		20 => Just(None),
		1 => (2u32..3, prop_oneof![Just(Standing::Active), Just(Standing::Suspended),
			Just(Standing::Withdrawn)]).prop_map(Some),
		1 => (0u32..4, Just(Standing::Suspended)).prop_map(Some),
		1 => (0u32..4, Just(Standing::Active)).prop_map(Some),
	];
	let by = prop_oneof![16 => Just(1u64), 3 => 2u64..5, 4 => ACCOUNTS, 1 => Just(99u64)];
	let probe = (ACCOUNTS, 0u32..4, 0u32..5, powers(), 1u32..64, any::<u16>());
	(wait, standing, by, call(), probe).prop_map(|(wait, standing, by, call, probe)| Step {
		wait,
		standing,
		by,
		call,
		probe,
	})
}
