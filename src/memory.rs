//! How much memory is in use: the allocator, counting.
//!
//! The peak is the page's: runs that overlap share it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
/// The size of the last allocation that was refused.
static REFUSED: AtomicUsize = AtomicUsize::new(0);

/// Begins a measurement; returns the bytes that are live now.
pub fn begin() -> usize {
    let live = LIVE.load(Relaxed);
    PEAK.store(live, Relaxed);
    live
}

/// The most bytes that were live at once since [`begin`].
pub fn peak() -> usize {
    PEAK.load(Relaxed)
}

/// That memory ran out, in words, if it has.
pub fn refused() -> Option<String> {
    let bytes = REFUSED.load(Relaxed);
    (bytes > 0).then(|| {
        let all = instance_bytes() as u64;
        format!("out of memory: {bytes} bytes more were refused, with {all} in use")
    })
}

/// All memory of this wasm instance, in bytes.
pub fn instance_bytes() -> f64 {
    const PAGE: f64 = 65_536.0;
    core::arch::wasm32::memory_size::<0>() as f64 * PAGE
}

/// Counts what was given, and remembers what was refused.
fn given(pointer: *mut u8, bytes: usize) -> *mut u8 {
    if pointer.is_null() {
        REFUSED.store(bytes, Relaxed);
    } else {
        let live = LIVE.fetch_add(bytes, Relaxed) + bytes;
        PEAK.fetch_max(live, Relaxed);
    }
    pointer
}

// SAFETY: every call is handed on to the system's allocator as it is.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        given(unsafe { System.alloc(layout) }, layout.size())
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let moved = unsafe { System.realloc(pointer, layout, size) };
        if !moved.is_null() {
            LIVE.fetch_sub(layout.size(), Relaxed);
        }
        given(moved, size)
    }
}
