//! What the random histories are made of.

use super::*;

pub(super) type Day = u32;

/// Who makes a call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Who {
	Root,
	Council,
	Account(u64),
}

/// A call with everything in it that the model looks at. Members are indices.
#[derive(Clone, Debug)]
pub(super) enum Act {
	Propose(Box<Candidate<u64>>),
	Object(u32),
	WithdrawProposal(u32),
	Admit(u32),
	Suspend(u32, Option<Day>),
	ConfirmSuspension(u32, Option<Day>),
	LiftSuspension(u32),
	Expel(u32),
	Withdraw,
	RevokeWithdrawal,
	Renew(u32, Day),
	ChangeKey(u64, bool),
	RecoverKey(u32, u64, bool),
	RotateEncryptionKey(u8, bool),
	AddPeer(u8),
	RemovePeer(u8),
	OpenUnit(UnitKind),
	CloseUnit(u32),
	Reorganise(u32, Placement),
	OrderSuperior(u32, Option<Day>),
	RevokeOrder(u32),
	SetParameters(Parameters),
}
