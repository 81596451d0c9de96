//! The consortium file: who the founding agencies are, and with what they start.
//!
//! A TOML file that people write. [`raw`] says what may stand in it, [`check`] turns it into
//! [`Consortium`] and names every fault with its place, [`crate::genesis`] turns that into the genesis
//! of the chain. Names stay in the file.

pub mod check;
mod raw;
mod rules;
#[cfg(test)]
mod tests;
pub mod text;

use pallet_consortium::UnitKind;
use sc_network::{config::MultiaddrWithPeerId, PeerId};
use sc_service::ChainType;
use shejiao_primitives::{
	duty::{Acts, Category, Duties},
	ids::AreaCode,
	member::{Access, Level, MemberKind, Seat},
	suite::SuiteId,
	time::{LegalDate, Moment},
};
use shejiao_runtime::AccountId;
use sp_core::{ed25519, sr25519, H256};
use std::{collections::BTreeMap, fmt, path::Path};

/// A checked consortium file.
#[derive(Debug, Clone, PartialEq)]
pub struct Consortium {
	/// Name of the chain, shown by clients.
	pub name: String,
	/// Id of the chain: part of folder names.
	pub id: String,
	/// Type of the chain.
	pub chain_type: ChainType,
	/// Milliseconds that a legal day lasts.
	pub day_length_ms: Moment,
	/// With a shortened day: the moment at which the chain's date is the real date.
	pub start: Moment,
	/// Fewest validators that any change must leave.
	pub minimum_validators: u32,
	/// Governed numbers that differ from the runtime's defaults, by their names in the genesis.
	pub parameters: BTreeMap<&'static str, u32>,
	/// Where a new node finds the chain: the peers that the file gives an address for.
	pub boot_nodes: Vec<MultiaddrWithPeerId>,
	/// Founding members, numbered in this order from 0.
	pub members: Vec<Member>,
}

/// A founding member.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
	/// Its name in this file, by which other entries mean it.
	pub key: String,
	/// Its name in words. Never goes on chain.
	pub name: String,
	/// Its kind.
	pub kind: MemberKind,
	/// Its administrative level.
	pub level: Level,
	/// Index of the agency above it.
	pub parent: Option<usize>,
	/// Where it is competent.
	pub area: AreaCode,
	/// The account that signs for it.
	pub account: AccountId,
	/// Its seat.
	pub seat: Seat,
	/// Whether it sells services to members.
	pub provider: bool,
	/// How it reaches the chain.
	pub access: Access,
	/// Suite of its encryption key.
	pub suite: SuiteId,
	/// Its encryption key, as the suite encodes it.
	pub encryption_key: Vec<u8>,
	/// Hash of its charter.
	pub charter: H256,
	/// Last day of its membership before renewal.
	pub renewal: Option<LegalDate>,
	/// Block reference time per hour that its accounts may use, in picoseconds.
	pub quota: u64,
	/// Its nodes.
	pub peers: Vec<Peer>,
	/// Its units.
	pub units: Vec<Unit>,
	/// Its officers.
	pub officers: Vec<Officer>,
	/// Its validator.
	pub validator: Option<Validator>,
}

/// A node of a member.
#[derive(Debug, Clone, PartialEq)]
pub struct Peer {
	/// Its peer id.
	pub id: PeerId,
	/// Whether it keeps every block and state.
	pub archive: bool,
}

/// A unit of a member (司法所, 派出所, …).
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
	/// Its name in this file.
	pub key: String,
	/// Its name in words. Never goes on chain.
	pub name: String,
	/// Its kind.
	pub kind: UnitKind,
	/// Where it is competent.
	pub area: AreaCode,
	/// What its agency has delegated to it.
	pub delegation: Option<Delegation>,
}

/// A delegation of an agency to its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Delegation {
	/// What is delegated.
	pub acts: Acts,
	/// Until when, exclusive.
	pub until: Moment,
	/// Hash of the document that delegates.
	pub document: H256,
}

/// An officer of a member.
#[derive(Debug, Clone, PartialEq)]
pub struct Officer {
	/// Its account.
	pub account: AccountId,
	/// Its duties.
	pub duties: Duties,
	/// Its category.
	pub category: Category,
	/// Until when, exclusive.
	pub valid_until: Moment,
	/// Index of its unit among its member's units.
	pub unit: Option<usize>,
}

/// The validator of a member.
#[derive(Debug, Clone, PartialEq)]
pub struct Validator {
	/// The account that sets its session keys.
	pub account: AccountId,
	/// Its Aura key.
	pub aura: sr25519::Public,
	/// Its GRANDPA key.
	pub grandpa: ed25519::Public,
	/// The node that it runs on.
	pub peer: PeerId,
}

/// One fault of a file: where, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
	/// Path of the field, such as `member[2].officer[0].duties[1]`; or a line, where the file cannot be
	/// read at all.
	pub at: String,
	/// What is wrong with it, and what would be right.
	pub what: String,
}

impl fmt::Display for Fault {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		write!(f, "{}: {}", self.at, self.what)
	}
}

/// Everything that is wrong with a file: at least one fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults {
	/// The file, as it was named.
	pub file: String,
	/// Its faults in the order of the file.
	pub faults: Vec<Fault>,
}

impl fmt::Display for Faults {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		match self.faults.as_slice() {
			[fault] => write!(f, "{}: {fault}", self.file),
			faults => {
				write!(f, "{}: {} fields are at fault:", self.file, faults.len())?;
				faults.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
			},
		}
	}
}

impl std::error::Error for Faults {}

/// What the command line says instead of the file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Overrides {
	/// Length of a legal day and the moment at which the chain's date is the real one.
	pub day: Option<(Moment, Moment)>,
}

/// Read and check the file at `path`.
pub fn load(path: &Path, overrides: Overrides) -> Result<Consortium, Faults> {
	let file = path.display().to_string();
	let text = std::fs::read_to_string(path).map_err(|e| Faults {
		file: file.clone(),
		faults: vec![Fault {
			at: "file".into(),
			what: format!("cannot be read ({e}); name an existing consortium file"),
		}],
	})?;
	parse(&file, &text, overrides)
}

/// Check the text of the file that is called `file`.
pub fn parse(file: &str, text: &str, overrides: Overrides) -> Result<Consortium, Faults> {
	raw::read(text)
		.map_err(|fault| vec![fault])
		.and_then(|raw| check::check(raw, overrides))
		.map_err(|faults| Faults { file: file.into(), faults })
}
