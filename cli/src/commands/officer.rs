//! Officers: who acts for a member, with what power, when.

use crate::{
	chain::{self, runtime_types::pallet_officers::types::Post},
	coded,
	context::Context,
	failure, keys,
	output::Record,
};
use anyhow::Result;
use clap::{Args, Subcommand};
use shejiao_primitives::{
	duty::{Category, Duties},
	ids::{MemberId, UnitId},
	reason::Reason,
	time::Moment,
};
use subxt::utils::{AccountId32, Static};

/// Officers asked for at once.
const PAGE: u32 = 256;

#[derive(Subcommand)]
pub enum Command {
	/// Officers of a member
	List { member: u32 },
	/// What an account may do as an officer, or could at a moment
	Show {
		account: String,
		#[arg(long, value_parser = coded::moment)]
		at: Option<Moment>,
	},
	/// Appoint an officer
	Appoint {
		account: String,
		/// The member, if not one's own: a superior acts for it by order
		#[arg(long)]
		member: Option<u32>,
		#[command(flatten)]
		post: Powers,
		/// From when; now by default
		#[arg(long, value_parser = coded::moment)]
		from: Option<Moment>,
	},
	/// Change unit, duties, category and validity of an officer, at once
	Change {
		account: String,
		#[command(flatten)]
		post: Powers,
	},
	/// Dismiss an officer, at once
	Dismiss {
		account: String,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// Deputies of officers
	#[command(subcommand)]
	Deputy(Deputy),
	/// Hand everything that an officer carries to another
	HandOver {
		from: String,
		to: String,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// Let an officer that has come back carry its own caseload again
	TakeBack { officer: String },
	/// Who carries an officer's caseload, or did at a moment
	Carrier {
		member: u32,
		officer: String,
		#[arg(long, value_parser = coded::moment)]
		at: Option<Moment>,
	},
}

#[derive(Subcommand)]
pub enum Deputy {
	/// Deputations that an account holds now or will hold
	List { account: String },
	/// Give an officer a deputy
	Set {
		officer: String,
		deputy: String,
		/// Names of duties, joined by commas
		#[arg(long, value_parser = coded::duties)]
		duties: Duties,
		#[arg(long, value_parser = coded::moment)]
		from: Option<Moment>,
		/// Until when, exclusive
		#[arg(long, value_parser = coded::moment)]
		until: Moment,
	},
	/// Revoke a deputy, at once
	Revoke {
		officer: String,
		deputy: String,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
}

#[derive(Args)]
pub struct Powers {
	/// Number of the unit, if not the agency itself
	#[arg(long)]
	unit: Option<u32>,
	/// Names of duties, joined by commas
	#[arg(long, value_parser = coded::duties)]
	duties: Duties,
	/// state-functionary or auxiliary
	#[arg(long, value_parser = coded::coded::<Category>)]
	category: Category,
	/// Until when, exclusive
	#[arg(long, value_parser = coded::moment)]
	until: Moment,
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let tx = chain::transactions().officers();
	match command {
		Command::List { member } => list(context, MemberId(member)).await?,
		Command::Show { account, at } => show(context, keys::account(&account)?, at).await?,
		Command::Appoint { account, member, post, from } => {
			let call = tx.appoint(
				member.map(|member| Static(MemberId(member))),
				keys::account(&account)?,
				post.unit.map(|unit| Static(UnitId(unit))),
				Static(post.duties),
				Static(post.category),
				from,
				post.until,
			);
			context.send(&call).await?;
		},
		Command::Change { account, post } => {
			let call = tx.change(
				keys::account(&account)?,
				post.unit.map(|unit| Static(UnitId(unit))),
				Static(post.duties),
				Static(post.category),
				post.until,
			);
			context.send(&call).await?;
		},
		Command::Dismiss { account, reason } => {
			context.send(&tx.dismiss(keys::account(&account)?, Static(reason))).await?;
		},
		Command::Deputy(Deputy::Set { officer, deputy, duties, from, until }) => {
			let (officer, deputy) = (keys::account(&officer)?, keys::account(&deputy)?);
			context.send(&tx.set_deputy(officer, deputy, Static(duties), from, until)).await?;
		},
		Command::Deputy(Deputy::Revoke { officer, deputy, reason }) => {
			let (officer, deputy) = (keys::account(&officer)?, keys::account(&deputy)?);
			context.send(&tx.revoke_deputy(officer, deputy, Static(reason))).await?;
		},
		Command::Deputy(Deputy::List { account }) => {
			deputations(context, keys::account(&account)?).await?;
		},
		Command::HandOver { from, to, reason } => {
			let call = tx.hand_over(keys::account(&from)?, keys::account(&to)?, Static(reason));
			context.send(&call).await?;
		},
		Command::TakeBack { officer } => {
			context.send(&tx.take_back(keys::account(&officer)?)).await?;
		},
		Command::Carrier { member, officer, at: moment } => {
			let officer = keys::account(&officer)?;
			let at = context.best().await?;
			let moment = super::time::or_now(&at, moment).await?;
			let api = chain::runtime_apis().officers_api();
			let carrier = at
				.runtime_apis()
				.call(api.responsible(Static(MemberId(member)), officer, moment))
				.await?;
			let chain = context.chain().await?;
			context.out.show(
				Record::new()
					.put("officer", chain.address(&officer))
					.put("member", member)
					.moment("at", moment)
					.maybe("carrier", carrier.map(|account| chain.address(&account))),
			);
		},
	}
	Ok(())
}

fn describe(record: Record, post: &Post) -> Record {
	record
		.put("member", post.member.0 .0)
		.maybe("unit", post.unit.as_ref().map(|unit| unit.0 .0))
		.terms("duties", "duty", &coded::names_of_duties(*post.duties))
		.term("category", "category", &*post.category)
		.moment("validFrom", post.valid_from)
		.moment("validUntil", post.valid_until)
}

async fn list(context: &Context, member: MemberId) -> Result<()> {
	let at = context.best().await?;
	let chain = context.chain().await?;
	let mut records = Vec::new();
	let mut last: Option<AccountId32> = None;
	loop {
		let page = at
			.runtime_apis()
			.call(chain::runtime_apis().officers_api().officers_of(Static(member), last, PAGE))
			.await?;
		last = page.last().map(|listed| listed.account);
		let full = page.len() == PAGE as usize;
		records.extend(page.into_iter().map(|listed| {
			describe(Record::new().put("account", chain.address(&listed.account)), &listed.post)
		}));
		if !full {
			break;
		}
	}
	context.out.list(records);
	Ok(())
}

async fn show(context: &Context, account: AccountId32, moment: Option<Moment>) -> Result<()> {
	let at = context.best().await?;
	let chain = context.chain().await?;
	let asked = super::time::or_now(&at, moment).await?;
	let api = || chain::runtime_apis().officers_api();
	let actor = match moment {
		Some(moment) => at.runtime_apis().call(api().officer_at(account, moment)).await?,
		None => at.runtime_apis().call(api().officer(account)).await?,
	};
	let record = Record::new().put("account", chain.address(&account)).moment("at", asked);
	let record = match &actor {
		Some(actor) => record
			.flag("officer", true)
			.put("member", actor.member.0 .0)
			.maybe("unit", actor.unit.as_ref().map(|unit| unit.0 .0))
			.terms("duties", "duty", &coded::names_of_duties(*actor.duties))
			.term("category", "category", &*actor.category),
		None => record.flag("officer", false),
	};
	let post = at.runtime_apis().call(api().post(account)).await?;
	let record = match &post {
		Some(post) => {
			record.moment("validFrom", post.valid_from).moment("validUntil", post.valid_until)
		},
		None if actor.is_none() => {
			return Err(failure!("no-officer", account = chain.address(&account)).into())
		},
		None => record,
	};
	context.out.show(record);
	Ok(())
}

async fn deputations(context: &Context, account: AccountId32) -> Result<()> {
	let at = context.best().await?;
	let chain = context.chain().await?;
	let list =
		at.runtime_apis().call(chain::runtime_apis().officers_api().deputations(account)).await?;
	let records = list
		.into_iter()
		.map(|deputation| {
			Record::new()
				.put("principal", chain.address(&deputation.principal))
				.terms("duties", "duty", &coded::names_of_duties(*deputation.duties))
				.moment("from", deputation.from)
				.moment("until", deputation.until)
		})
		.collect();
	context.out.list(records);
	Ok(())
}
