//! Calls as they are drawn, and others like them that may be in order.

use super::model::Model;
use proptest::prelude::*;
use shejiao_primitives::time::DAY;

/// Which evidence a drawn call names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Proof {
	Sound,
	OtherCase,
	OtherClass,
	Unknown,
	Superseded,
	/// Of a later day than the act.
	Later,
	/// The one that proves the beginning of what is to be closed.
	Beginning,
}

/// A drawn call: cases by place, days from today (negative is past).
#[derive(Clone, Debug)]
pub(crate) enum Call {
	Register { opening: u8, cleared: bool, founders: u8, day: i32, restricted: bool, reuse: bool },
	Advance { case: usize, step: u8, day: i32, proof: Proof, lawful: bool },
	Assign { case: usize, unit: u8, officer: u8 },
	Compute { case: usize, last: i32, proof: Proof },
	Confirm { case: usize, older: bool },
	Certify { case: usize, day: i32, proof: Proof },
	Open { case: usize, kind: u8, cause: u8, day: i32, proof: Proof },
	Close { case: usize, which: usize, day: i32, proof: Proof },
	AddParty { case: usize, member: u32, roles: u16 },
	RemoveParty { case: usize, member: u32, roles: u16 },
	AddSealed { case: usize, member: u32, salt: u8, policy: bool },
	RemoveSealed { case: usize, member: u32, salt: u8 },
	Reveal { case: usize, salt: u8 },
	Import { broken: u8, rows: u8 },
	Merge { case: usize, kept: usize },
	Split { case: usize },
}

impl Call {
	/// The place of the case that it is about.
	pub fn case(&self) -> Option<usize> {
		match *self {
			Self::Advance { case, .. }
			| Self::Assign { case, .. }
			| Self::Compute { case, .. }
			| Self::Confirm { case, .. }
			| Self::Certify { case, .. }
			| Self::Open { case, .. }
			| Self::Close { case, .. }
			| Self::AddParty { case, .. }
			| Self::RemoveParty { case, .. }
			| Self::AddSealed { case, .. }
			| Self::RemoveSealed { case, .. }
			| Self::Reveal { case, .. }
			| Self::Merge { case, .. }
			| Self::Split { case } => Some(case),
			Self::Register { .. } | Self::Import { .. } => None,
		}
	}
}

/// Calls like a drawn one, on the case at a place, of which one may be in order.
pub(crate) fn mended(model: &Model, call: &Call, case: usize) -> Vec<Call> {
	let (day, proof) = (0, Proof::Sound);
	let here = model.cases.get(case).cloned().unwrap_or_default();
	match *call {
		Call::Register { opening, restricted, .. } => {
			let (cleared, founders, reuse) = (true, 0, false);
			vec![Call::Register { opening, cleared, founders, day, restricted, reuse }]
		},
		Call::Advance { step, day: then, .. } => (0..7)
			.flat_map(|other| {
				let step = (step + other) % 7;
				[day, then.min(0)].map(|day| Call::Advance { case, step, day, proof, lawful: true })
			})
			.collect(),
		Call::Assign { unit, officer, .. } => (0..4)
			.map(|other| Call::Assign { case, unit, officer: (officer + other) % 4 })
			.collect(),
		Call::Compute { last, .. } => vec![Call::Compute { case, last, proof }],
		Call::Confirm { .. } => vec![Call::Confirm { case, older: false }],
		Call::Certify { .. } => {
			(0..4).map(|back| Call::Certify { case, day: -back, proof }).collect()
		},
		Call::Open { kind, cause, day: then, .. } => (0..4)
			.flat_map(|other| {
				let kind = (kind + other) % 4;
				[day, then.min(0)].map(|day| Call::Open { case, kind, cause, day, proof })
			})
			.collect(),
		Call::Close { .. } => {
			(0..here.intervals.len()).map(|which| Call::Close { case, which, day, proof }).collect()
		},
		Call::AddParty { member, roles, .. } => (0..8)
			.map(|other| Call::AddParty { case, member: (member + other) % 8, roles })
			.collect(),
		Call::RemoveParty { roles: wanted, .. } => here
			.roles
			.iter()
			.map(|(member, roles)| {
				let roles = if roles & wanted == 0 { *roles } else { roles & wanted };
				Call::RemoveParty { case, member: *member, roles }
			})
			.collect(),
		Call::AddSealed { member, policy, .. } => {
			(0..3).map(|salt| Call::AddSealed { case, member, salt, policy }).collect()
		},
		Call::RemoveSealed { .. } => here
			.sealed
			.keys()
			.map(|(member, salt)| Call::RemoveSealed { case, member: *member, salt: *salt })
			.collect(),
		Call::Reveal { .. } => (0..3).map(|salt| Call::Reveal { case, salt }).collect(),
		Call::Import { rows, .. } => vec![Call::Import { broken: 9, rows: rows.max(1) }],
		Call::Merge { .. } => {
			(0..model.cases.len()).map(|kept| Call::Merge { case, kept }).collect()
		},
		Call::Split { .. } => vec![Call::Split { case }],
	}
}

/// A call, who makes it, whether a case and an officer are sought for which it is in order, how long
/// it is after the one before, and whether a pause begins or ends.
#[derive(Clone, Debug)]
pub(crate) struct Drawn {
	pub wait: u64,
	pub pause: u8,
	pub by: usize,
	pub aimed: bool,
	pub call: Call,
	pub probe: u16,
}

fn proof() -> impl Strategy<Value = Proof> {
	prop_oneof![
		12 => Just(Proof::Sound),
		1 => Just(Proof::OtherCase),
		1 => Just(Proof::OtherClass),
		1 => Just(Proof::Unknown),
		1 => Just(Proof::Superseded),
		1 => Just(Proof::Later),
		1 => Just(Proof::Beginning),
	]
}

fn day() -> impl Strategy<Value = i32> {
	prop_oneof![8 => Just(0), 2 => -3..0i32, 1 => Just(1)]
}

fn roles() -> impl Strategy<Value = u16> {
	prop_oneof![6 => (0..9u32).prop_map(|bit| 1 << bit), 1 => 0..1024u16]
}

fn call() -> impl Strategy<Value = Call> {
	let case = 0..12usize;
	let register = (0..4u8, 0..9u8, 0..9u8, day(), any::<bool>(), 0..12u8).prop_map(
		|(opening, cleared, founders, day, restricted, reuse)| Call::Register {
			opening,
			cleared: cleared > 0,
			founders,
			day,
			restricted: restricted && cleared % 2 == 0,
			reuse: reuse == 0,
		},
	);
	let advance = (case.clone(), 0..7u8, day(), proof(), 0..8u8).prop_map(
		|(case, step, day, proof, lawful)| Call::Advance {
			case,
			step,
			day,
			proof,
			lawful: lawful > 0,
		},
	);
	let sealed = (case.clone(), prop_oneof![3 => Just(6u32), 1 => 0..8u32], 0..3u8);
	let first = prop_oneof![
		4 => register,
		10 => advance,
		2 => (case.clone(), 0..3u8, 0..4u8)
			.prop_map(|(case, unit, officer)| Call::Assign { case, unit, officer }),
		9 => (case.clone(), -2..40i32, proof())
			.prop_map(|(case, last, proof)| Call::Compute { case, last, proof }),
		3 => (case.clone(), 0..8u8)
			.prop_map(|(case, older)| Call::Confirm { case, older: older == 0 }),
		3 => (case.clone(), day(), proof())
			.prop_map(|(case, day, proof)| Call::Certify { case, day, proof }),
		6 => (case.clone(), 0..4u8, 0..3u8, day(), proof()).prop_map(
			|(case, kind, cause, day, proof)| Call::Open { case, kind, cause, day, proof }
		),
		4 => (case.clone(), 0..5usize, day(), proof()).prop_map(
			|(case, which, day, proof)| Call::Close { case, which, day, proof }
		),
	];
	let second = prop_oneof![
		2 => (case.clone(), 0..8u32, roles())
			.prop_map(|(case, member, roles)| Call::AddParty { case, member, roles }),
		2 => (case.clone(), 0..8u32, roles())
			.prop_map(|(case, member, roles)| Call::RemoveParty { case, member, roles }),
		2 => (sealed.clone(), any::<bool>()).prop_map(|((case, member, salt), policy)| {
			Call::AddSealed { case, member, salt, policy }
		}),
		1 => sealed.prop_map(|(case, member, salt)| Call::RemoveSealed { case, member, salt }),
		2 => (case.clone(), 0..3u8).prop_map(|(case, salt)| Call::Reveal { case, salt }),
		2 => (0..6u8, 0..3u8).prop_map(|(broken, rows)| Call::Import { broken, rows }),
		2 => (case.clone(), 0..12usize).prop_map(|(case, kept)| Call::Merge { case, kept }),
		2 => case.prop_map(|case| Call::Split { case }),
	];
	prop_oneof![5 => first, 2 => second]
}

pub(crate) fn step() -> impl Strategy<Value = Drawn> {
	let wait = prop_oneof![3 => Just(0), 3 => 0..DAY, 1 => DAY..4 * DAY];
	(wait, 0..40u8, 0..14usize, 0..4u8, call(), any::<u16>()).prop_map(
		|(wait, pause, by, aimed, call, probe)| Drawn {
			wait,
			pause,
			by,
			aimed: aimed > 0,
			call,
			probe,
		},
	)
}
