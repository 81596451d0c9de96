//! Measures the weights of pallets on a runtime's Wasm and writes their `weights.rs`.
//!
//! It does what `frame-omni-bencher` does, by the same parts of the SDK: the state that tracks
//! reads and writes, the runtime's own repetitions, and the regression over them. Left out are
//! proof sizes (a chain of its own has no bound on them) and everything that brings parachains,
//! RocksDB and eleven hundred crates.

mod genesis;

use codec::{Decode, Encode};
use frame_benchmarking::{
	benchmarking, Analysis, BenchmarkBatch, BenchmarkList, BenchmarkMetadata, BenchmarkParameter,
	BenchmarkResult, BenchmarkSelector,
};
use sc_client_db::bench::BenchmarkingState;
use sc_executor::WasmExecutor;
use sp_core::traits::{CallContext, ReadRuntimeVersionExt, RuntimeCode, WrappedRuntimeCode};
use sp_externalities::Extensions;
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::StateMachine;
use std::{error::Error, fmt::Write, fs, time::Instant};

type HostFunctions = (sp_io::SubstrateHostFunctions, benchmarking::HostFunctions);
type Executor = WasmExecutor<HostFunctions>;
type State = BenchmarkingState<BlakeTwo256>;
type Components = Vec<(BenchmarkParameter, u32)>;
type Fallible<T> = Result<T, Box<dyn Error>>;

struct Runtime {
	wasm: Vec<u8>,
	executor: Executor,
}

impl Runtime {
	fn call<R: Decode>(&self, state: &State, method: &str, arguments: &[u8]) -> Fallible<R> {
		let code = WrappedRuntimeCode(self.wasm.as_slice().into());
		let code = RuntimeCode { code_fetcher: &code, hash: vec![1], heap_pages: None };
		let mut extensions = Extensions::default();
		extensions.register(KeystoreExt::new(MemoryKeystore::new()));
		extensions.register(ReadRuntimeVersionExt::new(self.executor.clone()));
		let answer = StateMachine::new(
			state,
			&mut Default::default(),
			&self.executor,
			method,
			arguments,
			&mut extensions,
			&code,
			CallContext::Offchain,
		)
		.execute()
		.map_err(|error| format!("{method}: {error}"))?;
		Ok(R::decode(&mut &answer[..])?)
	}

	fn dispatch(
		&self,
		state: &State,
		list: &BenchmarkList,
		benchmark: &BenchmarkMetadata,
		components: &Components,
		verify: bool,
		repeats: u32,
	) -> Fallible<Vec<BenchmarkResult>> {
		let config =
			(&list.pallet, &list.instance, &benchmark.name, components, verify, repeats).encode();
		let batches: Result<Vec<BenchmarkBatch>, String> =
			self.call(state, "Benchmark_dispatch_benchmark", &config)?;
		Ok(batches?.into_iter().flat_map(|batch| batch.results).collect())
	}
}

/// The points at which a benchmark is measured: each component over its range in so many steps,
/// the others at their highest.
fn points(benchmark: &BenchmarkMetadata, steps: u32) -> Vec<Components> {
	let ranges = &benchmark.components;
	if ranges.is_empty() {
		return vec![Vec::new()];
	}
	let highest: Components = ranges.iter().map(|(name, _, high)| (*name, *high)).collect();
	let mut points = Vec::new();
	for (place, (name, low, high)) in ranges.iter().enumerate() {
		for step in 0..steps {
			let value = low
				+ u32::try_from(
					u64::from(high - low) * u64::from(step) / u64::from(steps.max(2) - 1),
				)
				.unwrap_or(u32::MAX);
			let mut point = highest.clone();
			point[place] = (*name, value.min(*high));
			points.push(point);
		}
	}
	points
}

/// What was measured of one benchmark.
struct Measured {
	name: String,
	ranges: Vec<(String, u32, u32)>,
	time: Analysis,
	reads: Analysis,
	writes: Analysis,
	shortest: u128,
}

fn analyse(name: &str, results: &Vec<BenchmarkResult>) -> Fallible<Analysis> {
	Analysis::min_squares_iqr(results, BenchmarkSelector::ExtrinsicTime)
		.map_err(|error| format!("{name}: no regression: {error:?}").into())
}

/// What `value` gives of the results, in whole accesses. The analysis of times alone tells fractions,
/// by the thousand; a fraction of an access is rounded up, so that no component pays too little, but
/// for what the regression leaves of a whole number.
fn accesses(
	name: &str,
	results: &[BenchmarkResult],
	value: fn(&BenchmarkResult) -> u32,
) -> Fallible<Analysis> {
	let counted = results
		.iter()
		.map(|result| BenchmarkResult { extrinsic_time: value(result).into(), ..result.clone() })
		.collect();
	let mut analysis = analyse(name, &counted)?;
	for number in analysis.slopes.iter_mut().chain([&mut analysis.base]) {
		*number = (*number + 990) / 1_000;
	}
	Ok(analysis)
}

fn measure(
	runtime: &Runtime,
	(tracking, plain): (&State, &State),
	list: &BenchmarkList,
	benchmark: &BenchmarkMetadata,
	(steps, repeats): (u32, u32),
) -> Fallible<Measured> {
	let name = String::from_utf8(benchmark.name.clone())?;
	let (mut times, mut counts) = (Vec::new(), Vec::new());
	for point in points(benchmark, steps) {
		runtime.dispatch(plain, list, benchmark, &point, true, 1)?;
		counts.extend(runtime.dispatch(tracking, list, benchmark, &point, false, 1)?);
		times.extend(runtime.dispatch(plain, list, benchmark, &point, false, repeats)?);
	}
	let shortest = times.iter().map(|result| result.extrinsic_time).min().unwrap_or_default();
	let ranges = benchmark
		.components
		.iter()
		.map(|(component, low, high)| (component.to_string(), *low, *high))
		.collect();
	Ok(Measured {
		time: analyse(&name, &times)?,
		reads: accesses(&name, &counts, |result| result.reads)?,
		writes: accesses(&name, &counts, |result| result.writes)?,
		name,
		ranges,
		shortest,
	})
}

/// Digits in groups of three, as the code has them.
fn grouped(number: u128) -> String {
	let digits = number.to_string();
	let mut text = String::new();
	for (place, digit) in digits.chars().enumerate() {
		if place > 0 && (digits.len() - place) % 3 == 0 {
			text.push('_');
		}
		text.push(digit);
	}
	text
}

fn slopes(analysis: &Analysis) -> Vec<(&String, u128)> {
	analysis
		.names
		.iter()
		.zip(analysis.slopes.iter().copied())
		.filter(|(_, slope)| *slope > 0)
		.collect()
}

/// The functions of a `WeightInfo`, on the database that `db` names.
fn functions(all: &[Measured], db: &str, comments: bool) -> Fallible<String> {
	let mut text = String::new();
	for measured in all {
		let Measured { name, ranges, time, reads, writes, shortest } = measured;
		let used = |component: &String| {
			[time, reads, writes]
				.iter()
				.any(|analysis| slopes(analysis).iter().any(|(name, _)| *name == component))
		};
		let parameters: Vec<_> = ranges
			.iter()
			.map(|(component, _, _)| {
				format!("{}{component}: u32", if used(component) { "" } else { "_" })
			})
			.collect();
		if comments {
			for (component, low, high) in ranges {
				writeln!(text, "\t/// `{component}`: {low} to {high}.")?;
			}
		}
		writeln!(text, "\tfn {name}({}) -> Weight {{", parameters.join(", "))?;
		if comments {
			writeln!(text, "\t\t// At least {} picoseconds.", grouped(shortest * 1_000))?;
		}
		// The analysis of times is in picoseconds.
		write!(text, "\t\tWeight::from_parts({}, 0)", grouped(time.base))?;
		for (component, slope) in slopes(time) {
			write!(
				text,
				".saturating_add(Weight::from_parts({}, 0).saturating_mul({component}.into()))",
				grouped(slope)
			)?;
		}
		for (kind, analysis) in [("reads", reads), ("writes", writes)] {
			if analysis.base > 0 {
				write!(text, ".saturating_add({db}.{kind}({}))", analysis.base)?;
			}
			for (component, slope) in slopes(analysis) {
				write!(
					text,
					".saturating_add({db}.{kind}({slope}_u64.saturating_mul({component}.into())))"
				)?;
			}
		}
		writeln!(text, "\n\t}}\n")?;
	}
	Ok(text)
}

fn file(pallet: &str, all: &[Measured], (steps, repeats): (u32, u32)) -> Fallible<String> {
	let mut declared = String::new();
	for measured in all {
		let parameters: Vec<_> =
			measured.ranges.iter().map(|(name, _, _)| format!("{name}: u32")).collect();
		writeln!(declared, "\t/// Weight of `{}`.", measured.name)?;
		writeln!(declared, "\tfn {}({}) -> Weight;", measured.name, parameters.join(", "))?;
	}
	Ok(format!(
		"//! Weights of `{pallet}`, measured by `scripts/weights` ({steps} steps, {repeats} repeats): \
		 do not\n//! edit. Proof sizes are 0, since blocks have no bound on them.\n\n\
		 use core::marker::PhantomData;\n\
		 use frame_support::{{\n\ttraits::Get,\n\tweights::{{constants::ParityDbWeight, Weight}},\n}};\n\n\
		 /// What the calls and hooks of the pallet weigh.\n\
		 pub trait WeightInfo {{\n{declared}}}\n\n\
		 /// Weights on the database that the runtime names.\n\
		 pub struct SubstrateWeight<T>(PhantomData<T>);\n\n\
		 impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {{\n{}}}\n\n\
		 // For tests.\nimpl WeightInfo for () {{\n{}}}\n",
		functions(all, "T::DbWeight::get()", true)?,
		functions(all, "ParityDbWeight::get()", false)?,
	))
}

fn main() -> Fallible<()> {
	let mut arguments = std::env::args().skip(1);
	let usage = "usage: shejiao-weigher WASM STEPS REPEATS PALLET=FILE...";
	let wasm = fs::read(arguments.next().ok_or(usage)?)?;
	let steps: u32 = arguments.next().ok_or(usage)?.parse()?;
	let repeats: u32 = arguments.next().ok_or(usage)?.parse()?;

	let runtime = Runtime { wasm, executor: Executor::builder().build() };
	let genesis = runtime.genesis()?;
	let tracking = State::new(genesis.clone(), None, false, true)?;
	let plain = State::new(genesis, None, false, false)?;
	// What follows the lists in the answer, the storage items, serves proof sizes.
	let lists: Vec<BenchmarkList> =
		runtime.call(&plain, "Benchmark_benchmark_metadata", &false.encode())?;

	for argument in arguments {
		let (pallet, path) = argument.split_once('=').ok_or(usage)?;
		let list = lists
			.iter()
			.find(|list| list.pallet == pallet.as_bytes())
			.ok_or_else(|| format!("the runtime measures no {pallet}"))?;
		let mut all = Vec::new();
		for benchmark in &list.benchmarks {
			let begun = Instant::now();
			let shape = (steps, repeats);
			let measured = measure(&runtime, (&tracking, &plain), list, benchmark, shape).map_err(
				|error| format!("{pallet}::{}: {error}", String::from_utf8_lossy(&benchmark.name)),
			)?;
			println!(
				"{pallet}::{}: {} ps, {} reads, {} writes ({:.1} s)",
				measured.name,
				grouped(measured.time.base),
				measured.reads.base,
				measured.writes.base,
				begun.elapsed().as_secs_f32(),
			);
			all.push(measured);
		}
		all.sort_by(|one, other| one.name.cmp(&other.name));
		fs::write(path, file(pallet, &all, (steps, repeats))?)?;
	}
	Ok(())
}
