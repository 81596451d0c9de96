//! Code generated from the committed metadata. Coded values are those of `shejiao-primitives`.

#[subxt::subxt(
	runtime_metadata_path = "artifacts/metadata.scale",
	substitute_type(
		path = "shejiao_primitives::ids::MemberId",
		with = "::subxt::utils::Static<::shejiao_primitives::ids::MemberId>"
	),
	substitute_type(
		path = "shejiao_primitives::ids::UnitId",
		with = "::subxt::utils::Static<::shejiao_primitives::ids::UnitId>"
	),
	substitute_type(
		path = "shejiao_primitives::ids::DelegationId",
		with = "::subxt::utils::Static<::shejiao_primitives::ids::DelegationId>"
	),
	substitute_type(
		path = "shejiao_primitives::ids::DrawId",
		with = "::subxt::utils::Static<::shejiao_primitives::ids::DrawId>"
	),
	substitute_type(
		path = "shejiao_primitives::ids::AreaCode",
		with = "::subxt::utils::Static<::shejiao_primitives::ids::AreaCode>"
	),
	substitute_type(
		path = "shejiao_primitives::member::MemberKind",
		with = "::subxt::utils::Static<::shejiao_primitives::member::MemberKind>"
	),
	substitute_type(
		path = "shejiao_primitives::member::Level",
		with = "::subxt::utils::Static<::shejiao_primitives::member::Level>"
	),
	substitute_type(
		path = "shejiao_primitives::member::Seat",
		with = "::subxt::utils::Static<::shejiao_primitives::member::Seat>"
	),
	substitute_type(
		path = "shejiao_primitives::member::Access",
		with = "::subxt::utils::Static<::shejiao_primitives::member::Access>"
	),
	substitute_type(
		path = "shejiao_primitives::member::Standing",
		with = "::subxt::utils::Static<::shejiao_primitives::member::Standing>"
	),
	substitute_type(
		path = "shejiao_primitives::governance::Body",
		with = "::subxt::utils::Static<::shejiao_primitives::governance::Body>"
	),
	substitute_type(
		path = "shejiao_primitives::reason::Reason",
		with = "::subxt::utils::Static<::shejiao_primitives::reason::Reason>"
	),
	substitute_type(
		path = "shejiao_primitives::suite::SuiteId",
		with = "::subxt::utils::Static<::shejiao_primitives::suite::SuiteId>"
	),
	substitute_type(
		path = "shejiao_primitives::duty::Duties",
		with = "::subxt::utils::Static<::shejiao_primitives::duty::Duties>"
	),
	substitute_type(
		path = "shejiao_primitives::duty::Acts",
		with = "::subxt::utils::Static<::shejiao_primitives::duty::Acts>"
	),
	substitute_type(
		path = "shejiao_primitives::duty::Category",
		with = "::subxt::utils::Static<::shejiao_primitives::duty::Category>"
	),
	substitute_type(
		path = "shejiao_primitives::regime::ModuleId",
		with = "::subxt::utils::Static<::shejiao_primitives::regime::ModuleId>"
	),
	substitute_type(
		path = "shejiao_primitives::regime::Modules",
		with = "::subxt::utils::Static<::shejiao_primitives::regime::Modules>"
	),
	substitute_type(
		path = "shejiao_primitives::regime::Mode",
		with = "::subxt::utils::Static<::shejiao_primitives::regime::Mode>"
	),
	substitute_type(
		path = "shejiao_primitives::regime::Scope",
		with = "::subxt::utils::Static<::shejiao_primitives::regime::Scope>"
	),
	substitute_type(
		path = "shejiao_primitives::time::LegalDate",
		with = "::subxt::utils::Static<::shejiao_primitives::time::LegalDate>"
	),
	substitute_type(
		path = "shejiao_primitives::time::LegalClock",
		with = "::subxt::utils::Static<::shejiao_primitives::time::LegalClock>"
	)
)]
#[allow(clippy::all)]
mod generated {}

pub use generated::*;
