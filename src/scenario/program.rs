//! A program's `main`, called with the values of its parameters.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use super::Value;
use crate::speed::Speed;

/// The future of a program's `main`.
pub type Main = Pin<Box<dyn Future<Output = ()>>>;

/// A type that a parameter's value turns into: an argument of `main`.
pub trait Argument {
    /// The argument.
    fn from_value(value: Value) -> Self;
}

impl Argument for Duration {
    fn from_value(Value(thousandths): Value) -> Self {
        Duration::from_millis(thousandths)
    }
}

impl Argument for u32 {
    fn from_value(Value(thousandths): Value) -> Self {
        (thousandths / 1000) as u32
    }
}

impl Argument for Speed {
    fn from_value(Value(thousandths): Value) -> Self {
        Speed::from_thousandths(thousandths as u32)
    }
}

/// A `main` that takes its parameters as arguments.
pub trait Program<Arguments> {
    /// How many it takes.
    const TAKES: usize;

    /// Calls it.
    fn start(self, values: &[Value]) -> Main;
}

macro_rules! program {
    ($($argument:ident),*) => {
        impl<M, F, $($argument: Argument),*> Program<($($argument,)*)> for M
        where
            M: FnOnce($($argument),*) -> F,
            F: Future<Output = ()> + 'static,
        {
            const TAKES: usize = <[&str]>::len(&[$(stringify!($argument)),*]);

            fn start(self, values: &[Value]) -> Main {
                let mut values = values.iter().copied();
                let main = self($({
                    let value = values.next().expect("one parameter for each argument");
                    $argument::from_value(value)
                }),*);
                assert!(values.next().is_none(), "one argument for each parameter");
                Box::pin(main)
            }
        }
    };
}

program!();
program!(A);
program!(A, B);
program!(A, B, C);
program!(A, B, C, D, E, G);
