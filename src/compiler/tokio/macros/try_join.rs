//! Awaiting all until one fails.

#[macro_export]
macro_rules! try_join {
    // All branches are read: `$skip` are the places before each.
    (@ $biased:literal ($($total:tt)*) $(($($skip:tt)*) $e:expr,)*) => {{
        let mut futures = ($($crate::macros::support::branch(stringify!($e), $e),)*);
        let futures = &mut futures;
        let mut rotator = $crate::macros::support::Rotator::new($biased, $($total)*);
        $crate::macros::support::poll_fn(move |cx| {
            let mut is_pending = false;
            let mut round = rotator.round();
            loop {
                $(
                    match round.next() {
                        $crate::macros::support::Turn::Skip => {}
                        $crate::macros::support::Turn::End => break,
                        $crate::macros::support::Turn::Poll => {
                            let ($($skip,)* future, ..) = &mut *futures;
                            if !future.poll(cx) {
                                is_pending = true;
                            } else if future.has_failed() {
                                return $crate::macros::support::Poll::Ready(
                                    $crate::macros::support::Result::Err(future.take_err()),
                                );
                            }
                        }
                    }
                )*
            }
            if is_pending {
                $crate::macros::support::Poll::Pending
            } else {
                $crate::macros::support::Poll::Ready($crate::macros::support::Result::Ok(($({
                    let ($($skip,)* future, ..) = &mut *futures;
                    future.take_ok()
                },)*)))
            }
        }).await
    }};
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $e:expr, $($r:tt)*) => {
        $crate::try_join!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) $e,) $($r)*)
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*)) => {
        $crate::try_join!(@ $biased ($($n)*) $($t)*)
    };
    (biased; $($e:expr),+ $(,)?) => {
        $crate::try_join!(@@ true () (0) () $($e,)*)
    };
    ($($e:expr),+ $(,)?) => {
        $crate::try_join!(@@ false () (0) () $($e,)*)
    };
    (biased;) => { async { Ok(()) }.await };
    () => { async { Ok(()) }.await };
}
