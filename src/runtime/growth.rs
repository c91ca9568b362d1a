//! Whether an unbounded channel only grows. The tokio of interpreted programs has this file, too.
//!
//! That many values wait at once, says nothing: whoever sends a hundred results in one go, has them waiting, and each
//! that is received makes them fewer. A channel grows if it is longer and longer although values are received: in the
//! later half of all receives there were always more left than ever in the earlier half. That is looked at after 4
//! receives, 8, 16 and so on; and what waits must be worth a word, and half as many as were received. It is taken back
//! if the channel is emptied, and used again: then it has held no more than a burst.
//!
//! A queue of work grows as well, and must: who receives a page, sends the pages that it leads to, itself or by a task
//! for each. So there must be one lane that sends, and another one that receives.

/// Fewer are no heap.
const FEWEST: u32 = 4;

/// Who is at one end of a channel.
#[derive(Clone, Copy)]
enum End {
    Nobody,
    Lane(u32),
    Several,
}

impl End {
    fn add(&mut self, lane: u32) {
        *self = match *self {
            End::Nobody => End::Lane(lane),
            End::Lane(other) if other == lane => return,
            _ => End::Several,
        };
    }
}

/// What is told of a channel.
pub struct Heap {
    /// Who sends.
    pub sender: u32,
    /// How many values wait; 0 to take it back.
    pub waiting: u32,
}

/// What was left in a channel whenever something was received.
pub struct Growth {
    senders: End,
    receivers: End,
    received: u32,
    /// When it is looked at again.
    next: u32,
    /// The most that was left in the earlier half.
    before: u32,
    /// The most that was ever left.
    most: u32,
    /// The least that was left in the later half.
    least: u32,
    /// Who sends, if it was seen to grow.
    grew: Option<u32>,
    /// Whether it has been empty since then.
    emptied: bool,
}

impl Growth {
    /// Of a channel in which nothing was sent.
    pub const fn new() -> Growth {
        Growth {
            senders: End::Nobody,
            receivers: End::Nobody,
            received: 0,
            next: 2,
            before: u32::MAX,
            most: 0,
            least: u32::MAX,
            grew: None,
            emptied: false,
        }
    }

    /// This lane sends.
    pub fn sent(&mut self, lane: u32) {
        self.senders.add(lane);
    }

    /// This lane has received so many more, and so many are left. Gives what is to be told, if there is something.
    pub fn received(&mut self, lane: u32, count: u32, left: u32) -> Option<Heap> {
        self.receivers.add(lane);
        let sender = match (self.senders, self.receivers) {
            (End::Lane(sender), End::Lane(receiver)) if sender != receiver => Some(sender),
            _ => None,
        };
        if self.emptied || sender.is_none() {
            self.emptied = false;
            let sender = self.grew.take()?;
            return Some(Heap { sender, waiting: 0 });
        }
        self.emptied = self.grew.is_some() && left == 0;
        self.received = self.received.saturating_add(count);
        self.most = self.most.max(left);
        self.least = self.least.min(left);
        if self.received < self.next {
            return None;
        }
        let grows = self.least > self.before && left >= FEWEST.max(self.received / 2);
        self.before = self.most;
        self.least = u32::MAX;
        self.next = self.received.saturating_mul(2);
        if !grows {
            return None;
        }
        self.grew = sender;
        let waiting = left;
        sender.map(|sender| Heap { sender, waiting })
    }
}
