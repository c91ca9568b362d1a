//! Checks a record from outside.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::json::write as json;
use crate::record::{self, EventRecord};

thread_local! {
    /// The events of the record that this instance has checked.
    static CHECKED: RefCell<Vec<EventRecord<'static>>> = const { RefCell::new(Vec::new()) };
}

/// Checks a RunRecord from outside, JSON with all of its events. Returns its head, with all that follows from its
/// events computed anew.
#[wasm_bindgen]
pub fn check_record(record: String) -> Result<String, JsError> {
    // Its events are parts of this text, and are asked for as long as the instance lives.
    let (head, events) = record::read(record.leak()).map_err(|error| JsError::new(&error))?;
    CHECKED.set(events);
    Ok(json(&head))
}

/// The events of the record that was checked, from number `from` on, at most `limit`, as JSON.
#[wasm_bindgen]
pub fn checked_events(from: usize, limit: usize) -> String {
    CHECKED.with_borrow(|events| json(&slice(events, from, limit)))
}

/// At most `limit` of all from number `from` on.
fn slice<T>(all: &[T], from: usize, limit: usize) -> &[T] {
    let end = from.saturating_add(limit).min(all.len());
    all.get(from..end).unwrap_or_default()
}
