//! Random histories against a model that keeps every act in a list and reads it anew each time.

use super::{model::*, *};
use proptest::prelude::*;
use shejiao_primitives::{
	attempt::{OnRefusal, RefusalKind},
	clock::{ClockId, ClockState},
	oversight::OnClock,
	reason::Reason,
};
use shejiao_testing::property::{histories, Tally as Outcomes};

const CALLS: [&str; 18] = [
	"report",
	"acknowledge",
	"find",
	"close",
	"escalate",
	"issue_notice",
	"reply",
	"ask_review",
	"decide_review",
	"report_up",
	"close_notice",
	"withdraw_notice",
	"transfer_lead",
	"acknowledge_lead",
	"report_result",
	"set_severity",
	"set_thresholds",
	"set_upload_limit",
];

const SEVERITIES: [Severity; 4] =
	[Severity::Information, Severity::Ordinary, Severity::Serious, Severity::Gravest];
const KINDS: [NoticeKind; 4] =
	[NoticeKind::Violation, NoticeKind::Opinion, NoticeKind::Suggestion, NoticeKind::Own];
/// A second judge, who approves.
pub const JUDGE2: u64 = 21;

/// A step: which call, who, on the how manieth from the end, and with what. A step that fits is made by
/// the right officer on what waits for it.
#[derive(Clone, Debug)]
struct Step {
	call: usize,
	who: u64,
	back: u64,
	to: MemberId,
	good: bool,
	fits: bool,
	number: u32,
}

fn step() -> impl Strategy<Value = Step> {
	let call = prop_oneof![
		4 => Just(0usize), 4 => Just(1), 5 => Just(2), 6 => Just(3), 3 => Just(4),
		7 => Just(5), 3 => Just(6), 4 => Just(7), 3 => Just(8), 2 => Just(9), 3 => Just(10),
		2 => Just(11), 5 => Just(12), 3 => Just(13), 2 => Just(14), 1 => Just(15), 1 => Just(16),
		1 => Just(17), 3 => Just(18), 3 => Just(19), 2 => Just(20), 2 => Just(21), 2 => Just(22),
		4 => Just(23), 4 => Just(24), 2 => Just(25), 2 => Just(26), 2 => Just(27), 1 => Just(28),
	];
	(
		call,
		0u32..1_000,
		0u64..3,
		0u32..12,
		proptest::bool::weighted(0.8),
		proptest::bool::weighted(0.6),
		0u32..60,
	)
		.prop_map(|(call, who, back, to, good, fits, number)| {
			let pool: &[u64] = match call {
				5 | 8..=11 => &[
					PROSECUTOR,
					PROSECUTOR,
					SECOND,
					SECOND,
					SECOND,
					CITY_PROSECUTOR,
					INSPECTOR,
					CHIEF,
				],
				6 | 7 => &[CHIEF, CHIEF, CHIEF, DEPUTY, JUDGE, OFFICER, STRANGER],
				12 => &[CHIEF, PROSECUTOR, INSPECTOR, OFFICER, HELPER],
				13 | 14 => &[INSPECTOR, CONSTABLE, SECOND, CHIEF, STRANGER],
				_ => &[
					OFFICER,
					CHIEF,
					CHIEF,
					DEPUTY,
					DEPUTY,
					JUDGE,
					JUDGE2,
					PROSECUTOR,
					SECOND,
					CITY_CHIEF,
					CITY_PROSECUTOR,
					STRANGER,
				],
			};
			let members: &[MemberId] = match call {
				12 => &[INSPECTION, POLICE, PROCURATORATE, COURT],
				_ => &[BUREAU, BUREAU, BUREAU, COURT, PROCURATORATE, MemberId(99)],
			};
			Step {
				call,
				who: pool[who as usize % pool.len()],
				back,
				to: members[to as usize % members.len()],
				good,
				fits,
				number,
			}
		})
}

fn apply(step: &Step, model: &mut Model, case: CaseId, outcomes: &mut Outcomes) {
	let Step { call, mut who, back, to, good, fits, number } = step.clone();
	let mut id = model.pick(call, back);
	if let Some(aim) = model.aim(call).filter(|_| fits) {
		(id, who) = aim;
	}
	let (alert, paper) = (AlertId(id), NoticeId(id));
	let known = to.0 < MEMBERS;
	let office = office(who);
	let member = office.map(|(member, ..)| member);
	let approves = office.is_some_and(|(_, approves, _)| approves);
	let supervises = office.is_some_and(|(.., supervises)| supervises);
	let severity = SEVERITIES[number as usize % 4];
	let (result, expected) = match call {
		0 => {
			let fine = office.is_some() && known;
			if fine {
				model.raise(Rule::Reported, to, None, severity);
			}
			(Oversight::report(signed(who), to, severity, seal(1)), fine)
		},
		1 => {
			let alarm = model.alarm(id);
			let fresh = alarm.filter(|a| Some(a.owner()) == member && a.own().next().is_none());
			let fine = fresh.map(|alarm| alarm.acts.push(Did::TakenUp)).is_some();
			(Oversight::acknowledge(signed(who), alert), fine)
		},
		2 => {
			let alarm = model.alarm(id);
			let own = alarm.filter(|alarm| Some(alarm.owner()) == member);
			let fine = own.map(|alarm| alarm.acts.push(Did::Found(who, good))).is_some();
			let outcome = if good { Outcome::Substantiated } else { Outcome::Unsubstantiated };
			(Oversight::find(signed(who), alert, outcome, sealed(1)), fine)
		},
		3 => {
			let alarm = model.alarm(id);
			let own = alarm.filter(|alarm| {
				let other = alarm.finding().is_some_and(|(finder, _)| finder != who);
				Some(alarm.owner()) == member && approves && other
			});
			let fine = own.map(|alarm| alarm.acts.push(Did::Closed(true))).is_some();
			(Oversight::close(signed(who), alert), fine)
		},
		4 => {
			let alarm = model.alarm(id);
			let movable = alarm.and_then(|alarm| {
				let up = above(alarm.owner())?;
				let may = member == Some(alarm.owner()) || member == Some(up);
				may.then(|| alarm.acts.push(Did::Escalated(up)))
			});
			(Oversight::escalate(signed(who), alert), movable.is_some())
		},
		5 => {
			let kind = KINDS[[0, 0, 1, 1, 2, 3][number as usize % 6]];
			let reply_by = good.then(|| days(number));
			let inspects = member == Some(INSPECTION);
			let fine = supervises
				&& known && Some(to) != member
				&& (kind == NoticeKind::Own) == inspects
				&& (good || kind == NoticeKind::Suggestion);
			if fine {
				let issuer = member.expect("it supervises; qed");
				let letter = Letter { kind, issuer, to, by: who, turns: vec![] };
				model.papers.push(Numbered::Notice(letter));
			}
			let issued = today();
			(Oversight::issue_notice(signed(who), kind, to, sealed(1), issued, reply_by), fine)
		},
		6 => {
			let adopted = number % 3 == 0;
			let open = model.letter(id).filter(|letter| {
				let replies = letter.turns.iter().filter(|t| matches!(t, Turn::Replied(_))).count();
				let last = letter.last();
				Some(letter.to) == member
					&& approves && (letter.waits() || last == Some(Turn::Replied(false)))
					&& (adopted || good)
					&& replies < MAX_REPLIES as usize
			});
			let fine = open.map(|letter| letter.turns.push(Turn::Replied(adopted))).is_some();
			let answer = if adopted { Answer::Adopted } else { Answer::NotAdopted };
			let text = good.then(|| sealed(1));
			(Oversight::reply(signed(who), paper, answer, text, today()), fine)
		},
		7 => {
			let open = model.letter(id).filter(|letter| {
				Some(letter.to) == member
					&& approves && letter.last().is_none()
					&& letter.is_reviewable()
			});
			let fine = open.map(|letter| letter.turns.push(Turn::Asked)).is_some();
			(Oversight::ask_review(signed(who), paper, sealed(1), today()), fine)
		},
		8 => {
			let upheld = number % 4 != 0;
			let open = model.letter(id).filter(|letter| {
				Some(letter.issuer) == member
					&& letter.by != who
					&& letter.last() == Some(Turn::Asked)
					&& (good || !upheld)
			});
			let addressee = open.map(|letter| {
				// A new day for the reply: nobody is urged any more.
				letter.turns.retain(|turn| *turn != Turn::Urged);
				letter.turns.push(if upheld { Turn::Upheld } else { Turn::Over });
				letter.to
			});
			let fine = addressee.is_some();
			if let Some(to) = addressee {
				model.settle(Rule::NoticeUnanswered, to, Subject::Notice(paper));
			}
			let (on, by) = (today(), good.then(|| days(number)));
			(Oversight::decide_review(signed(who), paper, upheld, sealed(1), on, by), fine)
		},
		9 => {
			let open = model.letter(id).filter(|letter| {
				let issuer = Some(letter.issuer) == member && supervises;
				issuer
					&& letter.issuer == PROCURATORATE
					&& letter.may_go_up()
					&& !letter.has(Turn::Up)
			});
			let fine = open.map(|letter| letter.turns.push(Turn::Up)).is_some();
			(Oversight::report_up(signed(who), paper), fine)
		},
		10 | 11 => {
			let open = model.letter(id).filter(|letter| {
				let told = letter.has(Turn::Up) && member == Some(CITY_PROCURATORATE);
				let mine = Some(letter.issuer) == member && supervises;
				let answered = matches!(letter.last(), Some(Turn::Replied(_)));
				(told || mine) && (answered || call == 11)
			});
			let addressee = open.map(|letter| {
				letter.turns.push(Turn::Over);
				letter.to
			});
			let fine = addressee.is_some();
			if let Some(to) = addressee.filter(|_| call == 11) {
				model.settle(Rule::NoticeUnanswered, to, Subject::Notice(paper));
			}
			let result = match call {
				10 => Oversight::close_notice(signed(who), paper),
				_ => Oversight::withdraw_notice(signed(who), paper, Reason::Mistake),
			};
			(result, fine)
		},
		12 => {
			let gives = matches!(who, CHIEF | PROSECUTOR | INSPECTOR);
			let takes = matches!(to, INSPECTION | POLICE | PROCURATORATE);
			let fine = gives && takes && Some(to) != member;
			if fine {
				let from = member.expect("it gives; qed");
				model.papers.push(Numbered::Lead { from, to, steps: 0 });
			}
			(Oversight::transfer_lead(signed(who), to, seal(1), severity), fine)
		},
		13 | 14 => {
			let speaks = approves || supervises;
			let fine = match model.papers.get_mut(id as usize) {
				Some(Numbered::Lead { to, steps, .. })
					if speaks && Some(*to) == member && *steps == call as u32 - 13 =>
				{
					*steps += 1;
					true
				},
				_ => false,
			};
			let result = match call {
				13 => Oversight::acknowledge_lead(signed(who), paper),
				_ => Oversight::report_result(signed(who), paper, LeadOutcome::Handled, seal(2)),
			};
			(result, fine)
		},
		15 => {
			let rule = [Rule::ClockWarning, Rule::SelfDealing][number as usize % 2];
			let before = model.severities.get(&rule).copied().unwrap_or(default_severity(rule));
			let fine = good && before != severity;
			if fine {
				model.severities.insert(rule, severity);
			}
			let by = if good { COUNCIL } else { who };
			(Oversight::set_severity(signed(by), rule, severity), fine)
		},
		16 => {
			let thresholds = (number % 4, 1 + number % 2);
			let before = model.thresholds.last().copied().unwrap_or((5, 1));
			let fine = thresholds.0 > 0 && thresholds != before;
			if fine {
				model.thresholds.push(thresholds);
			}
			let (outside_duty, self_dealing) = thresholds;
			let thresholds = Thresholds { outside_duty, self_dealing };
			(Oversight::set_thresholds(signed(COUNCIL), thresholds), fine)
		},
		17 => {
			let limit = (number % 3 != 0).then_some(number % 4);
			let fine = limit != Some(0) && limit != model.limits.last().copied().flatten();
			if fine {
				model.limits.push(limit);
			}
			let (kind, level) = (MemberKind::Court, Level::County);
			(Oversight::set_upload_limit(signed(COUNCIL), kind, level, limit), fine)
		},
		_ => return happen(step, model, case),
	};
	assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
	outcomes.note(CALLS[call], expected);
}

/// What the runtime finds by itself.
fn happen(step: &Step, model: &mut Model, case: CaseId) {
	let number = step.number;
	let clock = ClockId(u64::from(number % 4));
	let (subject, source) = (Subject::Case(case), Subject::Clock(clock));
	match step.call {
		18 | 19 if step.to.0 < MEMBERS => {
			let (what, rule) = match number % 3 {
				0 => (RefusalKind::SelfDealing, Rule::SelfDealing),
				_ => (RefusalKind::OutsideDuty, Rule::AttemptOutsideDuty),
			};
			Oversight::refused(step.to, what);
			let one = (today(), step.to, what);
			model.refusals.push(one);
			let times = model.refusals.iter().filter(|refusal| **refusal == one).count() as u32;
			let (outside, dealing) = model.thresholds.last().copied().unwrap_or((5, 1));
			if times >= if what == RefusalKind::SelfDealing { dealing } else { outside } {
				model.found(rule, step.to, Subject::Member(step.to));
			}
		},
		20 => {
			Oversight::warned(clock, None, subject, BUREAU, HEAD);
			model.found(Rule::ClockWarning, BUREAU, source);
		},
		21 => {
			Oversight::expired(clock, None, subject, BUREAU, BOTH);
			model.settle(Rule::ClockWarning, BUREAU, source);
			model.found(Rule::ClockExpired, BUREAU, source);
		},
		22 => {
			Oversight::closed(clock, None, subject, BUREAU);
			model.settle(Rule::ClockWarning, BUREAU, source);
		},
		25 => {
			let (was, rule) = match number % 3 {
				0 => (ClockState::Warned, Rule::ClockWarning),
				_ => (ClockState::Expired, Rule::ClockExpired),
			};
			let is = if step.good { ClockState::Running } else { was };
			Oversight::moved(clock, None, subject, BUREAU, was, is);
			if step.good {
				model.settle(rule, BUREAU, source);
			}
		},
		26 => {
			let id = model.number(step.back, true);
			let Some(letter) = model.letter(id) else { return };
			letter.turns.retain(|turn| *turn != Turn::Urged);
			let (to, notice) = (letter.to, Subject::Notice(NoticeId(id)));
			let (was, is) = (ClockState::Expired, ClockState::Running);
			Oversight::moved(ClockId(99), None, notice, to, was, is);
			model.settle(Rule::NoticeUnanswered, to, notice);
		},
		27 | 28 => {
			let rule = Rule::SourceCorrected;
			if step.call == 28 {
				Oversight::settle(rule, subject, step.to);
				model.settle(rule, step.to, subject);
			} else if step.to.0 < MEMBERS {
				raise(rule, Severity::Serious, step.to, subject);
				model.raise(rule, step.to, Some(subject), Severity::Serious);
			}
		},
		23 => {
			let id = model.number(step.back, true);
			let notice = NoticeId(id);
			let Some(letter) = model.letter(id) else { return };
			let addressee = letter.to;
			let urged = letter.waits();
			if urged {
				letter.turns.push(Turn::Urged);
			}
			Oversight::expired(ClockId(99), None, Subject::Notice(notice), addressee, BOTH);
			if urged {
				model.found(Rule::NoticeUnanswered, addressee, Subject::Notice(notice));
			}
		},
		24 => MockLegalTime::advance(u64::from(number) * 1_200_000),
		_ => {},
	}
}

fn compare(model: &Model) {
	for member in (0..MEMBERS).map(MemberId) {
		let mut open: Vec<_> = (model.alarms.iter().zip(0u64..))
			.filter(|(alarm, _)| alarm.owner() == member && !alarm.is_closed())
			.map(|(alarm, id)| (SEVERITIES.len() - alarm.severity as usize, id))
			.collect();
		open.sort_unstable();
		let view = Oversight::view_alerts(member, 0, MAX_PAGE);
		let ids: Vec<_> = view.iter().map(|(id, _)| id.0).collect();
		assert_eq!(ids[..open.len()], open.iter().map(|(_, id)| *id).collect::<Vec<_>>());
		let closed = model.alarms.iter().filter(|a| a.owner() == member && a.is_closed());
		assert_eq!(ids.len(), open.len() + closed.count());

		for part in [Part::Sender, Part::Addressee, Part::Superior] {
			let (mut notices, mut leads) = (vec![], vec![]);
			for (paper, id) in model.papers.iter().zip(0u64..) {
				match paper {
					Numbered::Notice(letter) if !letter.has(Turn::Over) => {
						let takes = match part {
							Part::Sender => letter.issuer == member,
							Part::Addressee => letter.to == member,
							Part::Superior => letter.has(Turn::Up) && member == CITY_PROCURATORATE,
						};
						notices.extend(takes.then_some(id));
					},
					Numbered::Lead { from, to, steps } if *steps < 2 => {
						let takes = match part {
							Part::Sender => *from == member,
							Part::Addressee => *to == member,
							Part::Superior => false,
						};
						leads.extend(takes.then_some(id));
					},
					_ => {},
				}
			}
			let first = NoticeId(0);
			let view = Oversight::view_notices(member, part, first, MAX_PAGE);
			assert_eq!(view.iter().map(|(id, _)| id.0).collect::<Vec<_>>(), notices);
			let view = Oversight::view_leads(member, part, first, MAX_PAGE);
			assert_eq!(view.iter().map(|(id, _)| id.0).collect::<Vec<_>>(), leads);
		}
	}
	for (alarm, id) in model.alarms.iter().zip(0u64..) {
		let alert = get(AlertId(id));
		let status = match (alarm.is_closed(), alarm.finding(), alarm.own().next()) {
			(true, ..) => AlertStatus::Closed,
			(_, Some(_), _) => AlertStatus::Found,
			(.., Some(_)) => AlertStatus::Acknowledged,
			_ => AlertStatus::Open,
		};
		assert_eq!((alert.rule, alert.owner, alert.status), (alarm.rule, alarm.owner(), status));
		let live = clocks(Subject::Alert(AlertId(id))).into_iter().filter(|c| c.open).count();
		let due = status == AlertStatus::Open && alarm.severity != Severity::Information;
		assert_eq!(live, usize::from(due));
	}
}

fn remember(model: &mut Model) {
	let now = now();
	// Of entries with the same moment the last one counts.
	model.told.retain(|(at, ..)| *at != now);
	for id in (0..model.alarms.len() as u64).map(AlertId) {
		model.told.push((now, id, StepHistory::<Test>::current(&id)));
	}
}

#[test]
fn random_histories_are_told_as_they_were() {
	let outcomes = histories(step(), |steps, outcomes| {
		chain(|| {
			let category = Category::StateFunctionary;
			let duties = Duties::APPROVAL;
			MockDirectory::appoint(&JUDGE2, Actor { member: COURT, unit: None, duties, category });
			let case = case();
			let mut model = Model::default();
			for step in steps {
				apply(step, &mut model, case, outcomes);
				compare(&model);
				remember(&mut model);
			}
			// Any past moment is told as it was told then.
			for (at, id, step) in &model.told {
				assert_eq!(&StepHistory::<Test>::at(id, *at), step);
			}
		});
	});
	outcomes.check(&CALLS);
}
