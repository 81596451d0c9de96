use super::*;
use sp_runtime::BuildStorage;

fn build(oversight: GenesisConfig<Test>) -> sp_io::TestExternalities {
	let genesis = RuntimeGenesisConfig { oversight, ..Default::default() };
	genesis.build_storage().expect("no contradiction; qed").into()
}

#[test]
fn parameters_are_taken_from_the_specification() {
	let config = r#"{
		"thresholds": { "outside_duty": 9, "self_dealing": 2 },
		"uploadLimits": [["court", "county", 30]]
	}"#;
	let config: GenesisConfig<Test> = serde_json::from_str(config).expect("it has its form; qed");
	build(config).execute_with(|| {
		let thresholds = Thresholds { outside_duty: 9, self_dealing: 2 };
		assert_eq!(RefusalThresholds::<Test>::get(), thresholds);
		let limits: Vec<_> = UploadLimits::<Test>::iter().collect();
		assert_eq!(limits, [((MemberKind::Court, Level::County), 30)]);
	});
}

#[test]
fn the_default_makes_counties_anchor() {
	chain(|| {
		let limits: Vec<_> = UploadLimits::<Test>::iter().collect();
		assert_eq!(limits, [((MemberKind::JusticeBureau, Level::County), 10)]);
		assert_eq!(RefusalThresholds::<Test>::get(), Thresholds::default());
	});
}

#[test]
#[should_panic(expected = "oversight.thresholds has a 0")]
fn a_threshold_of_0_is_refused() {
	let thresholds = Thresholds { outside_duty: 0, self_dealing: 1 };
	build(GenesisConfig { thresholds, ..Default::default() });
}

#[test]
#[should_panic(expected = "oversight.uploadLimits has a 0")]
fn a_limit_of_0_is_refused() {
	let upload_limits = vec![(MemberKind::Court, Level::City, 0)];
	build(GenesisConfig { upload_limits, ..Default::default() });
}
