//! A random program as text: what [`program`](crate::on_tokio::program) does with its data is here done by statements.

use std::fmt::Display;
use std::time::Duration;

use crate::ops::{Op, SetOp, Ticking};

/// A program of Rust that does `ops`, as `main`.
pub fn printed(ops: &[Op]) -> String {
    let mut printer = Printer::default();
    let main = Scope {
        name: "main".into(),
        is_task: false,
    };
    printer.task(&main, ops);
    let functions = printer.functions.join("\n");
    let main = "pub async fn main() {\n    main_task(Rc::new(Shared::new())).await;\n}\n";
    format!("{}\n{main}\n{functions}", include_str!("prelude.rs"))
}

/// Where ops are done.
struct Scope {
    /// Whatever is printed begins with this. Of one of many tasks that are the same, it has `{n}` for its number.
    name: String,
    /// Whether it is in a task, which may panic: a panic of `main` is the end.
    is_task: bool,
}

impl Scope {
    fn inner(&self, name: impl Display) -> Scope {
        Scope {
            name: format!("{}.{name}", self.name),
            is_task: self.is_task,
        }
    }

    fn task(&self, name: impl Display) -> Scope {
        Scope {
            is_task: true,
            ..self.inner(name)
        }
    }

    fn function(&self) -> String {
        self.name.replace('.', "_").replace("{n}", "n") + "_task"
    }
}

#[derive(Default)]
struct Printer {
    /// Of the function that is being printed.
    lines: Vec<String>,
    depth: usize,
    /// All that are done: one for each task, and for as many as are the same.
    functions: Vec<String>,
}

impl Printer {
    fn line(&mut self, text: impl Display) {
        self.lines.push(format!("{:1$}{text}", "", 4 * self.depth));
    }

    fn lines(&mut self, text: &str) {
        text.lines().for_each(|text| self.line(text));
    }

    fn within(&mut self, open: impl Display, close: impl Display, inside: impl FnOnce(&mut Self)) {
        self.line(open);
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line(close);
    }

    /// A function for the task, beside all others.
    fn task(&mut self, scope: &Scope, ops: &[Op]) {
        let outer = (
            std::mem::take(&mut self.lines),
            std::mem::take(&mut self.depth),
        );
        let number = if scope.name.contains("{n}") {
            ", n: u8"
        } else {
            ""
        };
        let function = scope.function();
        let open = format!("async fn {function}(shared: Rc<Shared>{number}) -> Guard {{");
        self.within(open, "}", |this| this.body(scope, ops));
        let function = std::mem::take(&mut self.lines).join("\n") + "\n";
        self.functions.push(function);
        (self.lines, self.depth) = outer;
    }

    /// The call of a task's function, which is printed.
    fn call(&mut self, scope: &Scope, ops: &[Op]) -> String {
        self.task(scope, ops);
        let number = if scope.name.contains("{n}") {
            ", n"
        } else {
            ""
        };
        format!("{}(shared.clone(){number})", scope.function())
    }

    fn branch(&mut self, open: &str, close: &str, scope: &Scope, ops: &[Op]) {
        let (open, close) = (format!("{open}branch(async {{"), format!("}}){close}"));
        self.within(open, close, |this| this.body(scope, ops));
    }

    /// The ops one after another, and an output that says when it is dropped.
    fn body(&mut self, scope: &Scope, ops: &[Op]) {
        let name = &scope.name;
        self.line(format_args!(
            "let output = Guard::new(format!(\"{name}, output\"));"
        ));
        if ops
            .iter()
            .any(|op| matches!(op, Op::Spawn(_) | Op::SpawnMany(..)))
        {
            self.line("let mut handles = Vec::new();");
        }
        let guards =
            |op: &Op| matches!(op, Op::Guard) || scope.is_task && matches!(op, Op::PanickingGuard);
        let guards = ops.iter().any(guards);
        if guards {
            self.line("let mut guards = Vec::new();");
        }
        let mut handles = 0;
        for (n, op) in ops.iter().enumerate() {
            self.op(&scope.inner(n), op, &mut handles);
        }
        if guards {
            self.line("drop(guards);");
        }
        self.line("output");
    }

    /// One op, where there are so many handles.
    fn op(&mut self, scope: &Scope, op: &Op, handles: &mut usize) {
        let name = &scope.name;
        match op {
            Op::Log => self.line(format_args!("println!(\"{name} is here\");")),
            Op::Sleep(time) => self.line(format_args!("sleep({}).await;", duration(time))),
            Op::SleepUntil(time) => self.within("{", "}", |this| {
                this.line(format_args!(
                    "let deadline = Instant::now() + {};",
                    duration(time)
                ));
                this.line("yield_now().await;");
                this.line("sleep_until(deadline).await;");
            }),
            Op::DropSleep(time) => self.line(format_args!("drop(sleep({}));", duration(time))),
            Op::SleepLate(time, block) => self.within("{", "}", |this| {
                this.line(format_args!("let late = sleep({});", duration(time)));
                this.line(format_args!("thread::sleep({});", duration(block)));
                this.line("late.await;");
            }),
            Op::ResetSleep(time, patience, other) => self.within("{", "}", |this| {
                let [time, patience, other] = [time, patience, other].map(duration);
                this.lines(&format!(
                    "let mut nap = pin!(sleep({time}));
                    let in_time = timeout({patience}, nap.as_mut()).await.is_ok();
                    println!(\"{name}: {{in_time}} {{}}\", nap.is_elapsed());
                    nap.as_mut().reset(Instant::now() + {other});
                    yield_now().await;
                    println!(\"{name}: {{}}\", nap.is_elapsed());
                    nap.await;"
                ));
            }),
            Op::Block(time) => self.line(format_args!("thread::sleep({});", duration(time))),
            Op::Yield => self.line("yield_now().await;"),
            Op::Guard => self.line(format_args!(
                "guards.push(Guard::new(format!(\"{name}\")));"
            )),
            Op::PanickingGuard if scope.is_task => {
                self.line(format_args!(
                    "guards.push(Guard::panicking(format!(\"{name}\")));"
                ));
            }
            Op::Panic if scope.is_task => {
                self.line(format_args!("panic!(\"on purpose: {name}\");"));
            }
            Op::PanickingGuard | Op::Panic => {
                self.line(format_args!("println!(\"{name} would panic\");"));
            }
            Op::Spawn(ops) => {
                *handles += 1;
                let program = self.call(&scope.task("t"), ops);
                self.line(format_args!("handles.push(spawn_local({program}));"));
            }
            Op::SpawnDetached(ops, panics) => self.within("{", "}", |this| {
                let program = this.call(&scope.task("d"), ops);
                this.line(format_args!("let program = {program};"));
                this.within("drop(spawn_local(async move {", "}));", |this| {
                    this.line("let mut output = program.await;");
                    this.line(format_args!("output.panics = {panics};"));
                    this.line("output");
                });
            }),
            Op::SpawnMany(count, ops) => {
                *handles += usize::from(*count);
                let program = self.call(&scope.task("{n}"), ops);
                self.within(format_args!("for n in 0..{count} {{"), "}", |this| {
                    this.line(format_args!("handles.push(spawn_local({program}));"));
                });
            }
            Op::Await(at) if *handles > 0 => self.within("{", "}", |this| {
                this.line(format_args!(
                    "let handle = handles.remove({});",
                    at % *handles
                ));
                this.line(format_args!(
                    "println!(\"{name}: {{}}\", outcome(handle.await));"
                ));
                *handles -= 1;
            }),
            Op::Abort(at) if *handles > 0 => {
                self.line(format_args!("handles[{}].abort();", at % *handles));
            }
            Op::Drop(at) if *handles > 0 => self.within("{", "}", |this| {
                let finished =
                    format!("println!(\"{name} drops a handle: {{}}\", handle.is_finished());");
                this.line(format_args!(
                    "let handle = handles.remove({});",
                    at % *handles
                ));
                this.line(finished);
                *handles -= 1;
            }),
            Op::Await(_) | Op::Abort(_) | Op::Drop(_) => {
                self.line(format_args!("println!(\"{name} has no handle\");"));
            }
            Op::Work(_) | Op::AwaitWork => unreachable!("when other threads end is left to chance"),
            Op::Join(a, b, c) => self.within("{", "}", |this| {
                if let Some(c) = c {
                    this.branch("let c = ", ";", &scope.inner("c"), c);
                }
                this.within("join!(", ");", |this| {
                    this.branch("", ",", &scope.inner("a"), a);
                    this.branch("", ",", &scope.inner("b"), b);
                    if c.is_some() {
                        this.line("c");
                    }
                });
            }),
            Op::JoinBiased(a, b) => self.within("join!(", ");", |this| {
                this.line("biased;");
                this.branch("", ",", &scope.inner("a"), a);
                this.branch("", ",", &scope.inner("b"), b);
            }),
            Op::Timeout(time, ops) => {
                let open = format!("match timeout({}, async {{", duration(time));
                self.within(open, "}).await {", |this| this.body(&scope.inner("o"), ops));
                self.line(format_args!(
                    "    Ok(_) => println!(\"{name} was in time\"),"
                ));
                self.too_late(name);
            }
            Op::Select(a, b) => self.within("select! {", "}", |this| {
                this.line("biased;");
                let first = |branch| format!(" => println!(\"{name}: {branch} was first\"),");
                this.branch("() = ", &first("a"), &scope.inner("a"), a);
                this.branch("() = ", &first("b"), &scope.inner("b"), b);
            }),
            Op::JoinSet(programs, ops) => {
                self.within("{", "}", |this| this.join_set(scope, programs, ops));
            }
            Op::Interval(ticking) => self.within("{", "}", |this| this.tick(name, ticking)),
            Op::Send(time) => self.within("{", "}", |this| {
                let time = duration(time);
                this.lines(&format!(
                    "let message = Guard::new(format!(\"{name}, message\"));
                    let sent = timeout({time}, shared.bounded.0.send(message)).await;
                    println!(\"{name}: {{:?}}\", sent.map(|sent| sent.is_ok()));"
                ));
            }),
            Op::SendUnbounded => self.within("{", "}", |this| {
                this.lines(&format!(
                    "let message = Guard::new(format!(\"{name}, message\"));
                    let sent = shared.unbounded.0.send(message);
                    println!(\"{name}: {{}}\", sent.is_ok());"
                ));
            }),
            Op::Receive(time) => self.receive(name, "bounded", time),
            Op::ReceiveUnbounded(time) => self.receive(name, "unbounded", time),
            Op::Oneshot(time, ops) => self.within("{", "}", |this| {
                this.line("let (sender, receiver) = oneshot::channel();");
                let program = this.call(&scope.task("s"), ops);
                this.line(format_args!("let program = {program};"));
                this.within("drop(spawn_local(async move {", "}));", |this| {
                    this.line("let message = program.await;");
                    this.line(
                        "println!(\"{}: {}\", message.name.clone(), sender.send(message).is_ok());",
                    );
                });
                this.line(format_args!(
                    "match timeout({}, receiver).await {{",
                    duration(time)
                ));
                this.line(format_args!(
                    "    Ok(message) => received(format!(\"{name}\"), message.ok()),"
                ));
                this.too_late(name);
            }),
            Op::Lock(time, ops) => {
                self.line(format_args!(
                    "match timeout({}, shared.lock.lock()).await {{",
                    duration(time)
                ));
                self.within("    Ok(mut count) => {", "    }", |this| {
                    this.line("*count += 1;");
                    this.line(format_args!(
                        "println!(\"{name} is the {{count}}. to hold the lock\");"
                    ));
                    this.branch("", ".await;", &scope.inner("l"), ops);
                });
                self.too_late(name);
            }
            Op::Acquire(permits, time, ops) => {
                let acquired = format!("shared.permits.acquire_many({permits})");
                self.line(format_args!(
                    "match timeout({}, {acquired}).await {{",
                    duration(time)
                ));
                self.within("    Ok(permits) => {", "    }", |this| {
                    this.line(format_args!(
                        "println!(\"{name} has {{}}\", permits.unwrap().num_permits());"
                    ));
                    this.branch("", ".await;", &scope.inner("p"), ops);
                });
                self.too_late(name);
            }
        }
    }

    /// The last arm of a match of what a timeout gives.
    fn too_late(&mut self, name: &str) {
        self.line(format_args!(
            "    Err(elapsed) => println!(\"{name}: {{elapsed}}\"),"
        ));
        self.line("}");
    }

    fn receive(&mut self, name: &str, channel: &str, time: &Duration) {
        let time = duration(time);
        self.within("{", "}", |this| {
            this.lines(&format!(
                "let receive = async {{ shared.{channel}.1.lock().await.recv().await }};
                received(format!(\"{name}\"), timeout({time}, receive).await.ok().flatten());"
            ));
        });
    }

    fn join_set(&mut self, scope: &Scope, programs: &[Vec<Op>], ops: &[SetOp]) {
        let name = &scope.name;
        let programs = programs.iter().enumerate();
        let spawned = programs.map(|(n, ops)| {
            let program = self.call(&scope.task(n), ops);
            format!("set.spawn_local({program});")
        });
        let mut spawned = spawned.collect::<Vec<_>>().into_iter();
        self.line("let mut set: JoinSet<Guard> = JoinSet::new();");
        spawned
            .by_ref()
            .take(2)
            .for_each(|spawned| self.line(spawned));
        for op in ops {
            match op {
                SetOp::Spawn => spawned
                    .next()
                    .into_iter()
                    .for_each(|spawned| self.line(spawned)),
                SetOp::JoinNext => self.lines(&format!(
                    "let next = set.join_next().await.map(outcome);
                    println!(\"{name}: {{next:?}} has ended, {{}} are left\", set.len());"
                )),
                SetOp::TryJoinNext => self.lines(&format!(
                    "let next = set.try_join_next().map(outcome);
                    println!(\"{name}: {{next:?}} had ended, {{}} are left\", set.len());"
                )),
                SetOp::AbortAll => self.line("set.abort_all();"),
                SetOp::DetachAll => self.line("set.detach_all();"),
                SetOp::Shutdown => {
                    self.line("set.shutdown().await;");
                    self.line(format_args!(
                        "println!(\"{name} is empty: {{}}\", set.is_empty());"
                    ));
                }
                SetOp::JoinAll if scope.is_task => self.within("{", "}", |this| {
                    this.lines(&format!(
                        "let all = std::mem::take(&mut set).join_all().await;
                        let names: Vec<_> = all.iter().map(|output| &output.name).collect();
                        println!(\"{name}: {{names:?}}\");"
                    ));
                }),
                SetOp::JoinAll => self.line(format_args!("println!(\"{name} might panic\");")),
                SetOp::Yield => self.line("yield_now().await;"),
            }
        }
        self.line(format_args!(
            "println!(\"{name} ends with {{}}\", set.len());"
        ));
    }

    fn tick(&mut self, name: &str, ticking: &Ticking) {
        let [start, period, block] =
            [&ticking.start, &ticking.period, &ticking.block].map(duration);
        let (missed, ticks) = (ticking.missed, ticking.ticks);
        let patience = duration(&ticking.patience.unwrap_or_default());
        let patient = ticking.patience.is_some();
        self.lines(&format!(
            "let started = Instant::now();
            let mut interval = interval_at(started + {start}, {period});
            interval.set_missed_tick_behavior(MissedTickBehavior::{missed:?});"
        ));
        self.within(format_args!("for tick in 0..{ticks} {{"), "}", |this| {
            if let Some(reset) = ticking.reset {
                this.within(format_args!("if tick == {reset} {{"), "}", |this| {
                    this.line("interval.reset();")
                });
            }
            this.within("select! {", "}", |this| {
                this.line("biased;");
                this.within("tick = interval.tick() => {", "}", |this| {
                    this.lines(&format!(
                        "let since = tick.duration_since(started);
                        println!(\"{name} ticks at {{since:?}}, it is {{:?}}\", started.elapsed());
                        thread::sleep({block});"
                    ));
                });
                let impatient = format!("() = sleep({patience}), if {patient} => {{");
                this.within(impatient, "}", |this| {
                    this.line(format_args!(
                        "println!(\"{name} does not wait for its tick\");"
                    ));
                });
            });
        });
    }
}

fn duration(time: &Duration) -> String {
    match time.subsec_micros() % 1000 {
        0 => format!("Duration::from_millis({})", time.as_millis()),
        _ => format!("Duration::from_micros({})", time.as_micros()),
    }
}
