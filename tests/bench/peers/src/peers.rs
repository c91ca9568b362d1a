//! Who does the work. Each module has the names that it takes, in `names`, and does it in `measure`.

#[cfg(target_arch = "wasm32")]
pub mod gloo;
#[cfg(target_arch = "wasm32")]
pub mod local_set;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
#[cfg(target_arch = "wasm32")]
pub mod playground;

/// The time and the memory of a page.
#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(thread_local_v2, js_name = performance)]
        static PERFORMANCE: web_sys::Performance;
    }

    /// In milliseconds.
    pub fn now() -> f64 {
        PERFORMANCE.with(web_sys::Performance::now)
    }

    /// All of this instance's, in bytes.
    pub fn memory() -> f64 {
        core::arch::wasm32::memory_size::<0>() as f64 * 65_536.0
    }
}
