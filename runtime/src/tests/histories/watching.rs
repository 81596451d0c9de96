//! Moves about records that stand, clocks and oversight.

use super::*;

pub fn keeping(dice: &mut Dice) -> Move {
	use pallet_records::{Call, Settlement};
	let case = dice.case();
	let all = [classes::CORRESPONDENCE, classes::CIRCUMSTANCES, classes::RECEPTION];
	let class = dice.one(&all).expect("three; qed");
	let record = dice.record(case, class);
	let mut disputed: Vec<_> = pallet_records::Disputes::<Runtime>::iter_keys().collect();
	disputed.sort();
	let which = match dice.throw(6) {
		_ if !disputed.is_empty() && dice.rarely(2) => 4,
		4 if !dice.rarely(4) => 2,
		which => which,
	};
	match which {
		0 | 1 => {
			let record = dice.record(case, classes::CIRCUMSTANCES);
			let who = dice.who(&[PROCURATOR, POLICEMAN]);
			("attest", who, Call::attest { record }.into())
		},
		2 | 3 => {
			let reasons = dice.review_of(case, "county-procuratorate");
			("dispute", dice.who(&[PROCURATOR]), Call::dispute { record, reasons }.into())
		},
		4 => {
			let record = dice.one(&disputed).unwrap_or(record);
			let case = pallet_records::Headers::<Runtime>::get(record).map_or(case, |h| h.case);
			let member = member("city-justice");
			let takes_part = pallet_subject_identity::Cases::<Runtime>::get(case)
				.is_some_and(|case| case.roles(member) != PartyRoles::NONE);
			let evidence = dice.review_of(case, "city-justice");
			let since = pallet_records::Disputes::<Runtime>::get(record).map(|of| of.since);
			let entered = pallet_records::Headers::<Runtime>::get(evidence)
				.filter(|header| header.author.member == member)
				.map(|header| header.entered);
			if !takes_part && !dice.rarely(4) {
				let (roles, basis) = (PartyRoles::COPIED, commit("a decision"));
				return (
					"add a party",
					HEAD,
					Case::add_party { case, member, roles, basis }.into(),
				);
			}
			if entered < since && !dice.rarely(4) {
				return ("anchor", CITY, anchor(case, classes::REVIEW, "a paper").into());
			}
			let evidence = Some(evidence);
			let settlements = [Settlement::Stands, Settlement::Refuted];
			let settlement = dice.one(&settlements).expect("two; qed");
			let call = Call::settle { record, settlement, evidence };
			("settle", dice.who(&[CITY]), call.into())
		},
		_ => {
			let basis = dice.record(case, classes::REVIEW);
			("seal a record", dice.who(&[HEAD]), Call::seal_record { record, basis }.into())
		},
	}
}

pub fn clocks(dice: &mut Dice) -> Move {
	use pallet_statutory_clocks::{Call, Clocks, Group, PauseCause};
	use shejiao_primitives::subject::Subject;
	let case = dice.case();
	let mut open: Vec<_> = Clocks::<Runtime>::iter()
		.filter(|(_, clock)| clock.is_open())
		.map(|(id, clock)| (id, clock.subject))
		.collect();
	open.sort();
	// What is kept elsewhere is not ended here: tried now and then.
	let of_case = |subject: &Subject| matches!(subject, Subject::Case(_));
	if !dice.rarely(4) && open.iter().any(|(_, subject)| of_case(subject)) {
		open.retain(|(_, subject)| of_case(subject));
	}
	let (clock, of) = match dice.one(&open) {
		Some((clock, subject)) => (clock, configs::Objects::case(subject).unwrap_or(case)),
		None => (ClockId(u64::MAX), case),
	};
	let mut proposed: Vec<_> = pallet_statutory_clocks::Proposals::<Runtime>::iter_keys().collect();
	proposed.sort();
	let class = dice.one(&[classes::CORRESPONDENCE, classes::RECEPTION]).expect("two; qed");
	let evidence = dice.record(of, class);
	let reason = Reason::Mistake;
	let which = if !proposed.is_empty() && dice.rarely(2) { 5 } else { dice.throw(8) };
	match which {
		0 => {
			let group = dice.one(&[Group::Execution, Group::Assessment]).expect("two; qed");
			let (due, owner) = (today().plus(dice.throw(9) as u32), member("county-justice"));
			let call = Call::start_sealed { case, group, due, commitment: commit("a kind"), owner };
			("start a sealed clock", dice.who(&[OFFICER]), call.into())
		},
		1 | 2 => {
			let done = ActTime::Day(dice.day());
			let call = Call::complete { clock, done, evidence };
			("complete a clock", dice.who(&[OFFICER, JUDGE]), call.into())
		},
		3 | 6 => {
			let cause = PauseCause::MaterialsAwaited;
			let kinds = StatutoryClocks::kinds(None);
			let may_pause =
				|id| kinds.iter().any(|info| info.id == id && info.rule.pauses.contains(cause));
			let mut pausable: Vec<_> = Clocks::<Runtime>::iter()
				.filter(|(_, clock)| {
					clock.is_open() && clock.kind.is_some_and(|kind| may_pause(kind.id))
				})
				.map(|(id, clock)| (id, configs::Objects::case(clock.subject)))
				.collect();
			pausable.sort();
			let (clock, of) = dice.one(&pausable).unwrap_or((clock, Some(of)));
			let of = of.unwrap_or(case);
			let class = classes::CORRESPONDENCE;
			if dice.standing(of, class).is_none() && !dice.rarely(4) {
				return ("anchor", OFFICER, anchor(of, class, "a paper").into());
			}
			let evidence = dice.record(of, class);
			("pause a clock", dice.who(&[OFFICER]), Call::pause { clock, cause, evidence }.into())
		},
		4 => {
			let call = Call::propose_cancellation { clock, reason, evidence };
			("propose to cancel", dice.who(&[OFFICER, JUDGE]), call.into())
		},
		7 => {
			let sealed = |id: &ClockId| {
				Clocks::<Runtime>::get(id).is_some_and(|clock| clock.commitment.is_some())
			};
			let mut found = open.clone();
			found.retain(|(id, _)| sealed(id));
			let (clock, subject) = dice.one(&found).unwrap_or((clock, Subject::Case(of)));
			let of = configs::Objects::case(subject).unwrap_or(case);
			let (due, evidence) = (today().plus(dice.throw(9) as u32), dice.record(of, class));
			let call = Call::reseal { clock, due, commitment: commit("a kind"), evidence };
			("seal a clock anew", dice.who(&[OFFICER]), call.into())
		},
		_ => {
			let clock = dice.one(&proposed).unwrap_or(clock);
			let call = Call::confirm_cancellation { clock, reason };
			("confirm to cancel", dice.who(&[HEAD]), call.into())
		},
	}
}

pub fn overseeing(dice: &mut Dice) -> Move {
	use pallet_oversight::{
		AlertStatus, Answer, Call, LeadId, LeadOutcome, NoticeKind, NoticeStatus, Outcome, Paper,
	};
	// The latest, which have most to come.
	let latest = |mut all: Vec<u64>, dice: &mut Dice| {
		all.sort();
		let last = all.len().saturating_sub(2);
		dice.one(&all[last..])
	};
	let numbers = |status: Option<AlertStatus>| {
		let all = pallet_oversight::Alerts::<Runtime>::iter();
		all.filter(|(_, alert)| {
			status.map_or(alert.status != AlertStatus::Closed, |status| alert.status == status)
				&& alert.owner == member("county-justice")
		})
		.map(|(id, _)| id.0)
		.collect::<Vec<_>>()
	};
	let alert = latest(numbers(None), dice);
	let found = latest(numbers(Some(AlertStatus::Found)), dice);
	let all: Vec<_> = pallet_oversight::Notices::<Runtime>::iter().collect();
	let numbers = |status: NoticeStatus| {
		let of_status = all.iter().filter(|(_, notice)| notice.status == status);
		of_status.map(|(id, _)| id.0).collect::<Vec<_>>()
	};
	let notice = latest(numbers(NoticeStatus::Issued), dice);
	let answered = latest(numbers(NoticeStatus::Answered), dice);
	let all: Vec<_> = pallet_oversight::Leads::<Runtime>::iter().collect();
	let numbers = |acknowledged: bool| {
		let open = all.iter().filter(|(_, lead)| {
			lead.result.is_none() && lead.acknowledged.is_some() == acknowledged
		});
		open.map(|(id, _)| id.0).collect::<Vec<_>>()
	};
	let lead = latest(numbers(false), dice);
	let acknowledged = latest(numbers(true), dice);
	let which = dice.throw(12);
	// Mostly what is possible.
	let which = match which {
		_ if dice.rarely(4) => which,
		3 if found.is_none() && alert.is_some() => 2,
		1..=4 if alert.is_none() => 0,
		7 if answered.is_none() && notice.is_some() => 6,
		6..=8 if notice.is_none() && answered.is_none() => 5,
		9 | 10 if acknowledged.is_some() => 11,
		11 if acknowledged.is_none() && lead.is_some() => 10,
		10 | 11 if lead.is_none() && acknowledged.is_none() => 9,
		which => which,
	};
	let nowhere = u64::MAX;
	let (alert, found) = (AlertId(alert.unwrap_or(nowhere)), AlertId(found.unwrap_or(nowhere)));
	let (notice, answered) =
		(NoticeId(notice.unwrap_or(nowhere)), NoticeId(answered.unwrap_or(nowhere)));
	let (lead, acknowledged): (LeadId, LeadId) =
		(NoticeId(lead.unwrap_or(nowhere)), NoticeId(acknowledged.unwrap_or(nowhere)));
	let sealed = || Paper::Sealed(commit("a paper"));
	let day = dice.day();
	match which {
		0 => {
			let owners = [member("county-justice"), member("county-justice"), MemberId(999)];
			let (owner, severity) = (dice.one(&owners).expect("three; qed"), Severity::Ordinary);
			let call = Call::report { owner, severity, about: commit("somebody") };
			("report", dice.who(&[PROCURATOR]), call.into())
		},
		1 => {
			("acknowledge an alert", dice.who(&[SECOND, HEAD]), Call::acknowledge { alert }.into())
		},
		2 => {
			let call = Call::find { alert, outcome: Outcome::Substantiated, paper: sealed() };
			("find", dice.who(&[SECOND, HEAD]), call.into())
		},
		3 => ("close an alert", dice.who(&[HEAD]), Call::close { alert: found }.into()),
		4 => ("escalate", dice.who(&[HEAD, SECOND]), Call::escalate { alert }.into()),
		5 => {
			let kind = NoticeKind::Violation;
			let (addressee, reply_by) = (member("county-justice"), Some(today().plus(5)));
			let call =
				Call::issue_notice { kind, addressee, paper: sealed(), issued: day, reply_by };
			("issue a notice", dice.who(&[PROCURATOR]), call.into())
		},
		6 => {
			let call =
				Call::reply { notice, answer: Answer::Adopted, paper: sealed(), replied: day };
			("reply", dice.who(&[HEAD]), call.into())
		},
		7 => (
			"close a notice",
			dice.who(&[PROCURATOR]),
			Call::close_notice { notice: answered }.into(),
		),
		8 => {
			let call = Call::withdraw_notice { notice, reason: Reason::Mistake };
			("withdraw a notice", dice.who(&[PROCURATOR]), call.into())
		},
		9 => {
			let (to, severity) = (member("county-procuratorate"), Severity::Serious);
			let call = Call::transfer_lead { to, content: commit("a lead"), severity };
			("transfer a lead", dice.who(&[SECOND, HEAD]), call.into())
		},
		10 => {
			("acknowledge a lead", dice.who(&[PROCURATOR]), Call::acknowledge_lead { lead }.into())
		},
		_ => {
			let outcome = LeadOutcome::NothingFound;
			let report = commit("a report");
			let call = Call::report_result { lead: acknowledged, outcome, report };
			("report a result", dice.who(&[PROCURATOR]), call.into())
		},
	}
}
