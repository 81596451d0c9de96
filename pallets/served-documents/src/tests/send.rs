use super::*;
use shejiao_primitives::record::ClassId;

#[test]
fn a_document_is_sent_to_each_recipient() {
	chain(|| {
		let case = case_at(Stage::Open);
		let served = record(case, AGENCY);
		let to = BoundedVec::truncate_from(vec![COURT, POLICE]);
		let kind = DocumentKind::Other;
		assert_ok!(ServedDocuments::send(signed(CLERK), case, kind, served, to, today()));
		let sent = |document, recipient| Event::DocumentSent {
			document: DocumentId(document),
			letter: DocumentId(0),
			case,
			kind,
			record: served,
			sender: AGENCY,
			recipient,
			by: CLERK,
			sent: today(),
			clock: kinds::DOCUMENT_RECEIPT,
			completed: false,
		};
		assert_eq!(events(), [sent(0, COURT), sent(1, POLICE)]);
		assert_eq!(MockRecords::links(), [(served, Subject::Document(DocumentId(0)))]);
		assert_eq!(get(DocumentId(1)).status, Status::Sent);
		assert!(ServedDocuments::is_live(DocumentId(1)));
		assert_eq!(ServedDocuments::case_of(DocumentId(1)), Some(case));
	});
}

/// 电子签名法 11: what is electronic is received when it enters the recipient's system, so the clock
/// of the receipt runs from the entry. L6 binds the agency for execution documents alone.
#[test]
fn the_clock_of_the_receipt_starts_with_the_entry() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let sent = ago(3);
		let kind = DocumentKind::ExecutionDocuments;
		assert_ok!(send_on(REGISTRAR, case, kind, &REACHED, sent));
		for (number, recipient) in REACHED.into_iter().enumerate() {
			let started = clocks(Subject::Document(DocumentId(number as u64)));
			let kind = match recipient {
				AGENCY => kinds::RETURN_RECEIPT,
				_ => kinds::DOCUMENT_RECEIPT,
			};
			let started: Vec<_> = started.iter().map(|c| (c.kind, c.owner, c.from)).collect();
			assert_eq!(started, [(kind, recipient, now())]);
		}
	});
}

#[test]
fn parties_send_what_is_theirs() {
	use DocumentKind as K;
	chain(|| {
		let case = case_at(Stage::Open);
		let parties = [AGENCY, COURT, PROCURATORATE, POLICE, ELSEWHERE];
		let all = |who| parties.into_iter().filter(move |m| *m != who);
		for (kind, senders) in [
			(K::Commission, &[REGISTRAR][..]),
			(K::Opinion, &[CLERK]),
			(K::AdoptionResult, &[REGISTRAR]),
			(K::ExecutionDocuments, &[REGISTRAR]),
			(K::EffectNotice, &[REGISTRAR]),
			(K::Receipt, &[CLERK]),
			(K::MissingDocuments, &[CLERK]),
			(K::ExitBan, &[CLERK]),
			(K::EndNotice, &[CLERK]),
			(K::AfterCareHandOver, &[CLERK]),
			(K::Other, &[CLERK, REGISTRAR, PROSECUTOR, CONSTABLE]),
		] {
			for (who, member) in [
				(CLERK, AGENCY),
				(REGISTRAR, COURT),
				(PROSECUTOR, PROCURATORATE),
				(CONSTABLE, POLICE),
			] {
				let to: Vec<_> = all(member).collect();
				// Room for the next letter.
				OpenOf::<Test>::get(case).into_iter().for_each(|id| {
					let clerks = [CLERK, REGISTRAR, PROSECUTOR, CONSTABLE, FAR];
					assert_ok!(receipt(clerks[get(id).recipient.0 as usize], id));
				});
				if senders.contains(&who) {
					assert_ok!(send(who, case, kind, &to));
				} else {
					assert_noop!(send(who, case, kind, &to), Error::<Test>::WrongSender);
				}
			}
		}
	});
}

/// 法 20, 44 and 办法 14: who must have it is among the recipients.
#[test]
fn whom_the_law_names_is_reached() {
	use DocumentKind as K;
	chain(|| {
		let case = case_at(Stage::Open);
		for (who, kind, to) in [
			(CLERK, K::Opinion, &[COURT][..]),
			(CLERK, K::Opinion, &[PROCURATORATE]),
			(REGISTRAR, K::ExecutionDocuments, &[AGENCY, PROCURATORATE, ELSEWHERE]),
			(REGISTRAR, K::ExecutionDocuments, &[AGENCY, POLICE, ELSEWHERE]),
			(REGISTRAR, K::ExecutionDocuments, &[PROCURATORATE, POLICE, ELSEWHERE]),
			(REGISTRAR, K::ExecutionDocuments, &[AGENCY, PROCURATORATE, POLICE]),
			(REGISTRAR, K::EffectNotice, &[POLICE]),
			(REGISTRAR, K::Commission, &[PROCURATORATE]),
			(CLERK, K::MissingDocuments, &[POLICE]),
			(CLERK, K::Receipt, &[POLICE]),
			(CLERK, K::ExitBan, &[COURT]),
			(CLERK, K::EndNotice, &[COURT, PROCURATORATE]),
			(CLERK, K::EndNotice, &[COURT, POLICE]),
			(CLERK, K::EndNotice, &[PROCURATORATE, POLICE]),
		] {
			assert_noop!(send(who, case, kind, to), Error::<Test>::CopyMissing);
		}
		// Nobody has to reach a party that the case has not.
		MockCases::set_roles(case, POLICE, PartyRoles::NONE);
		let rest = [AGENCY, PROCURATORATE, ELSEWHERE];
		assert_ok!(send(REGISTRAR, case, K::ExecutionDocuments, &rest));
		// Who sends it has it.
		MockCases::set_roles(case, COURT, PartyRoles::DECIDING.union(PartyRoles::SUPERVISING));
		for member in [PROCURATORATE, ELSEWHERE] {
			MockCases::set_roles(case, member, PartyRoles::ASSISTING);
		}
		assert_ok!(send(REGISTRAR, case, K::ExecutionDocuments, &[AGENCY]));
	});
}

/// The field table: what tells that somebody is a minor stays sealed.
#[test]
fn no_kind_tells_of_a_sealing() {
	use codec::{Decode, Encode};
	chain(|| {
		assert!(DocumentKind::decode(&mut &[10u8][..]).is_err(), "its number is given no more");
		assert_eq!(DocumentKind::Other.encode(), [11]);
		let case = case_at(Stage::Open);
		assert_ok!(send(REGISTRAR, case, DocumentKind::Other, &[AGENCY]));
	});
}

/// Two police parties: the one where the person lives, and the one where it works.
#[test]
fn everybody_with_a_role_is_reached_and_not_the_first_alone() {
	use DocumentKind as K;
	chain(|| {
		let case = case_at(Stage::Open);
		MockCases::set_roles(case, ELSEWHERE, PartyRoles::POLICE);
		let three = [AGENCY, PROCURATORATE, POLICE];
		let other = [AGENCY, PROCURATORATE, ELSEWHERE];
		let all = [AGENCY, PROCURATORATE, POLICE, ELSEWHERE];
		for to in [three, other] {
			assert_noop!(
				send(REGISTRAR, case, K::ExecutionDocuments, &to),
				Error::<Test>::CopyMissing
			);
		}
		assert_ok!(send(REGISTRAR, case, K::ExecutionDocuments, &all));
		assert_noop!(send(CLERK, case, K::ExitBan, &[POLICE]), Error::<Test>::CopyMissing);
		assert_ok!(send(CLERK, case, K::ExitBan, &[POLICE, ELSEWHERE]));
	});
}

/// Who is a party already gets what the law finishes.
#[test]
fn a_closed_file_is_served_about_as_before() {
	use DocumentKind as K;
	chain(|| {
		let case = case_at(Stage::Open);
		let end = [COURT, PROCURATORATE, POLICE];
		for stage in [Stage::Ended, Stage::AfterCare] {
			MockCases::update(case, |facts| (facts.stage, facts.restricted) = (stage, true));
			assert_ok!(send(CLERK, case, K::EndNotice, &end));
			assert_ok!(send(CLERK, case, K::AfterCareHandOver, &[PROCURATORATE]));
			assert_ok!(send(REGISTRAR, case, K::Other, &[AGENCY]));
			assert_noop!(send(REGISTRAR, case, K::Other, &[OTHER]), Error::<Test>::NotParty);
		}
	});
}

#[test]
fn what_comes_too_early_is_refused_and_what_comes_late_is_not() {
	use DocumentKind as K;
	chain(|| {
		let before = case_at(Stage::PreDecision);
		let three = [AGENCY, PROCURATORATE, POLICE];
		let end = [COURT, PROCURATORATE, POLICE];
		for (who, kind, to) in [
			(REGISTRAR, K::ExecutionDocuments, &three),
			(REGISTRAR, K::EffectNotice, &three),
			(CLERK, K::Receipt, &end),
			(CLERK, K::MissingDocuments, &end),
			(CLERK, K::ExitBan, &end),
			(CLERK, K::EndNotice, &end),
			(CLERK, K::AfterCareHandOver, &end),
		] {
			assert_noop!(send(who, before, kind, to), Error::<Test>::WrongStage);
		}
		assert_ok!(send(REGISTRAR, before, K::Commission, &three));
		assert_ok!(send(CLERK, before, K::Opinion, &end));
		let waiting = case_at(Stage::AwaitingReception);
		assert_ok!(send(CLERK, waiting, K::EndNotice, &end));
		let after = case_at(Stage::AfterCare);
		assert_ok!(send(CLERK, after, K::Opinion, &end));
		assert_ok!(send(CLERK, after, K::EndNotice, &end));
	});
}

#[test]
fn officers_who_serve_for_a_party_send() {
	chain(|| {
		let case = case_at(Stage::Open);
		let kind = DocumentKind::Other;
		for who in [OFFICER, STRANGER] {
			assert_noop!(send(who, case, kind, &[COURT]), Error::<Test>::NotAuthorized);
		}
		assert_noop!(send(OUTSIDER, case, kind, &[COURT]), Error::<Test>::NotAuthorized);
		// The same answer, whether or not there is such a case.
		let unknown = CaseId([9; 16]);
		for who in [OUTSIDER, CLERK] {
			assert_noop!(send(who, unknown, kind, &[COURT]), Error::<Test>::NotAuthorized);
		}
		let to = BoundedVec::truncate_from(vec![COURT]);
		let record = record(case, AGENCY);
		assert_noop!(
			ServedDocuments::send(RuntimeOrigin::none(), case, kind, record, to, today()),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_unit_sends_what_is_delegated() {
	use DocumentKind as K;
	chain(|| {
		let case = case_at(Stage::Open);
		let to = [COURT, PROCURATORATE, POLICE];
		let delegated = [
			(K::Opinion, Acts::INVESTIGATION),
			(K::Receipt, Acts::RECEPTION),
			(K::MissingDocuments, Acts::RECEPTION),
			(K::AfterCareHandOver, Acts::HAND_OVER),
			(K::Other, Acts::DAILY_SUPERVISION),
		];
		for (kind, acts) in delegated {
			assert_noop!(send(TOWN, case, kind, &to), Error::<Test>::NotAuthorized);
			MockDirectory::delegate(AGENCY, UNIT, acts, now(), now() + 1);
			if OpenOf::<Test>::get(case).len() < 10 {
				assert_ok!(send(TOWN, case, kind, &to));
			}
			MockLegalTime::advance(1);
			assert_noop!(send(TOWN, case, kind, &to), Error::<Test>::NotAuthorized);
		}
		MockDirectory::delegate(AGENCY, UNIT, Acts::ALL, now(), now() + 1);
		for kind in [K::ExitBan, K::EndNotice] {
			assert_noop!(send(TOWN, case, kind, &to), Error::<Test>::NotAuthorized);
		}
	});
}

#[test]
fn recipients_that_cannot_be_are_refused() {
	chain(|| {
		let case = case_at(Stage::Open);
		let refused = |to: &[MemberId], error: Error<Test>| {
			assert_noop!(send(CLERK, case, DocumentKind::Other, to), error);
		};
		refused(&[], Error::NoRecipient);
		refused(&[COURT, AGENCY], Error::ToItself);
		refused(&[COURT, POLICE, COURT], Error::DuplicateRecipient);
		refused(&[COURT, OTHER], Error::NotParty);
		// 法 20(2): who gets copies is a party too.
		assert_ok!(send(CLERK, case, DocumentKind::Other, &[ELSEWHERE]));
	});
}

#[test]
fn cases_that_take_no_more_acts_are_refused() {
	chain(|| {
		let kind = DocumentKind::Other;
		let archived = case_at(Stage::Archived);
		assert_noop!(send(CLERK, archived, kind, &[COURT]), Error::<Test>::CaseClosed);
		let merged = case_at(Stage::Open);
		MockCases::update(merged, |facts| facts.merged_into = Some(archived));
		assert_noop!(send(CLERK, merged, kind, &[COURT]), Error::<Test>::CaseMerged);
		let record = record(merged, AGENCY);
		let to = BoundedVec::truncate_from(vec![COURT]);
		let unknown = CaseId([9; 16]);
		assert_noop!(
			ServedDocuments::send(signed(CLERK), unknown, kind, record, to, today()),
			Error::<Test>::NotAuthorized
		);
	});
}

#[test]
fn records_that_are_no_evidence_or_protect_somebody_are_refused() {
	chain(|| {
		let case = case_at(Stage::Open);
		let refused = |record, error: Error<Test>| {
			let to = BoundedVec::truncate_from(vec![COURT]);
			let kind = DocumentKind::Other;
			assert_noop!(
				ServedDocuments::send(signed(CLERK), case, kind, record, to, today()),
				error
			);
		};
		refused(RecordId(99), Error::NotFound);
		refused(record(case_at(Stage::Open), AGENCY), Error::NotEvidence);
		let disputed = record(case, AGENCY);
		MockRecords::set_status(disputed, RecordStatus::Disputed);
		refused(disputed, Error::NotEvidence);
		let class = classes::PROTECTED_PARTY;
		refused(MockRecords::add_of_class(case, AGENCY, &CLERK, class), Error::WrongClass);
	});
}

/// What is served as an opinion is one: a clock of the law is completed by nothing else.
#[test]
fn every_kind_serves_its_own_classes() {
	use classes as C;
	use DocumentKind as K;
	chain(|| {
		let rows: [(u64, K, &[MemberId], &[ClassId]); 10] = [
			(REGISTRAR, K::Commission, &[AGENCY], &[C::CORRESPONDENCE, C::ASSESSMENT]),
			(CLERK, K::Opinion, &[COURT, PROCURATORATE], &[C::ASSESSMENT]),
			(REGISTRAR, K::AdoptionResult, &[AGENCY], &[C::DECISIONS]),
			(REGISTRAR, K::ExecutionDocuments, &REACHED, &[C::DECISIONS]),
			(REGISTRAR, K::EffectNotice, &[AGENCY], &[C::DECISIONS, C::CORRESPONDENCE]),
			(CLERK, K::Receipt, &[COURT], &[C::CORRESPONDENCE]),
			(CLERK, K::MissingDocuments, &[COURT], &[C::CORRESPONDENCE]),
			(CLERK, K::ExitBan, &[POLICE], &[C::CORRESPONDENCE]),
			(CLERK, K::EndNotice, &[COURT, PROCURATORATE, POLICE], &[C::END]),
			(CLERK, K::AfterCareHandOver, &[PROCURATORATE], &[C::END]),
		];
		for (who, kind, to, fitting) in rows {
			for class in (1..=13).map(ClassId) {
				let case = case_at(Stage::Open);
				let record = MockRecords::add_of_class(case, AGENCY, &CLERK, class);
				if fitting.contains(&class) {
					assert_ok!(serve(who, case, kind, record, to, today()));
				} else {
					assert_noop!(
						serve(who, case, kind, record, to, today()),
						Error::<Test>::WrongClass
					);
				}
			}
		}
		// What a custody hands over tells of the person.
		let case = case_at(Stage::Open);
		MockCases::set_roles(case, OTHER, PartyRoles::CUSTODY);
		let serving = |class| {
			let record = MockRecords::add_of_class(case, OTHER, &OUTSIDER, class);
			serve(OUTSIDER, case, K::ExecutionDocuments, record, &REACHED, today())
		};
		for class in [C::RECEPTION, C::CORRESPONDENCE] {
			assert_ok!(serving(class));
		}
		assert_noop!(serving(C::END), Error::<Test>::WrongClass);
	});
}

#[test]
fn a_record_of_a_later_day_was_not_served_then() {
	chain(|| {
		let case = case_at(Stage::Open);
		let (kind, record) = (DocumentKind::Other, record(case, AGENCY));
		let on = |day| serve(CLERK, case, kind, record, &[COURT], day);
		assert_noop!(on(ago(1)), Error::<Test>::EvidenceLater);
		assert_ok!(on(today()));
	});
}

#[test]
fn the_day_of_sending_has_come() {
	chain(|| {
		let case = case_at(Stage::Open);
		let kind = DocumentKind::Other;
		assert_noop!(
			send_on(CLERK, case, kind, &[COURT], today().plus(1)),
			Error::<Test>::InTheFuture
		);
		assert_ok!(send_on(CLERK, case, kind, &[COURT], ago(40)));
	});
}

#[test]
fn a_case_has_so_many_open_documents() {
	chain(|| {
		let case = case_at(Stage::Open);
		let (kind, to) = (DocumentKind::EffectNotice, [AGENCY, PROCURATORATE, POLICE]);
		for _ in 0..4 {
			assert_ok!(send(REGISTRAR, case, kind, &to));
		}
		assert_noop!(send(REGISTRAR, case, kind, &to), Error::<Test>::MaxOpenExceeded);
		assert_ok!(receipt(CLERK, DocumentId(0)));
		assert_ok!(send(REGISTRAR, case, kind, &to[..1]));
	});
}

/// Letters that nobody answers do not keep from being served what the law orders.
#[test]
fn what_the_law_does_not_name_takes_half_of_the_places() {
	chain(|| {
		let case = case_at(Stage::Open);
		let to = [AGENCY, PROCURATORATE, POLICE];
		for _ in 0..2 {
			assert_ok!(send(REGISTRAR, case, DocumentKind::Other, &to));
		}
		assert_eq!(OpenOther::<Test>::get(case), 6);
		assert_noop!(
			send(REGISTRAR, case, DocumentKind::Other, &[AGENCY]),
			Error::<Test>::MaxOpenExceeded
		);
		execution_documents(case);
		assert_ok!(receipt(CLERK, DocumentId(0)));
		let copy = DocumentId(1);
		assert_ok!(ServedDocuments::withdraw(signed(REGISTRAR), copy, Reason::Mistake));
		assert_eq!(OpenOther::<Test>::get(case), 4);
		assert_ok!(send(REGISTRAR, case, DocumentKind::Other, &to[..2]));
	});
}

#[test]
fn without_its_clocks_and_links_nothing_is_sent() {
	chain(|| {
		let case = case_at(Stage::Open);
		MockDeadlines::refuse(true);
		assert_noop!(
			send(CLERK, case, DocumentKind::Other, &[COURT]),
			DispatchError::Other("no clock")
		);
		MockDeadlines::refuse(false);
		MockRecords::limit_links(0);
		assert!(send(CLERK, case, DocumentKind::Other, &[COURT]).is_err());
	});
}
