//! tokio's names, one by one: what they print here is what they print on the real tokio.
#![cfg(not(target_arch = "wasm32"))]

use async_playground::runtime::simulated as clockwork;
use async_playground::speed::Speed;

#[allow(dead_code, reason = "these programs are no scenarios")]
#[path = "common/oracle.rs"]
mod oracle;
#[allow(dead_code, unused_imports, reason = "tokio's names, used here or not")]
#[path = "common/playground.rs"]
mod playground;

#[path = "api"]
mod simulated {
    use async_playground::playground;
    pub mod programs;
}

#[allow(
    clippy::duplicate_mod,
    reason = "the same programs beside another playground"
)]
#[path = "api"]
mod on_tokio {
    use crate::playground;
    pub mod programs;
}

use oracle::Observed;

macro_rules! same_as_tokio {
    ($($program:ident)+) => {$(
        #[test]
        fn $program() {
            let simulated = Observed::of(&clockwork::run(simulated::programs::$program(), Speed::NORMAL));
            let tokio = playground::run(on_tokio::programs::$program());
            assert_ne!(tokio.log, [""; 0], "a program that prints nothing shows nothing");
            if let Some(difference) = simulated.difference("simulated", &tokio, "tokio") {
                panic!("{difference}");
            }
        }
    )+};
}

same_as_tokio! {
    a_join_error_says_why
    a_handle_says_which_task_it_is
    a_detached_output_is_dropped_in_its_task
    an_output_that_is_never_taken_is_dropped_with_its_handle
    what_a_panic_leaves_is_dropped_in_its_task
    an_output_whose_destructor_panics_hurts_nobody
    a_destructor_that_panics_when_its_task_is_aborted_is_a_join_error
    a_destructor_that_panics_when_its_task_is_done_is_a_join_error
    a_destructor_that_panics_in_a_branch_is_its_tasks
    a_destructor_that_panics_at_the_end_hurts_nobody
    a_dropped_set_drops_its_outputs
    a_detached_set_lets_its_tasks_run
    a_set_gives_all_results
    a_set_gives_no_results_where_one_has_panicked
    a_set_gives_no_results_where_one_was_aborted
    a_set_gives_what_is_there
    a_set_says_whose_result_it_is
    a_set_is_used_again
    an_aborted_set_drops_the_oldest_first
    a_set_is_polled_by_hand
    a_set_takes_blocking_work
    spawned_tasks_are_as_local_ones
    instants_are_added_and_subtracted
    a_sleep_may_be_reset
    a_reset_sleep_keeps_its_place
    a_postponed_sleep_loses_its_place
    a_sleep_until_is_a_sleep
    a_timeout_at_is_a_timeout
    an_interval_may_start_later
    missed_ticks_come_in_a_burst
    missed_ticks_delay_the_next_one
    missed_ticks_are_skipped
    an_interval_may_be_reset
    branches_are_polled_in_turn_or_in_order
    a_failed_branch_ends_the_others
    select_takes_what_tokio_takes
}
