//! What the vault keeps of what was sent, and what it destroys.

use super::node::{block_hash, failed, run, Outcome, Part};
use codec::Encode;
use pallet_records::{Header, Office, RecordDetail, RecordInfo};
use serde_json::{json, Value};
use shejiao_primitives::{
	case::CaseId,
	ids::MemberId,
	record::{classes, RecordId, RecordStatus},
	suite::SuiteId,
	time::LegalDate,
};
use sp_core::{crypto::AccountId32, H256};
use std::{fs, path::Path};

const CASE: CaseId = CaseId([0xab; 16]);

/// A folder with a vault and what officers write.
struct Desk(tempfile::TempDir);

impl Desk {
	fn new() -> Self {
		let folder = tempfile::tempdir().expect("a temporary folder; qed");
		fs::write(folder.path().join("paper.txt"), "paper").expect("ours; qed");
		Self(folder)
	}

	fn path(&self, name: &str) -> String {
		self.0.path().join(name).display().to_string()
	}

	/// Names of the files in a folder of the vault.
	fn kept(&self, folder: &str) -> Vec<String> {
		let Ok(entries) = fs::read_dir(self.0.path().join("vault").join(folder)) else {
			return Vec::new();
		};
		let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("ours; qed").file_name();
		entries.map(|entry| name(entry).into_string().expect("text; qed")).collect()
	}

	async fn run(&self, part: Part, arguments: &[&str]) -> Outcome {
		let vault = ["--vault".to_string(), self.path("vault"), "--timeout".into(), "1".into()];
		let arguments = arguments.iter().map(|text| (*text).to_string());
		run(part, vault.into_iter().chain(arguments).collect()).await
	}

	async fn register(&self, part: Part) -> Outcome {
		let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/case.yaml");
		let sheet = sheet.display().to_string();
		let arguments = "--executing 0 --deciding 1 --supervising 2 --secrecy unclassified \
			--date 2026-11-21";
		let arguments: Vec<&str> =
			["case", "register", &sheet].into_iter().chain(arguments.split_whitespace()).collect();
		self.run(part, &arguments).await
	}

	async fn anchor(&self, part: Part) -> Outcome {
		let (case, paper) = (handle(), self.path("paper.txt"));
		let arguments = ["record", "anchor", &paper, "--case", &case, "--date", "2026-11-21"];
		let arguments = [&arguments[..], &["--class", "end", "--kind", "certificate"]].concat();
		self.run(part, &arguments).await
	}

	async fn import(&self, part: Part) -> Outcome {
		let answers = vec![
			("SubjectIdentityApi_check_import", Vec::<(u32, u8)>::new().encode()),
			("SubjectIdentityApi_cases_of", Vec::<u8>::new().encode()),
		];
		let table = self.path("cases.csv");
		self.run(Part { answers, ..part }, &["case", "import", &table]).await
	}
}

fn handle() -> String {
	format!("0x{}", "ab".repeat(16))
}

/// It fails in a block, which becomes final or not.
fn failing(is_final: bool) -> Part {
	let mut statuses = vec![json!("ready"), json!({ "inBlock": block_hash(7) })];
	if is_final {
		statuses.push(json!({ "finalized": block_hash(7) }));
	}
	Part { statuses, events: failed(), ..Part::default() }
}

/// It never comes into a block.
fn silent() -> Part {
	Part { statuses: vec![json!("ready")], ..Part::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_in_a_block_is_destroyed_when_the_block_is_final() {
	let desk = Desk::new();
	let (exit, code, line) = desk.register(failing(true)).await.failure();
	assert_eq!((exit, code.as_str()), (3, "BadOrigin"), "{line}");
	assert!(!line.contains("not final"), "{line}");
	assert_eq!(desk.kept("drafts"), [""; 0]);
	let (exit, code, line) = desk.anchor(failing(true)).await.failure();
	assert_eq!((exit, code.as_str()), (3, "BadOrigin"), "{line}");
	assert_eq!([desk.kept("records"), desk.kept("blobs")], [[""; 0]; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_in_a_block_that_is_not_final_is_kept() {
	let desk = Desk::new();
	let (exit, code, line) = desk.register(failing(false)).await.failure();
	assert_eq!((exit, code.as_str()), (3, "BadOrigin"), "{line}");
	assert!(line.contains("not final"), "{line}");
	assert_eq!(desk.kept("drafts").len(), 1);
	desk.anchor(failing(false)).await.failure();
	assert_eq!([desk.kept("records").len(), desk.kept("blobs").len()], [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_has_seen_in_a_block_is_kept() {
	let desk = Desk::new();
	let (exit, code, line) = desk.register(silent()).await.failure();
	assert_eq!((exit, code.as_str()), (4, "pending"), "{line}");
	assert_eq!(desk.kept("drafts").len(), 1);
	desk.anchor(silent()).await.failure();
	assert_eq!([desk.kept("records").len(), desk.kept("blobs").len()], [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_never_sent_leaves_nothing() {
	let desk = Desk::new();
	// A call that the node does not know how to judge: the failure is none of the chain's.
	let unknown = Part { validity: vec![9], ..Part::default() };
	let (exit, _, line) = desk.anchor(unknown.clone()).await.failure();
	assert_eq!(exit, 1, "{line}");
	desk.register(unknown).await.failure();
	let (case, paper) = (handle(), desk.path("paper.txt"));
	let nobody = ["--signer", "/nonexistent/key.json", "record", "anchor", &paper];
	let anchor = [&nobody[..], &["--case", &case, "--class", "end", "--kind", "x"]].concat();
	let anchor = [&anchor[..], &["--date", "2026-11-21"]].concat();
	let (_, code, line) = desk.run(Part::default(), &anchor).await.failure();
	assert_eq!(code, "file-not-read", "{line}");
	for folder in ["drafts", "records", "blobs"] {
		assert_eq!(desk.kept(folder), [""; 0], "{folder}");
	}
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_may_still_come_into_a_block_are_not_sent_again() {
	let desk = Desk::new();
	let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/import.csv");
	let text = fs::read_to_string(sample).expect("committed; qed");
	fs::write(desk.path("cases.csv"), &text).expect("ours; qed");
	let (exit, code, line) = desk.import(silent()).await.failure();
	assert_eq!((exit, code.as_str()), (4, "pending"), "{line}");
	assert!(line.contains("not known yet") && !line.contains("were not taken over"), "{line}");
	let drafts = desk.kept("drafts");
	assert!(drafts.len() >= 5, "{drafts:?}");

	// Another table, too, waits for what became of the first.
	for text in [text.clone(), text.replace("2026", "2025")] {
		fs::write(desk.path("cases.csv"), text).expect("ours; qed");
		for height in [10, 74] {
			let outcome = desk.import(Part { height, ..silent() }).await;
			assert_eq!(outcome.came, 0);
			let (exit, code, line) = outcome.failure();
			assert_eq!((exit, code.as_str()), (1, "import-pending"), "{line}");
			assert!(line.contains("until block 74"), "{line}");
			assert_eq!(desk.kept("drafts").len(), drafts.len());
		}
	}

	fs::write(desk.path("cases.csv"), &text).expect("ours; qed");
	let outcome = desk.import(Part { height: 75, ..silent() }).await;
	assert_eq!(outcome.came, 1, "{}", outcome.stderr);
	let again = desk.kept("drafts");
	assert_eq!(again.len(), drafts.len());
	assert!(again.iter().all(|draft| !drafts.contains(draft)), "fresh salts");
}

/// Record 3 as the chain has it.
fn third(commitment: &str) -> Vec<u8> {
	let bytes = hex::decode(commitment).expect("a name in the vault; qed");
	let header = Header {
		case: CASE,
		class: classes::END,
		schema: None,
		suite: SuiteId::International,
		commitment: H256::from_slice(&bytes),
		ciphertext: H256::zero(),
		size: 0,
		locator: H256::zero(),
		act_date: LegalDate(20_778),
		entered: 1,
		author: Office { member: MemberId(0), unit: None },
		officer: AccountId32::new([1; 32]),
		entered_by: None,
		seal: None,
		supersedes: None,
		superseded_by: None,
		derived_from: Default::default(),
		initial: RecordStatus::Anchored,
		status: RecordStatus::Anchored,
		source_corrected: false,
	};
	Some(RecordDetail {
		info: RecordInfo { id: RecordId(3), header, hidden: false },
		history: vec![],
		attestations: vec![],
		dispute: None,
		shred: None,
		dependants: 0,
	})
	.encode()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_found_by_its_commitment_on_this_chain() {
	let desk = Desk::new();
	desk.anchor(silent()).await.failure();
	let kept = desk.kept("records");
	let [commitment] = &kept[..] else { panic!("{kept:?}") };
	let part = |commitment: &str| {
		let answers = vec![("RecordsApi_record", third(commitment))];
		Part { answers, ..Part::default() }
	};

	// A sheet that another chain gave this number.
	let path = desk.path(&format!("vault/records/{commitment}"));
	let text = fs::read_to_string(&path).expect("kept; qed");
	let mut sheet: Value = serde_json::from_str(&text).expect("a sheet; qed");
	assert!(sheet.get("record").is_none());
	sheet["record"] = 3.into();
	fs::write(&path, sheet.to_string()).expect("ours; qed");
	let (copy, other) = (desk.path("copy.txt"), "cd".repeat(32));
	let open = ["record", "open", "3", "--out", &copy];
	let (_, code, line) = desk.run(part(&other), &open).await.failure();
	assert_eq!(code, "no-record-sheet", "{line}");
	// Its destruction there is none of the sheet here.
	let shred = ["record", "shred", "confirm", "3"];
	let outcome = desk.run(Part { statuses: passing(), ..part(&other) }, &shred).await;
	assert_eq!((outcome.exit, outcome.came), (0, 1), "{}", outcome.stderr);
	assert_eq!(desk.kept("records"), kept);

	// An orphan, whose number nobody has told it.
	fs::write(&path, text).expect("ours; qed");
	let outcome = desk.run(part(commitment), &open).await;
	assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
	assert_eq!(fs::read(&copy).expect("opened; qed"), b"paper");
	let text = fs::read_to_string(&path).expect("kept; qed");
	let sheet: Value = serde_json::from_str(&text).expect("a sheet; qed");
	assert_eq!(sheet["record"], 3);
	let outcome = desk.run(part(commitment), &open).await;
	assert_eq!(outcome.failure().1, "file-exists");

	let outcome = desk.run(Part { statuses: passing(), ..part(commitment) }, &shred).await;
	assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
	assert_eq!([desk.kept("records"), desk.kept("blobs")], [[""; 0]; 2]);
}

/// It passes, and its block becomes final.
fn passing() -> Vec<Value> {
	let hash = block_hash(7);
	vec![json!("ready"), json!({ "inBlock": hash }), json!({ "finalized": hash })]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_not_forgotten_without_a_word() {
	let desk = Desk::new();
	desk.register(silent()).await.failure();
	let drafts = desk.kept("drafts");
	let identity = format!("0x{}", drafts[0]);
	let outcome = desk.run(Part::default(), &["case", "drafts", "--forget", &identity]).await;
	let told: Value = serde_json::from_str(&outcome.stdout).expect("an object; qed");
	assert_eq!((&told["identity"], &told["destroyed"]), (&json!(identity), &json!(true)));
	assert_eq!(told["sealingsHere"], 2);
	assert_eq!(desk.kept("drafts"), [""; 0]);
}
