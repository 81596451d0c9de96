use super::{acts::Act, *};
use shejiao_primitives::member::Standing;

const ACT: Act = Act::of(1);

#[test]
fn members_officers_and_validators_pass() {
	network(|| {
		for who in [COURT, JUDGE, CHARITY, WORKER] {
			assert_passes(who, share(ACT));
			assert_eq!(Gate::refusal(&who, None), None);
		}
		assert_passes(COURT, vote(ACT));
		assert_passes(NODE, keys(ACT));
	});
}

#[test]
fn a_stranger_is_not_admitted_and_learns_it_before_it_hears_of_payment() {
	network(|| {
		assert_refused(STRANGER, report(ACT), Refusal::NotAdmitted);
		assert_eq!(Gate::refusal(&STRANGER, None), Some(Refusal::NotAdmitted));
	});
}

#[test]
fn a_suspended_statutory_member_keeps_what_the_law_orders() {
	network(|| {
		MockMembers::set_standing(COURT_ID, Standing::Suspended);
		for who in [COURT, JUDGE] {
			assert_refused(who, share(ACT), Refusal::Suspended);
			assert_passes(who, report(ACT));
			assert_eq!(Gate::refusal(&who, None), None);
		}
		assert_refused(COURT, vote(ACT), Refusal::Suspended);
		assert_refused(NODE, keys(ACT), Refusal::Suspended);
	});
}

#[test]
fn a_suspended_social_organisation_keeps_nothing() {
	network(|| {
		MockMembers::set_standing(CHARITY_ID, Standing::Suspended);
		assert_refused(CHARITY, report(ACT), Refusal::Suspended);
		assert_eq!(Gate::refusal(&CHARITY, None), Some(Refusal::Suspended));
	});
}

#[test]
fn who_has_left_lapsed_or_been_expelled_is_no_longer_a_member() {
	for standing in [Standing::Lapsed, Standing::Withdrawn, Standing::Expelled] {
		network(|| {
			MockMembers::set_standing(CHARITY_ID, standing);
			assert_refused(CHARITY, share(ACT), Refusal::NoLongerMember);
			assert_refused(WORKER, report(ACT), Refusal::NoLongerMember);
			assert_eq!(Gate::refusal(&WORKER, None), Some(Refusal::NoLongerMember));
		});
	}
}

#[test]
fn an_expelled_statutory_member_still_does_what_the_law_orders() {
	network(|| {
		MockMembers::set_standing(COURT_ID, Standing::Expelled);
		assert_passes(COURT, report(ACT));
		assert_passes(JUDGE, report(ACT));
		assert_refused(JUDGE, share(ACT), Refusal::NoLongerMember);
		assert_refused(NODE, keys(ACT), Refusal::NoLongerMember);
	});
}

#[test]
fn a_dismissed_officer_is_refused_even_what_the_law_orders() {
	network(|| {
		assert_passes(JUDGE, report(ACT));
		MockDirectory::dismiss(&JUDGE);
		assert_refused(JUDGE, report(ACT), Refusal::OfficerInactive);
		assert_passes(CLERK, report(ACT));
	});
}

#[test]
fn the_old_key_of_a_member_and_of_a_validator_is_retired() {
	network(|| {
		MockMembers::set_account(COURT_ID, &STRANGER);
		assert_refused(COURT, report(ACT), Refusal::KeyRetired);
		Owners::set(vec![]);
		assert_refused(NODE, keys(ACT), Refusal::KeyRetired);
	});
}

#[test]
fn a_call_is_open_to_the_roles_of_its_row_alone() {
	network(|| {
		assert_refused(JUDGE, vote(ACT), Refusal::CallNotOpen);
		assert_refused(COURT, keys(ACT), Refusal::CallNotOpen);
		assert_refused(NODE, share(ACT), Refusal::CallNotOpen);
		assert_refused(GUARDIAN, report(ACT), Refusal::CallNotOpen);
		assert_refused(COURT, acts::Call::unlisted {}.into(), Refusal::CallNotOpen);
	});
}

#[test]
fn a_validator_makes_consensus_calls_alone_whatever_the_table_says() {
	network(|| assert_refused(NODE, report(ACT), Refusal::CallNotOpen));
}

#[test]
fn the_accused_does_not_vote() {
	network(|| {
		Accused::set(Some(COURT_ID));
		assert_refused(COURT, vote(ACT), Refusal::AccusedMayNotVote);
		assert_refused(COURT, batch(vec![vote(ACT)]), Refusal::AccusedMayNotVote);
		assert_passes(CHARITY, vote(ACT));
	});
}

#[test]
fn a_paused_module_takes_no_calls() {
	network(|| {
		Paused::set(true);
		assert_refused(JUDGE, share(ACT), Refusal::ModulePaused);
		assert_passes(JUDGE, report(ACT));
	});
}

#[test]
fn the_nonce_must_be_where_the_configuration_says() {
	use sp_runtime::transaction_validity::UnknownTransaction;
	network(|| {
		let call = report(ACT);
		let alone = CheckMembership::<Test>::new().validate_only(
			RawOrigin::Signed(JUDGE).into(),
			&call,
			&info(&call),
			0,
			TransactionSource::External,
			0,
		);
		assert_eq!(alone.map(|_| ()), Err(UnknownTransaction::CannotLookup.into()));
	});
}

#[test]
fn clients_sign_nothing_for_the_gate() {
	use codec::Encode;
	let gate = CheckMembership::<Test>::new();
	assert!(gate.encode().is_empty());
	assert_eq!(gate.implicit(), Ok(()));
	assert_eq!(CheckMembership::<Test>::IDENTIFIER, "CheckMembership");
	assert_eq!(Extension::metadata()[0].identifier, "CheckMembership");
}

#[test]
fn every_code_is_in_the_readme() {
	use codec::Decode;
	let readme = include_str!("../../README.md");
	let refusals = (0..=u8::MAX).filter_map(|code| Refusal::decode(&mut &[code][..]).ok());
	assert_eq!(refusals.clone().count(), 11);
	for refusal in refusals {
		let row = format!("| {} | `{refusal:?}` |", refusal.code());
		assert!(readme.contains(&row), "{row}");
	}
}
