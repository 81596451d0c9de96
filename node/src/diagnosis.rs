//! A client's mistakes in one line each: what is wrong, where, what to do.

use sc_cli::Error;
use sc_network::multiaddr::Protocol;
use sc_service::Configuration;
use std::{
	io::ErrorKind,
	net::{IpAddr, SocketAddr, TcpListener},
};

/// The line for an error.
pub fn explain(error: &Error) -> String {
	match error {
		// Ours: already written for people. The list of a consortium file's faults has several lines.
		Error::Input(text) => text.clone(),
		Error::NetworkKeyNotFound(path) => format!(
			"the node key {0} does not exist: restore it from the backup, or make one with \
			 `shejiao-node key generate-node-key --file {0}` and announce its peer id on chain",
			path.display()
		),
		Error::KeyAlreadyExistsInPath(path) => {
			format!("{} exists already and is not overwritten: move it away first", path.display())
		},
		other => hint(&one_line(&other.to_string())),
	}
}

fn one_line(text: &str) -> String {
	text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What to do about errors of the database, which know nothing of the command line.
fn hint(text: &str) -> String {
	let lower = text.to_lowercase();
	if lower.contains("database file is in use") || lower.contains("lock") {
		format!(
			"the database is in use: another node runs on this --base-path; stop it, or give this one \
			 a path of its own ({text})"
		)
	} else {
		text.into()
	}
}

/// Refuse ports that somebody else has, before anything is started.
pub fn check_ports(config: &Configuration) -> Result<(), Error> {
	let rpc = config
		.rpc
		.addr
		.iter()
		.flatten()
		.filter(|endpoint| !endpoint.is_optional)
		.map(|endpoint| ("--rpc-port", endpoint.listen_addr));
	let prometheus =
		config.prometheus_config.iter().map(|prometheus| ("--prometheus-port", prometheus.port));
	let network = config.network.listen_addresses.iter().filter_map(|address| {
		let mut parts = address.iter();
		let ip = match parts.next()? {
			Protocol::Ip4(ip) => IpAddr::V4(ip),
			Protocol::Ip6(ip) => IpAddr::V6(ip),
			_ => return None,
		};
		match parts.next()? {
			Protocol::Tcp(port) => Some(("--port", SocketAddr::new(ip, port))),
			_ => None,
		}
	});
	rpc.chain(prometheus).chain(network).try_for_each(|(flag, address)| check_port(flag, address))
}

fn check_port(flag: &str, address: SocketAddr) -> Result<(), Error> {
	if address.port() == 0 {
		return Ok(());
	}
	let what = match TcpListener::bind(address) {
		Err(e) if e.kind() == ErrorKind::AddrInUse => "is in use by another program",
		Err(e) if e.kind() == ErrorKind::PermissionDenied => "needs rights that this user lacks",
		_ => return Ok(()),
	};
	Err(Error::Input(format!("{address} {what}: stop that program, or choose another {flag}")))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_used_port_is_named_with_its_flag() {
		let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
		let address = listener.local_addr().expect("it is bound");
		let error = check_port("--rpc-port", address).expect_err("the port is in use");
		let line = explain(&error);
		assert!(line.contains(&address.to_string()) && line.contains("--rpc-port"), "{line}");
		drop(listener);
		check_port("--rpc-port", address).expect("the port is free again");
	}

	#[test]
	fn errors_of_the_sdk_become_one_line() {
		let error = Error::NetworkKeyNotFound("/somewhere/key".into());
		let line = explain(&error);
		assert!(!line.contains('\n') && line.contains("/somewhere/key"), "{line}");
		let error = Error::Service(sc_service::Error::Other("first\n   second".into()));
		assert_eq!(explain(&error), "Other: first second");
	}
}
