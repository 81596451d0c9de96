//! Random histories against a model that keeps every act in a list and reads it anew each time.

use super::{model::*, *};
use proptest::prelude::*;
use shejiao_primitives::{
	attempt::{OnRefusal, RefusalKind},
	clock::{kinds, ClockId, ClockState},
	oversight::OnClock,
	reason::Reason,
};
use shejiao_testing::property::{histories, Tally as Outcomes};
use sp_runtime::{traits::Dispatchable, StateVersion};

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
		8 => Just(5), 3 => Just(6), 7 => Just(7), 3 => Just(8), 2 => Just(9), 3 => Just(10),
		2 => Just(11), 5 => Just(12), 3 => Just(13), 2 => Just(14), 1 => Just(15), 1 => Just(16),
		1 => Just(17), 3 => Just(18), 3 => Just(19), 2 => Just(20), 2 => Just(21), 2 => Just(22),
		4 => Just(23), 4 => Just(24), 2 => Just(25), 2 => Just(26), 2 => Just(27), 1 => Just(28),
		2 => Just(29),
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
					TOWN,
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

/// Send a call: one that is refused leaves nothing, neither in the state nor at the clocks.
fn send_as(who: u64, call: crate::Call<Test>) -> DispatchResult {
	let state = || (sp_io::storage::root(StateVersion::V1), MockDeadlines::all());
	let before = state();
	let call = RuntimeCall::from(call);
	let outcome = call.clone().dispatch(signed(who)).map(|_| ()).map_err(|error| error.error);
	if outcome.is_err() {
		assert_eq!(state(), before, "{call:?}");
	}
	outcome
}

fn apply(step: &Step, model: &mut Model, case: CaseId, outcomes: &mut Outcomes) {
	let Step { call, mut who, back, to, good, fits, number } = step.clone();
	let mut id = model.pick(call, back);
	if let Some(aim) = model.aim(call).filter(|_| fits) {
		(id, who) = aim;
	}
	let (alert, notice) = (AlertId(id), NoticeId(id));
	let known = to.0 < MEMBERS;
	let office = office(who);
	let member = office.map(|(member, ..)| member);
	let approves = office.is_some_and(|(_, approves, _)| approves);
	let supervises = office.is_some_and(|(.., supervises)| supervises);
	let severity = SEVERITIES[number as usize % 4];
	let send = |call| send_as(who, call);
	let (result, expected) = match call {
		0 => {
			let fine = office.is_some() && known;
			if fine {
				model.raise(Rule::Reported, to, None, severity, &[]);
			}
			(send(Call::report { owner: to, severity, about: seal(1) }), fine)
		},
		1 => {
			let alarm = model.alarm(id);
			let fresh = alarm.filter(|alarm| {
				let may = who != TOWN || !alarm.is_about_attempts();
				may && Some(alarm.owner()) == member && alarm.own().next().is_none()
			});
			let fine = fresh.map(|alarm| alarm.acts.push(Did::TakenUp)).is_some();
			(send(Call::acknowledge { alert }), fine)
		},
		2 => {
			let alarm = model.alarm(id);
			let own = alarm.filter(|alarm| Some(alarm.owner()) == member && approves);
			let fine = own.map(|alarm| alarm.acts.push(Did::Found(who, good))).is_some();
			let outcome = if good { Outcome::Substantiated } else { Outcome::Unsubstantiated };
			(send(Call::find { alert, outcome, paper: sealed(1) }), fine)
		},
		3 => {
			let alarm = model.alarm(id);
			let own = alarm.filter(|alarm| {
				let other = alarm.finding().is_some_and(|(finder, _)| finder != who);
				Some(alarm.owner()) == member && approves && other
			});
			let fine = own.map(|alarm| alarm.acts.push(Did::Closed(true))).is_some();
			(send(Call::close { alert }), fine)
		},
		4 => {
			let alarm = model.alarm(id);
			let movable = alarm.and_then(|alarm| {
				let up = above(alarm.owner())?;
				let may = member == Some(alarm.owner()) || member == Some(up);
				(may && who != TOWN).then(|| {
					alarm.acts.push(Did::Escalated(up));
					alarm.told.retain(|told| *told != up);
				})
			});
			(send(Call::escalate { alert }), movable.is_some())
		},
		5 => {
			let kind = KINDS[[0, 0, 1, 1, 2, 3][number as usize % 6]];
			let period = number + 10;
			let reply_by = good.then(|| days(period));
			let inspects = member == Some(INSPECTION);
			let fine = supervises
				&& known && Some(to) != member
				&& (kind == NoticeKind::Own) == inspects
				&& match kind {
					NoticeKind::Suggestion => !good || period <= MockDeadlines::PERIOD,
					_ => good,
				};
			if fine {
				let issuer = member.expect("it supervises; qed");
				let (by, asked, turns) = (who, None, vec![]);
				let letter = Letter { kind, issuer, to, by, reply_by, asked, turns };
				model.papers.push(Numbered::Notice(letter));
			}
			let (addressee, paper, issued) = (to, sealed(1), today());
			(send(Call::issue_notice { kind, addressee, paper, issued, reply_by }), fine)
		},
		6 => {
			let adopted = number % 3 == 0;
			let open = model.letter(id).filter(|letter| {
				let replies = letter.turns.iter().filter(|t| matches!(t, Turn::Replied(_))).count();
				let last = letter.last();
				Some(letter.to) == member
					&& approves && (letter.waits() || last == Some(Turn::Replied(false)))
					&& good && replies < MAX_REPLIES as usize
			});
			let fine = open.map(|letter| letter.turns.push(Turn::Replied(adopted))).is_some();
			let answer = if adopted { Answer::Adopted } else { Answer::NotAdopted };
			let replied = if good { today() } else { days(1) };
			(send(Call::reply { notice, answer, paper: sealed(1), replied }), fine)
		},
		7 => {
			let open = model.letter(id).filter(|letter| {
				Some(letter.to) == member
					&& approves && letter.last().is_none()
					&& letter.is_reviewable()
			});
			let asked = open.map(|letter| {
				letter.turns.push(Turn::Asked);
				letter.asked = Some(today());
			});
			let fine = asked.is_some();
			(send(Call::ask_review { notice, paper: sealed(1), asked: today() }), fine)
		},
		8 => {
			let upheld = number % 4 != 0;
			let open = model.letter(id).filter(|letter| {
				Some(letter.issuer) == member
					&& letter.by != who
					&& letter.last() == Some(Turn::Asked)
					&& (good || !upheld)
			});
			let (decided, reply_by) = (today(), good.then(|| days(number)));
			let addressee = open.map(|letter| {
				let late = upheld && letter.asked > letter.reply_by;
				if upheld {
					// A new day for the reply: nobody is urged any more.
					letter.turns.retain(|turn| *turn != Turn::Urged);
					letter.reply_by = reply_by;
				}
				letter.turns.push(if upheld { Turn::Upheld } else { Turn::Over });
				(letter.to, late)
			});
			let fine = addressee.is_some();
			if let Some((to, false)) = addressee {
				model.settle(Rule::NoticeUnanswered, to, Subject::Notice(notice));
			}
			let paper = sealed(1);
			(send(Call::decide_review { notice, upheld, paper, decided, reply_by }), fine)
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
			(send(Call::report_up { notice }), fine)
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
				model.settle(Rule::NoticeUnanswered, to, Subject::Notice(notice));
			}
			let result = match call {
				10 => send(Call::close_notice { notice }),
				_ => send(Call::withdraw_notice { notice, reason: Reason::Mistake }),
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
			(send(Call::transfer_lead { to, content: seal(1), severity }), fine)
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
				13 => send(Call::acknowledge_lead { lead: notice }),
				_ => send(Call::report_result {
					lead: notice,
					outcome: LeadOutcome::Handled,
					report: seal(2),
				}),
			};
			(result, fine)
		},
		15 => {
			let rule = [Rule::ClockWarning, Rule::SelfDealing][number as usize % 2];
			let to = Some(severity).filter(|_| number % 3 != 0);
			let fine = good && model.severities.get(&rule).copied() != to;
			if fine {
				model.severities.remove(&rule);
				model.severities.extend(to.map(|to| (rule, to)));
			}
			let by = if good { COUNCIL } else { who };
			(send_as(by, Call::set_severity { rule, severity: to }), fine)
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
			(send_as(COUNCIL, Call::set_thresholds { thresholds }), fine)
		},
		17 => {
			let limit = (number % 3 != 0).then_some(number % 4);
			let fine = limit != Some(0) && limit != model.limits.last().copied().flatten();
			if fine {
				model.limits.push(limit);
			}
			let (kind, level) = (MemberKind::Court, Level::County);
			(send_as(COUNCIL, Call::set_upload_limit { kind, level, days: limit }), fine)
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
			let what = match number % 3 {
				0 => RefusalKind::SelfDealing,
				_ => RefusalKind::OutsideDuty,
			};
			Oversight::refused(step.to, what);
			model.refused(step.to, what);
		},
		20 => {
			Oversight::warned(clock, None, subject, BUREAU, HEAD);
			model.found(Rule::ClockWarning, BUREAU, source, &[]);
		},
		21 => {
			Oversight::expired(clock, None, subject, BUREAU, BOTH);
			model.settle(Rule::ClockWarning, BUREAU, source);
			model.found(Rule::ClockExpired, BUREAU, source, &[PROCURATORATE]);
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
				model.raise(rule, step.to, Some(subject), Severity::Serious, &[]);
			}
		},
		23 => {
			let id = model.number(step.back, true);
			let notice = NoticeId(id);
			let Some(letter) = model.letter(id) else { return };
			let (addressee, issuer) = (letter.to, letter.issuer);
			let urged = letter.waits();
			if urged {
				letter.turns.push(Turn::Urged);
			}
			Oversight::expired(ClockId(99), None, Subject::Notice(notice), addressee, BOTH);
			if urged {
				let tell = Vec::from_iter([issuer].into_iter().chain(supervisor(addressee, false)));
				model.found(Rule::NoticeUnanswered, addressee, Subject::Notice(notice), &tell);
			}
		},
		29 => {
			let id = model.pick(1, step.back);
			let Some(alarm) = model.alarm(id) else { return };
			let owner = alarm.owner();
			alarm.tell(supervisor(owner, alarm.source == Some(subject)));
			Oversight::expired(ClockId(98), None, Subject::Alert(AlertId(id)), owner, BOTH);
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
		let told = model.alarms.iter().filter(|a| a.told.contains(&member) && !a.is_closed());
		assert_eq!(Oversight::view_told(member, 0, MAX_PAGE).len(), told.count());

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
		assert_eq!((alert.times, alert.severity), (alarm.times, alarm.severity));
		assert_eq!(alert.told.into_inner(), alarm.told);
		let due = match (status, alarm.severity) {
			(_, Severity::Information) => None,
			(AlertStatus::Open, Severity::Ordinary) => Some(kinds::ALERT_ORDINARY),
			(AlertStatus::Open, Severity::Serious) => Some(kinds::ALERT_SERIOUS),
			(AlertStatus::Open, Severity::Gravest) => Some(kinds::ALERT_GRAVEST),
			(AlertStatus::Acknowledged, _) => Some(kinds::ALERT_FINDING),
			(AlertStatus::Found | AlertStatus::Closed, _) => None,
		};
		let live = clocks(Subject::Alert(AlertId(id))).into_iter().filter(|clock| clock.open);
		assert_eq!(live.map(|clock| clock.kind).collect::<Vec<_>>(), Vec::from_iter(due));
	}
	for (paper, id) in model.papers.iter().zip(0u64..) {
		if let Numbered::Notice(letter) = paper {
			let notice = the_notice(NoticeId(id));
			assert_eq!(notice.urged.is_some(), letter.has(Turn::Urged));
			assert_eq!(notice.reply_by, letter.reply_by);
		}
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
