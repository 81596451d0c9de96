//! Errors that count as an attempt, compared with the committed list `runtime/attempts.txt`.

use super::numbers::{compare, current_variants};
use crate::*;
use shejiao_primitives::attempt::RefusalKind;
use sp_runtime::{traits::Convert, DispatchError, ModuleError};

fn word(kind: RefusalKind) -> &'static str {
	match kind {
		RefusalKind::OutsideDuty => "outside-duty",
		RefusalKind::SelfDealing => "self-dealing",
	}
}

/// What the gate makes of an error of a pallet, by its name.
fn counted(pallet: u8, index: u8, name: &'static str) -> Option<RefusalKind> {
	let error = ModuleError { index: pallet, error: [index, 0, 0, 0], message: Some(name) };
	calls::RefusalOf::convert(DispatchError::Module(error))
}

#[test]
fn the_errors_that_count_as_attempts_are_those_of_the_committed_list() {
	let mut lines = Vec::new();
	for pallet in Runtime::metadata_ir().pallets {
		for variant in pallet.error.iter().flat_map(|error| current_variants(&error.ty)) {
			if let Some(kind) = counted(pallet.index, variant.index, variant.name) {
				lines.push(format!("{} {}.{}", word(kind), pallet.name, variant.name));
			}
		}
	}
	compare("attempts.txt", include_str!("../../attempts.txt"), &lines);
}

/// A detector without an error that it hears of would be dead.
#[test]
fn every_kind_of_attempt_has_errors() {
	for kind in [RefusalKind::OutsideDuty, RefusalKind::SelfDealing] {
		let lines = include_str!("../../attempts.txt").lines();
		assert!(lines.filter(|line| line.starts_with(word(kind))).count() >= 5, "{kind:?}");
	}
}
