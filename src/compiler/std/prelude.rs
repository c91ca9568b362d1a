pub mod v1 {}
pub mod rust_2024 {
    pub use super::v1::*;
}
