//! What the benchmarks of the case file need of the other pallets.

use crate::{
	AccountId, Consortium, LegalTime, Officers, Records, Runtime, RuntimeOrigin, StatutoryClocks,
	SubjectIdentity, System,
};
use frame_support::{traits::OnPoll, weights::WeightMeter};
use shejiao_primitives::{
	case::{CaseId, PartyRoles},
	directory::{Directory, Members},
	duty::{Category, Duties},
	ids::{MemberId, UnitId},
	member::{Level, MemberKind, Standing},
	record::{classes, ClassId, RecordId},
	time::{LegalTime as _, DAY},
};

/// Officers, records and parties of the real pallets.
pub struct Casework;

/// Make `who` an officer of `member` with `duties`, besides those it has, for ten years.
fn appoint(member: MemberId, who: &AccountId, duties: Duties) {
	let institution = Consortium::institution(member).expect("a member of the benchmark; qed");
	let origin = RuntimeOrigin::signed(institution);
	let category = Category::StateFunctionary;
	let until = LegalTime::now().saturating_add(3_650 * DAY);
	match Officers::officer(who) {
		None => Officers::appoint(origin, None, who.clone(), None, duties, category, None, until),
		Some(actor) => {
			let duties = actor.duties.union(duties);
			Officers::change(origin, who.clone(), None, duties, category, until)
		},
	}
	.expect("the institution appoints; qed");
}

fn set_parent(member: MemberId, superior: MemberId) {
	pallet_consortium::MemberRecords::<Runtime>::mutate(superior, |record| {
		if let Some(record) = record {
			record.placement.level = Level::City;
		}
	});
	pallet_consortium::MemberRecords::<Runtime>::mutate(member, |record| {
		if let Some(record) = record {
			record.placement.parent = Some(superior);
		}
	});
}

fn anchor(case: CaseId, class: ClassId, author: MemberId, officer: &AccountId) -> RecordId {
	Records::benchmark_anchor(case, class, author, officer)
}

impl pallet_subject_identity::BenchmarkHelper<AccountId> for Casework {
	fn appoint(member: MemberId, who: &AccountId, duties: Duties) {
		appoint(member, who, duties);
	}

	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &AccountId) -> RecordId {
		anchor(case, class, author, officer)
	}

	fn unit(member: MemberId) -> UnitId {
		let institution = Consortium::institution(member).expect("a member of the benchmark; qed");
		let area = Consortium::profile(member).expect("a member of the benchmark; qed").area;
		let unit = pallet_consortium::NextUnit::<Runtime>::get();
		let kind = pallet_consortium::UnitKind::JusticeOffice;
		Consortium::open_unit(RuntimeOrigin::signed(institution), kind, area)
			.expect("a bureau has room for a unit; qed");
		unit
	}

	fn run_clocks() {
		StatutoryClocks::on_poll(System::block_number(), &mut WeightMeter::new());
	}
}

impl pallet_identity_tags::BenchmarkHelper<AccountId> for Casework {
	fn officer(member: MemberId, account: &AccountId, duties: Duties) {
		appoint(member, account, duties);
	}

	fn identity_record(case: CaseId, author: MemberId, officer: &AccountId) -> RecordId {
		anchor(case, classes::IDENTITY, author, officer)
	}
}

impl pallet_representatives::BenchmarkHelper<AccountId> for Casework {
	fn officer(member: MemberId, account: &AccountId, duties: Duties) {
		appoint(member, account, duties);
	}
}

impl pallet_served_documents::BenchmarkHelper<AccountId> for Casework {
	fn office(institution: &AccountId, who: &AccountId, duties: Duties) -> MemberId {
		let member = Consortium::benchmark_member(institution, MemberKind::JusticeBureau);
		appoint(member, who, duties);
		member
	}

	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles) {
		SubjectIdentity::benchmark_add_party(case, member, roles);
	}
	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &AccountId) -> RecordId {
		anchor(case, class, author, officer)
	}

	fn let_expire() {
		LegalTime::benchmark_set_now(LegalTime::now().saturating_add(60 * DAY));
		// A clock warns before it runs out.
		for _ in 0..2 {
			StatutoryClocks::on_poll(System::block_number(), &mut WeightMeter::new());
		}
	}
}

impl pallet_records::BenchmarkHelper<AccountId> for Casework {
	fn appoint(member: MemberId, who: &AccountId, duties: Duties) {
		appoint(member, who, duties);
	}

	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles) {
		SubjectIdentity::benchmark_add_party(case, member, roles);
	}

	fn order(superior: MemberId, member: MemberId) {
		set_parent(member, superior);
		pallet_consortium::MemberRecords::<Runtime>::mutate(member, |record| {
			if let Some(record) = record {
				record.standing = Standing::Suspended;
			}
		});
		let document = Default::default();
		let order = pallet_consortium::Order { superior, until: None, document };
		let now = LegalTime::now();
		pallet_consortium::OrderHistory::<Runtime>::push(&member, now, Some(order))
			.expect("the first order; qed");
	}
}

impl pallet_statutory_clocks::BenchmarkHelper<AccountId> for Casework {
	fn officer(member: MemberId, account: &AccountId, duties: Duties) {
		appoint(member, account, duties);
	}
}

impl pallet_oversight::BenchmarkHelper<AccountId> for Casework {
	fn appoint(member: MemberId, who: &AccountId, duties: Duties) {
		appoint(member, who, duties);
	}

	fn set_parent(member: MemberId, superior: MemberId) {
		set_parent(member, superior);
	}

	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles) {
		SubjectIdentity::benchmark_add_party(case, member, roles);
	}
}
