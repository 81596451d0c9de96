//! Documents served between agencies (S83).

use crate::coded;

coded! {
	/// A document served from one agency to others, from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct DocumentId(pub u64);
}

coded! {
	/// Kind of a served document: coarse, since it stands in the open. Append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum DocumentKind {
		/// 调查评估委托函: commission of an assessment, with its materials.
		#[codec(index = 0)]
		Commission,
		/// 调查评估意见书: opinion, with a copy to the procuratorate.
		#[codec(index = 1)]
		Opinion,
		/// 判决书 or 决定书 stating whether the opinion was adopted.
		#[codec(index = 2)]
		AdoptionResult,
		/// 法律文书: effective decision, execution notice and what belongs to them (法 20).
		#[codec(index = 3)]
		ExecutionDocuments,
		/// 通知: that the decision has taken effect (法 20).
		#[codec(index = 4)]
		EffectNotice,
		/// 送达回执: receipt for the execution documents (办法 16).
		#[codec(index = 5)]
		Receipt,
		/// 补齐通知: that documents are missing (办法 16).
		#[codec(index = 6)]
		MissingDocuments,
		/// 法定不准出境报备 and its cancellation.
		#[codec(index = 7)]
		ExitBan,
		/// 解除, 终止: certificate and notices at the end (法 44).
		#[codec(index = 8)]
		EndNotice,
		/// 安置帮教移交: hand-over to after-care.
		#[codec(index = 9)]
		AfterCareHandOver,
		// 10 was 犯罪记录封存通知书, which would tell a minor: it is an `Other`.
		/// Any other, whose kind is inside the record.
		#[codec(index = 11)]
		Other,
	}
}
