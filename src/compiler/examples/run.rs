//! Checks a file, and runs it on the simulated clock: `cargo run --example run -- file.rs`.

use async_playground::machine;
use async_playground::speed::Speed;
use async_playground::trace::Event;
use async_playground_compiler::compile;
use async_playground_compiler::database::World;

fn main() {
    let path = std::env::args().nth(1).expect("the path of a program");
    let text = std::fs::read_to_string(&path).expect("a program");
    let mut world = World::new();
    world.set_program(&text);
    let compiled = compile(&world);
    for diagnostic in &compiled.diagnostics {
        let (line, column) = (diagnostic.line, diagnostic.column);
        let (code, message) = (&diagnostic.code, &diagnostic.message);
        println!(
            "{path}:{line}:{column}: {:?} {code}: {message}",
            diagnostic.severity
        );
    }
    let Some(program) = compiled.program else {
        return;
    };
    let run =
        machine::simulate(&program, &[], Speed::NORMAL).expect("a program that holds together");
    run.trace(|trace| {
        for entry in trace.entries() {
            if let Event::Log { text, .. } = &entry.event {
                println!("{text}");
            }
        }
    });
    println!("{:?}", run.outcome());
}
