mod bound;
mod chain;
mod draws;
mod note;
mod properties;
mod request;
mod try_state;
mod vector;
