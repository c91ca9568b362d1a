//! Each line of the log names the line of the program that printed it.

mod common;

use async_playground::machine;
use async_playground::speed::Speed;
use async_playground::trace::Event;

fn log(source: &str) -> Vec<(String, u32)> {
    let compiled = common::compile(source);
    let program = compiled
        .program
        .unwrap_or_else(|| panic!("{:?}", compiled.diagnostics));
    let run =
        machine::simulate(&program, &[], Speed::NORMAL).expect("a program that holds together");
    run.trace(|trace| {
        let entries = trace.entries().iter();
        let printed = entries.filter_map(|entry| match &entry.event {
            Event::Log { text, line } => Some((text.to_string(), *line)),
            _ => None,
        });
        printed.collect()
    })
}

#[test]
fn what_is_left_at_the_end_was_printed_by_the_last_print() {
    let body = "{\n    println!(\"one\");\n    print!(\"two, \");\n    print!(\"three\");\n}";
    let expected = [("one".to_owned(), 2), ("two, three".to_owned(), 4)];
    assert_eq!(
        log(&format!("#[tokio::main] async fn main() {body}")),
        expected
    );
    assert_eq!(log(&format!("fn main() {body}")), expected);
}

#[test]
fn an_error_that_main_returns_is_printed_where_main_is() {
    let main =
        "fn main() -> Result<(), String> {\n    println!(\"one\");\n    Err(\"two\".to_owned())\n}";
    let expected = [("one".to_owned(), 3), ("Error: \"two\"".to_owned(), 2)];
    assert_eq!(log(&format!("\n{main}")), expected);
    assert_eq!(log(&format!("#[tokio::main]\nasync {main}")), expected);
}
