//! Governed kinds of clocks: the law as data.

pub use shejiao_primitives::clock::Audience;
use shejiao_primitives::{
	case::PartyRoles,
	clock::KindId,
	coded,
	deadline::{Counting, Period, PeriodFault},
	duty::Acts,
};

coded! {
	/// A kind and the version of it under which a clock started.
	#[derive(Hash)]
	pub struct KindVersion {
		/// The kind.
		pub id: KindId,
		/// Its version, from 0.
		pub version: u32,
	}
}

coded! {
	/// Where a rule stands. The number is the encoding: append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Law {
		/// 社区矫正法 (2019).
		#[codec(index = 0)]
		CommunityCorrections,
		/// 社区矫正法实施办法 (司发通〔2020〕59号).
		#[codec(index = 1)]
		ImplementationMeasures,
		/// 刑法.
		#[codec(index = 2)]
		Criminal,
		/// 刑事诉讼法.
		#[codec(index = 3)]
		CriminalProcedure,
		/// 人民检察院刑事诉讼规则.
		#[codec(index = 4)]
		ProcuratorateRules,
		/// 人民检察院检察建议工作规定.
		#[codec(index = 5)]
		ProcuratorialSuggestions,
		/// 关于未成年人犯罪记录封存的实施办法 (2022).
		#[codec(index = 6)]
		JuvenileSealing,
		/// 法发〔2020〕38号.
		#[codec(index = 7)]
		LeniencyOpinion,
		/// 关于进一步加强刑满释放解除劳教人员安置帮教工作的意见 (2010).
		#[codec(index = 8)]
		AfterCareOpinion,
		/// 政府采购法 and 政府采购质疑和投诉办法.
		#[codec(index = 9)]
		Procurement,
		/// 保障中小企业款项支付条例.
		#[codec(index = 10)]
		SmallBusinessPayments,
		/// 个人信息保护法.
		#[codec(index = 11)]
		PersonalInformation,
		/// A rule of the consortium, no statute.
		#[codec(index = 12)]
		Local,
	}
}

coded! {
	/// How sure it is that the law says so: the mark in the project's list of law.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Confidence {
		/// V: read in the text.
		#[codec(index = 0)]
		Verified,
		/// K: known, the wording not read again.
		#[codec(index = 1)]
		Known,
		/// ~: roughly; to be checked before anybody relies on it.
		#[codec(index = 2)]
		Rough,
	}
}

coded! {
	/// The source of a rule.
	#[derive(Hash)]
	pub struct Source {
		/// The law.
		pub law: Law,
		/// Its articles; 0 fills up.
		pub articles: [u16; 3],
		/// How sure.
		pub confidence: Confidence,
	}
}

impl Source {
	/// Whether a rule of the consortium alone says so.
	pub const fn is_local(&self) -> bool {
		matches!(self.law, Law::Local)
	}
}

coded! {
	/// What a rule is.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Nature {
		/// An act is due in a period that the rule names.
		#[codec(index = 0)]
		Deadline,
		/// An act is due in a period that a notice, agreement, decision or term sets. Its own period,
		/// where it has one, is what is usual.
		#[codec(index = 1)]
		AsSet,
		/// A number that acts are measured by; no clock runs.
		#[codec(index = 2)]
		Limit,
		/// A permission without a number; no clock runs.
		#[codec(index = 3)]
		Permission,
	}
}

coded! {
	/// Who must act.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Addressee {
		/// 社区矫正机构: the agency that executes, or investigates before the decision.
		#[codec(index = 0)]
		Executing,
		/// 委托机关: the body that commissioned the assessment.
		#[codec(index = 1)]
		Commissioning,
		/// 社区矫正决定机关.
		#[codec(index = 2)]
		Deciding,
		/// 社区矫正对象. The agency keeps the clock.
		#[codec(index = 3)]
		Person,
		/// Prison, detention house or police that hands the person over.
		#[codec(index = 4)]
		Custody,
		/// 人民检察院.
		#[codec(index = 5)]
		Procuratorate,
		/// 人民法院 that a proposal or request went to.
		#[codec(index = 6)]
		Court,
		/// The agency of the new place of execution.
		#[codec(index = 7)]
		Receiving,
		/// 上一级社区矫正机构.
		#[codec(index = 8)]
		Superior,
		/// 公安机关.
		#[codec(index = 9)]
		Police,
		/// The body that an opinion, notice, suggestion or objection went to.
		#[codec(index = 10)]
		Supervised,
		/// The supplier in a procurement.
		#[codec(index = 11)]
		Supplier,
		/// The purchaser of services.
		#[codec(index = 12)]
		Purchaser,
		/// The finance department.
		#[codec(index = 13)]
		Finance,
		/// Whoever the alert, lead or document went to.
		#[codec(index = 14)]
		Recipient,
	}
}

coded! {
	/// Why a clock does not run: what may stand in the open alone. Whether a person is in custody, or
	/// an expert's opinion is awaited, may not (indices 1 and 2 were theirs and are not used again).
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum PauseCause {
		/// 材料待补: what the act needs of the other body is missing.
		#[codec(index = 0)]
		MaterialsAwaited = 0,
		/// 中止: the proceedings that it belongs to are suspended.
		#[codec(index = 3)]
		ProceedingsSuspended = 3,
		/// 不可抗力.
		#[codec(index = 4)]
		ForceMajeure = 4,
	}
}

coded! {
	/// Set of causes: bit `i` is the cause with index `i`.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct PauseCauses(pub u16);
}

impl PauseCauses {
	/// It never pauses.
	pub const NONE: Self = Self(0);

	/// Every cause.
	pub const ALL: Self = Self::of(&[
		PauseCause::MaterialsAwaited,
		PauseCause::ProceedingsSuspended,
		PauseCause::ForceMajeure,
	]);

	/// The set of these causes.
	pub const fn of(causes: &[PauseCause]) -> Self {
		let (mut bits, mut i) = (0, 0);
		while i < causes.len() {
			bits |= 1 << causes[i] as u16;
			i += 1;
		}
		Self(bits)
	}

	/// Whether `cause` is in the set.
	pub const fn contains(self, cause: PauseCause) -> bool {
		self.0 & (1 << cause as u16) != 0
	}

	/// Whether every bit names a cause.
	pub const fn is_valid(self) -> bool {
		self.0 & !Self::ALL.0 == 0
	}
}

coded! {
	/// Coarse group of a clock, which stands in the open whether its kind does or not.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Group {
		/// 决定前: before the decision.
		#[codec(index = 0)]
		Assessment,
		/// 交付接收: from the decision to the reception.
		#[codec(index = 1)]
		Reception,
		/// 执行: in correction. Holds sealed kinds.
		#[codec(index = 2)]
		Execution,
		/// 期满与解除: the end, and after it. Holds sealed kinds.
		#[codec(index = 3)]
		Conclusion,
		/// 法律监督: what the procuratorate asks, and is asked.
		#[codec(index = 4)]
		Supervision,
		/// 响应: alerts, leads, documents.
		#[codec(index = 5)]
		Response,
		/// 异议与个人权利: objections, access, correction.
		#[codec(index = 6)]
		Rights,
		/// 采购与支付: procurement and payment.
		#[codec(index = 7)]
		Funding,
	}
}

impl Group {
	/// Whether kinds of this group may be sealed.
	pub const fn holds_sealed(self) -> bool {
		matches!(self, Self::Execution | Self::Conclusion)
	}
}

coded! {
	/// A kind of clock, or another number of the law.
	#[derive(Hash)]
	pub struct Kind {
		/// What the rule is.
		pub nature: Nature,
		/// How long; `None` where nothing but a notice, agreement, decision or term says.
		pub period: Option<Period>,
		/// Where it stands.
		pub source: Source,
		/// Where it stands as well, if a second law has it.
		pub also: Option<Source>,
		/// Who must act.
		pub who: Addressee,
		/// Whom to tell when it warns: first the responsible head.
		pub warns: Audience,
		/// Whom to tell when it has run out: then the supervisor too.
		pub expires: Audience,
		/// Legal hours before its end at which it warns.
		pub lead: u16,
		/// What may pause it.
		pub pauses: PauseCauses,
		/// With whom the owner may agree an extension (L3); with nobody if none.
		pub extension: PartyRoles,
		/// Whether the kind of a clock is sealed (field table), so that only the group is plain.
		pub sealed: bool,
		/// Its group.
		pub group: Group,
		/// Under which delegated acts a unit's officer handles it; none if only the agency itself may.
		pub acts: Acts,
	}
}

/// Why a kind is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindFault {
	/// A deadline or limit without length.
	Zero,
	/// A period that cannot be counted.
	Period,
	/// Its parts contradict each other, or a bit names nothing.
	Contradiction,
}

impl Kind {
	/// Whether clocks of it run.
	pub const fn is_clock(&self) -> bool {
		matches!(self.nature, Nature::Deadline | Nature::AsSet)
	}

	/// Whether it is counted back from a date.
	pub fn counts_back(&self) -> bool {
		self.period.is_some_and(|period| period.counting == Counting::Before)
	}

	/// Whether it can take the place of `other`. The calls that start clocks of a kind go on what it
	/// is: were it another thing, they would fail, and the law's acts with them.
	pub fn is_version_of(&self, other: &Self) -> bool {
		self.nature == other.nature
			&& self.sealed == other.sealed
			&& self.group == other.group
			&& self.counts_back() == other.counts_back()
	}

	/// Whether it can be governed.
	pub fn check(&self) -> Result<(), KindFault> {
		match (self.nature, &self.period) {
			(Nature::Deadline | Nature::Limit, None) => return Err(KindFault::Zero),
			(Nature::Permission, Some(_)) => return Err(KindFault::Contradiction),
			(_, Some(period)) => period.check().map_err(|fault| match fault {
				PeriodFault::Zero => KindFault::Zero,
				_ => KindFault::Period,
			})?,
			(_, None) => {},
		}
		let adjustable = self.pauses != PauseCauses::NONE || !self.extension.is_none();
		let valid = self.warns.is_valid()
			&& self.expires.is_valid()
			&& self.pauses.is_valid()
			&& PartyRoles::ALL.contains(self.extension)
			&& Acts::DELEGABLE.contains(self.acts);
		if valid
			&& (!adjustable || (self.is_clock() && !self.sealed && !self.counts_back()))
			&& (!self.sealed || self.group.holds_sealed())
		{
			Ok(())
		} else {
			Err(KindFault::Contradiction)
		}
	}
}
