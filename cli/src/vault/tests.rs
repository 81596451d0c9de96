//! The vault as a whole.

use super::*;
use std::os::unix::fs::PermissionsExt;

fn vault() -> (tempfile::TempDir, Vault) {
	let home = tempfile::tempdir().expect("a temporary folder; qed");
	let vault = Vault::open(&home.path().join("vault")).expect("the folder is ours; qed");
	(home, vault)
}

fn sheet() -> CaseSheet {
	let text = "{person: {name: 王某某, sex: male, born: 1990-01-01, documents: \
		[{kind: resident-id, number: '990000199001010017'}]}}";
	let facts = sheets::parse(Path::new("sheet"), text.as_bytes()).expect("well formed; qed");
	CaseSheet::new(SuiteId::International, facts).expect("well formed; qed")
}

fn filing(case: CaseId) -> Filing {
	Filing {
		case,
		class: 2,
		kind: "declaration".into(),
		act_date: "2026-11-21".into(),
		provenance: sheets::Provenance::default(),
	}
}

#[test]
fn a_draft_becomes_the_sheet_of_its_case() {
	let (_home, vault) = vault();
	let draft = sheet();
	vault.keep_draft(&draft).expect("ours; qed");
	assert_eq!(vault.drafts().expect("ours; qed"), std::slice::from_ref(&draft));
	let case = CaseId([7; 16]);
	let kept = vault.adopt(draft, case).expect("ours; qed");
	assert!(vault.drafts().expect("ours; qed").is_empty());
	assert_eq!(vault.case(case).expect("ours; qed"), Some(kept));
	assert_eq!(vault.cases().expect("ours; qed"), [case]);
	assert!(vault.case(CaseId([8; 16])).expect("ours; qed").is_none());
}

#[test]
fn what_is_sealed_is_found_by_its_commitment() {
	let (_home, vault) = vault();
	let case = CaseId([7; 16]);
	vault.adopt(sheet(), case).expect("ours; qed");
	let value = commit::Fields::from([("reason".to_string(), "pardon".to_string())]);
	for about in [Some(case), Some(CaseId([9; 16])), None] {
		let commitment = vault
			.seal(about, SuiteId::International, commit::Purpose::EndReason, value.clone())
			.expect("ours; qed");
		let sealing = vault.opened(about, &commitment.0).expect("ours; qed");
		assert_eq!(sealing.map(|sealing| sealing.value.clone()), Some(value.clone()));
	}
	assert!(vault.opened(Some(case), &[0; 32]).expect("ours; qed").is_none());
}

#[test]
fn a_document_is_kept_encrypted_and_forgotten_whole() {
	let (_home, vault) = vault();
	let document = "宣告书：王某某".as_bytes();
	let kept = vault
		.keep_document(SuiteId::International, document, filing(CaseId([7; 16])))
		.expect("ours; qed");
	assert_eq!(vault.document(&kept).expect("just kept; qed")[..], *document);
	let ciphertext = vault.blob(&kept.locator).expect("ours; qed").expect("kept; qed");
	assert!(!ciphertext.windows(9).any(|part| part == "王某某".as_bytes()));
	let found = vault.record(&kept.sealing.commitment.0).expect("ours; qed");
	assert_eq!(found, Some(kept.clone()));
	vault.shred(&kept).expect("ours; qed");
	assert!(vault.records().expect("ours; qed").is_empty());
	assert!(vault.document(&kept).is_err());
}

#[test]
fn a_case_is_forgotten_whole_and_alone() {
	fn files(path: &Path, list: &mut Vec<(PathBuf, Vec<u8>)>) {
		for entry in fs::read_dir(path).expect("ours; qed") {
			let path = entry.expect("ours; qed").path();
			match path.is_dir() {
				true => files(&path, list),
				false => list.push((path.clone(), fs::read(&path).expect("ours; qed"))),
			}
		}
	}
	let (_home, vault) = vault();
	let (gone, kept, elsewhere) = (CaseId([0xab; 16]), CaseId([0xcd; 16]), CaseId([0xef; 16]));
	let suite = SuiteId::International;
	let about = |text: &str| commit::Fields::from([("about".to_string(), text.to_string())]);
	let seal = |case| {
		vault.seal(case, suite, commit::Purpose::About, about("somebody")).expect("ours; qed")
	};
	let file = |case| {
		vault.keep_document(suite, b"paper", filing(case)).expect("ours; qed");
	};
	vault.adopt(sheet(), kept).expect("ours; qed");
	file(kept);
	file(elsewhere);
	seal(Some(elsewhere));
	seal(None);
	TagKey::generate(&vault.tag_key_path()).expect("none yet; qed");
	let mut before = Vec::new();
	files(vault.root(), &mut before);

	vault.adopt(sheet(), gone).expect("ours; qed");
	file(gone);
	file(gone);
	seal(Some(gone));
	let holding = vault.holding(gone).expect("ours; qed");
	assert_eq!((holding.sheet, holding.records.len(), holding.sealings.len()), (true, 2, 0));
	vault.forget(gone).expect("ours; qed");
	let mut after = Vec::new();
	files(vault.root(), &mut after);
	before.sort();
	after.sort();
	assert_eq!(before, after);
	assert!(vault.holding(gone).expect("ours; qed").is_empty());

	let holding = vault.holding(elsewhere).expect("ours; qed");
	assert_eq!((holding.sheet, holding.records.len(), holding.sealings.len()), (false, 1, 1));
	vault.forget(elsewhere).expect("ours; qed");
	assert!(vault.holding(elsewhere).expect("ours; qed").is_empty());
	assert!(vault.case(kept).expect("ours; qed").is_some());
	assert_eq!(vault.records().expect("ours; qed").len(), 1);
}

#[test]
fn readings_that_name_a_forgotten_case_lose_value_and_salt() {
	let (_home, vault) = vault();
	let (gone, kept) = (CaseId([0xab; 16]), CaseId([0xcd; 16]));
	let reading = |case: CaseId| {
		let text = format!("{},device 1,36.5", Handle(case).to_string().to_uppercase());
		let value = commit::Fields::from([("reading".to_string(), text)]);
		commit::Sealing::new(commit::Purpose::Reading, SuiteId::International, value)
			.expect("supported; qed")
	};
	let before = [reading(kept), reading(gone), reading(kept)];
	vault.keep_readings(&[1; 32], &before).expect("ours; qed");
	assert_eq!(vault.holding(gone).expect("ours; qed").readings.len(), 1);
	vault.forget(gone).expect("ours; qed");
	let after: Vec<commit::Sealing> =
		vault.read(READINGS, &named(&[1; 32])).expect("ours; qed").expect("kept; qed");
	assert_eq!((&after[0], &after[2]), (&before[0], &before[2]));
	assert!(after[1].value.is_empty() && after[1].salt == Bytes32::default());
	assert_eq!(after[1].commitment, before[1].commitment, "the root is proved still");
	assert!(vault.holding(gone).expect("ours; qed").is_empty());
}

#[test]
fn everything_in_it_is_for_its_owner_alone() {
	fn visit(path: &Path, seen: &mut usize) {
		let mode = fs::metadata(path).expect("ours; qed").permissions().mode() & 0o777;
		let wanted = if path.is_dir() { 0o700 } else { 0o600 };
		assert_eq!(mode, wanted, "{}", path.display());
		*seen += 1;
		if path.is_dir() {
			for entry in fs::read_dir(path).expect("ours; qed") {
				visit(&entry.expect("ours; qed").path(), seen);
			}
		}
	}
	let (_home, vault) = vault();
	vault.adopt(sheet(), CaseId([7; 16])).expect("ours; qed");
	vault.keep_draft(&sheet()).expect("ours; qed");
	vault.keep_document(SuiteId::International, b"x", filing(CaseId([7; 16]))).expect("ours; qed");
	let first = vault.fresh_tag_key().expect("none yet; qed");
	let second = vault.fresh_tag_key().expect("in its place; qed");
	let document = &sheet().facts.person.documents[0];
	let tag = |key: &TagKey| key.tag(SuiteId::International, document).expect("valid; qed");
	assert_ne!(tag(&first), tag(&second));
	let mut seen = 0;
	visit(vault.root(), &mut seen);
	assert_eq!(seen, 8 + 7, "eight folders, five files, two locks");
}

#[test]
fn a_vault_that_others_can_enter_is_refused() {
	let (home, vault) = vault();
	let open = fs::Permissions::from_mode(0o755);
	fs::set_permissions(vault.root(), open).expect("ours; qed");
	let error = Vault::open(&home.path().join("vault")).expect_err("others can enter; qed");
	assert_eq!(crate::error::from_any(&error).code, "open-to-others");
}

#[test]
fn sealings_at_once_are_all_kept() {
	let (_home, vault) = vault();
	let case = CaseId([7; 16]);
	vault.adopt(sheet(), case).expect("ours; qed");
	std::thread::scope(|scope| {
		for thread in 0..4 {
			let vault = &vault;
			scope.spawn(move || {
				for number in 0..8 {
					let text = format!("{thread}/{number}");
					let value = commit::Fields::from([("about".to_string(), text)]);
					vault
						.seal(Some(case), SuiteId::International, commit::Purpose::Other, value)
						.expect("ours; qed");
				}
			});
		}
	});
	let sheet = vault.sheet(case).expect("kept; qed");
	assert_eq!(sheet.sealings.len(), 1 + 4 * 8, "the identity, and each of the others");
}

#[test]
fn a_vault_that_another_command_holds_is_refused_after_a_while() {
	let (_home, vault) = vault();
	let lock = vault.lock().expect("nobody has it; qed");
	let error = vault.keep_draft(&sheet()).expect_err("it is held; qed");
	assert_eq!(crate::error::from_any(&error).code, "vault-busy");
	assert!(vault.drafts().expect("reading waits for nobody; qed").is_empty());
	drop(lock);
	vault.keep_draft(&sheet()).expect("nobody has it; qed");
}

#[test]
fn one_import_runs_alone_and_hinders_nobody_else() {
	let (_home, vault) = vault();
	let alone = vault.lock_imports().expect("nobody imports; qed");
	let error = vault.lock_imports().expect_err("one runs; qed");
	assert_eq!(crate::error::from_any(&error).code, "import-busy");
	vault.keep_draft(&sheet()).expect("ours; qed");
	drop(alone);
	vault.lock_imports().expect("nobody imports; qed");
}

#[test]
fn what_is_sealed_in_a_case_outlives_its_adoption_again() {
	let (_home, vault) = vault();
	let (draft, case) = (sheet(), CaseId([7; 16]));
	vault.keep_draft(&draft).expect("ours; qed");
	vault.adopt_for_now(draft.clone(), case).expect("ours; qed");
	assert_eq!(vault.drafts().expect("ours; qed").len(), 1, "its block may give way to another");
	let value = commit::Fields::from([("about".to_string(), "somebody".to_string())]);
	vault
		.seal(Some(case), SuiteId::International, commit::Purpose::Other, value)
		.expect("ours; qed");
	let filed = vault.adopt(draft, case).expect("ours; qed");
	assert_eq!(filed.sealings.len(), 2);
	assert!(vault.drafts().expect("ours; qed").is_empty());
	assert_eq!(vault.case(case).expect("ours; qed"), Some(filed));
}

#[test]
fn a_record_is_numbered_unless_it_is_forgotten() {
	let (_home, vault) = vault();
	let kept = vault
		.keep_document(SuiteId::International, b"paper", filing(CaseId([7; 16])))
		.expect("ours; qed");
	let commitment = kept.sealing.commitment.0;
	vault.number_record(&commitment, 3).expect("ours; qed");
	let numbered = vault.record(&commitment).expect("ours; qed").expect("kept; qed");
	assert_eq!(numbered, RecordSheet { record: Some(3), ..kept.clone() });
	vault.shred(&kept).expect("ours; qed");
	vault.number_record(&commitment, 3).expect("ours; qed");
	assert_eq!(vault.record(&commitment).expect("ours; qed"), None);
}

#[test]
fn what_a_crash_left_of_a_case_is_forgotten_with_it() {
	let (home, vault) = vault();
	let case = CaseId([7; 16]);
	let filed = vault.adopt(sheet(), case).expect("ours; qed");
	// Cut off between the sheet and its draft, in the middle of a rewrite, and before a first sheet.
	vault
		.write(DRAFTS, &named(&filed.identity().expect("sealed; qed").0), &filed)
		.expect("ours; qed");
	let left = [
		format!("{CASES}/{}.7.old", named(&case.0)),
		format!("{DRAFTS}/{}.8.new", "ab".repeat(32)),
		format!("{BLOBS}/{}.9.new", "cd".repeat(32)),
	];
	let wiped = home.path().join("wiped");
	fs::create_dir(&wiped).expect("ours; qed");
	for (number, name) in left.iter().enumerate() {
		let path = vault.root().join(name);
		fs::write(&path, "王某某").expect("ours; qed");
		fs::hard_link(&path, wiped.join(number.to_string())).expect("one file system; qed");
	}
	vault.forget(case).expect("ours; qed");
	for folder in FOLDERS {
		let entries = fs::read_dir(vault.root().join(folder)).expect("ours; qed");
		assert_eq!(entries.count(), 0, "{folder}");
	}
	for number in 0..left.len() {
		let content = fs::read(wiped.join(number.to_string())).expect("the other name; qed");
		assert_eq!(content, [0; 9]);
	}
}
