//! `set_severity`, `set_thresholds` and `set_upload_limit`.

use super::*;

#[test]
fn governance_sets_what_the_detectors_raise_or_leaves_it_to_the_rule() {
	chain(|| {
		let rule = Rule::UploadGap;
		let set = |who, to| Oversight::set_severity(signed(who), rule, to);
		assert_noop!(set(CHIEF, Some(Severity::Gravest)), DispatchError::BadOrigin);
		assert_noop!(set(COUNCIL, None), Error::<Test>::NothingToChange);
		// As the rule has it now: it stays so, whatever becomes of the rule.
		let mut from = None;
		for to in [Some(Severity::Ordinary), Some(Severity::Gravest), None] {
			assert_ok!(set(COUNCIL, to));
			assert_noop!(set(COUNCIL, to), Error::<Test>::NothingToChange);
			assert_eq!(last_event(), Event::SeveritySet { rule, from, to });
			assert_eq!(Severities::<Test>::get(rule), to);
			assert_eq!(Oversight::severity(rule), to.unwrap_or(Severity::Ordinary));
			from = to;
		}
	});
}

#[test]
fn governance_sets_thresholds_that_are_not_0() {
	chain(|| {
		let set = |who, outside_duty, self_dealing| {
			let thresholds = Thresholds { outside_duty, self_dealing };
			Oversight::set_thresholds(signed(who), thresholds)
		};
		assert_noop!(set(CHIEF, 2, 2), DispatchError::BadOrigin);
		assert_noop!(set(COUNCIL, 0, 2), Error::<Test>::ThresholdOutOfBounds);
		assert_noop!(set(COUNCIL, 2, 0), Error::<Test>::ThresholdOutOfBounds);
		assert_noop!(set(COUNCIL, 5, 1), Error::<Test>::NothingToChange);
		assert_ok!(set(COUNCIL, 2, 3));
		assert_eq!(
			last_event(),
			Event::ThresholdsSet {
				from: Thresholds::default(),
				to: Thresholds { outside_duty: 2, self_dealing: 3 },
			}
		);
	});
}

#[test]
fn governance_sets_who_must_anchor_how_often() {
	chain(|| {
		let (kind, level) = (MemberKind::JusticeBureau, Level::County);
		let set = |who, days| Oversight::set_upload_limit(signed(who), kind, level, days);
		assert_noop!(set(CHIEF, None), DispatchError::BadOrigin);
		assert_noop!(set(COUNCIL, Some(0)), Error::<Test>::ThresholdOutOfBounds);
		assert_noop!(set(COUNCIL, Some(10)), Error::<Test>::NothingToChange);
		assert_ok!(set(COUNCIL, None));
		assert_eq!(last_event(), Event::UploadLimitSet { kind, level, from: Some(10), to: None });
		assert_noop!(set(COUNCIL, None), Error::<Test>::NothingToChange);
		assert_ok!(set(COUNCIL, Some(3)));
	});
}
