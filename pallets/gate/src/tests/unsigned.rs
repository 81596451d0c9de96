use super::{acts::Act, *};
use frame_support::dispatch::DispatchClass;
use sp_runtime::transaction_validity::TransactionValidity;

fn bare(call: &RuntimeCall) -> (TransactionValidity, Result<(), TransactionValidityError>) {
	let info = call.get_dispatch_info();
	(Extension::bare_validate(call, &info, 0), Extension::bare_validate_and_prepare(call, &info, 0))
}

#[test]
fn a_call_without_a_signature_is_refused() {
	network(|| {
		let refused = Refusal::UnsignedCall.into();
		assert_eq!(bare(&report(Act::of(1))), (Err(refused), Err(refused)));
		assert_eq!(bare(&batch(vec![])), (Err(refused), Err(refused)));
	});
}

#[test]
fn the_few_that_need_none_pass() {
	network(|| {
		let call = acts::Call::evidence {}.into();
		assert_eq!(bare(&call), (Ok(ValidTransaction::default()), Ok(())));
	});
}

#[test]
fn an_inherent_enters_a_block_and_never_the_pool() {
	network(|| {
		let call: RuntimeCall = acts::Call::inherent {}.into();
		assert_eq!(call.get_dispatch_info().class, DispatchClass::Mandatory);
		assert_eq!(bare(&call), (Err(Refusal::UnsignedCall.into()), Ok(())));
	});
}

#[test]
fn a_transaction_that_nobody_signs_is_refused() {
	network(|| {
		for origin in [RawOrigin::None, RawOrigin::Root] {
			let call = acts::Call::evidence {}.into();
			let result = extension(0).validate_only(
				origin.into(),
				&call,
				&info(&call),
				0,
				TransactionSource::External,
				0,
			);
			assert_eq!(result.map(|_| ()), Err(Refusal::UnsignedCall.into()));
		}
	});
}
