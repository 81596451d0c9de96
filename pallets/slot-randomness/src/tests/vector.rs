use super::chain::key;
use crate::vector::*;
use shejiao_primitives::randomness::sign_data;
use sp_core::{crypto::VrfPublic, Pair as _};

#[test]
fn the_output_of_the_benchmarks_is_valid() {
	let output = output().expect("decodes; qed");
	assert!(author().vrf_verify(&sign_data(GENESIS, SLOT.into(), &MIX), &output.0));
	assert_eq!(author(), key(0).public());
}
