//! What members may use of the blocks, and what they tried outside their duties.

use crate::{chain, context::Context, output::Record};
use anyhow::Result;
use clap::Subcommand;
use shejiao_primitives::{
	governance::{Body, Majority},
	ids::MemberId,
};
use subxt::utils::Static;

/// Picoseconds in a millisecond.
const MS: u64 = 1_000_000_000;

#[derive(Subcommand)]
pub enum Command {
	/// Quota of a member, and its refused attempts
	Show { member: u32 },
	/// Move in the council to set the quota of a member
	Set {
		member: u32,
		/// Block reference time per hour in milliseconds
		ms: u64,
	},
	/// Move in the council to set what every account may use for what the law orders
	Reserve {
		/// Block reference time per hour in milliseconds
		ms: u64,
	},
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let tx = chain::transactions().gate();
	match command {
		Command::Show { member } => {
			let id = MemberId(member);
			let at = context.best().await?;
			context.member(&at, id).await?;
			let api = || chain::runtime_apis().gate_api();
			let quota = at.runtime_apis().call(api().quota(Static(id))).await?;
			let attempts = at.runtime_apis().call(api().attempts(Static(id))).await?;
			context.out.show(
				Record::new()
					.put("member", member)
					.put("quotaMs", quota.limit / MS)
					.put("usedMs", quota.used / MS)
					.moment("windowEnd", quota.window_end)
					.put("attempts", attempts.total)
					.put("attemptsOnDate", attempts.on_date)
					.put("lastAttempt", crate::time::date(*attempts.date)),
			);
		},
		Command::Set { member, ms } => {
			let call = tx.set_quota(Static(MemberId(member)), ms.saturating_mul(MS));
			context.move_in(Body::Council, Majority::Simple, None, &call).await?;
		},
		Command::Reserve { ms } => {
			let call = tx.set_reserve(ms.saturating_mul(MS));
			context.move_in(Body::Council, Majority::Simple, None, &call).await?;
		},
	}
	Ok(())
}
