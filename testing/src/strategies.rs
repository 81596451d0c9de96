//! Strategies for property tests.

use proptest::prelude::*;
use shejiao_primitives::{
	duty::{Category, Duties},
	member::{Level, MemberKind},
	reason::Reason,
};

/// Any kind of member.
pub fn member_kind() -> impl Strategy<Value = MemberKind> {
	proptest::sample::select(&MemberKind::ALL[..])
}

/// Any level.
pub fn level() -> impl Strategy<Value = Level> {
	proptest::sample::select(
		&[Level::Nation, Level::Province, Level::City, Level::County, Level::Township][..],
	)
}

/// Any non-empty set of duties.
pub fn duties() -> impl Strategy<Value = Duties> {
	(1..=Duties::ALL.0).prop_map(Duties)
}

/// Either category of officer.
pub fn category() -> impl Strategy<Value = Category> {
	prop_oneof![Just(Category::StateFunctionary), Just(Category::Auxiliary)]
}

/// Some reason.
pub fn reason() -> impl Strategy<Value = Reason> {
	proptest::sample::select(
		&[Reason::OwnWish, Reason::DutyNeglected, Reason::DataBreach, Reason::Transfer][..],
	)
}
