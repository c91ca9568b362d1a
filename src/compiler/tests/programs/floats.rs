fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    Some(values.iter().sum::<f64>() / values.len() as f64)
}

#[tokio::main]
async fn main() {
    println!("{} {} {}", 1.0, 0.1 + 0.2, 1e21);
    println!("{:?} {:?} {:?}", 1.0, 1e-7, f32::MAX);
    println!("{:.2} {:8.3}| {:<8.1}| {:+}", 3.14159, 2.5, 2.25, 1.0);
    println!("{:e} {} {}", 1234.5, f64::INFINITY, -0.0);
    println!("{} {} {}", 2.5f64.round(), 2.5f64.floor(), (-2.5f64).trunc());
    println!("{} {:.4}", 2f64.sqrt().mul_add(1.0, 0.0) > 1.41, 2f64.powf(0.5));
    println!("{:?} {:?}", mean(&[1.0, 2.0, 4.0]), mean(&[]));
    println!("{} {}", 1.0f64.max(2.0), f64::NAN.is_nan());
    println!("{:?} {:?}", "2.50".parse::<f64>(), "x".parse::<f64>().is_err());
    println!("{:?}", 1.5f64.partial_cmp(&0.5));
    println!("{} {}", 7.0f64 % 3.0, (0.1f32 + 0.2f32) as f64);
    println!("{:?}", [3.0, 1.0, 2.0].iter().copied().fold(f64::MIN, f64::max));
    println!("{} {}", 10f64.powi(3), std::f64::consts::PI.to_degrees());
}
