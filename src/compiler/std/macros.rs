//! The macros of std.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::intrinsics;

/// Ends the task with a message; unwinds.
#[macro_export]
macro_rules! panic {
    () => { $crate::panicking::panic("explicit panic") };
    ($($arg:tt)+) => { $crate::panicking::panic_fmt($crate::format_args!($($arg)+)) };
}

/// Panics if this does not hold.
#[macro_export]
macro_rules! assert {
    ($cond:expr $(,)?) => {
        if $cond {
        } else {
            $crate::panicking::assertion_failed($crate::stringify!($cond))
        }
    };
    ($cond:expr, $($arg:tt)+) => {
        if $cond {
        } else {
            $crate::panicking::panic_fmt($crate::format_args!($($arg)+))
        }
    };
}

/// Panics if these are not equal.
#[macro_export]
macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    $crate::panicking::assert_failed("==", &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    $crate::panicking::assert_failed("==", &*left_val, &*right_val, $crate::option::Option::Some($crate::format_args!($($arg)+)));
                }
            }
        }
    };
}

/// Panics if these are equal.
#[macro_export]
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    $crate::panicking::assert_failed("!=", &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    $crate::panicking::assert_failed("!=", &*left_val, &*right_val, $crate::option::Option::Some($crate::format_args!($($arg)+)));
                }
            }
        }
    };
}

#[macro_export]
macro_rules! debug_assert {
    ($($arg:tt)*) => { $crate::assert!($($arg)*) };
}

#[macro_export]
macro_rules! debug_assert_eq {
    ($($arg:tt)*) => { $crate::assert_eq!($($arg)*) };
}

#[macro_export]
macro_rules! debug_assert_ne {
    ($($arg:tt)*) => { $crate::assert_ne!($($arg)*) };
}

/// Whether a value has this pattern.
#[macro_export]
macro_rules! matches {
    ($expression:expr, $pattern:pat $(if $guard:expr)? $(,)?) => {
        match $expression {
            $pattern $(if $guard)? => true,
            _ => false,
        }
    };
}

/// Writes formatted text.
#[macro_export]
macro_rules! write {
    ($dst:expr, $($arg:tt)*) => { $dst.write_fmt($crate::format_args!($($arg)*)) };
}

/// Writes formatted text, and the end of a line.
#[macro_export]
macro_rules! writeln {
    ($dst:expr $(,)?) => { $crate::write!($dst, "\n") };
    ($dst:expr, $($arg:tt)*) => { $dst.write_fmt($crate::format_args_nl!($($arg)*)) };
}

/// Panics: this place is never reached.
#[macro_export]
macro_rules! unreachable {
    () => { $crate::panicking::panic("internal error: entered unreachable code") };
    ($fmt:expr $(,)?) => {
        $crate::panicking::panic_fmt($crate::format_args!($crate::concat!("internal error: entered unreachable code: ", $fmt)))
    };
    ($fmt:expr, $($arg:tt)*) => {
        $crate::panicking::panic_fmt($crate::format_args!($crate::concat!("internal error: entered unreachable code: ", $fmt), $($arg)*))
    };
}

#[macro_export]
macro_rules! unimplemented {
    () => { $crate::panicking::panic("not implemented") };
    ($($arg:tt)+) => {
        $crate::panicking::panic_fmt($crate::format_args!("not implemented: {}", $crate::format_args!($($arg)+)))
    };
}

/// Expands to the line number on which it was invoked.
#[macro_export]
macro_rules! line {
    () => {
        $crate::intrinsics::line()
    };
}

/// Expands to the file name in which it was invoked.
#[macro_export]
macro_rules! file {
    () => {
        "src/main.rs"
    };
}

/// Panics: this is not written yet.
#[macro_export]
macro_rules! todo {
    () => { $crate::panicking::panic("not yet implemented") };
    ($($arg:tt)+) => {
        $crate::panicking::panic_fmt($crate::format_args!("not yet implemented: {}", $crate::format_args!($($arg)+)))
    };
}

/// Prints formatted text; a line is in the log when it ends.
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => { { $crate::macros::print($crate::format_args!($($arg)*)); } };
}

/// Prints formatted text as a line of the log.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($arg:tt)*) => { { $crate::macros::print($crate::format_args_nl!($($arg)*)); } };
}

#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => { { $crate::macros::eprint($crate::format_args!($($arg)*)); } };
}

/// Prints formatted text to standard error, which is not in the log.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::eprint!("\n") };
    ($($arg:tt)*) => { { $crate::macros::eprint($crate::format_args_nl!($($arg)*)); } };
}

/// Prints an expression and its value to standard error, and gives the value.
#[macro_export]
macro_rules! dbg {
    () => {
        $crate::eprintln!()
    };
    ($val:expr $(,)?) => {
        match $val {
            tmp => {
                $crate::eprintln!("{} = {:#?}", $crate::stringify!($val), &tmp);
                tmp
            }
        }
    };
    ($($val:expr),+ $(,)?) => {
        ($($crate::dbg!($val)),+,)
    };
}

/// Formatted text as a `String`.
#[macro_export]
macro_rules! format {
    ($($arg:tt)*) => { $crate::string::format($crate::format_args!($($arg)*)) };
}

/// A list of these values, or of so many clones of one.
#[macro_export]
macro_rules! vec {
    () => { $crate::vec::Vec::new() };
    ($elem:expr; $n:expr) => { $crate::vec::from_elem($elem, $n) };
    ($($x:expr),+ $(,)?) => { $crate::vec::from_array([$($x),+]) };
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! format_args {
    ($fmt:expr) => {{ /* compiler built-in */ }};
    ($fmt:expr, $($args:tt)*) => {{ /* compiler built-in */ }};
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! const_format_args {
    ($fmt:expr) => {{ /* compiler built-in */ }};
    ($fmt:expr, $($args:tt)*) => {{ /* compiler built-in */ }};
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! format_args_nl {
    ($fmt:expr) => {{ /* compiler built-in */ }};
    ($fmt:expr, $($args:tt)*) => {{ /* compiler built-in */ }};
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! concat {
    ($($e:expr),* $(,)?) => {{ /* compiler built-in */ }};
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! stringify {
    ($($t:tt)*) => {
        /* compiler built-in */
    };
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! compile_error {
    ($msg:expr $(,)?) => {{ /* compiler built-in */ }};
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! cfg {
    ($($cfg:tt)*) => {
        /* compiler built-in */
    };
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! option_env {
    ($name:expr $(,)?) => {{ /* compiler built-in */ }};
}

#[macro_export]
#[rustc_builtin_macro]
macro_rules! env {
    ($name:expr $(,)?) => {{ /* compiler built-in */ }};
}

pub(crate) mod builtin {
    #[rustc_builtin_macro]
    pub macro derive($item:item) {
        /* compiler built-in */
    }

    #[rustc_builtin_macro]
    pub macro test($item:item) {
        /* compiler built-in */
    }
}

/// What has been printed since the last end of a line, and in which line of the program.
struct Line(UnsafeCell<(String, u32)>);

/// There is one thread.
unsafe impl Sync for Line {}

static OUT: Line = Line(UnsafeCell::new((String::new(), 0)));

pub fn print(args: fmt::Arguments<'_>) {
    OUT.print(args);
}

/// Runs what is formatted. The log is of standard output only.
pub fn eprint(args: fmt::Arguments<'_>) {
    drop(crate::string::format(args));
}

/// Prints what is left without an end of its line, when it is dropped: as Rust does when a program ends.
pub(crate) struct Rest;

impl Drop for Rest {
    fn drop(&mut self) {
        let (line, printed) = unsafe { &mut *OUT.0.get() };
        if !line.is_empty() {
            intrinsics::log_at(line.as_ptr(), line.len(), *printed);
            line.clear();
        }
    }
}

impl Line {
    /// A `Display` that is run here may print as well: until it is done, nothing is kept in the line.
    fn print(&self, args: fmt::Arguments<'_>) {
        let text = crate::string::format(args);
        let (line, printed) = unsafe { &mut *self.0.get() };
        let mut rest = text.as_str();
        while let Some((end, after)) = rest.split_once('\n') {
            if line.is_empty() {
                intrinsics::log(end.as_ptr(), end.len());
            } else {
                line.push_str(end);
                intrinsics::log(line.as_ptr(), line.len());
                line.clear();
            }
            rest = after;
        }
        if !rest.is_empty() {
            line.push_str(rest);
            *printed = intrinsics::line();
        }
    }
}
