//! What the compiler or the machine does itself. Everything else in this folder is Rust that the machine runs.
//!
//! A function without a body of its own: `loop {}` stands for what `codegen/intrinsics.rs` makes of its name.

// --- Types --------------------------------------------------------------------------
/// In the machine's memory, in bytes.
pub const fn size_of<T>() -> usize {
    loop {}
}
pub const fn align_of<T>() -> usize {
    loop {}
}
pub fn size_of_val<T: ?Sized>(of: *const T) -> usize {
    loop {}
}
pub fn align_of_val<T: ?Sized>(of: *const T) -> usize {
    loop {}
}
pub const fn needs_drop<T: ?Sized>() -> bool {
    loop {}
}
pub const fn type_name<T: ?Sized>() -> &'static str {
    loop {}
}
/// The same number for the same type, another one for another.
pub const fn type_id<T: ?Sized>() -> u64 {
    loop {}
}

// --- Memory ---------------------------------------------------------------------------
pub const unsafe fn read<T>(from: *const T) -> T {
    loop {}
}
pub const unsafe fn write<T>(to: *mut T, value: T) {
    loop {}
}
/// `count` values, which may overlap.
pub unsafe fn copy<T>(from: *const T, to: *mut T, count: usize) {
    loop {}
}
pub unsafe fn drop_in_place<T: ?Sized>(of: *mut T) {
    loop {}
}
pub const fn forget<T>(value: T) {
    loop {}
}
/// Whatever bytes there are.
pub const unsafe fn uninit<T>() -> T {
    loop {}
}
pub const unsafe fn transmute<A, B>(value: A) -> B {
    loop {}
}
/// `count` values further, or back.
pub const unsafe fn offset<T>(pointer: *const T, count: isize) -> *const T {
    loop {}
}
/// How many values lie from `b` to `a`.
pub const unsafe fn distance<T>(a: *const T, b: *const T) -> isize {
    loop {}
}
pub const fn address<T: ?Sized>(of: *const T) -> usize {
    loop {}
}
pub const fn slice_from_parts<T>(data: *const T, len: usize) -> *const [T] {
    loop {}
}
pub const fn slice_len<T>(slice: *const [T]) -> usize {
    loop {}
}
/// Of a fat pointer, the first half.
pub const fn thin<T: ?Sized>(pointer: *const T) -> *const () {
    loop {}
}
/// `data` with what else `like` carries.
pub const fn with_metadata_of<T: ?Sized>(data: *const (), like: *const T) -> *const T {
    loop {}
}
pub fn alloc(size: usize, align: usize) -> *mut u8 {
    loop {}
}
pub fn dealloc(pointer: *mut u8, size: usize, align: usize) {
    loop {}
}
pub fn compare_bytes(a: *const u8, b: *const u8, len: usize) -> i32 {
    loop {}
}
/// The number of an enum's variant, in order of declaration.
pub const fn variant<T>(of: &T) -> u32 {
    loop {}
}

// --- Numbers: T is any integer ----------------------------------------------------------
pub const fn wrapping_add<T>(a: T, b: T) -> T {
    loop {}
}
pub const fn wrapping_sub<T>(a: T, b: T) -> T {
    loop {}
}
pub const fn wrapping_mul<T>(a: T, b: T) -> T {
    loop {}
}
pub const fn wrapping_shl<T>(a: T, by: u32) -> T {
    loop {}
}
pub const fn wrapping_shr<T>(a: T, by: u32) -> T {
    loop {}
}
pub const fn overflowing_add<T>(a: T, b: T) -> (T, bool) {
    loop {}
}
pub const fn overflowing_sub<T>(a: T, b: T) -> (T, bool) {
    loop {}
}
pub const fn overflowing_mul<T>(a: T, b: T) -> (T, bool) {
    loop {}
}
pub const fn count_ones<T>(a: T) -> u32 {
    loop {}
}
pub const fn leading_zeros<T>(a: T) -> u32 {
    loop {}
}
pub const fn trailing_zeros<T>(a: T) -> u32 {
    loop {}
}

// --- Floats: T is f32 or f64 ---------------------------------------------------------------
pub fn sqrt<T>(x: T) -> T {
    loop {}
}
pub fn floor<T>(x: T) -> T {
    loop {}
}
pub fn ceil<T>(x: T) -> T {
    loop {}
}
pub fn round<T>(x: T) -> T {
    loop {}
}
pub fn trunc<T>(x: T) -> T {
    loop {}
}
pub fn sin<T>(x: T) -> T {
    loop {}
}
pub fn cos<T>(x: T) -> T {
    loop {}
}
pub fn tan<T>(x: T) -> T {
    loop {}
}
pub fn exp<T>(x: T) -> T {
    loop {}
}
pub fn ln<T>(x: T) -> T {
    loop {}
}
pub fn log10<T>(x: T) -> T {
    loop {}
}
pub fn log2<T>(x: T) -> T {
    loop {}
}
pub fn pow_float(a: f64, b: f64) -> f64 {
    loop {}
}
pub fn atan2(a: f64, b: f64) -> f64 {
    loop {}
}
/// See `Host::FormatFloat` in the machine's bytecode, as for all that follow.
pub fn format_float(value: f64, single: bool, exponent: u8, precision: i32, out: *mut u8) -> usize {
    loop {}
}
pub fn parse_float(text: *const u8, len: usize, out: *mut f64) -> bool {
    loop {}
}
pub fn char_class(c: u32) -> u32 {
    loop {}
}
pub fn char_case(c: u32, upper: bool, out: *mut u32) -> usize {
    loop {}
}

// --- Ends --------------------------------------------------------------------------------------
/// Unwinds.
pub fn panic(text: &str) -> ! {
    loop {}
}
pub fn panicking() -> bool {
    loop {}
}
pub const unsafe fn unreachable() -> ! {
    loop {}
}

// --- The run -------------------------------------------------------------------------------------
pub fn log(text: *const u8, len: usize) {
    loop {}
}
pub fn log_at(text: *const u8, len: usize, line: u32) {
    loop {}
}
/// Where the program's `main` is named.
pub fn main_line() -> u32 {
    loop {}
}
pub fn now() -> u64 {
    loop {}
}
pub fn time_of_day() -> u64 {
    loop {}
}
pub fn block(nanoseconds: u64) {
    loop {}
}
pub fn sleep_new(deadline: u64, what: u8) -> u32 {
    loop {}
}
pub fn sleep_poll(sleep: u32, context: *const ()) -> bool {
    loop {}
}
pub fn sleep_awaited(sleep: u32) {
    loop {}
}
pub fn sleep_here(sleep: u32) {
    loop {}
}
pub fn sleep_elapsed(sleep: u32) -> bool {
    loop {}
}
pub fn sleep_reset(sleep: u32, deadline: u64, now: bool) {
    loop {}
}
pub fn sleep_drop(sleep: u32) {
    loop {}
}
pub fn spawn(future: *mut dyn crate::future::Future<Output = ()>) -> u32 {
    loop {}
}
pub fn spawn_blocking(closure: *mut dyn FnOnce()) -> u32 {
    loop {}
}
pub fn join_poll(task: u32, context: *const ()) -> u8 {
    loop {}
}
pub fn join_watch(task: u32, context: *const ()) {
    loop {}
}
pub fn join_awaited(task: u32, line: u32) {
    loop {}
}
pub fn join_abort(task: u32) {
    loop {}
}
pub fn join_finished(task: u32) -> bool {
    loop {}
}
pub fn join_id(task: u32) -> u64 {
    loop {}
}
pub fn join_clone(task: u32) -> u32 {
    loop {}
}
pub fn join_drop(task: u32) {
    loop {}
}
pub fn join_panic_text(task: u32, out: *mut u8, room: usize) -> usize {
    loop {}
}
pub fn task_id() -> u64 {
    loop {}
}
pub fn entered() -> bool {
    loop {}
}
pub fn line() -> u32 {
    loop {}
}
pub fn yield_now(context: *const ()) -> bool {
    loop {}
}
pub fn branch_new(name: *const u8, len: usize) -> u32 {
    loop {}
}
pub fn branch_enter(branch: u32, polled: bool) {
    loop {}
}
pub fn branch_leave(branch: u32, how: u8) {
    loop {}
}
pub fn waker_clone(waker: u32) -> u32 {
    loop {}
}
pub fn waker_wake(waker: u32) {
    loop {}
}
pub fn waker_drop(waker: u32) {
    loop {}
}
pub fn waker_will_wake(a: u32, b: u32) -> bool {
    loop {}
}
pub fn lock_held(lock: u32, since: u64) -> u32 {
    loop {}
}
pub fn random(below: u32) -> u32 {
    loop {}
}
pub fn lock_wait(lock: u32, since: u64) {
    loop {}
}
pub fn lane() -> u32 {
    loop {}
}
pub fn backlog(sender: u32, waiting: u32, line: u32) {
    loop {}
}

// --- What `build` makes for a type: `poll` of a coroutine, and calls of closures and functions ----
/// `<Coroutine as Future>::poll`: types are the coroutine's; `(Pin<&mut C>, &mut Context) -> Poll<Output>`.
pub fn coroutine_poll() {
    loop {}
}
/// Moves the value out of `*f` and calls it: `build` makes it.
pub unsafe fn call_by_pointer<F: ?Sized + FnOnce<Args>, Args: crate::marker::Tuple>(
    f: *mut F,
    args: Args,
) -> F::Output {
    loop {}
}
