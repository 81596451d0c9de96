//! Which modules work where, and with what effect.

use crate::{coded, ids::AreaCode, member::CallClass, time::Moment};

coded! {
	/// A module that can be switched on per region and paused: a pallet of the domain. Governance,
	/// membership and consensus are none.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum ModuleId {
		/// Cases, stages, parties, the term.
		#[codec(index = 0)]
		SubjectIdentity,
		/// Anchored documents.
		#[codec(index = 1)]
		Records,
		/// Deadlines and the calendar.
		#[codec(index = 2)]
		StatutoryClocks,
		/// Leave, relocation, orders, rewards and sanctions, proposals.
		#[codec(index = 3)]
		Supervision,
		/// Instruments and classes of supervision.
		#[codec(index = 4)]
		RiskAssessment,
		/// Grants and openings.
		#[codec(index = 5)]
		AccessGrants,
		/// Budgets, tenders, payments.
		#[codec(index = 6)]
		ServiceFunding,
		/// Corrections, objections, appeals.
		#[codec(index = 7)]
		Rectification,
		/// Alerts, notices, detectors.
		#[codec(index = 8)]
		Oversight,
	}
}

impl ModuleId {
	/// Every module.
	pub const ALL: [Self; 9] = [
		Self::SubjectIdentity,
		Self::Records,
		Self::StatutoryClocks,
		Self::Supervision,
		Self::RiskAssessment,
		Self::AccessGrants,
		Self::ServiceFunding,
		Self::Rectification,
		Self::Oversight,
	];
}

coded! {
	/// Set of modules: bit `i` is the module with index `i`.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct Modules(pub u32);
}

impl Modules {
	/// Every module.
	pub const ALL: Self = Self((1 << ModuleId::ALL.len()) - 1);

	/// The set of one module.
	pub const fn of(module: ModuleId) -> Self {
		Self(1 << module as u32)
	}

	/// Whether `module` is in the set.
	pub const fn contains(self, module: ModuleId) -> bool {
		self.0 & Self::of(module).0 != 0
	}

	/// Both sets.
	pub const fn union(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether every bit names a module.
	pub const fn is_valid(self) -> bool {
		self.0 & !Self::ALL.0 == 0
	}

	/// The modules in the set.
	pub fn iter(self) -> impl Iterator<Item = ModuleId> {
		ModuleId::ALL.into_iter().filter(move |module| self.contains(*module))
	}
}

coded! {
	/// How a module works (S76, S145).
	#[derive(Default, Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Mode {
		/// Not in use: it takes no discretionary call.
		#[codec(index = 0)]
		Off,
		/// Records and computes beside the old systems, without legal effect.
		#[default]
		#[codec(index = 1)]
		Shadow,
		/// With legal effect.
		#[codec(index = 2)]
		On,
	}
}

coded! {
	/// Where a mode holds.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Scope {
		/// In the whole consortium, where no narrower scope says otherwise.
		#[codec(index = 0)]
		Consortium,
		/// In a division and those below it: a code that ends in 0000 is a province's, one that ends
		/// in 00 a city's.
		#[codec(index = 1)]
		Area(AreaCode),
	}
}

impl Scope {
	/// The scopes that hold for `area`, the narrowest first; one may occur twice.
	pub const fn of(area: AreaCode) -> [Self; 4] {
		let code = area.0;
		[
			Self::Area(area),
			Self::Area(AreaCode(code - code % 100)),
			Self::Area(AreaCode(code - code % 10_000)),
			Self::Consortium,
		]
	}
}

/// Modes and pauses, as the other pallets ask for them.
pub trait Regime {
	/// The mode of `module` in `area` at a moment, past or present.
	fn mode_at(module: ModuleId, area: AreaCode, at: Moment) -> Mode;

	/// The mode of `module` in `area` now.
	fn mode(module: ModuleId, area: AreaCode) -> Mode;

	/// Whether an incident pauses `module` now.
	fn is_paused(module: ModuleId) -> bool;

	/// Whether `module` takes calls of `class` now. A pause never stands in the way of what the law
	/// orders, nor of consensus.
	fn takes(module: ModuleId, class: CallClass) -> bool {
		class != CallClass::Discretionary || !Self::is_paused(module)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn bits_and_modules_are_the_same() {
		for module in ModuleId::ALL {
			assert_eq!(Modules::of(module).iter().collect::<alloc::vec::Vec<_>>(), [module]);
		}
		assert_eq!(Modules::ALL.iter().count(), ModuleId::ALL.len());
		assert!(!Modules(1 << 9).is_valid());
		assert!(Modules::of(ModuleId::Records).union(Modules::of(ModuleId::Oversight)).is_valid());
	}

	#[test]
	fn a_county_lies_in_its_city_and_province() {
		let area = |code| Scope::Area(AreaCode(code));
		assert_eq!(
			Scope::of(AreaCode(440_604)),
			[area(440_604), area(440_600), area(440_000), Scope::Consortium]
		);
		assert_eq!(Scope::of(AreaCode(440_600))[0], Scope::of(AreaCode(440_600))[1]);
	}

	#[test]
	fn what_the_law_orders_is_never_paused() {
		struct Paused;
		impl Regime for Paused {
			fn mode_at(_: ModuleId, _: AreaCode, _: Moment) -> Mode {
				Mode::On
			}
			fn mode(_: ModuleId, _: AreaCode) -> Mode {
				Mode::On
			}
			fn is_paused(_: ModuleId) -> bool {
				true
			}
		}
		assert!(!Paused::takes(ModuleId::Records, CallClass::Discretionary));
		assert!(Paused::takes(ModuleId::Records, CallClass::Statutory));
		assert!(Paused::takes(ModuleId::Records, CallClass::Consensus));
	}
}
