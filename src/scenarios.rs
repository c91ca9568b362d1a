//! The course: every scenario, in its part and order.
//!
//! A scenario is a folder with `main.rs` (the program: a plain one for tokio), `main.py` (its Python twin) and `about.rs` (what is said about it),
//! and one word here.

use crate::scenario::{Lesson, Scenario, Source};

macro_rules! course {
    ($($part:literal { $($(#[$where:meta])? $name:ident)+ })+) => {
        // The folder is named so that a test can include this file, and with it every
        // program, where `crate::playground` is the real tokio.
        #[path = "scenarios"]
        mod folders {
            $($(pub mod $name {
                pub mod about;
                #[cfg(feature = "programs")]
                $(#[$where])?
                pub mod main {
                    // What a module imports goes before crates and the prelude: the program's
                    // `std`, `tokio`, `println!` and `panic!` are these.
                    #[allow(unused_imports, reason = "not every program needs all of them")]
                    use crate::playground::{std, std::panic, std::println, tokio};
                    #[cfg(target_arch = "wasm32")]
                    #[allow(unused_imports, reason = "only those need them that need a browser")]
                    use crate::playground::{gloo_timers, wasm_bindgen_futures};
                    include!(concat!("scenarios/", stringify!($name), "/main.rs"));
                }
                /// Where the program begins, and what is split off for the pages of its lesson (`www/split/`).
                #[cfg(feature = "programs")]
                $(#[$where])?
                pub fn start(values: &[crate::scenario::Value]) -> crate::scenario::Main {
                    crate::scenario::Program::start(main::main, values)
                }
            })+)+
        }

        /// All scenarios that can run here, in the order of the course: those that need a browser are in the wasm only.
        pub static SCENARIOS: &[Scenario] = &[$($($(#[$where])? Scenario {
            id: id!($name),
            params: folders::$name::about::ABOUT.params,
            browser_only: folders::$name::about::ABOUT.browser_only,
            #[cfg(feature = "programs")]
            start: folders::$name::start,
        }),+),+];

        /// All lessons, in the same order: those that need a browser come last. They stand apart because nothing that the wasm
        /// exports uses them: so they are not in it.
        pub static LESSONS: &[Lesson] = &[$($(Lesson {
            id: id!($name),
            part: $part,
            about: folders::$name::about::ABOUT,
            source: Source {
                rust: include_str!(concat!("scenarios/", stringify!($name), "/main.rs")),
                python: include_str!(concat!("scenarios/", stringify!($name), "/main.py")),
            },
        }),+),+];
    };
}

macro_rules! id {
    ($name:ident) => {{
        const ID: [u8; stringify!($name).len()] = hyphenated(stringify!($name));
        match std::str::from_utf8(&ID) {
            Ok(id) => id,
            Err(_) => unreachable!(),
        }
    }};
}

/// `await_chain`, a module, is `await-chain` in addresses.
const fn hyphenated<const N: usize>(name: &str) -> [u8; N] {
    let mut id = [0; N];
    let mut at = 0;
    while at < N {
        let byte = name.as_bytes()[at];
        id[at] = if byte == b'_' { b'-' } else { byte };
        at += 1;
    }
    id
}

/// The scenario with this id; an error names those that there are.
pub fn find(id: &str) -> Result<&'static Scenario, String> {
    let scenario = SCENARIOS.iter().find(|scenario| scenario.id == id);
    scenario.ok_or_else(|| {
        let ids: Vec<_> = SCENARIOS.iter().map(|scenario| scenario.id).collect();
        format!(
            "there is no scenario \"{id}\": there are {}",
            ids.join(", ")
        )
    })
}

course! {
    "Why" {
        why
        two_orders
    }
    "First steps" {
        hello
        lazy
        return_values
        await_chain
        the_way_in
    }
    "Waiting together" {
        breakfast
        sequential
        gather
        gather_results
        user_and_posts
    }
    "The loop and its tasks" {
        event_loop
        schedule_or_await
        spawn
        spawn_await_each
        await_outside
        awaitables
        no_pause
        end_of_main
    }
    "Blocking" {
        blocking_sleep
        async_sleep
        cpu_bound
        threads
        scale
        threads_or_tasks
    }
    "When it goes wrong" {
        nested_run
        debug_mode
        cancel
        timeout
        errors
        panic
        retry
    }
    "Working together" {
        race
        as_completed
        task_group
        channel
        semaphore
        lost_update
        held_lock
        interval
        yield_now
    }
    "The browser's own loop" {
        #[cfg(target_arch = "wasm32")]
        microtask_macrotask
        #[cfg(target_arch = "wasm32")]
        callback
        #[cfg(target_arch = "wasm32")]
        real_fetch
    }
}
