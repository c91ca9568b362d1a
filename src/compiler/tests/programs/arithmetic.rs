// Integer widths, casts, and what is checked.
fn digits(mut n: u64) -> u32 {
    let mut count = 1;
    while n >= 10 {
        n /= 10;
        count += 1;
    }
    count
}

#[tokio::main]
async fn main() {
    let small: u8 = 250;
    println!("{:?} {:?}", small.checked_add(5), small.checked_add(6));
    println!("{} {}", small.wrapping_add(10), small.saturating_add(10));
    println!("{:?}", small.overflowing_add(10));
    println!("{} {} {}", -7 / 2, -7 % 2, (-7i32).rem_euclid(2));
    println!("{} {}", 300i32 as u8, -1i32 as u32);
    println!("{} {} {}", 3.99f64 as i32, -1.5f64 as u8, f64::NAN as i32);
    println!("{} {}", u64::MAX, i128::MIN);
    println!("{} {}", 1u32 << 31, -16i32 >> 2);
    println!("{:#x} {:#b} {:o}", 255, 5, 64);
    println!("{} {}", digits(0), digits(12_345));
    println!("{} {} {}", 2i32.pow(10), 17u32.isqrt(), 12u32.is_multiple_of(4));
    println!("{} {}", u32::from_str_radix("ff", 16).unwrap(), "42".parse::<i8>().unwrap());
    println!("{:?} {:?}", "".parse::<u8>(), "256".parse::<u8>());
    println!("{} {} {}", 6u8 & 3, 6u8 | 3, 6u8 ^ 3);
    println!("{} {}", !0u8, !true);
    println!("{} {}", usize::MAX, 'a' as u32 + 1);
    println!("{} {} {}", 10u32.count_ones(), 1u64.leading_zeros(), 8u16.trailing_zeros());
    println!("{} {} {}", i32::MAX.abs_diff(i32::MIN), (-5i32).signum(), 9i64.clamp(1, 5));
}
