//! Prints what a program becomes: `cargo run --example thir -- file.rs [function]`.

use async_playground_compiler::{build, database::World, thir::print::Printed};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the path of a program");
    let only = arguments.next();
    let text = std::fs::read_to_string(&path).expect("a program");
    let mut world = World::new();
    world.set_program(&text);
    let program = match build::program(&world) {
        Ok(program) => program,
        Err(unsupported) => {
            for it in unsupported {
                println!("{:?}: {}", it.range, it.message);
            }
            return;
        }
    };
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
