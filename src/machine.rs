//! Runs a learner's own program: bytecode, as futures on the [runtime](crate::runtime) that compiled lessons run on.
//!
//! A [`Machine`] is one program's memory and what interprets its code. Each of the program's tasks is one future,
//! which the runtime polls and drops as it does any other; what the code asks of the runtime goes through `host`.
//!
//! The interpreter borrows the machine's state only while instructions run. Whatever leads out of it, into the
//! runtime or to a waker, may lead in again: a task that is spawned while the run ends is dropped at once.
//!
//! A program may come from anywhere. It is checked before it runs, and its memory is its own: the worst that it can do
//! is to end its run.

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;
use std::rc::{Rc, Weak};

pub mod bytecode;

mod arithmetic;
mod convert;
mod coroutine;
mod fault;
mod format;
mod heap;
mod host;
mod interpreter;
mod limits;
mod memory;
mod stack;
mod table;
mod task;
mod thread;
mod unwind;
mod validate;
mod waker;

use bytecode::{FunctionId, Host, Parameter, Program};
use fault::Fault;
use host::{EnteredBranch, Handle, HostSleep, HostWaker};
use interpreter::{Exit, State};
use stack::{STACK_OVERFLOW, Stack};
use table::Table;
use task::MachineFuture;

use crate::runtime::{Context, Outcome, Runtime, simulated};
use crate::scenario::Value;
use crate::speed::Speed;
use crate::trace::{Location, TaskId};

/// How many calls of the program the host may have within each other: a destructor that spawns what is dropped at once,
/// and so on.
const DEEPEST_NESTED: u32 = 100;

/// The file of every line that a program names.
const PROGRAM_FILE: &str = "program";

/// A program that is loaded, and all that it has.
pub struct Machine {
    id: u32,
    me: Weak<Machine>,
    program: Program,
    /// What `main` is given.
    arguments: Vec<u8>,
    state: RefCell<State>,
    sleeps: RefCell<Table<HostSleep>>,
    joins: RefCell<Table<Handle>>,
    wakers: RefCell<Table<HostWaker>>,
    /// The branches that are polled or dropped, outermost first.
    branches: RefCell<Vec<EnteredBranch>>,
    /// Wakers that were let go of, and are to be dropped: vtable and data.
    dropped_wakers: RefCell<Vec<(u32, u32)>>,
    /// The run's number, once it has begun.
    run: Cell<Option<u32>>,
    /// The task that is polled or dropped.
    task: Cell<TaskId>,
    /// How many calls of the program the host has within each other.
    nested: Cell<u32>,
    /// How many bytes the program has printed.
    printed: Cell<u64>,
    /// Why the run cannot go on, if it cannot: nothing of the program runs any more.
    over: OnceCell<String>,
}

/// Why a call does not go on.
enum Paused {
    /// It has returned; its result stands at this address.
    Returned(u32),
    /// The host is to do something first; the arguments stand at this address.
    Host { args: u32 },
}

/// Why a call has no result.
#[derive(Clone, Debug)]
enum Stop {
    /// It has panicked with this message.
    Panic(String),
    /// The run cannot go on, for this reason.
    Over(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Stop::Panic(message) | Stop::Over(message)) = self;
        f.write_str(message)
    }
}

thread_local! {
    /// The machines of this thread, by number.
    static MACHINES: RefCell<Vec<(u32, Weak<Machine>)>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Runs a program on the simulated clock to its end, with values for the parameters of its `main`.
///
/// An error says what is wrong with the program.
pub fn simulate(program: &Program, values: &[Value], speed: Speed) -> Result<Runtime, String> {
    let main = main(program.clone(), values)?;
    Ok(simulated::run(main, speed))
}

/// The future of a program's `main`. An error says what is wrong with the program.
pub fn main(
    program: Program,
    values: &[Value],
) -> Result<impl Future<Output = ()> + use<>, String> {
    Ok(MachineFuture::main(Machine::new(program, values)?))
}

impl Machine {
    fn new(program: Program, values: &[Value]) -> Result<Rc<Machine>, String> {
        validate::validate(&program)?;
        let arguments = arguments(&program.parameters, values)?;
        let state = State::new(&program).map_err(|fault| fault.to_string())?;
        let id = NEXT.replace(NEXT.get() + 1);
        let machine = Rc::new_cyclic(|me| Machine {
            id,
            me: me.clone(),
            program,
            arguments,
            state: RefCell::new(state),
            sleeps: RefCell::default(),
            joins: RefCell::default(),
            wakers: RefCell::default(),
            branches: RefCell::default(),
            dropped_wakers: RefCell::default(),
            run: Cell::default(),
            task: Cell::new(TaskId::MAIN),
            nested: Cell::default(),
            printed: Cell::default(),
            over: OnceCell::new(),
        });
        MACHINES.with_borrow_mut(|machines| machines.push((id, machine.me.clone())));
        Ok(machine)
    }

    /// The machine with this number, if it is still there.
    fn find(id: u32) -> Option<Rc<Machine>> {
        MACHINES.with_borrow(|machines| {
            let (_, machine) = machines.iter().find(|(machine, _)| *machine == id)?;
            machine.upgrade()
        })
    }

    fn rc(&self) -> Result<Rc<Machine>, Fault> {
        self.me
            .upgrade()
            .ok_or_else(|| fault::end("the run is over"))
    }

    /// Who is polled or dropped. What runs otherwise, as a waker does that a timer has called, belongs to `main`.
    fn context(&self) -> Result<Context, Fault> {
        let main = || {
            let runtime = Runtime::find(self.run.get()?)?;
            let lane = TaskId::MAIN;
            Some(Context { runtime, lane })
        };
        let context = Context::current().or_else(main);
        context.ok_or_else(|| fault::end("the run is over"))
    }

    /// Ends the poll that goes on if it has reached a limit of the run.
    fn within_limits(&self, runtime: &Runtime) -> Result<(), Fault> {
        let panicking = !self.state.borrow().stack.panics.is_empty();
        match runtime.exceeded() {
            // Who unwinds already, ends.
            Some(message) if !panicking => Err(fault::panic(message)),
            _ => Ok(()),
        }
    }

    /// The line of the program that runs.
    fn line(&self, state: &State) -> u32 {
        state.stack.line(&self.program)
    }

    /// The place of the program that runs.
    fn location(&self, state: &State) -> Location {
        Location {
            file: PROGRAM_FILE,
            line: self.line(state),
            column: 0,
        }
    }

    /// Calls a function from outside of the program; returns the address of its result, which is there until the next call.
    fn call(&self, function: FunctionId, args: &[u8], ret_size: u32) -> Result<u32, Stop> {
        self.goes_on()?;
        if self.nested.get() == DEEPEST_NESTED {
            let overflow = fault::end(STACK_OVERFLOW);
            return Err(self.stop(*overflow));
        }
        self.nested.update(|nested| nested + 1);
        let (begun, below) = {
            let mut state = self.state.borrow_mut();
            let below = state.stack.frames.len();
            if below == 0 {
                state.fuel.refill();
            }
            (state.begin(&self.program, function, args, ret_size), below)
        };
        let branches = self.branches.borrow().len();
        let called = match begun {
            Ok(()) => match self.run_until(|_| false) {
                Ok(Paused::Returned(at) | Paused::Host { args: at }) => Ok(at),
                Err(stop) => Err(stop),
            },
            Err(fault) => Err(self.stop(*fault)),
        };
        self.nested.update(|nested| nested - 1);
        self.state.borrow_mut().stack.cut(below);
        while self.branches.borrow().len() > branches {
            let left = self.branches.borrow_mut().pop();
            drop(left);
        }
        called
    }

    fn goes_on(&self) -> Result<(), Stop> {
        match self.over.get() {
            Some(message) => Err(Stop::Over(message.clone())),
            None => Ok(()),
        }
    }

    /// Has the program stand on another stack; returns the one before.
    fn swap_stack(&self, stack: Stack) -> Stack {
        std::mem::replace(&mut self.state.borrow_mut().stack, stack)
    }

    /// Goes on until the call has ended that was begun last, or the host is asked for what is to stop it.
    fn run_until(&self, stops: impl Fn(Host) -> bool) -> Result<Paused, Stop> {
        loop {
            let mut exit = self.state.borrow_mut().run(&self.program);
            while let Exit::Host { call, args, ret } = exit {
                if stops(call) {
                    return Ok(Paused::Host { args });
                }
                let done = self.host(call, args, ret);
                self.goes_on()?;
                let mut state = self.state.borrow_mut();
                exit = match done {
                    Ok(()) => state.run(&self.program),
                    Err(fault) => match state.fail(&self.program, *fault) {
                        Some(exit) => exit,
                        None => state.run(&self.program),
                    },
                };
            }
            return match exit {
                Exit::Returned(at) => Ok(Paused::Returned(at)),
                Exit::Panicked(message) => Err(Stop::Panic(message)),
                Exit::Ended(message) => Err(Stop::Over(self.give_up(&message))),
                Exit::Host { .. } => continue,
            };
        }
    }

    /// Calls a function of the program whose pointer this is, as part of what the host does.
    fn call_from_host(&self, pointer: u32, args: &[u32], ret_size: u32) -> Result<u32, Fault> {
        let args: Vec<u8> = args.iter().flat_map(|word| word.to_le_bytes()).collect();
        let called = self.call(pointer.wrapping_sub(1), &args, ret_size);
        called.map_err(|stop| match stop {
            Stop::Panic(message) => fault::panic(message),
            Stop::Over(message) => fault::end(message),
        })
    }

    /// What becomes of a fault outside of the program's own code.
    fn stop(&self, fault: fault::Kind) -> Stop {
        match fault {
            fault::Kind::Panic(message) => Stop::Panic(message.into()),
            fault::Kind::End(message) => Stop::Over(self.give_up(&message)),
        }
    }

    /// Ends the run, and says where it stands; nothing of the program runs any more.
    fn give_up(&self, message: &str) -> String {
        if let Some(message) = self.over.get() {
            return message.clone();
        }
        let line = self.state.try_borrow().map_or(0, |state| self.line(&state));
        let Ok(Context { runtime, lane }) = self.context() else {
            return self.over.get_or_init(|| message.into()).clone();
        };
        let lane = runtime.lane_name(lane);
        let message = match line {
            0 => format!("{message}: {lane} was polled last"),
            _ => format!("{message}: {lane} stands in line {line}"),
        };
        runtime.end(Outcome::Failed(message.clone()));
        self.over.get_or_init(|| message).clone()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        MACHINES.with_borrow_mut(|machines| machines.retain(|(id, _)| *id != self.id));
    }
}

/// The parameters of `main`, as it finds them in its frame.
fn arguments(parameters: &[Parameter], values: &[Value]) -> Result<Vec<u8>, String> {
    if parameters.len() != values.len() {
        let (takes, given) = (parameters.len(), values.len());
        return Err(format!(
            "`main` takes {takes} parameters: {given} were given"
        ));
    }
    let (offsets, size) = validate::parameter_offsets(parameters);
    let mut bytes = vec![0; size as usize];
    for ((parameter, value), at) in parameters.iter().zip(values).zip(offsets) {
        let Value(thousandths) = value;
        let at = at as usize;
        match parameter {
            Parameter::Duration => {
                let nanos = (thousandths % 1000) as u32 * 1_000_000;
                bytes[at..at + 8].copy_from_slice(&(thousandths / 1000).to_le_bytes());
                bytes[at + 8..at + 12].copy_from_slice(&nanos.to_le_bytes());
            }
            Parameter::Count => {
                let count = (thousandths / 1000) as u32;
                bytes[at..at + 4].copy_from_slice(&count.to_le_bytes());
            }
        }
    }
    Ok(bytes)
}
