//! Who keeps a lock from others, and could perhaps do without. The tokio of interpreted programs has this file, too.
//!
//! What is seen of a guard is when it is used. That it is not, on one side of a wait, is told if somebody waits for the
//! lock then; `diagnose/held_lock.rs` says why. A guard that goes elsewhere than it was used last, is dropped with a
//! future that was given up: what would have come after the wait, nobody knows. It is not told of, then.

/// When and where something is done.
#[derive(Clone, Copy)]
pub struct Moment {
    /// On the program's clock, in nanoseconds.
    pub at: u64,
    /// By which lane.
    pub lane: u32,
    /// How many timeouts of the run have elapsed before. Each of them gives up a future, without another lane.
    pub timeouts: u32,
}

impl Moment {
    /// In no run.
    pub const OUTSIDE: Moment = Moment {
        at: 0,
        lane: 0,
        timeouts: 0,
    };
}

/// What is known of a lock.
pub struct Lock {
    /// How many wait for it.
    waiting: u32,
    /// How often it was kept from them.
    kept: u32,
    /// Its number in the trace; 0 before it has one.
    pub number: u32,
}

/// One that waits for a lock.
pub struct Wait {
    since: u64,
    /// How often the lock had been kept before.
    kept: u32,
}

/// One that holds a lock.
#[derive(Clone, Copy)]
pub struct Hold {
    /// When the lock was taken, or used last.
    last: Moment,
    used: bool,
}

impl Hold {
    /// That of a lock that was just taken.
    pub const fn new(now: Moment) -> Hold {
        Hold {
            last: now,
            used: false,
        }
    }
}

impl Lock {
    /// One that is free.
    pub const fn new() -> Lock {
        Lock {
            waiting: 0,
            kept: 0,
            number: 0,
        }
    }

    /// Somebody begins to wait.
    pub fn wait(&mut self, at: u64) -> Wait {
        self.waiting += 1;
        Wait {
            since: at,
            kept: self.kept,
        }
    }

    /// The wait is over. Gives since when it went on, if the lock was kept meanwhile.
    pub fn waited(&mut self, wait: &Wait) -> Option<u64> {
        self.waiting -= 1;
        (self.kept != wait.kept).then_some(wait.since)
    }

    /// What the lock guards is used. Gives since when it was kept, if that is the first time.
    pub fn used(&mut self, hold: &mut Hold, now: Moment) -> Option<u64> {
        let before = *hold;
        *hold = Hold {
            last: now,
            used: true,
        };
        match before.used {
            true => None,
            false => self.kept(before.last.at, now.at),
        }
    }

    /// The guard is dropped. Gives since when the lock was kept, if what it guards was used before, and not since then.
    pub fn freed(&mut self, hold: &Hold, now: Moment) -> Option<u64> {
        let last = &hold.last;
        let given_up = last.lane != now.lane || last.timeouts != now.timeouts;
        match hold.used && !given_up {
            true => self.kept(last.at, now.at),
            false => None,
        }
    }

    fn kept(&mut self, since: u64, now: u64) -> Option<u64> {
        if self.waiting == 0 || now <= since {
            return None;
        }
        self.kept += 1;
        Some(since)
    }
}
