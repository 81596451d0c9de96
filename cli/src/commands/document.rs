//! Documents served between agencies (S83).

use crate::{
	casework::{act_date, documents, handles, wire},
	coded,
	context::Context,
	say,
};
use anyhow::Result;
use clap::Subcommand;
use shejiao_primitives::{
	document::{DocumentId, DocumentKind},
	ids::MemberId,
	reason::Reason,
	record::RecordId,
	time::LegalDate,
};

#[derive(Subcommand)]
pub enum Command {
	/// Serve a record on other agencies of the case
	Send {
		case: String,
		/// Kind of the document
		#[arg(value_parser = coded::coded::<DocumentKind>)]
		kind: DocumentKind,
		/// Number of the record
		#[arg(long)]
		record: u64,
		/// Numbers of the members, joined by commas
		#[arg(long, value_delimiter = ',', required = true)]
		to: Vec<u32>,
		/// Day of the act; today by default
		#[arg(long, value_parser = coded::date)]
		date: Option<LegalDate>,
	},
	/// Open a document that came to one's agency
	Deliver {
		document: u64,
		/// Where it came on paper before it was entered
		#[arg(long, value_parser = coded::date)]
		date: Option<LegalDate>,
	},
	/// Give a receipt for a document
	Receipt {
		document: u64,
		/// Day of the act; today by default
		#[arg(long, value_parser = coded::date)]
		date: Option<LegalDate>,
		/// Number of the record of the receipt, if it is one of its own
		#[arg(long)]
		record: Option<u64>,
		/// Number of the record of what is missing: the sender has to complete it (L7)
		#[arg(long)]
		missing: Option<u64>,
	},
	/// Take back a document that was sent by mistake, before anybody has opened it
	Withdraw {
		document: u64,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// Documents of a case
	List { case: String },
	/// Documents to which one's agency owes a receipt
	ToAnswer {
		/// The member, if not one's own
		#[arg(long)]
		member: Option<u32>,
	},
	/// One document
	Show { document: u64 },
}

const PALLET: &str = "ServedDocuments";

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let call = match command {
		Command::Send { case, kind, record, to, date } => {
			let case = handles::resolve(context, &case).await?;
			let to: Vec<MemberId> = to.into_iter().map(MemberId).collect();
			let date = act_date(context, date).await?;
			wire::call(PALLET, "send", (case, kind, RecordId(record), to, date))
		},
		Command::Deliver { document, date } => {
			let date = act_date(context, date).await?;
			wire::call(PALLET, "deliver", (DocumentId(document), date))
		},
		Command::Receipt { document, date, record, missing } => {
			let date = act_date(context, date).await?;
			let (record, missing) = (record.map(RecordId), missing.map(RecordId));
			wire::call(PALLET, "receipt", (DocumentId(document), date, record, missing))
		},
		Command::Withdraw { document, reason } => {
			wire::call(PALLET, "withdraw", (DocumentId(document), reason))
		},
		Command::List { case } => {
			let case = handles::resolve(context, &case).await?;
			let list = documents::of(&context.best().await?, case).await?;
			context.out.list(list.iter().map(documents::row).collect());
			return Ok(());
		},
		Command::ToAnswer { member } => {
			let at = context.best().await?;
			let member = match member {
				Some(member) => MemberId(member),
				None => handles::member(context, &at).await?,
			};
			let list = documents::to_answer(&at, member).await?;
			context.out.list(list.iter().map(documents::row).collect());
			return Ok(());
		},
		Command::Show { document } => {
			let info = documents::one(&context.best().await?, DocumentId(document)).await?;
			context.out.show(documents::row(&info));
			return Ok(());
		},
	};
	let report = wire::send(context, call).await?;
	if let Some(document) = report.field("ServedDocuments.DocumentSent", "document") {
		context.out.line(say!("document.sent", document = document));
	}
	Ok(())
}
