//! Prints what a program becomes: `cargo run --example thir -- file.rs [function]`.

use async_playground_compiler::{build, database::World, thir::print::Printed};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the path of a program");
    let only = arguments.next();
    let text = std::fs::read_to_string(&path).expect("a program");
    let mut world = World::new();
    world.set_program(&text);
    for _ in 0..1 {
        let start = std::time::Instant::now();
        let program = build::program(&world);
        let took = start.elapsed();
        match program {
            Ok(program) => {
                let count = (program.functions.len(), program.types.len());
                eprintln!("{} functions, {} types, {took:?}", count.0, count.1);
                for function in &program.functions {
                    let wanted = match &only {
                        Some(name) => function.name.contains(name.as_str()),
                        None => function.of_program,
                    };
                    if wanted {
                        print!("{}", Printed(&program, function));
                    }
                }
            }
            Err(errors) => {
                for error in errors {
                    let line = text[..usize::from(error.range.start())].lines().count();
                    println!("{line}: {}", error.message);
                }
            }
        }
        world.set_program(&format!("{text}\n"));
    }
}
