//! Notices that must be answered (S68, 法 62).

use super::OnPaper;
use crate::{
	casework::{act_date, alerts, handles, wire},
	coded,
	context::Context,
	say,
};
use anyhow::Result;
use clap::{Args, Subcommand};
use pallet_oversight::{Answer, NoticeKind, Part};
use shejiao_primitives::{ids::MemberId, oversight::NoticeId, reason::Reason, time::LegalDate};

#[derive(Subcommand)]
pub enum Command {
	/// Notices to answer, or of which one is sender or superior
	List {
		/// addressee, sender or superior
		#[arg(long, value_parser = coded::coded::<Part>, default_value = "addressee")]
		part: Part,
		/// The member, if not one's own
		#[arg(long)]
		member: Option<u32>,
	},
	/// One notice
	Show { notice: u64 },
	/// Issue a notice
	Issue {
		/// violation, suggestion, opinion or own
		#[arg(value_parser = coded::coded::<NoticeKind>)]
		kind: NoticeKind,
		/// Who must answer
		#[arg(long)]
		to: u32,
		#[command(flatten)]
		paper: OnPaper,
		#[command(flatten)]
		day: Day,
		/// Last day for the reply, where the notice sets one
		#[arg(long, value_parser = coded::date)]
		reply_by: Option<LegalDate>,
	},
	/// Answer a notice
	Reply {
		notice: u64,
		/// adopted or not-adopted
		#[arg(value_parser = coded::coded::<Answer>)]
		answer: Answer,
		#[command(flatten)]
		paper: OnPaper,
		#[command(flatten)]
		day: Day,
	},
	/// Ask the issuer to review its notice
	AskReview {
		notice: u64,
		#[command(flatten)]
		paper: OnPaper,
		#[command(flatten)]
		day: Day,
	},
	/// Decide a review: uphold the notice, or take it back
	DecideReview {
		notice: u64,
		/// The notice stands
		#[arg(long)]
		uphold: bool,
		#[command(flatten)]
		paper: OnPaper,
		#[command(flatten)]
		day: Day,
		/// New last day for the reply
		#[arg(long, value_parser = coded::date)]
		reply_by: Option<LegalDate>,
	},
	/// Tell the superior of what was not answered or not adopted
	ReportUp { notice: u64 },
	/// Accept the answer
	Close { notice: u64 },
	/// Take a notice back
	Withdraw {
		notice: u64,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
}

/// The day of an act.
#[derive(Args, Clone, Copy, Debug)]
pub struct Day {
	/// Day of the act; today by default
	#[arg(long, value_parser = coded::date)]
	date: Option<LegalDate>,
}

const PALLET: &str = "Oversight";

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let call = match command {
		Command::List { part, member } => return list(context, part, member).await,
		Command::Show { notice } => {
			let id = NoticeId(notice);
			let notice = alerts::notice(&context.best().await?, id).await?;
			let replies = notice.replies.len() as u64;
			let review = notice.review.is_some();
			let row = alerts::notice_row(&(id, notice));
			context.out.show(row.put("replies", replies).flag("underReview", review));
			return Ok(());
		},
		Command::Issue { kind, to, paper, day, reply_by } => {
			let paper = paper.needed(context)?;
			let issued = act_date(context, day.date).await?;
			wire::call(PALLET, "issue_notice", (kind, MemberId(to), paper, issued, reply_by))
		},
		Command::Reply { notice, answer, paper, day } => {
			let paper = paper.needed(context)?;
			let replied = act_date(context, day.date).await?;
			wire::call(PALLET, "reply", (NoticeId(notice), answer, paper, replied))
		},
		Command::AskReview { notice, paper, day } => {
			let paper = paper.needed(context)?;
			let asked = act_date(context, day.date).await?;
			wire::call(PALLET, "ask_review", (NoticeId(notice), paper, asked))
		},
		Command::DecideReview { notice, uphold, paper, day, reply_by } => {
			let paper = paper.needed(context)?;
			let decided = act_date(context, day.date).await?;
			let arguments = (NoticeId(notice), uphold, paper, decided, reply_by);
			wire::call(PALLET, "decide_review", arguments)
		},
		Command::ReportUp { notice } => wire::call(PALLET, "report_up", (NoticeId(notice),)),
		Command::Close { notice } => wire::call(PALLET, "close_notice", (NoticeId(notice),)),
		Command::Withdraw { notice, reason } => {
			wire::call(PALLET, "withdraw_notice", (NoticeId(notice), reason))
		},
	};
	let report = wire::send(context, call).await?;
	if let Some(notice) = report.field("Oversight.NoticeIssued", "notice") {
		context.out.line(say!("alert.notice-issued", notice = notice));
	}
	Ok(())
}

async fn list(context: &Context, part: Part, member: Option<u32>) -> Result<()> {
	let at = context.best().await?;
	let member = match member {
		Some(member) => MemberId(member),
		None => handles::member(context, &at).await?,
	};
	let list = alerts::notices(&at, member, part).await?;
	context.out.list(list.iter().map(alerts::notice_row).collect());
	Ok(())
}
