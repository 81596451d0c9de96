use super::*;
use frame_support::traits::OnInitialize;

/// Let blocks come until every member has been looked at today.
fn look() {
	for _ in 0..=MEMBERS.div_ceil(3) {
		block();
	}
	assert_eq!(sweep(), (today(), None));
}

/// Let days pass, each with its look.
fn pass(days: u32) {
	for _ in 0..days {
		MockLegalTime::advance_days(1);
		look();
	}
}

fn sweep() -> (LegalDate, Option<MemberId>) {
	let Sweep { date, next, .. } = UploadSweep::<Test>::get();
	(date, next)
}

fn block() -> Weight {
	<Oversight as OnInitialize<_>>::on_initialize(System::block_number())
}

fn silent() -> bool {
	Oversight::is_open(Rule::UploadGap, Subject::Member(BUREAU), BUREAU)
}

/// S23, S130: on the last day of the limit it is not late yet.
#[test]
fn who_anchors_nothing_for_longer_than_the_limit_is_named() {
	chain(|| {
		Uploaded::now(BUREAU);
		look();
		pass(10);
		assert!(!silent());
		pass(1);
		let alert = get(AlertId(0));
		assert_eq!((alert.rule, alert.owner), (Rule::UploadGap, BUREAU));
		assert_eq!(alert.source, Subject::Member(BUREAU));
		// Another day of silence is the same alert.
		pass(1);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
		assert_eq!((get(AlertId(0)).times, last_event()), (2, repeated(2)));
	});
}

fn repeated(times: u32) -> Event<Test> {
	Event::AlertRepeated { alert: AlertId(0), times }
}

/// While no block was made nobody could anchor anything, and at once afterwards nobody could have.
#[test]
fn a_chain_that_stood_still_accuses_nobody() {
	chain(|| {
		Uploaded::now(BUREAU);
		look();
		pass(3);
		MockLegalTime::advance_days(30);
		look();
		assert!(!silent());
		assert_eq!(UploadSweep::<Test>::get().resumed, today());
		pass(10);
		assert!(!silent());
		pass(1);
		assert!(silent());
	});
}

#[test]
fn who_never_anchored_anything_is_measured_from_the_first_look() {
	chain(|| {
		look();
		assert_eq!(WatchedSince::<Test>::get(BUREAU), Some(today()));
		pass(10);
		assert!(!silent());
		pass(1);
		assert!(silent());
	});
}

#[test]
fn a_gap_that_goes_on_after_the_alert_was_closed_is_named_again() {
	chain(|| {
		Uploaded::now(BUREAU);
		look();
		pass(11);
		let id = AlertId(0);
		assert_ok!(Oversight::find(signed(DEPUTY), id, Outcome::Substantiated, sealed(1)));
		assert_ok!(Oversight::close(signed(CHIEF), id));
		look();
		assert!(!silent(), "once a day is enough");
		pass(1);
		assert!(silent());
	});
}

/// Closed by rule at the next look; how often it happened stays counted.
#[test]
fn who_anchors_again_has_nothing_left_to_say() {
	chain(|| {
		Uploaded::now(BUREAU);
		look();
		pass(11);
		assert!(silent());
		Uploaded::now(BUREAU);
		assert!(silent(), "until the next look");
		pass(1);
		assert!(!silent());
		assert_eq!(steps(AlertId(0)).last(), Some(&Step::Closed(None)));
		assert_eq!(MockDeadlines::all().iter().filter(|clock| clock.open).count(), 0);
		assert_eq!(Tallies::<Test>::get(BUREAU, Rule::UploadGap).settled, 1);
	});
}

/// 法 62: where no case says who supervises, it is the procuratorate of the place.
#[test]
fn the_look_finds_who_oversees_a_place() {
	chain(|| {
		let told = |owner| {
			Oversight::equivocated(owner);
			let id = Alerts::<Test>::iter()
				.filter(|(_, alert)| alert.owner == owner)
				.map(|(id, _)| id)
				.max();
			get(id.expect("it was raised; qed")).told.into_inner()
		};
		let _ = Overseers::<Test>::clear(9, None);
		look();
		let place = (Level::County, AREA);
		assert_eq!(Overseers::<Test>::get(place), Some(PROCURATORATE));
		assert_eq!(Overseers::<Test>::get((Level::City, AREA)), Some(CITY_PROCURATORATE));
		assert_eq!(told(COURT), [PROCURATORATE]);
		// One that has left oversees nothing, and the next one of the place follows at the next look.
		let account = 2_000u64;
		let next = profile(MemberKind::Procuratorate, Level::County, None);
		let next = MockMembers::add_profile(&account, next);
		look();
		MockMembers::set_standing(PROCURATORATE, Standing::Withdrawn);
		assert_eq!(told(POLICE), []);
		pass(1);
		assert_eq!(Overseers::<Test>::get(place), Some(next));
		assert_eq!(told(INSPECTION), [next]);
	});
}

#[test]
fn others_need_not_anchor_anything() {
	chain(|| {
		look();
		pass(400);
		let owners: Vec<_> = Alerts::<Test>::iter_values().map(|alert| alert.owner).collect();
		assert_eq!(owners, [BUREAU]);
		let (kind, level) = (MemberKind::Court, Level::County);
		assert_ok!(Oversight::set_upload_limit(signed(COUNCIL), kind, level, Some(1)));
		pass(1);
		pass(2);
		assert!(Oversight::is_open(Rule::UploadGap, Subject::Member(COURT), COURT));
	});
}

#[test]
fn who_has_left_is_not_looked_at_unless_the_law_makes_it_act() {
	chain(|| {
		let (kind, level) = (MemberKind::SocialOrganisation, Level::County);
		assert_ok!(Oversight::set_upload_limit(signed(COUNCIL), kind, level, Some(1)));
		MockMembers::set_standing(CHARITY, Standing::Withdrawn);
		MockMembers::set_standing(BUREAU, Standing::Expelled);
		look();
		pass(100);
		let owners: Vec<_> = Alerts::<Test>::iter_values().map(|alert| alert.owner).collect();
		assert_eq!(owners, [BUREAU]);
	});
}

/// Eight members, three a block.
#[test]
fn a_block_looks_at_few_members_and_a_pass_is_finished_whatever_the_day() {
	chain(|| {
		assert_eq!(block(), <() as WeightInfo>::sweep(3));
		assert_eq!(sweep(), (today(), Some(MemberId(3))));
		let begun = today();
		MockLegalTime::advance_days(1);
		assert_eq!(block(), <() as WeightInfo>::sweep(3));
		assert_eq!(sweep(), (begun, Some(MemberId(6))));
		assert_eq!(block(), <() as WeightInfo>::sweep(2));
		assert_eq!(sweep(), (begun, None));
		assert_eq!(block(), <() as WeightInfo>::sweep(3));
		assert_eq!(sweep(), (today(), Some(MemberId(3))));
		block();
		block();
		assert_eq!(block(), <() as WeightInfo>::sweep(0));
		assert_eq!(sweep(), (today(), None));
		// A pass that takes longer than a day is no standstill.
		assert_eq!(UploadSweep::<Test>::get().resumed, begun);
	});
}
