//! Prints all lessons as JSON: the pages have them from here when they are built.

use async_playground::json;
use async_playground::scenarios::LESSONS;

fn main() {
    println!("{}", json::write(&LESSONS));
}
