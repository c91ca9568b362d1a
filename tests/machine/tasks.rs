//! Tasks: what the trace tells of them, and what their handles say.

use async_playground::machine::bytecode::{Host, Op, Slot};
use async_playground::runtime::Runtime;
use async_playground::trace::{Event, State, TaskId};

use crate::assembler::{Assembler, Body, completed, failed, logged};

fn waits(assembler: &mut Assembler, millis: u64) -> u32 {
    let mut body = Body::coroutine("waits", 0);
    let dropped = body.label();
    let from = body.at();
    body.line(4);
    body.sleep(millis);
    body.line(5);
    body.log(assembler, "slept");
    body.cleanup(from, dropped);
    body.ready();
    body.bind(dropped);
    body.line(6);
    body.log(assembler, "dropped");
    body.op(Op::Unwind);
    assembler.add(body)
}

fn panics(assembler: &mut Assembler) -> u32 {
    let mut body = Body::coroutine("panics", 0);
    body.panic(assembler, "oh no");
    assembler.add(body)
}

/// Spawns a function as a closure without captures on a thread; gives the slot of its handle.
fn spawn_blocking(assembler: &mut Assembler, body: &mut Body, function: u32) -> Slot {
    let vtable = assembler.words(&[0, 0, 1, function + 1]);
    let (closure, vtable) = (body.constant(4, 8), body.constant(4, vtable.into()));
    let task = body.slot(4);
    body.host(Host::SpawnBlocking, &[(4, closure), (4, vtable)], task);
    task
}

/// Awaits a task; gives the slot of how it ended.
fn join(body: &mut Body, task: Slot) -> Slot {
    let (again, over) = (body.label(), body.label());
    body.bind(again);
    let (context, how) = (body.slot(4), body.slot(1));
    body.op(Op::Context { dst: context });
    body.host(Host::JoinPoll, &[(4, task), (4, context)], how);
    let to = body.to(over);
    body.op(Op::JumpIf { cond: how, to });
    body.suspend();
    let to = body.to(again);
    body.op(Op::Jump { to });
    body.bind(over);
    body.host(Host::JoinDrop, &[(4, task)], 0);
    how
}

fn events(runtime: &Runtime, of: u32) -> Vec<String> {
    runtime.trace(|trace| {
        let entries = trace.entries().iter();
        let of_task = entries.filter(|entry| entry.task == TaskId(of));
        of_task.map(|entry| format!("{:?}", entry.event)).collect()
    })
}

#[test]
fn a_task_is_polled_woken_and_joined_as_a_compiled_one() {
    let mut assembler = Assembler::new();
    let waits = waits(&mut assembler, 20);
    let vtable = assembler.future_vtable();
    let mut main = Body::coroutine("main", 0);
    main.line(10);
    let task = assembler.spawn(&mut main, waits, 0, vtable);
    main.line(11);
    let how = join(&mut main, task);
    main.log_digit(how);
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    assert_eq!(logged(&runtime), ["5: slept", "11: 1"]);
    let spawned = "Spawn { parent: Some(TaskId(0)), kind: Task, name: None, location: Location { file: \"program\", line: 10, column: 0 } }";
    let expected = [
        spawned,
        "PollStart",
        "Sleep { until: 20ms, line: 4 }",
        "PollEnd { ready: false }",
        "Fire { due: 20ms }",
        "Wake { by: Timer }",
        "PollStart",
        "Log { text: \"slept\", line: 5 }",
        "PollEnd { ready: true }",
        "Complete",
    ];
    assert_eq!(events(&runtime, 1), expected);
    assert!(events(&runtime, 0).contains(&"Await { on: TaskId(1), line: 11 }".to_string()));
    assert_eq!(runtime.waited().as_millis(), 20);
}

#[test]
fn a_panic_is_the_tasks_own_end() {
    let mut assembler = Assembler::new();
    let panics = panics(&mut assembler);
    let vtable = assembler.future_vtable();
    let mut main = Body::coroutine("main", 0);
    let task = assembler.spawn(&mut main, panics, 0, vtable);
    let copy = main.slot(4);
    main.host(Host::JoinClone, &[(4, task)], copy);
    let how = join(&mut main, task);
    main.log_digit(how);
    let (size, align) = (main.constant(8, 100), main.constant(8, 1));
    let (out, len) = (main.slot(4), main.slot(8));
    main.host(Host::Alloc, &[(8, size), (8, align)], out);
    main.host(Host::JoinPanicText, &[(4, copy), (4, out), (8, size)], len);
    main.host(Host::Log, &[(4, out), (8, len)], 0);
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    assert_eq!(logged(&runtime), ["0: 3", "0: oh no"]);
    let end = events(&runtime, 1).pop();
    assert_eq!(end.as_deref(), Some("Panic { message: \"oh no\" }"));
}

#[test]
fn an_aborted_task_is_dropped_and_its_handle_says_so() {
    let mut assembler = Assembler::new();
    let waits = waits(&mut assembler, 20);
    let vtable = assembler.future_vtable();
    let mut main = Body::coroutine("main", 0);
    let task = assembler.spawn(&mut main, waits, 0, vtable);
    main.sleep(1);
    main.host(Host::JoinAbort, &[(4, task)], 0);
    let how = join(&mut main, task);
    main.log_digit(how);
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    assert_eq!(logged(&runtime), ["6: dropped", "0: 2"]);
    assert_eq!(
        runtime.trace(|trace| trace.state(TaskId(1))),
        Some(State::Ended)
    );
}

#[test]
fn what_is_left_when_main_ends_is_dropped() {
    let mut assembler = Assembler::new();
    let waits = waits(&mut assembler, 20);
    let vtable = assembler.future_vtable();
    let mut main = Body::coroutine("main", 0);
    for _ in 0..2 {
        assembler.spawn(&mut main, waits, 0, vtable);
    }
    main.sleep(1);
    main.ready();
    let runtime = assembler.run(main);
    assert_eq!(logged(&runtime), ["6: dropped", "6: dropped"]);
    assert_eq!(runtime.live_tasks(), 0);
    assert_eq!(runtime.armed_timers(), 0);
    assert_eq!(events(&runtime, 2).pop().as_deref(), Some("Abort"));
}

/// What is spawned while the run ends is dropped at once: by the machine, in the middle of a call of its own.
#[test]
fn what_a_drop_spawns_while_the_run_ends_is_dropped() {
    let mut assembler = Assembler::new();
    let waits = waits(&mut assembler, 20);
    let vtable = assembler.future_vtable();
    let mut spawner = Body::coroutine("spawner", 0);
    let dropped = spawner.label();
    let from = spawner.at();
    spawner.suspend();
    spawner.cleanup(from, dropped);
    spawner.ready();
    spawner.bind(dropped);
    assembler.spawn(&mut spawner, waits, 0, vtable);
    spawner.line(20);
    spawner.log(&mut assembler, "after");
    spawner.op(Op::Unwind);
    let spawner = assembler.add(spawner);
    let mut main = Body::coroutine("main", 0);
    assembler.spawn(&mut main, spawner, 0, vtable);
    main.sleep(1);
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    assert_eq!(logged(&runtime), ["6: dropped", "20: after"]);
    assert_eq!(runtime.trace(|trace| trace.spawned()), 3);
}

#[test]
fn branches_are_lanes_under_their_task() {
    let mut assembler = Assembler::new();
    let (name, len) = assembler.text("work( 1 )");
    let mut main = Body::coroutine("main", 0);
    main.line(3);
    let (name, len) = (main.constant(4, name.into()), main.constant(8, len));
    let branch = main.slot(4);
    main.host(Host::BranchNew, &[(4, name), (8, len)], branch);
    let (yes, no) = (main.constant(1, 1), main.constant(1, 0));
    let dropped = main.constant(1, 2);
    main.host(Host::BranchEnter, &[(4, branch), (1, yes)], 0);
    main.log(&mut assembler, "in it");
    main.host(Host::BranchLeave, &[(4, branch), (1, no)], 0);
    main.host(Host::BranchEnter, &[(4, branch), (1, no)], 0);
    main.host(Host::BranchLeave, &[(4, branch), (1, dropped)], 0);
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    let spawned = "Spawn { parent: Some(TaskId(0)), kind: Branch, name: Some(\"work( 1 )\"), location: Location { file: \"program\", line: 3, column: 0 } }";
    let expected = [
        spawned,
        "PollStart",
        "Log { text: \"in it\", line: 3 }",
        "PollEnd { ready: false }",
        "Abort",
    ];
    assert_eq!(events(&runtime, 1), expected);
}

#[test]
fn a_sleep_that_nobody_awaits_is_told() {
    let mut assembler = Assembler::new();
    let mut main = Body::coroutine("main", 0);
    main.line(8);
    let (deadline, what) = (main.constant(8, 5_000_000), main.constant(1, 1));
    let sleep = main.slot(4);
    main.host(Host::SleepNew, &[(8, deadline), (1, what)], sleep);
    main.host(Host::SleepDrop, &[(4, sleep)], 0);
    main.ready();
    let runtime = assembler.run(main);
    let told = runtime.trace(|trace| {
        let mut entries = trace.entries().iter();
        entries.any(|entry| matches!(entry.event, Event::NeverAwaited { line: 8, .. }))
    });
    assert!(told);
}

#[test]
fn a_thread_runs_beside_the_tasks() {
    let mut assembler = Assembler::new();
    let mut work = Body::new("work", 4);
    work.line(20);
    work.log(&mut assembler, "begun");
    let nanos = work.constant(8, 30_000_000);
    work.host(Host::Block, &[(8, nanos)], 0);
    work.log(&mut assembler, "done");
    work.op(Op::Return);
    let work = assembler.add(work);
    let mut main = Body::coroutine("main", 0);
    main.line(3);
    let task = spawn_blocking(&mut assembler, &mut main, work);
    main.log(&mut assembler, "spawned");
    main.sleep(10);
    main.log(&mut assembler, "meanwhile");
    let how = join(&mut main, task);
    main.log_digit(how);
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    let log = [
        "3: spawned",
        "20: begun",
        "3: meanwhile",
        "20: done",
        "3: 1",
    ];
    assert_eq!(logged(&runtime), log);
    let expected = [
        "Spawn { parent: Some(TaskId(0)), kind: Worker, name: None, location: Location { file: \"program\", line: 3, column: 0 } }",
        "PollStart",
        "Log { text: \"begun\", line: 20 }",
        "Log { text: \"done\", line: 20 }",
        "PollEnd { ready: true }",
        "Complete",
    ];
    assert_eq!(events(&runtime, 1), expected);
    assert_eq!(runtime.outcome().unwrap().0.as_millis(), 30);
}

#[test]
fn a_threads_panic_is_its_handles() {
    let mut assembler = Assembler::new();
    let mut work = Body::new("work", 4);
    work.panic(&mut assembler, "oh no");
    let work = assembler.add(work);
    let mut main = Body::coroutine("main", 0);
    let task = spawn_blocking(&mut assembler, &mut main, work);
    let how = join(&mut main, task);
    main.log_digit(how);
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    assert_eq!(logged(&runtime), ["0: 3"]);
    let end = events(&runtime, 1).pop();
    assert_eq!(end.as_deref(), Some("Panic { message: \"oh no\" }"));
}

#[test]
fn a_thread_that_is_not_done_ends_with_the_run() {
    let mut assembler = Assembler::new();
    let mut work = Body::new("work", 4);
    let nanos = work.constant(8, 30_000_000);
    work.host(Host::Block, &[(8, nanos)], 0);
    work.log(&mut assembler, "never");
    work.op(Op::Return);
    let work = assembler.add(work);
    let mut main = Body::coroutine("main", 0);
    spawn_blocking(&mut assembler, &mut main, work);
    main.sleep(10);
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    assert_eq!(logged(&runtime), [""; 0]);
    assert_eq!(events(&runtime, 1).pop().as_deref(), Some("Abort"));
    assert_eq!(runtime.armed_timers(), 0);
}

/// A function of a waker's vtable, that logs what it is.
fn waker_function(assembler: &mut Assembler, name: &str) -> u32 {
    let mut body = Body::new(name, 4);
    body.line(30);
    body.log(assembler, name);
    body.op(Op::Return);
    assembler.add(body) + 1
}

/// A context whose waker is the program's own; its address.
fn own_context(assembler: &mut Assembler) -> u32 {
    let mut clone = Body::new("clone", 4);
    let ret = clone.returns(8);
    clone.line(30);
    clone.log(assembler, "clone");
    let id = assembler.add(clone);
    let others = ["wake", "wake by ref", "drop"].map(|name| waker_function(assembler, name));
    let vtable = assembler.words(&[id + 1, others[0], others[1], others[2]]);
    let clone = &mut assembler.program.functions[id as usize];
    clone.code.push(Op::Move {
        dst: ret,
        src: 0,
        size: 4,
    });
    let value = vtable.into();
    clone.code.push(Op::Const {
        dst: ret + 4,
        size: 4,
        value,
    });
    clone.code.push(Op::Return);
    let waker = assembler.words(&[7, vtable]);
    assembler.words(&[waker])
}

/// A `main` that polls a sleep of 5 ms with a waker of its own, and drops it after `millis`.
fn wakes(millis: u64) -> Vec<String> {
    let mut assembler = Assembler::new();
    let context = own_context(&mut assembler);
    let mut main = Body::coroutine("main", 0);
    main.line(3);
    let (deadline, what) = (main.constant(8, 5_000_000), main.constant(1, 0));
    let sleep = main.slot(4);
    main.host(Host::SleepNew, &[(8, deadline), (1, what)], sleep);
    let (context, done) = (main.constant(4, context.into()), main.slot(1));
    main.host(Host::SleepPoll, &[(4, sleep), (4, context)], done);
    main.log(&mut assembler, "polled");
    main.sleep(millis);
    main.host(Host::SleepDrop, &[(4, sleep)], 0);
    main.log(&mut assembler, "dropped");
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    logged(&runtime)
}

#[test]
fn a_waker_that_the_program_has_made_is_called() {
    assert_eq!(
        wakes(9),
        ["30: clone", "3: polled", "30: wake", "3: dropped"]
    );
}

#[test]
fn a_waker_that_the_program_has_made_is_dropped() {
    assert_eq!(
        wakes(2),
        ["30: clone", "3: polled", "3: dropped", "30: drop"]
    );
}
