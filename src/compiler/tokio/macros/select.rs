//! Awaiting the first.

#[macro_export]
macro_rules! select {
    // All branches are read: `$skip` are the places before each.
    (@ $biased:literal ($($total:tt)*)
        $(($($skip:tt)*) ($($index:tt)*) $bind:pat = $fut:expr, if $c:expr => $handle:expr,)+
        ; $else:expr
    ) => {{
        let mut selection = $crate::macros::support::Selection::new($biased, $($total)*);
        $(
            if !$c {
                selection.disable($($index)*);
            }
        )*
        // One place for what each branch may give: at most one of them is filled.
        let mut outputs = ($($crate::macros::support::place(stringify!($($skip)*)),)*);
        // The futures are dropped before the handler runs.
        {
            let mut futures = ($($crate::macros::support::branch(stringify!($fut), $fut),)*);
            let (futures, outputs) = (&mut futures, &mut outputs);
            $crate::macros::support::poll_fn(move |cx| {
                let mut is_pending = false;
                let start = selection.start();
                for turn in 0..$($total)* {
                    let branch = (start + turn) % ($($total)*);
                    if selection.is_disabled(branch) {
                        continue;
                    }
                    $(
                        if branch == $($index)* {
                            let ($($skip,)* future, ..) = &mut *futures;
                            if !future.poll(cx) {
                                is_pending = true;
                                continue;
                            }
                            selection.disable(branch);
                            let output = future.take();
                            // Nothing is moved by a guard that says no: this asks whether the pattern fits.
                            let mut fits = false;
                            #[allow(unused_variables, unused_mut)]
                            match output {
                                $bind if { fits = true; false } => {}
                                output => if fits {
                                    let ($($skip,)* place, ..) = &mut *outputs;
                                    *place = Some(output);
                                    return $crate::macros::support::Poll::Ready(());
                                }
                            }
                            continue;
                        }
                    )*
                }
                match is_pending {
                    true => $crate::macros::support::Poll::Pending,
                    false => $crate::macros::support::Poll::Ready(()),
                }
            }).await
        }
        match outputs {
            $(($($skip,)* Some($bind), ..) => $handle,)*
            _ => $else,
        }
    }};

    // No arm is left.
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*)) => {
        $crate::select!(@ $biased ($($n)*) $($t)*; panic!("all branches are disabled and there is no else branch"))
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) else => $else:expr $(,)?) => {
        $crate::select!(@ $biased ($($n)*) $($t)*; $else)
    };
    // The next arm: its comma may be left out after a block, and at the end.
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $p:pat = $f:expr, if $c:expr => $h:block, $($r:tt)*) => {
        $crate::select!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) ($($n)*) $p = $f, if $c => $h,) $($r)*)
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $p:pat = $f:expr => $h:block, $($r:tt)*) => {
        $crate::select!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) ($($n)*) $p = $f, if true => $h,) $($r)*)
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $p:pat = $f:expr, if $c:expr => $h:block $($r:tt)*) => {
        $crate::select!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) ($($n)*) $p = $f, if $c => $h,) $($r)*)
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $p:pat = $f:expr => $h:block $($r:tt)*) => {
        $crate::select!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) ($($n)*) $p = $f, if true => $h,) $($r)*)
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $p:pat = $f:expr, if $c:expr => $h:expr) => {
        $crate::select!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) ($($n)*) $p = $f, if $c => $h,))
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $p:pat = $f:expr => $h:expr) => {
        $crate::select!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) ($($n)*) $p = $f, if true => $h,))
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $p:pat = $f:expr, if $c:expr => $h:expr, $($r:tt)*) => {
        $crate::select!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) ($($n)*) $p = $f, if $c => $h,) $($r)*)
    };
    (@@ $biased:literal ($($s:tt)*) ($($n:tt)*) ($($t:tt)*) $p:pat = $f:expr => $h:expr, $($r:tt)*) => {
        $crate::select!(@@ $biased ($($s)* _) ($($n)* + 1) ($($t)* ($($s)*) ($($n)*) $p = $f, if true => $h,) $($r)*)
    };

    ($(biased;)? else => $else:expr $(,)?) => {{ $else }};
    (biased; $p:pat = $($t:tt)*) => {
        $crate::select!(@@ true () (0) () $p = $($t)*)
    };
    ($p:pat = $($t:tt)*) => {
        $crate::select!(@@ false () (0) () $p = $($t)*)
    };
    () => {
        compile_error!("select! requires at least one branch.")
    };
}
