//! How much memory is in use: in the browser, the allocator counts.

#[cfg(target_arch = "wasm32")]
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

#[cfg(target_arch = "wasm32")]
struct Counting;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: Counting = Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);
/// The size of the last allocation that was refused.
#[cfg(target_arch = "wasm32")]
static REFUSED: AtomicUsize = AtomicUsize::new(0);

/// The bytes that are allocated now; zero where nobody counts.
pub fn live() -> usize {
    LIVE.load(Relaxed)
}

/// That memory ran out, in words, if it has.
#[cfg(target_arch = "wasm32")]
pub fn refused() -> Option<String> {
    let bytes = REFUSED.load(Relaxed);
    (bytes > 0).then(|| {
        let all = instance_bytes() as u64;
        format!("out of memory: {bytes} bytes more were refused, with {all} in use")
    })
}

/// All memory of this wasm instance, in bytes.
#[cfg(target_arch = "wasm32")]
pub fn instance_bytes() -> f64 {
    const PAGE: f64 = 65_536.0;
    core::arch::wasm32::memory_size::<0>() as f64 * PAGE
}

/// Counts what was given, and remembers what was refused.
#[cfg(target_arch = "wasm32")]
fn given(pointer: *mut u8, bytes: usize) -> *mut u8 {
    if pointer.is_null() {
        REFUSED.store(bytes, Relaxed);
    } else {
        LIVE.fetch_add(bytes, Relaxed);
    }
    pointer
}

// SAFETY: every call is handed on to the system's allocator as it is.
#[allow(unsafe_code)]
#[cfg(target_arch = "wasm32")]
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
