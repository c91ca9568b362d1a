//! Random programs, as data.

use std::time::Duration;

use proptest::prelude::*;

/// What a random program does.
#[derive(Clone, Debug)]
pub enum Op {
    /// Print a line.
    Log,
    /// Sleep, and wait for it.
    Sleep(Duration),
    /// Let the others run, and sleep until a moment that was chosen before.
    SleepUntil(Duration),
    /// Make a sleep and drop it.
    DropSleep(Duration),
    /// Make a sleep, block the thread, and wait for the sleep only then.
    SleepLate(Duration, Duration),
    /// Wait for a sleep for some time at most, and let it begin anew.
    ResetSleep(Duration, Duration, Duration),
    /// Block the thread.
    Block(Duration),
    /// Let the others run.
    Yield,
    /// Print a line when the program is dropped.
    Guard,
    /// Print a line when the program is dropped, and panic.
    PanickingGuard,
    /// Panic.
    Panic,
    /// Spawn a program and keep its handle.
    Spawn(Vec<Op>),
    /// Spawn a program and drop its handle. Its output's destructor may panic.
    SpawnDetached(Vec<Op>, bool),
    /// Spawn as many programs that are all the same.
    SpawnMany(u8, Vec<Op>),
    /// Wait for one of the handles, and let go of it.
    Await(usize),
    /// Abort by one of the handles, and keep it.
    Abort(usize),
    /// Drop one of the handles.
    Drop(usize),
    /// Block another thread, and keep its handle.
    Work(fn()),
    /// Wait for all other threads.
    AwaitWork,
    /// Run two or three programs as branches.
    Join(Vec<Op>, Vec<Op>, Option<Vec<Op>>),
    /// Run two programs as branches, always in this order.
    JoinBiased(Vec<Op>, Vec<Op>),
    /// Run a program for some time at most.
    Timeout(Duration, Vec<Op>),
    /// Run two programs as branches until one of them ends.
    Select(Vec<Op>, Vec<Op>),
    /// Spawn programs as one group, two of them at once.
    JoinSet(Vec<Vec<Op>>, Vec<SetOp>),
    /// Wait for ticks, and do something else meanwhile.
    Interval(Ticking),
    /// Send a message through the channel that all tasks share, which holds two.
    Send(Duration),
    /// Send a message through the channel that holds any number.
    SendUnbounded,
    /// Receive from the one.
    Receive(Duration),
    /// Receive from the other.
    ReceiveUnbounded(Duration),
    /// Spawn a program that sends its output, and wait for that.
    Oneshot(Duration, Vec<Op>),
    /// Run a program that holds the lock of all tasks.
    Lock(Duration, Vec<Op>),
    /// Run a program that holds some of the three permits of all tasks.
    Acquire(u32, Duration, Vec<Op>),
}

/// What is done with a group.
#[derive(Clone, Debug)]
pub enum SetOp {
    /// Spawn one more of its programs.
    Spawn,
    /// Wait for the next of them to end.
    JoinNext,
    /// Take what has ended.
    TryJoinNext,
    /// Abort all.
    AbortAll,
    /// Let go of all.
    DetachAll,
    /// Abort all, and wait for their end.
    Shutdown,
    /// Wait for all.
    JoinAll,
    /// Let the others run.
    Yield,
}

/// What is done in [`Op::Interval`].
#[derive(Clone, Debug)]
pub struct Ticking {
    /// When the first tick is.
    pub start: Duration,
    /// The time from tick to tick.
    pub period: Duration,
    /// What is done about missed ticks.
    pub missed: Missed,
    /// How many ticks are waited for.
    pub ticks: u8,
    /// Before which of them it begins anew.
    pub reset: Option<u8>,
    /// How long the thread is blocked at each of them.
    pub block: Duration,
    /// How long each of them is waited for, if not until it comes.
    pub patience: Option<Duration>,
}

/// `MissedTickBehavior`, of which there are two.
#[allow(missing_docs, reason = "they are tokio's")]
#[derive(Clone, Copy, Debug)]
pub enum Missed {
    Burst,
    Delay,
    Skip,
}

/// None, some tens of milliseconds, some milliseconds, or less than one.
fn time() -> impl Strategy<Value = Duration> {
    prop_oneof![
        4 => (0..6u64).prop_map(|n| Duration::from_millis(10 * n)),
        1 => (0..25u64).prop_map(Duration::from_millis),
        1 => (0..50u64).prop_map(|n| Duration::from_micros(250 * n)),
    ]
}

fn period() -> impl Strategy<Value = Duration> {
    time().prop_filter("an interval has a period", |period| !period.is_zero())
}

fn ticking() -> impl Strategy<Value = Ticking> {
    let missed = prop_oneof![Just(Missed::Burst), Just(Missed::Delay), Just(Missed::Skip)];
    let reset = prop::option::of(0..4u8);
    let times = (time(), period(), time(), prop::option::of(time()));
    (times, missed, 0..5u8, reset).prop_map(|(times, missed, ticks, reset)| {
        let (start, period, block, patience) = times;
        Ticking {
            start,
            period,
            missed,
            ticks,
            reset,
            block,
            patience,
        }
    })
}

fn set_op() -> impl Strategy<Value = SetOp> {
    prop_oneof![
        2 => Just(SetOp::Spawn),
        4 => Just(SetOp::JoinNext),
        2 => Just(SetOp::TryJoinNext),
        1 => Just(SetOp::AbortAll),
        1 => Just(SetOp::DetachAll),
        1 => Just(SetOp::Shutdown),
        1 => Just(SetOp::JoinAll),
        1 => Just(SetOp::Yield),
    ]
}

fn work() -> impl Strategy<Value = fn()> {
    use async_playground::playground::std::thread::sleep;
    fn nothing() {}
    fn some() {
        sleep(Duration::from_millis(15));
    }
    fn more() {
        sleep(Duration::from_millis(20));
        sleep(Duration::from_micros(1300));
    }
    fn panics() {
        panic!("on purpose: at work");
    }
    prop::sample::select(vec![nothing as fn(), some, more, panics])
}

/// Programs without other threads: when those end is left to chance on tokio.
pub fn ops() -> BoxedStrategy<Vec<Op>> {
    let op = prop_oneof![
        2 => Just(Op::Log),
        4 => time().prop_map(Op::Sleep),
        1 => time().prop_map(Op::SleepUntil),
        1 => time().prop_map(Op::DropSleep),
        1 => (time(), time()).prop_map(|(time, block)| Op::SleepLate(time, block)),
        1 => (time(), time(), time()).prop_map(|(a, b, c)| Op::ResetSleep(a, b, c)),
        1 => time().prop_map(Op::Block),
        3 => Just(Op::Yield),
        1 => Just(Op::Guard),
        1 => Just(Op::PanickingGuard),
        1 => Just(Op::Panic),
        3 => any::<usize>().prop_map(Op::Await),
        1 => any::<usize>().prop_map(Op::Abort),
        1 => any::<usize>().prop_map(Op::Drop),
        1 => ticking().prop_map(Op::Interval),
        1 => time().prop_map(Op::Send),
        1 => Just(Op::SendUnbounded),
        1 => time().prop_map(Op::Receive),
        1 => time().prop_map(Op::ReceiveUnbounded),
    ];
    ops_of(op.boxed())
}

/// Programs with other threads, too.
pub fn ops_at_work() -> BoxedStrategy<Vec<Op>> {
    let op = prop_oneof![
        2 => Just(Op::Log),
        2 => time().prop_map(Op::Sleep),
        2 => Just(Op::Yield),
        2 => work().prop_map(Op::Work),
        2 => Just(Op::AwaitWork),
        2 => any::<usize>().prop_map(Op::Await),
        1 => any::<usize>().prop_map(Op::Abort),
        1 => Just(Op::Guard),
    ];
    ops_of(op.boxed())
}

/// These, alone and nested.
fn ops_of(op: BoxedStrategy<Op>) -> BoxedStrategy<Vec<Op>> {
    let ops = prop::collection::vec(op.clone(), 0..6);
    let ops = ops.prop_recursive(4, 48, 6, move |ops| {
        let compound = prop_oneof![
            4 => ops.clone().prop_map(Op::Spawn),
            1 => (ops.clone(), any::<bool>())
                .prop_map(|(ops, panics)| Op::SpawnDetached(ops, panics)),
            1 => (ops.clone(), ops.clone(), prop::option::of(ops.clone()))
                .prop_map(|(a, b, c)| Op::Join(a, b, c)),
            1 => (ops.clone(), ops.clone()).prop_map(|(a, b)| Op::JoinBiased(a, b)),
            1 => (time(), ops.clone()).prop_map(|(time, ops)| Op::Timeout(time, ops)),
            1 => (ops.clone(), ops.clone()).prop_map(|(a, b)| Op::Select(a, b)),
            2 => (prop::collection::vec(ops.clone(), 0..4), prop::collection::vec(set_op(), 0..6))
                .prop_map(|(programs, ops)| Op::JoinSet(programs, ops)),
            1 => (time(), ops.clone()).prop_map(|(time, ops)| Op::Oneshot(time, ops)),
            1 => (time(), ops.clone()).prop_map(|(time, ops)| Op::Lock(time, ops)),
            1 => (1..4u32, time(), ops).prop_map(|(n, time, ops)| Op::Acquire(n, time, ops)),
        ];
        prop::collection::vec(prop_oneof![op.clone(), compound], 0..8)
    });
    ops.boxed()
}

/// More tasks than tokio polls between two looks at its timers, and a program among them.
pub fn crowd() -> impl Strategy<Value = Vec<Op>> {
    let op = prop_oneof![
        2 => Just(Op::Yield),
        1 => Just(Op::Log),
        1 => time().prop_map(Op::Sleep),
        1 => time().prop_map(Op::Block),
        1 => Just(Op::SendUnbounded),
        1 => time().prop_map(Op::ReceiveUnbounded),
    ];
    let each = prop::collection::vec(op.clone(), 1..4);
    let around = prop::collection::vec(op.boxed(), 0..4);
    let around = ops_of(around.prop_map(Op::Spawn).boxed());
    (around.clone(), 62..90u8, each, around).prop_map(|(before, count, each, after)| {
        let mut ops = before;
        ops.push(Op::SpawnMany(count, each));
        ops.extend(after);
        ops.push(Op::Await(0));
        ops
    })
}
