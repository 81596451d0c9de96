//! `may_i`: an answer with article and remedy for those who take part, one answer for the rest.

use super::*;
use crate::{Action, Answer, Article, Law, Remedy, StepKind};
use frame_support::assert_ok;
use shejiao_primitives::{case::CaseMerging, regime::ModuleId};
use shejiao_testing::MockRegime;

fn ask(by: u64, id: CaseId, action: Action) -> Answer {
	SubjectIdentity::may_i(by, id, action)
}

fn refused(by: u64, id: CaseId, action: Action) -> (u8, Remedy) {
	match ask(by, id, action) {
		Answer::No { code, remedy, .. } => (code, remedy),
		other => panic!("{other:?}"),
	}
}

fn code(error: Error) -> u8 {
	codec::Encode::encode(&error)[0]
}

const RECEIVE: Action = Action::Advance(StepKind::Receive);

#[test]
fn who_has_no_role_is_told_the_same_of_every_case() {
	run(|| {
		let id = awaiting();
		for by in [STRANGER, WARDEN, OTHER_JUDGE, HELPER, NOBODY] {
			for action in [RECEIVE, Action::ComputeTerm, Action::Assign] {
				assert_eq!(ask(by, id, action), Answer::NotAvailable);
				assert_eq!(ask(by, CaseId([9; 16]), action), Answer::NotAvailable);
			}
		}
		assert_eq!(ask(OFFICER, CaseId([9; 16]), RECEIVE), Answer::NotAvailable);
	});
}

/// A representative has a role, but no office: an officer must be asked.
#[test]
fn who_represents_the_person_is_told_whom_to_ask() {
	run(|| {
		let (id, other) = (awaiting(), awaiting());
		shejiao_testing::MockCases::represent(&NOBODY, id);
		let (roles, duties) = (PartyRoles::EXECUTING, Duties::ENFORCEMENT);
		let asked = (code(Error::NotAuthorized), Remedy::AskOfficer { roles, duties });
		assert_eq!(refused(NOBODY, id, RECEIVE), asked);
		assert_eq!(ask(NOBODY, other, RECEIVE), Answer::NotAvailable);
		let gone = CaseId([9; 16]);
		shejiao_testing::MockCases::represent(&NOBODY, gone);
		assert_eq!(ask(NOBODY, gone, RECEIVE), Answer::NotAvailable);
	});
}

#[test]
fn who_acts_for_a_party_is_told_what_the_party_is() {
	run(|| {
		let id = awaiting();
		assert_eq!(ask(STRANGER, id, RECEIVE), Answer::NotAvailable);
		MockMembers::add_order(OTHER_BUREAU, BUREAU);
		assert!(matches!(ask(STRANGER, id, RECEIVE), Answer::Yes { .. }));
		assert_eq!(ask(STRANGER, CaseId([9; 16]), RECEIVE), Answer::NotAvailable);
	});
}

#[test]
fn who_may_is_told_the_article() {
	run(|| {
		let article = Article { law: Law::CommunityCorrections, number: 21 };
		assert_eq!(ask(OFFICER, awaiting(), RECEIVE), Answer::Yes { article });
		let all = [
			(OFFICER, Action::ComputeTerm),
			(HEAD, Action::Assign),
			(HEAD, Action::ChangeParties),
			(OFFICER, Action::ApplyPolicy),
			(OFFICER, Action::OpenInterval(IntervalKind::Measure)),
		];
		let id = received();
		for (by, action) in all {
			assert!(matches!(ask(by, id, action), Answer::Yes { .. }), "{action:?}");
		}
		let id = with_term(20);
		assert!(matches!(ask(HEAD, id, Action::Certify), Answer::Yes { .. }));
	});
}

#[test]
fn who_may_not_is_told_what_would_help() {
	run(|| {
		let id = awaiting();
		let (number, remedy) = refused(JUDGE, id, RECEIVE);
		assert_eq!(number, code(Error::NotAuthorized));
		let (roles, duties) = (PartyRoles::EXECUTING, Duties::ENFORCEMENT);
		assert_eq!(remedy, Remedy::AskOfficer { roles, duties });
		assert_ok!(receive(id, OFFICER));
		assert_eq!(refused(OFFICER, id, RECEIVE), (code(Error::WrongStage), Remedy::OtherStage));
		let nothing = (code(Error::NothingToConfirm), Remedy::EnterFirst);
		assert_eq!(refused(BOTH, id, Action::ConfirmTerm), nothing);
		assert_ok!(compute(id, BOTH, today().plus(9)));
		let same = (code(Error::SameOfficer), Remedy::AskColleague);
		assert_eq!(refused(BOTH, id, Action::ConfirmTerm), same);
		assert!(matches!(ask(HEAD, id, Action::ConfirmTerm), Answer::Yes { .. }));
		let missing = (code(Error::NotFound), Remedy::EnterFirst);
		let unban = Action::CloseInterval(IntervalKind::ExitBan);
		assert_eq!(refused(OFFICER, id, unban), missing);
		let policy = Action::ApplyPolicy;
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_eq!(refused(OFFICER, id, policy), (code(Error::ModulePaused), Remedy::Wait));
	});
}

#[test]
fn merged_and_closed_cases_say_where_to_go() {
	run(|| {
		let (duplicate, kept) = (received(), received());
		assert_ok!(<SubjectIdentity as CaseMerging>::merge(duplicate, kept));
		let merged = (code(Error::CaseMerged), Remedy::ActOn(kept));
		assert_eq!(refused(OFFICER, duplicate, Action::ComputeTerm), merged);
		let id = ended();
		close_file(id);
		let closed = (code(Error::FileClosed), Remedy::EndRestriction);
		assert_eq!(refused(HEAD, id, Action::ChangeParties), closed);
		let restricted = code(Error::CaseRestricted);
		assert_eq!(refused(OFFICER, id, Action::ApplyPolicy).0, restricted);
		let lawful = [
			(HEAD, Action::Assign),
			(OFFICER, Action::Advance(StepKind::BeginAfterCare)),
			(HEAD, Action::Advance(StepKind::Archive)),
			(JUDGE, Action::OpenInterval(IntervalKind::Restriction)),
			(HEAD, Action::CloseInterval(IntervalKind::Restriction)),
		];
		for (by, action) in lawful {
			assert!(matches!(ask(by, id, action), Answer::Yes { .. }), "{action:?}");
		}
		assert_eq!(refused(OFFICER, id, Action::Certify).0, code(Error::WrongStage));
		let id = ended_by_rule();
		close_file(id);
		for (by, action) in [
			(OFFICER, Action::Certify),
			(JUDGE, Action::Advance(StepKind::End)),
			(HEAD, Action::OpenInterval(IntervalKind::EndHeld)),
		] {
			assert!(matches!(ask(by, id, action), Answer::Yes { .. }), "{action:?}");
		}
		let archive = Action::Advance(StepKind::Archive);
		let uncertified = (code(Error::CertificateMissing), Remedy::EnterFirst);
		assert_eq!(refused(HEAD, id, archive), uncertified);
		assert_ok!(hold(id, HEAD, ago(1)));
		assert_eq!(refused(HEAD, id, archive), (code(Error::IntervalOpen), Remedy::EnterFirst));
	});
}

#[test]
fn the_answer_is_that_of_the_call() {
	run(|| {
		for at_stage in Stage::ALL {
			for by in OFFICERS {
				let id = at(at_stage);
				let steps = [
					(StepKind::Decide, DECIDE),
					(StepKind::Drop, Step::Drop),
					(StepKind::Return, RETURN),
					(StepKind::End, END),
					(StepKind::BeginAfterCare, Step::BeginAfterCare),
					(StepKind::Archive, Step::Archive),
					(StepKind::Receive, reception(id)),
				];
				for (kind, step) in steps {
					let told = matches!(ask(by, id, Action::Advance(kind)), Answer::Yes { .. });
					let done = frame_support::storage::with_storage_layer(|| {
						let result = advance(id, by, step, today());
						assert_eq!(result.is_ok(), told, "{kind:?} by {by} at {at_stage:?}");
						Err::<(), _>(sp_runtime::DispatchError::Other("only tried"))
					});
					assert!(done.is_err());
				}
			}
		}
		shejiao_testing::MockDeadlines::refuse(false);
	});
}

#[test]
fn nobody_makes_what_the_rule_makes() {
	run(|| {
		let id = with_term(3);
		let by_rule = Action::Advance(StepKind::EndByRule);
		assert_eq!(refused(HEAD, id, by_rule).0, code(Error::NotAuthorized));
		let again = Action::Advance(StepKind::Commission);
		assert_eq!(refused(JUDGE, id, again).0, code(Error::NotAuthorized));
		let decided = Action::Advance(StepKind::RegisterDecided);
		assert_eq!(refused(JUDGE, id, decided).0, code(Error::WrongStage));
	});
}
