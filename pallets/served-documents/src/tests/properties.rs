//! Random histories against a model that keeps every act in a list and reads it anew each time.

use super::*;
use proptest::prelude::*;
use shejiao_primitives::case::OnCase;
use shejiao_testing::property::{histories, Tally};
use DocumentKind as K;

const CALLS: [&str; 4] = ["send", "deliver", "receipt", "withdraw"];
const KINDS: [DocumentKind; 11] = [
	K::Commission,
	K::Opinion,
	K::AdoptionResult,
	K::ExecutionDocuments,
	K::EffectNotice,
	K::Receipt,
	K::MissingDocuments,
	K::ExitBan,
	K::EndNotice,
	K::AfterCareHandOver,
	K::Other,
];
const CLOCKS: [KindId; 4] =
	[kinds::DELIVER_DOCUMENTS, kinds::EFFECT_NOTICE, kinds::END_NOTICES, kinds::COMPLETE_DOCUMENTS];
const MEMBERS: [MemberId; 6] = [AGENCY, COURT, PROCURATORATE, POLICE, ELSEWHERE, OTHER];

#[derive(Clone, Debug)]
enum Step {
	/// A fresh record, or once more the last one.
	Send {
		who: u64,
		case: usize,
		kind: DocumentKind,
		to: Vec<MemberId>,
		ago: i32,
		again: bool,
	},
	Deliver {
		who: Option<u64>,
		back: usize,
		ago: i32,
	},
	Receipt {
		who: Option<u64>,
		back: usize,
		ago: i32,
		gaps: bool,
	},
	Withdraw {
		who: Option<u64>,
		back: usize,
	},
	Start {
		case: usize,
		clock: usize,
	},
	Archive {
		case: usize,
	},
	Wait {
		hours: u64,
	},
}

fn sending() -> impl Strategy<Value = Step> {
	let who = proptest::sample::select(
		&[CLERK, CLERK, CLERK, REGISTRAR, REGISTRAR, PROSECUTOR, CONSTABLE, OFFICER, OUTSIDER][..],
	);
	let kind = prop_oneof![
		3 => proptest::sample::select(&KINDS[..]), 3 => Just(K::ExecutionDocuments),
		2 => Just(K::MissingDocuments), 2 => Just(K::EndNotice), 3 => Just(K::Other),
	];
	let to = prop_oneof![
		6 => Just(None),
		3 => proptest::collection::vec(proptest::sample::select(&MEMBERS[..]), 0..4).prop_map(Some),
	];
	let again = proptest::bool::weighted(0.3);
	(who, 0..4usize, kind, to, -1..4i32, again).prop_map(|(who, case, kind, to, ago, again)| {
		let to = to.unwrap_or_else(|| {
			MEMBERS[..5].iter().copied().filter(|member| Some(*member) != office(who)).collect()
		});
		Step::Send { who, case, kind, to, ago, again }
	})
}

fn step() -> impl Strategy<Value = Step> {
	// Mostly an officer of the right member, which the step looks up.
	let who = || {
		proptest::option::weighted(
			0.25,
			proptest::sample::select(&[CLERK, REGISTRAR, CONSTABLE, OFFICER, STRANGER][..]),
		)
	};
	prop_oneof![
		8 => sending(),
		5 => (who(), 0..6usize, -1..3i32)
			.prop_map(|(who, back, ago)| Step::Deliver { who, back, ago }),
		8 => (who(), 0..9usize, -1..3i32, proptest::bool::weighted(0.2))
			.prop_map(|(who, back, ago, gaps)| Step::Receipt { who, back, ago, gaps }),
		3 => (who(), 0..4usize).prop_map(|(who, back)| Step::Withdraw { who, back }),
		2 => (0..4usize, 0..CLOCKS.len()).prop_map(|(case, clock)| Step::Start { case, clock }),
		1 => proptest::sample::select(&[0, 0, 1, 9, 9, 9, 9][..])
			.prop_map(|case| Step::Archive { case }),
		3 => (1..50u64).prop_map(|hours| Step::Wait { hours }),
	]
}

fn office(who: u64) -> Option<MemberId> {
	Some(match who {
		CLERK => AGENCY,
		REGISTRAR => COURT,
		PROSECUTOR => PROCURATORATE,
		CONSTABLE => POLICE,
		FAR => ELSEWHERE,
		OUTSIDER => OTHER,
		_ => return None,
	})
}

fn server(member: MemberId) -> u64 {
	[CLERK, REGISTRAR, PROSECUTOR, CONSTABLE, FAR, OUTSIDER][member.0 as usize]
}

/// Who sends a kind, and whom it must reach.
fn law(kind: DocumentKind) -> (&'static [MemberId], &'static [MemberId]) {
	match kind {
		K::Commission | K::AdoptionResult | K::EffectNotice => (&[COURT], &[AGENCY]),
		K::ExecutionDocuments => (&[COURT], &[AGENCY, PROCURATORATE, POLICE, ELSEWHERE]),
		K::Opinion => (&[AGENCY], &[COURT, PROCURATORATE]),
		K::Receipt | K::MissingDocuments => (&[AGENCY], &[COURT]),
		K::ExitBan => (&[AGENCY], &[POLICE]),
		K::EndNotice => (&[AGENCY], &[COURT, PROCURATORATE, POLICE]),
		K::AfterCareHandOver => (&[AGENCY], &[]),
		K::Other => (&[AGENCY, COURT, PROCURATORATE, POLICE], &[]),
	}
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Did {
	Delivered(LegalDate),
	Receipted(LegalDate),
	Withdrawn,
	Lapsed,
}

struct Paper {
	case: usize,
	kind: DocumentKind,
	from: MemberId,
	to: MemberId,
	/// The record, and its day.
	of: (RecordId, LegalDate),
	sent: LegalDate,
	completed: bool,
	acts: Vec<Did>,
}

impl Paper {
	fn is_live(&self) -> bool {
		matches!(self.acts.last(), None | Some(Did::Delivered(_)))
	}

	fn delivered(&self) -> Option<LegalDate> {
		self.acts.iter().find_map(|did| match did {
			Did::Delivered(day) => Some(*day),
			_ => None,
		})
	}

	fn status(&self) -> Status {
		match self.acts.last() {
			None => Status::Sent,
			Some(Did::Delivered(_)) => Status::Delivered,
			Some(Did::Receipted(_)) => Status::Receipted,
			Some(Did::Withdrawn) => Status::Withdrawn,
			Some(Did::Lapsed) => Status::Lapsed,
		}
	}
}

/// What was done, in lists.
#[derive(Default)]
struct Model {
	papers: Vec<Paper>,
	/// Clocks of cases: started, or completed by an act of a day.
	clocks: Vec<(usize, KindId, Option<LegalDate>)>,
	archived: Vec<usize>,
	/// The day on which the terms end.
	end: LegalDate,
}

impl Model {
	fn runs(&self, case: usize, kind: KindId) -> bool {
		let last = self.clocks.iter().rfind(|clock| (clock.0, clock.1) == (case, kind));
		last.is_some_and(|clock| clock.2.is_none())
	}

	fn open(&self, case: usize, of: fn(DocumentKind) -> bool) -> usize {
		let open = |paper: &&Paper| paper.case == case && paper.is_live() && of(paper.kind);
		self.papers.iter().filter(open).count()
	}

	/// The record of the last document of `kind`.
	fn last(&self, case: usize, kind: DocumentKind) -> Option<(RecordId, LegalDate)> {
		self.papers.iter().rfind(|paper| (paper.case, paper.kind) == (case, kind)).map(|p| p.of)
	}

	fn served(&self, case: usize, record: RecordId) -> bool {
		self.papers.iter().any(|paper| {
			let stands = paper.acts.last() != Some(&Did::Withdrawn);
			let executed = paper.kind == K::ExecutionDocuments && paper.of.0 == record;
			paper.case == case && executed && stands
		})
	}

	fn may_send(&self, who: u64, case: usize, kind: DocumentKind, to: &[MemberId]) -> bool {
		let Some(member) = office(who) else { return false };
		let (senders, reaches) = law(kind);
		let distinct = to.iter().enumerate().all(|(i, m)| !to[..i].contains(m));
		senders.contains(&member)
			&& !self.archived.contains(&case)
			&& !to.is_empty()
			&& distinct
			&& !to.contains(&member)
			&& !to.contains(&OTHER)
			&& reaches.iter().all(|member| to.contains(member))
			&& self.open(case, |_| true) + to.len() <= 12
			&& (kind != K::Other || self.open(case, |kind| kind == K::Other) + to.len() <= 6)
	}

	fn demand(&mut self, case: usize) {
		if !self.runs(case, kinds::COMPLETE_DOCUMENTS) {
			self.clocks.push((case, kinds::COMPLETE_DOCUMENTS, None));
		}
	}

	/// The paper that is the how manieth from the end, and whether `who` may answer it.
	fn paper(&mut self, back: usize) -> (DocumentId, Option<&mut Paper>) {
		let place = self.papers.len().wrapping_sub(1 + back);
		let id = DocumentId(place.min(9_999) as u64);
		(id, self.papers.get_mut(place))
	}
}

fn day(ago: i32) -> LegalDate {
	LegalDate(today().0.saturating_add_signed(-ago))
}

fn apply(step: &Step, model: &mut Model, cases: &[CaseId], tally: &mut Tally) {
	let (call, result, expected) = match step.clone() {
		Step::Send { who, case, kind, to, ago, again } => {
			let fresh = || (fitting(cases[case], kind, day(ago)), day(ago.max(0)));
			let of = model.last(case, kind).filter(|_| again).unwrap_or_else(fresh);
			let in_time = of.1 <= day(ago) && (kind != K::EndNotice || model.end <= day(ago));
			let fine = ago >= 0 && in_time && model.may_send(who, case, kind, &to);
			if fine {
				let completes: &[KindId] = match kind {
					K::ExecutionDocuments => &[kinds::DELIVER_DOCUMENTS, kinds::COMPLETE_DOCUMENTS],
					K::EffectNotice => &[kinds::EFFECT_NOTICE],
					K::EndNotice => &[kinds::END_NOTICES],
					_ => &[],
				};
				let served = model.served(case, of.0);
				let due: Vec<_> = completes
					.iter()
					.filter(|clock| model.runs(case, **clock))
					.filter(|clock| **clock != kinds::COMPLETE_DOCUMENTS || !served)
					.collect();
				due.iter().for_each(|clock| model.clocks.push((case, **clock, Some(day(ago)))));
				let from = office(who).expect("it may send; qed");
				for to in &to {
					let (to, sent, completed) = (*to, day(ago), !due.is_empty());
					model.papers.push(Paper {
						case,
						kind,
						from,
						to,
						of,
						sent,
						completed,
						acts: vec![],
					});
				}
				if kind == K::MissingDocuments {
					model.demand(case);
				}
			}
			("send", serve(who, cases[case], kind, of.0, &to, day(ago)), fine)
		},
		Step::Deliver { who, back, ago } => {
			let (id, paper) = model.paper(back);
			let who = who.or(paper.as_ref().map(|paper| server(paper.to))).unwrap_or(CLERK);
			let open = paper.filter(|paper| {
				let mine = office(who) == Some(paper.to);
				mine && paper.acts.is_empty() && ago >= 0 && day(ago) >= paper.sent
			});
			let fine = open.map(|paper| paper.acts.push(Did::Delivered(day(ago)))).is_some();
			("deliver", ServedDocuments::deliver(signed(who), id, day(ago)), fine)
		},
		Step::Receipt { who, back, ago, gaps } => {
			let (id, paper) = model.paper(back);
			let who = who.or(paper.as_ref().map(|paper| server(paper.to))).unwrap_or(CLERK);
			let case = paper.as_ref().map_or(0, |paper| paper.case);
			let open = paper.filter(|paper| {
				let mine = office(who) == Some(paper.to);
				let before = paper.delivered().unwrap_or(paper.sent);
				let whole = paper.kind == K::ExecutionDocuments && paper.to == AGENCY;
				let possible = ago >= 0 && day(ago) >= before;
				mine && paper.is_live() && possible && (whole || !gaps)
			});
			let fine = open
				.map(|paper| {
					if paper.acts.is_empty() {
						paper.acts.push(Did::Delivered(day(ago)));
					}
					paper.acts.push(Did::Receipted(day(ago)));
				})
				.is_some();
			if fine && gaps {
				model.demand(case);
			}
			let missing = gaps.then(|| fitting(cases[case], K::MissingDocuments, day(ago)));
			("receipt", ServedDocuments::receipt(signed(who), id, day(ago), None, missing), fine)
		},
		Step::Withdraw { who, back } => {
			let (id, paper) = model.paper(back);
			let who = who.or(paper.as_ref().map(|paper| server(paper.from))).unwrap_or(CLERK);
			let open = paper.filter(|paper| {
				office(who) == Some(paper.from) && paper.acts.is_empty() && !paper.completed
			});
			let fine = open.map(|paper| paper.acts.push(Did::Withdrawn)).is_some();
			("withdraw", ServedDocuments::withdraw(signed(who), id, Reason::Mistake), fine)
		},
		Step::Start { case, clock } => {
			let kind = CLOCKS[clock];
			if !model.runs(case, kind) {
				start(kind, cases[case], COURT);
				model.clocks.push((case, kind, None));
			}
			return;
		},
		Step::Archive { case } => {
			if case < cases.len() && !model.archived.contains(&case) {
				MockCases::update(cases[case], |facts| facts.stage = Stage::Archived);
				let told =
					ServedDocuments::stage_changed(cases[case], Stage::AfterCare, Stage::Archived);
				assert_ok!(told);
				model.archived.push(case);
				for paper in &mut model.papers {
					if paper.case == case && paper.is_live() {
						paper.acts.push(Did::Lapsed);
					}
				}
			}
			return;
		},
		Step::Wait { hours } => {
			MockLegalTime::advance(hours * 3_600_000);
			return;
		},
	};
	assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
	tally.note(call, expected);
}

fn compare(model: &Model, cases: &[CaseId]) {
	for member in MEMBERS {
		let owed: Vec<_> = (model.papers.iter().zip(0u64..))
			.filter(|(paper, _)| paper.to == member && paper.is_live())
			.map(|(_, id)| DocumentId(id))
			.collect();
		let view = ServedDocuments::view_to_answer(member, DocumentId(0), MAX_PAGE);
		assert_eq!(view.iter().map(|info| info.id).collect::<Vec<_>>(), owed);
	}
	for (place, case) in cases.iter().enumerate() {
		let view = ServedDocuments::view_case(*case, 0, MAX_PAGE);
		let view: Vec<_> = view.into_iter().map(|info| info.document).collect();
		let papers: Vec<_> = model.papers.iter().filter(|paper| paper.case == place).collect();
		assert_eq!(view.len(), papers.len());
		for (document, paper) in view.iter().zip(papers) {
			assert_eq!(document.status, paper.status());
			assert_eq!((document.sender, document.recipient), (paper.from, paper.to));
			assert_eq!(document.sent.on, paper.sent);
			assert_eq!(document.delivered.as_ref().map(|act| act.on), paper.delivered());
			assert_eq!(document.completed, paper.completed);
		}
		for kind in CLOCKS {
			let open = MockDeadlines::open(kind, Subject::Case(*case)).is_some();
			assert_eq!(open, model.runs(place, kind), "{kind:?}");
		}
	}
	let running = MockDeadlines::all().into_iter().filter(|clock| clock.open);
	let running = running.filter(|clock| matches!(clock.subject, Subject::Document(_))).count();
	assert_eq!(running, model.papers.iter().filter(|paper| paper.is_live()).count());
}

#[test]
fn random_histories_are_told_as_they_were() {
	let tally = histories(step(), |steps, tally| {
		chain(|| {
			let cases: Vec<_> = (0..4).map(|_| case_at(Stage::Open)).collect();
			let mut model = Model { end: today(), ..Model::default() };
			for case in &cases {
				MockCases::update(*case, |facts| facts.last_day = Some(model.end));
			}
			for step in steps {
				apply(step, &mut model, &cases, tally);
				compare(&model, &cases);
			}
		});
	});
	tally.check(&CALLS);
}
