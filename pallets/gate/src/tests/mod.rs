pub mod acts;
