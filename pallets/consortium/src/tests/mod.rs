//! Tests, a file per call.
