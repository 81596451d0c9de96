//! The table of bad input.

use super::*;

/// Every row.
pub fn rows(scene: &Scene) -> Vec<Row> {
	use Sort::*;
	let Scene { case, decision, records: [first, second], other, other_decision } = *scene;
	let mut rows = Vec::new();
	let mut row = |sort, who, call: RuntimeCall, error: DispatchError| {
		rows.push(Row { sort, who, call, error });
	};
	// Far enough: days pass while the rows are tried.
	let future = today().plus(90);
	let nowhere = RecordId(1_000_000);

	row(
		UnknownClassOrSchema,
		OFFICER,
		scene.changed(|e| e.class = ClassId(99)),
		Papers::UnknownClass.into(),
	);
	let schema = Some(SchemaRef { id: 200, version: 1 });
	row(
		UnknownClassOrSchema,
		OFFICER,
		scene.changed(|e| e.schema = schema),
		Papers::SchemaExposed.into(),
	);
	for wrong in [None, schema] {
		let call = root(classes::DEVICE_READINGS, |call| {
			if let Paper::anchor_device_root { schema, .. } = call {
				*schema = wrong;
			}
		});
		row(UnknownClassOrSchema, OFFICER, call, Papers::UnknownSchema.into());
	}
	row(UnknownClassOrSchema, OFFICER, root(ClassId(99), |_| ()), Papers::UnknownClass.into());
	row(UnknownClassOrSchema, OFFICER, root(classes::DECISIONS, |_| ()), Papers::WrongClass.into());
	row(
		UnknownClassOrSchema,
		OFFICER,
		scene.changed(|e| e.class = classes::DEVICE_READINGS),
		Papers::WrongClass.into(),
	);

	let decisions = || anchor(case, classes::DECISIONS, "a paper").into();
	row(WriterWithoutDuty, POLICEMAN, decisions(), Papers::NotAuthorized.into());
	row(WriterWithoutDuty, HEAD, decisions(), Papers::NotAuthorized.into());
	row(WriterWithoutDuty, "intermediate-court//judge", decisions(), Papers::NotAuthorized.into());
	row(
		WriterWithoutDuty,
		PROCURATOR,
		root(classes::DEVICE_READINGS, |_| ()),
		Papers::NotAuthorized.into(),
	);
	row(WriterWithoutDuty, OFFICER, registration("a person").into(), Cases::NotAuthorized.into());

	row(
		ActInTheFuture,
		OFFICER,
		scene.changed(|e| e.act_date = future),
		Papers::InTheFuture.into(),
	);
	let late = |call: &mut Case<Runtime>| match call {
		Case::register { act_date, .. } | Case::advance { act_date, .. } => *act_date = future,
		_ => panic!("has a date; qed"),
	};
	row(ActInTheFuture, JUDGE, register(late), Cases::ActInFuture.into());
	let mut back = advance(case, Step::Return { reason: commit("a reason") }, decision);
	late(&mut back);
	row(ActInTheFuture, JUDGE, back.into(), Cases::ActInFuture.into());
	let ban = |evidence, act_date| Case::open_interval {
		case,
		kind: IntervalKind::ExitBan,
		cause: commit("a cause"),
		act_date,
		evidence,
	};
	let letter = record(OFFICER, case, classes::CORRESPONDENCE, "a paper");
	row(ActInTheFuture, OFFICER, ban(letter, future).into(), Cases::ActInFuture.into());
	let call = send(scene, DocumentKind::Other, |call| {
		if let pallet_served_documents::Call::send { sent, .. } = call {
			*sent = future;
		}
	});
	row(ActInTheFuture, OFFICER, call, Documents::InTheFuture.into());
	let call = root(classes::DEVICE_READINGS, |call| {
		if let Paper::anchor_device_root { day, .. } = call {
			*day = future;
		}
	});
	row(ActInTheFuture, OFFICER, call, Papers::InTheFuture.into());
	let notice = |issued, paper| pallet_oversight::Call::issue_notice {
		kind: pallet_oversight::NoticeKind::Violation,
		addressee: member("county-justice"),
		paper,
		issued,
		reply_by: Some(future.plus(10)),
	};
	let sealed = || pallet_oversight::Paper::Sealed(commit("a paper"));
	row(
		ActInTheFuture,
		PROCURATOR,
		notice(future, sealed()).into(),
		Oversights::InTheFuture.into(),
	);
	let running = pallet_statutory_clocks::Clocks::<Runtime>::iter()
		.find(|(_, clock)| {
			clock.is_open()
				&& clock.subject == Subject::Case(case)
				&& clock.owner == member("county-justice")
		})
		.map(|(id, _)| id)
		.expect("L8 runs; qed");
	let complete = |clock, done, evidence| pallet_statutory_clocks::Call::complete {
		clock,
		done: ActTime::Day(done),
		evidence,
	};
	row(
		ActInTheFuture,
		OFFICER,
		complete(running, future, first).into(),
		Clocks::InTheFuture.into(),
	);

	for length in [0, 1, 63, 65, MAX_SEAL] {
		row(
			OutOfBounds,
			OFFICER,
			scene.changed(|e| e.seal = seal(length)),
			Papers::SealOutOfBounds.into(),
		);
	}
	row(
		OutOfBounds,
		OFFICER,
		scene.changed(|e| e.size = MAX_SIZE + 1),
		Papers::SizeOutOfBounds.into(),
	);
	row(OutOfBounds, OFFICER, scene.batch(vec![]), Papers::SizeOutOfBounds.into());
	let call = root(classes::DEVICE_READINGS, |call| {
		if let Paper::anchor_device_root { count, .. } = call {
			*count = 0;
		}
	});
	row(OutOfBounds, OFFICER, call, Papers::SizeOutOfBounds.into());

	let receive = |group| Step::Receive { group, group_lawful: true };
	let group = record(OFFICER, case, classes::GROUP_AND_PLAN, "a paper");
	for (evidence, group, error) in [
		(nowhere, group, Cases::NotEvidence),
		(other_decision, group, Cases::NotEvidence),
		(decision, group, Cases::WrongClass),
		(first, nowhere, Cases::NotEvidence),
		(first, first, Cases::WrongClass),
	] {
		row(WithoutEvidence, OFFICER, advance(case, receive(group), evidence).into(), error.into());
	}
	row(WithoutEvidence, OFFICER, ban(nowhere, today()).into(), Cases::NotEvidence.into());
	row(WithoutEvidence, OFFICER, ban(decision, today()).into(), Cases::WrongClass.into());
	row(
		WithoutEvidence,
		OFFICER,
		complete(running, today(), nowhere).into(),
		Clocks::NoEvidence.into(),
	);
	row(
		WithoutEvidence,
		OFFICER,
		complete(running, today(), other_decision).into(),
		Clocks::NoEvidence.into(),
	);
	let call = send(scene, DocumentKind::Other, |call| {
		if let pallet_served_documents::Call::send { record, .. } = call {
			*record = other_decision;
		}
	});
	row(WithoutEvidence, OFFICER, call, Documents::NotEvidence.into());

	let rest = |record, source| Paper::add_lineage { record, source }.into();
	row(LineageCycle, OFFICER, rest(first, second), Papers::LineageCycle.into());
	row(LineageCycle, OFFICER, rest(first, first), Papers::LineageCycle.into());
	let next = pallet_records::NextRecord::<Runtime>::get();
	let on = |sources: &[RecordId]| {
		let sources = sources.to_vec().try_into().expect("few; qed");
		scene.changed(|entry| entry.derived_from = sources)
	};
	row(LineageCycle, OFFICER, on(&[next]), Papers::NotFound.into());
	row(LineageCycle, OFFICER, on(&[first, first]), Papers::SourceRepeated.into());
	row(LineageCycle, OFFICER, on(&[other_decision]), Papers::OtherRecord.into());
	row(LineageCycle, OFFICER, rest(second, other_decision), Papers::OtherRecord.into());

	row(OwnRecord, JUDGE, Paper::attest { record: decision }.into(), Papers::OwnRecord.into());
	row(
		OwnRecord,
		"county-court//clerk",
		Paper::attest { record: decision }.into(),
		Papers::OwnRecord.into(),
	);

	let good = || scene.entry(classes::RECEPTION);
	let mut bad = good();
	bad.class = ClassId(99);
	row(
		BatchWithABadEntry,
		OFFICER,
		scene.batch(vec![good(), good(), bad, good()]),
		Papers::UnknownClass.into(),
	);
	let mut bad = good();
	bad.act_date = future;
	row(BatchWithABadEntry, OFFICER, scene.batch(vec![good(), bad]), Papers::InTheFuture.into());

	row(Classified, JUDGE, reviewed(Some(Secrecy::Classified)), Cases::Classified.into());
	row(Classified, JUDGE, reviewed(None), Cases::SecrecyReviewMissing.into());

	row(ImportWithBrokenRows, HEAD, import(vec![]), Cases::NothingToImport.into());
	row(
		ImportWithBrokenRows,
		HEAD,
		broken(|row| row.secrecy = Some(Secrecy::Classified)),
		Cases::Classified.into(),
	);
	row(
		ImportWithBrokenRows,
		HEAD,
		broken(|row| row.secrecy = None),
		Cases::SecrecyReviewMissing.into(),
	);
	row(ImportWithBrokenRows, HEAD, broken(|row| row.on_paper = future), Cases::ActInFuture.into());
	row(
		ImportWithBrokenRows,
		HEAD,
		broken(|row| row.last_day = today().plus(100_000)),
		Cases::TermOutOfRange.into(),
	);
	row(
		ImportWithBrokenRows,
		HEAD,
		broken(|row| row.deciding = member("county-procuratorate")),
		Cases::InvalidParty.into(),
	);
	row(
		ImportWithBrokenRows,
		HEAD,
		broken(|row| row.assignment.unit = Some(UnitId(999))),
		Cases::NotOfAgency.into(),
	);
	let twin = import_row();
	row(ImportWithBrokenRows, HEAD, import(vec![twin.clone(), twin]), Cases::AlreadyExists.into());
	row(ImportWithBrokenRows, OFFICER, import(vec![import_row()]), Cases::NotAuthorized.into());

	row(
		UnknownObject,
		OFFICER,
		scene.changed(|e| e.case = unknown_case()),
		Papers::NotAuthorized.into(),
	);
	row(
		UnknownObject,
		JUDGE,
		advance(unknown_case(), Step::Drop, decision).into(),
		Cases::NotAuthorized.into(),
	);
	row(
		UnknownObject,
		JUDGE,
		advance(other, Step::Return { reason: commit("a reason") }, decision).into(),
		Cases::NotEvidence.into(),
	);
	row(
		UnknownObject,
		PROCURATOR,
		Paper::attest { record: nowhere }.into(),
		Papers::NotFound.into(),
	);
	row(
		UnknownObject,
		OFFICER,
		complete(ClockId(1_000_000), today(), first).into(),
		Clocks::NotFound.into(),
	);
	let receipt = pallet_served_documents::Call::receipt {
		document: shejiao_primitives::document::DocumentId(1_000_000),
		receipted: today(),
		record: None,
		missing: None,
	};
	row(UnknownObject, OFFICER, receipt.into(), Documents::NotFound.into());

	let start = pallet_statutory_clocks::Call::start_sealed {
		case,
		group: pallet_statutory_clocks::Group::Assessment,
		due: future,
		commitment: commit("a kind"),
		owner: member("county-justice"),
	};
	row(SealedInTheOpen, OFFICER, start.into(), Clocks::WrongGroup.into());
	rows
}
