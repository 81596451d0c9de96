//! Readings of devices: one root per office and day.

use crate::{
	casework::{records::SUITE, wire},
	coded,
	context::Context,
	fail, failure, say,
	submit::Report,
	vault::commit::{Fields, Purpose, Sealing},
};
use anyhow::Result;
use binary_merkle_tree::merkle_root;
use clap::Args;
use pallet_records::SchemaRef;
use shejiao_primitives::{
	ids::UnitId,
	record::{classes, ClassId},
	time::LegalDate,
};
use sp_core::H256;
use sp_runtime::traits::BlakeTwo256;
use std::path::PathBuf;

#[derive(Args)]
pub struct Root {
	/// The readings, one in a line: all of the office's devices of the day
	readings: PathBuf,
	/// The day
	#[arg(long, value_parser = coded::date)]
	day: LegalDate,
	/// device-readings or positions
	#[arg(long, value_parser = coded::class, default_value = "device-readings")]
	class: ClassId,
	/// Schema of the readings: number and version, such as 900.1
	#[arg(long, value_parser = schema)]
	schema: Option<SchemaRef>,
	/// The unit, if the readings are those of one
	#[arg(long)]
	unit: Option<u32>,
}

fn schema(text: &str) -> Result<SchemaRef, String> {
	let parsed = text.split_once('.').and_then(|(id, version)| {
		Some(SchemaRef { id: id.parse().ok()?, version: version.parse().ok()? })
	});
	parsed.ok_or_else(|| say!("usage.schema"))
}

/// The readings, each sealed under a salt of its own, in the order of the file.
fn sealed(text: &str) -> Result<Vec<Sealing>> {
	text.lines()
		.map(str::trim)
		.filter(|line| !line.is_empty())
		.map(|line| {
			let value = Fields::from([("reading".to_string(), line.to_string())]);
			Sealing::new(Purpose::Reading, SUITE, value)
		})
		.collect()
}

/// The root over the commitments (BLAKE2b-256): the leaves in the order of the file.
fn root(sealings: &[Sealing]) -> H256 {
	merkle_root::<BlakeTwo256, _>(sealings.iter().map(|sealing| sealing.commitment.0))
}

/// Anchor the root of a file of readings.
pub async fn run(context: &Context, command: Root) -> Result<()> {
	let path = &command.readings;
	let text = std::fs::read_to_string(path)
		.map_err(|e| failure!("file-not-read", path = path.display(), reason = e))?;
	let sealings = sealed(&text)?;
	let Ok(count) = u32::try_from(sealings.len()) else {
		fail!("too-many", what = say!("word.readings"), most = u32::MAX);
	};
	if count == 0 {
		fail!("no-readings", path = path.display());
	}
	context.ensure_signer()?;
	let vault = context.vault()?;
	let root = root(&sealings);
	vault.keep_readings(&root.0, &sealings)?;
	let schema = command.schema.or_else(|| {
		let usual = [(classes::DEVICE_READINGS, 900), (pallet_records::classes::POSITIONS, 1_400)];
		let id = usual.iter().find(|(class, _)| *class == command.class)?.1;
		Some(SchemaRef { id, version: 1 })
	});
	let arguments = (command.class, command.unit.map(UnitId), command.day, schema, root, count);
	let call = wire::call("Records", "anchor_device_root", arguments);
	let mut report = Report::default();
	if let Err(error) = wire::send_into(context, call, &mut report).await {
		if !report.is_open() {
			vault.drop_readings(&root.0)?;
		}
		return Err(error);
	}
	context.out.line(say!("record.root", root = crate::client::hex(root), count = count));
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use binary_merkle_tree::{merkle_proof, verify_proof, Leaf};

	#[test]
	fn every_reading_is_proved_under_the_root() {
		let sealings = sealed("a,1\n\n b,2 \nc,3\n").expect("a supported suite; qed");
		assert_eq!(sealings.len(), 3);
		let root = root(&sealings);
		for (index, sealing) in (0u32..).zip(&sealings) {
			let leaves = sealings.iter().map(|sealing| sealing.commitment.0);
			let proof = merkle_proof::<BlakeTwo256, _, _>(leaves, index);
			assert_eq!(proof.root, root);
			let leaf = Leaf::Value(&sealing.commitment.0);
			assert!(verify_proof::<BlakeTwo256, _, _>(&root, proof.proof, 3, index, leaf));
		}
		let again = sealed("a,1\nb,2\nc,3\n").expect("a supported suite; qed");
		assert_ne!(super::root(&again), root, "salts are fresh");
	}

	#[test]
	fn a_schema_has_a_number_and_a_version() {
		assert_eq!(schema("900.1"), Ok(SchemaRef { id: 900, version: 1 }));
		for wrong in ["", "900", "900.x", "70000.1"] {
			assert!(schema(wrong).is_err(), "{wrong}");
		}
	}
}
