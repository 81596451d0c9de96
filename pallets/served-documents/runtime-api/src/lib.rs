//! Runtime API of the served documents.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use shejiao_primitives::{case::CaseId, document::DocumentId, ids::MemberId};

pub use pallet_served_documents::{Document, DocumentInfo, Status};

sp_api::decl_runtime_apis! {
	/// What clients ask about documents between agencies. A page has at most 256 rows.
	#[api_version(1)]
	pub trait ServedDocumentsApi<AccountId> where AccountId: Codec {
		/// A document.
		fn document(id: DocumentId) -> Option<DocumentInfo<AccountId>>;

		/// Documents to which a member owes a receipt, the oldest first, from number `from` on.
		fn to_answer(
			member: MemberId,
			from: DocumentId,
			limit: u32,
		) -> Vec<DocumentInfo<AccountId>>;

		/// Every document of a case in the order of entry, from the `skip`th on.
		fn documents_of(case_id: CaseId, skip: u32, limit: u32) -> Vec<DocumentInfo<AccountId>>;
	}
}
