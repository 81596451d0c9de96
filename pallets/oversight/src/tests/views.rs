use super::*;

fn ids(rows: Vec<(AlertId, Alert<u64>)>) -> Vec<u64> {
	rows.into_iter().map(|(id, _)| id.0).collect()
}

/// Open ones first, the gravest and oldest of them first; then the closed ones, the last first.
#[test]
fn alerts_come_in_the_order_of_urgency() {
	chain(|| {
		for severity in [
			Severity::Ordinary,
			Severity::Gravest,
			Severity::Ordinary,
			Severity::Serious,
			Severity::Gravest,
			Severity::Information,
		] {
			assert_ok!(Oversight::report(signed(JUDGE), BUREAU, severity, seal(1)));
		}
		for id in [2, 4].map(AlertId) {
			assert_ok!(Oversight::find(signed(DEPUTY), id, Outcome::Substantiated, sealed(1)));
			assert_ok!(Oversight::close(signed(CHIEF), id));
		}
		let all = [1, 3, 0, 5, 4, 2];
		assert_eq!(ids(Oversight::view_alerts(BUREAU, 0, 99)), all);
		for skip in 0..8 {
			for limit in 0..8 {
				let expected: Vec<_> =
					all.iter().copied().skip(skip as usize).take(limit as usize).collect();
				assert_eq!(ids(Oversight::view_alerts(BUREAU, skip, limit)), expected);
			}
		}
		assert!(Oversight::view_alerts(COURT, 0, 9).is_empty());
	});
}

#[test]
fn what_was_told_is_listed_until_it_is_closed() {
	chain(|| {
		let id = alert();
		assert_eq!(ids(Oversight::view_told(PROCURATORATE, 0, 9)), [id.0]);
		assert!(Oversight::view_told(PROCURATORATE, 1, 9).is_empty());
		assert_ok!(Oversight::find(signed(DEPUTY), id, Outcome::Substantiated, sealed(1)));
		assert_ok!(Oversight::close(signed(CHIEF), id));
		assert!(Oversight::view_told(PROCURATORATE, 0, 9).is_empty());
	});
}

#[test]
fn an_alert_is_told_with_its_history() {
	chain(|| {
		let id = alert();
		let raised = now();
		MockLegalTime::advance_days(1);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
		let info = Oversight::view_alert(id).expect("it was raised; qed");
		assert_eq!((info.id, info.alert), (id, get(id)));
		let since: Vec<_> = info.steps.iter().map(|entry| entry.since).collect();
		assert_eq!(since, [raised, raised, now()]);
		assert_eq!(Oversight::view_alert(AlertId(9)), None);
	});
}

#[test]
fn notices_and_leads_are_listed_by_part_and_page() {
	chain(|| {
		for _ in 0..3 {
			notice();
		}
		assert_ok!(adopt(NoticeId(1)));
		let page = |member, part, from, limit| {
			let page = Oversight::view_notices(member, part, NoticeId(from), limit);
			page.into_iter().map(|(id, _)| id.0).collect::<Vec<_>>()
		};
		assert_eq!(page(BUREAU, Part::Addressee, 0, 9), [0, 1, 2]);
		assert_eq!(page(BUREAU, Part::Addressee, 1, 1), [1]);
		assert_eq!(page(PROCURATORATE, Part::Sender, 2, 9), [2]);
		assert!(page(PROCURATORATE, Part::Addressee, 0, 9).is_empty());
		assert_ok!(Oversight::close_notice(signed(PROSECUTOR), NoticeId(1)));
		assert_eq!(page(BUREAU, Part::Addressee, 0, 9), [0, 2]);
		assert_eq!(
			Oversight::view_notice(NoticeId(1)).map(|notice| notice.status),
			Some(NoticeStatus::Closed)
		);
		let (to, content) = (INSPECTION, seal(1));
		for _ in 0..2 {
			assert_ok!(Oversight::transfer_lead(signed(CHIEF), to, content, Severity::Ordinary));
		}
		let leads = Oversight::view_leads(INSPECTION, Part::Addressee, NoticeId(4), 9);
		assert_eq!(leads.into_iter().map(|(id, _)| id.0).collect::<Vec<_>>(), [4]);
		assert!(Oversight::view_lead(NoticeId(3)).is_some());
	});
}

#[test]
fn tallies_are_listed_by_rule() {
	chain(|| {
		let id = alert();
		assert_ok!(Oversight::report(signed(JUDGE), BUREAU, Severity::Ordinary, seal(1)));
		assert_ok!(Oversight::escalate(signed(CHIEF), id));
		let tallies = Oversight::view_tallies(BUREAU);
		let one = Tally { received: 1, ..Default::default() };
		assert_eq!(
			tallies,
			[
				(Rule::RecheckFailed, Tally { escalated: 1, ..one }),
				(Rule::Reported, Tally { open: 1, ..one }),
			]
		);
	});
}
