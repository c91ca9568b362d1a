pub mod f32_consts {}
pub mod f64_consts {}
