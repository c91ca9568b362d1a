//! Prints the bytecode that a program becomes: `cargo run --example bytecode -- file.rs [function]`.

use async_playground_compiler::{build, codegen, database::World};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the path of a program");
    let only = arguments.next();
    let text = std::fs::read_to_string(&path).expect("a program");
    let mut world = World::new();
    world.set_program(&text);
    let thir = match build::program(&world) {
        Ok(thir) => thir,
        Err(errors) => {
            return errors
                .iter()
                .for_each(|error| println!("{}", error.message));
        }
    };
    let program = codegen::program(&thir).expect("THIR that holds together");
    for function in &program.functions {
        let wanted = match &only {
            Some(name) => function.name.contains(name.as_str()),
            None => function.of_program,
        };
        if !wanted {
            continue;
        }
        let (name, params, frame, ret) = (
            &function.name,
            function.params,
            function.frame,
            function.ret,
        );
        println!("{name}: {params} of {frame} bytes, returns at {ret}");
        for (at, op) in function.code.iter().enumerate() {
            let at = at as u32;
            let line = function.lines.iter().find(|(from, _)| *from == at);
            let line = line.map_or(String::new(), |(_, line)| format!("line {line}"));
            let cleanups = function.cleanups.iter();
            let cleanup = cleanups.clone().find(|it| (it.from..it.to).contains(&at));
            let cleanup = cleanup.map_or(String::new(), |cleanup| format!("else {}", cleanup.at));
            println!("{at:5} {op:?} {cleanup} {line}");
        }
    }
}
