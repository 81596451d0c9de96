//! What is stored of endorsements.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{coded, governance::Body, time::Moment};

coded! {
	/// An endorsement of one body.
	pub struct Endorsement {
		/// When it was given.
		pub given: Moment,
		/// The first moment at which it no longer counts.
		pub expires: Moment,
		/// The epoch of the body's seats when it was given.
		pub epoch: u32,
	}
}

coded! {
	/// Why an endorsement no longer counts.
	#[derive(Hash)]
	pub enum Lapse {
		/// Its time is over.
		#[codec(index = 0)]
		Expired,
		/// The body's seats have changed.
		#[codec(index = 1)]
		SeatsChanged,
	}
}

/// A call by its hash, with the bodies that endorse it.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Act<Hash> {
	/// Hash of the recorded review of legality, the same for both.
	pub review: Hash,
	/// The council's endorsement.
	pub council: Option<Endorsement>,
	/// The supervisory committee's endorsement.
	pub committee: Option<Endorsement>,
}

impl<Hash> Act<Hash> {
	/// An act that nobody endorses yet.
	pub(crate) const fn new(review: Hash) -> Self {
		Self { review, council: None, committee: None }
	}

	/// The place of a body's endorsement; `None` for a body that endorses nothing.
	pub(crate) fn of(&mut self, body: Body) -> Option<&mut Option<Endorsement>> {
		match body {
			Body::Council => Some(&mut self.council),
			Body::SupervisoryCommittee => Some(&mut self.committee),
			Body::FundingCouncil => None,
		}
	}

	/// The bodies that endorse, with their endorsements.
	pub(crate) fn endorsements(&self) -> impl Iterator<Item = (Body, Endorsement)> {
		[(Body::Council, self.council), (Body::SupervisoryCommittee, self.committee)]
			.into_iter()
			.filter_map(|(body, endorsement)| Some((body, endorsement?)))
	}
}
