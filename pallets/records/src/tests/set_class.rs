//! `set_class` and `retire_class`.

use super::*;
use crate::{Basis, Kinds, Retention, Source, Statute, TrustRule};
use frame_support::assert_noop;
use sp_runtime::DispatchError;

const NEW: ClassId = ClassId(500);

fn rule() -> Class {
	Records::class(classes::SUPERVISION).expect("founding; qed")
}

fn set(class: ClassId, rule: Class) -> sp_runtime::DispatchResult {
	Records::set_class(signed(COUNCIL), class, Box::new(rule))
}

#[test]
fn governance_sets_a_class_and_the_past_is_told_as_it_was() {
	chain(|| {
		let start = now();
		assert_ok!(set(NEW, rule()));
		assert!(happened(Event::ClassSet { class: NEW, rule: Box::new(rule()) }));
		MockLegalTime::advance(DAY);
		let mut other = rule();
		other.retention = Retention::Working { days: 7 };
		assert_ok!(set(NEW, other.clone()));
		assert_eq!(Records::class_at(NEW, start), Some(rule()));
		assert_eq!(Records::class_at(NEW, now()), Some(other.clone()));
		assert_noop!(set(NEW, other), Error::<Test>::NothingToChange);
	});
}

#[test]
fn nobody_else_does() {
	chain(|| {
		let by_a_clerk = Records::set_class(signed(CLERK), NEW, Box::new(rule()));
		assert_noop!(by_a_clerk, DispatchError::BadOrigin);
		let by_a_clerk = Records::retire_class(signed(CLERK), classes::END);
		assert_noop!(by_a_clerk, DispatchError::BadOrigin);
	});
}

#[test]
fn a_retired_number_is_never_used_again() {
	chain(|| {
		assert_ok!(set(NEW, rule()));
		assert_ok!(Records::retire_class(signed(COUNCIL), NEW));
		assert!(happened(Event::ClassRetired { class: NEW }));
		assert_noop!(set(NEW, rule()), Error::<Test>::Retired);
		let again = Records::retire_class(signed(COUNCIL), NEW);
		assert_noop!(again, Error::<Test>::Retired);
		let unknown = Records::retire_class(signed(COUNCIL), ClassId(501));
		assert_noop!(unknown, Error::<Test>::NotFound);
		let told = Records::classes(NEW, 1);
		assert_eq!(told.len(), 1);
		assert!(told[0].retired);
		assert_eq!(told[0].class, rule());
	});
}

#[test]
fn a_rule_out_of_bounds_is_refused() {
	chain(|| {
		let refused = |change: &dyn Fn(&mut Class)| {
			let mut rule = rule();
			change(&mut rule);
			assert_noop!(set(NEW, rule), Error::<Test>::InvalidRule);
		};
		refused(&|rule| rule.basis.clear());
		refused(&|rule| {
			let articles = vec![0].try_into().expect("one; qed");
			rule.basis[0] = Basis { statute: Statute::Measures, articles };
		});
		refused(&|rule| rule.writers.clear());
		refused(&|rule| rule.writers[0].kinds = Kinds(0));
		refused(&|rule| rule.writers[0].kinds = Kinds(1 << 19));
		refused(&|rule| rule.writers[0].roles = PartyRoles::NONE);
		refused(&|rule| rule.writers[0].duties = Duties::NONE);
		refused(&|rule| rule.delegated = Acts::REWARDS_AND_SANCTIONS);
		refused(&|rule| rule.schemas.clear());
		refused(&|rule| rule.schemas[1] = rule.schemas[0]);
		refused(&|rule| rule.suites.clear());
		refused(&|rule| rule.suites[1] = rule.suites[0]);
		refused(&|rule| rule.retention = Retention::Working { days: 0 });
		refused(&|rule| rule.retention = Retention::Working { days: 36_501 });
		refused(&|rule| rule.retention = Retention::Statutory { freeze: 9, keep: 8 });
		refused(&|rule| rule.retention = Retention::Statutory { freeze: 9, keep: 36_501 });
		refused(&|rule| {
			rule.trust = TrustRule::Corroborated { roles: PartyRoles::POLICE, members: 0 }
		});
		refused(&|rule| {
			rule.trust = TrustRule::Corroborated { roles: PartyRoles::POLICE, members: 9 }
		});
		refused(&|rule| {
			rule.trust = TrustRule::Corroborated { roles: PartyRoles::NONE, members: 1 }
		});
		// A single holder shares nothing.
		refused(&|rule| rule.trust = TrustRule::SharedFact { holders: PartyRoles::POLICE });
		refused(&|rule| {
			rule.trust = TrustRule::Authoritative { kinds: Kinds(0), roles: PartyRoles::EXECUTING }
		});
		// Readings are of no case.
		refused(&|rule| rule.source = Source::Readings);
	});
}

#[test]
fn a_class_keeps_its_source() {
	chain(|| {
		let mut rule = Records::class(classes::DEVICE_READINGS).expect("founding; qed");
		rule.source = Source::Positions;
		assert_noop!(set(classes::DEVICE_READINGS, rule), Error::<Test>::InvalidRule);
	});
}
