//! For every invariant a state that breaks it, and try-state that says so.

use super::*;

fn change(member: MemberId, change: impl FnOnce(&mut MemberRecord<u64>)) {
	MemberRecords::<Test>::mutate(member, |record| {
		change(record.as_mut().expect("a founder; qed"));
	});
}

fn open_proposal() {
	begin();
	assert_ok!(propose(candidate(FRESH)));
}

macro_rules! broken {
	($($name:ident: $says:literal, $break:block)*) => {
		$(
			#[test]
			fn $name() {
				assert_eq!(broken_by(|| $break), $says);
			}
		)*
	};
}

broken! {
	a_surplus_provider: "an account ever admitted has not exactly one provider reference", {
		System::inc_providers(&account(COURT));
	}
	a_missing_provider: "an account ever admitted has not exactly one provider reference", {
		Roles::<Test>::insert(FRESH, AccountRole::Officer);
	}
	a_role_without_member: "an account with the role of an institution belongs to no member", {
		assert_ok!(<Consortium as AccountRegistry<_>>::admit(&FRESH, AccountRole::Institution));
	}
	an_institution_of_nobody: "an institution account of no member", {
		Institutions::<Test>::insert(FRESH, MemberId(99));
	}
	an_institution_without_role: "an institution account without its role", {
		Institutions::<Test>::insert(FRESH, COURT);
	}
	an_institution_without_history: "an institution account that is not in its member's history", {
		assert_ok!(<Consortium as AccountRegistry<_>>::admit(&FRESH, AccountRole::Institution));
		Institutions::<Test>::insert(FRESH, COURT);
	}
	a_foreign_account: "the account of a member is not its institution account", {
		change(COURT, |record| record.institution = account(POLICE));
	}
	an_id_above_the_counter: "member ids are not those below the counter", {
		NextMember::<Test>::put(COURT);
	}
	a_forgotten_member: "the list of members is not that of the records", {
		CurrentMembers::<Test>::mutate(|members| members.retain(|member| *member != CHARITY));
	}
	an_area_of_nowhere: "a member without an area", {
		change(COURT, |record| record.placement.area = AreaCode(1));
	}
	a_provider_that_votes: "a voting seat of a member that never votes", {
		change(COURT, |record| record.placement.provider = true);
	}
	a_charity_with_a_node: "a full node of a member that may not run one", {
		change(CHARITY, |record| record.placement.access = Access::FullNode);
	}
	a_key_of_no_suite: "an encryption key that is none of its suite", {
		change(COURT, |record| record.encryption.key = Default::default());
	}
	a_suspension_of_an_active_member: "a suspension and a standing that do not match", {
		change(COURT, |record| {
			record.suspension = Some(Suspension { until: None, confirmed: true });
		});
	}
	a_notice_of_a_former_member: "a former member with a notice or a renewal", {
		assert_ok!(expel(COURT));
		change(COURT, |record| record.renewal = Some(LegalDate(1)));
	}
	an_overdue_charity: "an overdue renewal that nobody owes", {
		change(CHARITY, |record| record.overdue = true);
	}
	an_endless_charity: "a member whose membership never ends, though no law makes it act", {
		change(CHARITY, |record| record.renewal = None);
	}
	a_loop: "the administrative tree has a loop", {
		change(CITY_JUSTICE, |record| record.placement.parent = Some(JUSTICE));
	}
	a_superior_of_nothing: "the superior of a member does not exist", {
		change(COURT, |record| record.placement.parent = Some(MemberId(99)));
	}
	a_superior_below: "the superior of a member is of a lower level", {
		change(CITY_JUSTICE, |record| record.placement.level = Level::Township);
	}
	a_standing_without_history: "the history of a standing ends otherwise", {
		StandingHistory::<Test>::push(
			&COURT,
			START,
			Stood { standing: Standing::Withdrawn, reason: None },
		)
		.expect("in order; qed");
	}
	a_hole_in_a_history: "history: an entry below the counter is missing", {
		StandingCount::<Test>::insert(COURT, 2);
	}
	a_hole_in_the_accounts: "history: an entry below the counter is missing", {
		InstitutionCount::<Test>::insert(COURT, 2);
	}
	a_hole_in_the_keys: "history: an entry below the counter is missing", {
		EncryptionCount::<Test>::insert(COURT, 2);
	}
	a_hole_in_the_orders: "history: an entry below the counter is missing", {
		OrderCount::<Test>::insert(COURT, 1);
	}
	another_last_account: "the history of institution accounts ends otherwise", {
		InstitutionHistory::<Test>::push(&COURT, START, 1).expect("in order; qed");
	}
	another_last_key: "the history of encryption keys ends otherwise", {
		EncryptionHistory::<Test>::push(&COURT, START, key(200)).expect("in order; qed");
	}
	another_moment_of_admission: "a member admitted at another moment", {
		change(COURT, |record| record.admitted = 1);
	}
	an_order_about_an_active_member:
		"an order about a member that acts itself, or of another superior", {
		let order = Order { superior: CITY_JUSTICE, until: None, document: DOCUMENT };
		OrderHistory::<Test>::push(&JUSTICE, START, Some(order)).expect("in order; qed");
	}
	a_seat_too_many: "the seats of a body are not those of its members", {
		SeatCount::<Test>::insert(Body::FundingCouncil, 9);
	}
	a_voter_too_few: "the voters of a body are not its active members", {
		Voters::<Test>::mutate(Body::SupervisoryCommittee, |voters| { voters.pop(); });
	}
	a_collective_of_others: "a collective has other members than its body", {
		frame_support::storage::unhashed::put(&[0], &vec![1u64, 2]);
	}
	an_epoch_that_fell_back: "a body has more seats than it has seen changes", {
		Epochs::<Test>::insert(Body::Council, 1);
	}
	a_node_behind_a_gateway: "nodes of a member without a full node", {
		change(COURT, |record| record.placement.access = Access::Gateway);
	}
	a_node_without_id: "a peer id that is no multihash", {
		change(COURT, |record| record.peers[0].id = Default::default());
	}
	a_node_of_two: "a peer id of two nodes", {
		change(COURT, |record| record.peers[0] = peer(0));
	}
	a_node_of_another: "the owners of peer ids are not the members that list them", {
		PeerOwners::<Test>::insert(peer(1).id, POLICE);
	}
	a_unit_above_the_counter: "a unit above the counter", {
		NextUnit::<Test>::put(UnitId(0));
	}
	a_unit_of_nobody: "a unit of no member", {
		Units::<Test>::mutate(UnitId(0), |unit| {
			unit.as_mut().expect("founded; qed").owner = MemberId(99);
		});
	}
	a_unit_of_another_kind: "a unit of a member of another kind", {
		Units::<Test>::mutate(UnitId(0), |unit| {
			unit.as_mut().expect("founded; qed").owner = COURT;
		});
	}
	a_unit_closed_too_early: "a unit closed before it was opened", {
		Units::<Test>::mutate(UnitId(0), |unit| {
			unit.as_mut().expect("founded; qed").closed =
				Some(Closure { at: 1, reason: Reason::Mistake });
		});
	}
	a_unit_that_is_not_listed: "the units by member are not the units", {
		UnitsOf::<Test>::remove(JUSTICE, UnitId(0));
	}
	a_unit_that_is_not_counted: "the open units of a member are not those counted", {
		change(JUSTICE, |record| record.units = 2);
	}
	a_wrong_counter_of_proposals: "the counter of open proposals is wrong", {
		open_proposal();
		let counter = Proposals::<Test>::counter_storage_final_key();
		frame_support::storage::unhashed::put(&counter, &7u32);
	}
	a_proposal_that_ends_too_early: "a proposal that ends too early", {
		open_proposal();
		Proposals::<Test>::mutate(ProposalId(0), |open| {
			open.as_mut().expect("open; qed").until = LegalDate(1);
		});
	}
	a_member_that_objects_twice: "a member objected twice", {
		open_proposal();
		let member = COURT;
		let objection = Objection { member, reason: Reason::Mistake, document: DOCUMENT };
		Proposals::<Test>::mutate(ProposalId(0), |open| {
			open.as_mut().expect("open; qed").objections =
				vec![objection, objection].try_into().expect("two; qed");
		});
	}
	a_proposal_open_and_closed: "a proposal is both open and closed", {
		open_proposal();
		Outcomes::<Test>::insert(ProposalId(0), Outcome::Lapsed);
	}
	a_lost_proposal: "proposals are not those below the counter", {
		NextProposal::<Test>::put(ProposalId(1));
	}
	an_agenda_in_disorder: "the agenda is not sorted", {
		open_proposal();
		let mut agenda = Agenda::<Test>::get().into_inner();
		agenda.reverse();
		Agenda::<Test>::put(BoundedVec::truncate_from(agenda));
	}
	another_next_day: "the next day of the agenda is not its first", {
		NextDue::<Test>::kill();
	}
	a_thing_due_twice: "something is on the agenda twice", {
		assert_ok!(Consortium::schedule(today().plus(900), Due::Renewal(CHARITY)));
	}
	a_thing_never_due: "the agenda is not what the members and proposals are waiting for", {
		assert_ok!(Consortium::cancel(Due::Renewal(CHARITY)));
	}
	a_thing_due_too_early: "something is on the agenda before its day", {
		assert_ok!(Consortium::cancel(Due::Renewal(CHARITY)));
		assert_ok!(Consortium::schedule(today(), Due::Renewal(CHARITY)));
	}
}
