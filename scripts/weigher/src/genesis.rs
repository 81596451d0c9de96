//! The state on which benchmarks run: that of the runtime's preset for development.

use crate::{Fallible, Runtime};
use codec::{Decode, Encode};
use serde_json::Value;
use sp_core::{
	storage::Storage,
	traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
};
use sp_state_machine::BasicExternalities;

impl Runtime {
	/// The storage that `build_state` leaves for the preset laid over the default of every pallet.
	pub fn genesis(&self) -> Fallible<Storage> {
		let mut config = self.preset(None)?;
		lay_over(&mut config, self.preset(Some("development"))?);
		let json = serde_json::to_vec(&config)?;
		let (built, storage) = self.on_nothing("GenesisBuilder_build_state", &json.encode())?;
		Result::<(), String>::decode(&mut &built[..])??;
		Ok(storage)
	}

	fn preset(&self, name: Option<&str>) -> Fallible<Value> {
		let (answer, _) = self.on_nothing("GenesisBuilder_get_preset", &name.encode())?;
		let json = Option::<Vec<u8>>::decode(&mut &answer[..])?;
		Ok(serde_json::from_slice(&json.ok_or("the runtime has no preset for development")?)?)
	}

	/// Call the runtime on an empty state: its answer, and the state that it leaves.
	fn on_nothing(&self, method: &str, arguments: &[u8]) -> Fallible<(Vec<u8>, Storage)> {
		let code = WrappedRuntimeCode(self.wasm.as_slice().into());
		let code = RuntimeCode { code_fetcher: &code, hash: vec![1], heap_pages: None };
		let mut state = BasicExternalities::new_empty();
		let (answer, _) =
			self.executor.call(&mut state, &code, method, arguments, CallContext::Offchain);
		Ok((answer.map_err(|error| format!("{method}: {error}"))?, state.into_storages()))
	}
}

/// Replace in `config` what `patch` names; objects are entered, everything else is taken whole.
fn lay_over(config: &mut Value, patch: Value) {
	match (config, patch) {
		(Value::Object(config), Value::Object(patch)) => {
			for (key, value) in patch {
				lay_over(config.entry(key).or_insert(Value::Null), value);
			}
		},
		(config, patch) => *config = patch,
	}
}
