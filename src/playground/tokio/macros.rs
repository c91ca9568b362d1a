//! `join!`, `try_join!` and `select!`: tokio's, with each branch in a lane of its own.

/// Awaits all branches at once, and gives their results in the order of the arguments.
///
/// As in tokio, each poll begins with another branch, unless `biased;` stands first.
#[macro_export]
#[doc(hidden)]
macro_rules! __join {
    (biased; $($branch:expr),+ $(,)?) => {
        ::tokio::join!(biased; $($crate::runtime::branch(stringify!($branch), $branch)),+)
    };
    ($($branch:expr),+ $(,)?) => {
        ::tokio::join!($($crate::runtime::branch(stringify!($branch), $branch)),+)
    };
    ($(biased;)?) => { ::tokio::join!() };
}

/// Awaits all branches at once until one of them fails: gives all results, or the first error.
///
/// The branches that were not finished by then are dropped. As in tokio, each poll
/// begins with another branch, unless `biased;` stands first.
#[macro_export]
#[doc(hidden)]
macro_rules! __try_join {
    (biased; $($branch:expr),+ $(,)?) => {
        ::tokio::try_join!(biased; $($crate::runtime::branch(stringify!($branch), $branch)),+)
    };
    ($($branch:expr),+ $(,)?) => {
        ::tokio::try_join!($($crate::runtime::branch(stringify!($branch), $branch)),+)
    };
    ($(biased;)?) => { ::tokio::try_join!() };
}

/// Awaits all branches at once until the first of them is ready, and runs that one's handler.
///
/// An arm is `pattern = future [, if condition] => handler,`. The other branches are
/// dropped before the handler runs. A branch whose result does not match its pattern
/// is out, and so is one whose condition is false, which is then never polled;
/// `else => handler` runs when all are out.
///
/// Who is polled first is left to chance. Where the order matters, say `biased;`
/// first: then branches are polled from top to bottom. A lesson's simulation shows
/// what its run does only if it does so.
#[macro_export]
#[doc(hidden)]
macro_rules! __select {
    // All arms are read.
    (@ [$($bias:tt)*] [$($arms:tt)*]) => {
        ::tokio::select!($($bias)* $($arms)*)
    };
    (@ [$($bias:tt)*] [$($arms:tt)*] else => $else:expr $(,)?) => {
        ::tokio::select!($($bias)* $($arms)* else => $else)
    };
    (@arm $bias:tt [$($arms:tt)*] ($p:pat, $f:expr, $h:expr $(, $c:expr)?) $($rest:tt)*) => {
        $crate::__select!(@ $bias [
            $($arms)*
            $p = $crate::runtime::branch(stringify!($f), $f) $(, if $c)? => { $h },
        ] $($rest)*)
    };
    // The next arm: its comma may be left out after a block, and at the end.
    (@ $bias:tt $arms:tt $p:pat = $f:expr $(, if $c:expr)? => $h:block, $($rest:tt)*) => {
        $crate::__select!(@arm $bias $arms ($p, $f, $h $(, $c)?) $($rest)*)
    };
    (@ $bias:tt $arms:tt $p:pat = $f:expr $(, if $c:expr)? => $h:block $($rest:tt)*) => {
        $crate::__select!(@arm $bias $arms ($p, $f, $h $(, $c)?) $($rest)*)
    };
    (@ $bias:tt $arms:tt $p:pat = $f:expr $(, if $c:expr)? => $h:expr) => {
        $crate::__select!(@arm $bias $arms ($p, $f, $h $(, $c)?))
    };
    (@ $bias:tt $arms:tt $p:pat = $f:expr $(, if $c:expr)? => $h:expr, $($rest:tt)*) => {
        $crate::__select!(@arm $bias $arms ($p, $f, $h $(, $c)?) $($rest)*)
    };
    (biased; $($arms:tt)*) => {
        $crate::__select!(@ [biased;] [] $($arms)*)
    };
    ($($arms:tt)*) => {
        $crate::__select!(@ [] [] $($arms)*)
    };
}
