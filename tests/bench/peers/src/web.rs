//! What the page of the bench calls. An instance does one work, so that none finds the memory of another.

use wasm_bindgen::prelude::*;

use crate::peers::{gloo, local_set, playground};

/// Has the work of this name done by a peer.
#[wasm_bindgen]
pub async fn measure(peer: String, work: String, count: u32) -> Result<Vec<f64>, JsError> {
    console_error_panic_hook::set_once();
    let measured = match &*peer {
        "traced" => playground::measure(&work, count, true).await,
        "untraced" => playground::measure(&work, count, false).await,
        "gloo" => Ok(gloo::measure(&work, count).await),
        "local-set" => Ok(local_set::measure(&work, count).await),
        _ => Err(format!("there is no peer \"{peer}\"")),
    };
    measured.map_err(|error| JsError::new(&error))
}

/// Computes what the editor's interpreter is measured with, compiled.
#[wasm_bindgen]
pub fn compute(count: u32) -> u32 {
    crate::compute::compute(count)
}
