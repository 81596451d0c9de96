//! What is sealed about a case, wherever it was filed.

use super::{commit::Sealing, sheets::Handle, Vault, SEALINGS};
use anyhow::Result;
use shejiao_primitives::case::CaseId;

impl Vault {
	/// Everything sealed about a case: apart from its sheet, and in it.
	pub fn sealed_about(&self, case: CaseId) -> Result<Vec<Sealing>> {
		let mut list = self.all::<Sealing>(SEALINGS)?;
		list.retain(|sealing| sealing.case == Some(Handle(case)));
		list.extend(self.case(case)?.map(|sheet| sheet.sealings).unwrap_or_default());
		Ok(list)
	}
}
