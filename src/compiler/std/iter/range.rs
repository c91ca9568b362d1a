//! Ranges as iterators.

use super::{FusedIterator, Iterator};
use crate::ops::{Range, RangeFrom, RangeInclusive};

pub trait Step: Clone + PartialOrd + Sized {
    fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>);
    fn forward_checked(start: Self, count: usize) -> Option<Self>;
    fn backward_checked(start: Self, count: usize) -> Option<Self>;
    /// The next one, or a panic.
    fn forward(start: Self, count: usize) -> Self {
        Step::forward_checked(start, count).expect("overflow in `Step::forward`")
    }
    /// `next` of a range: integers have it in one piece, because loops are made of it.
    fn next(range: &mut Range<Self>) -> Option<Self> {
        if range.start < range.end {
            let next = Step::forward(range.start.clone(), 1);
            Some(crate::mem::replace(&mut range.start, next))
        } else {
            None
        }
    }
    fn next_inclusive(range: &mut RangeInclusive<Self>) -> Option<Self> {
        if range.exhausted {
            return None;
        }
        if range.start < range.end {
            let next = Step::forward(range.start.clone(), 1);
            Some(crate::mem::replace(&mut range.start, next))
        } else if range.start == range.end {
            range.exhausted = true;
            Some(range.start.clone())
        } else {
            None
        }
    }
    fn all_inclusive<F: FnMut(Self) -> bool>(range: &mut RangeInclusive<Self>, mut f: F) -> bool {
        while let Some(value) = Step::next_inclusive(range) {
            if !f(value) {
                return false;
            }
        }
        true
    }
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl Step for $t {
            fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>) {
                if *start > *end {
                    return (0, None);
                }
                let steps = (*end as i128 - *start as i128) as u128;
                if steps > usize::MAX as u128 {
                    (usize::MAX, None)
                } else {
                    (steps as usize, Some(steps as usize))
                }
            }
            fn forward_checked(start: Self, count: usize) -> Option<Self> {
                match $t::try_from(count) {
                    Ok(count) => start.checked_add(count),
                    Err(_) => None,
                }
            }
            fn backward_checked(start: Self, count: usize) -> Option<Self> {
                match $t::try_from(count) {
                    Ok(count) => start.checked_sub(count),
                    Err(_) => None,
                }
            }
            fn forward(start: Self, count: usize) -> Self {
                start + count as $t
            }
            fn next(range: &mut Range<$t>) -> Option<$t> {
                let at = range.start;
                if at < range.end {
                    range.start = at + 1;
                    Some(at)
                } else {
                    None
                }
            }
            fn next_inclusive(range: &mut RangeInclusive<$t>) -> Option<$t> {
                if range.exhausted {
                    return None;
                }
                let at = range.start;
                if at < range.end {
                    range.start = at + 1;
                    Some(at)
                } else if at == range.end {
                    range.exhausted = true;
                    Some(at)
                } else {
                    None
                }
            }
            fn all_inclusive<F: FnMut($t) -> bool>(range: &mut RangeInclusive<$t>, mut f: F) -> bool {
                let (mut at, end) = (range.start, range.end);
                if range.exhausted || at > end {
                    return true;
                }
                while at < end {
                    if !f(at) {
                        range.start = at + 1;
                        return false;
                    }
                    at += 1;
                }
                range.start = end;
                range.exhausted = true;
                f(end)
            }
        }
    )* };
}
integers! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize u128 i128 }

impl Step for char {
    fn steps_between(start: &char, end: &char) -> (usize, Option<usize>) {
        let (start, end) = (*start as u32, *end as u32);
        if start > end {
            return (0, None);
        }
        let mut count = end - start;
        if start < 0xD800 && 0xDFFF < end {
            count -= 0x800;
        }
        (count as usize, Some(count as usize))
    }
    fn forward_checked(start: char, count: usize) -> Option<char> {
        let start = start as u32;
        let mut next = start.checked_add(u32::try_from(count).ok()?)?;
        if start < 0xD800 && 0xD800 <= next {
            next = next.checked_add(0x800)?;
        }
        char::from_u32(next)
    }
    fn backward_checked(start: char, count: usize) -> Option<char> {
        let start = start as u32;
        let mut next = start.checked_sub(u32::try_from(count).ok()?)?;
        if start > 0xDFFF && 0xDFFF >= next {
            next = next.checked_sub(0x800)?;
        }
        char::from_u32(next)
    }
}

fn back<A: Step>(value: A) -> A {
    Step::backward_checked(value, 1).expect("overflow in `Step::backward`")
}

impl<A: Step> Iterator for Range<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        Step::next(self)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.start < self.end {
            Step::steps_between(&self.start, &self.end)
        } else {
            (0, Some(0))
        }
    }
    fn nth(&mut self, n: usize) -> Option<A> {
        if let Some(plus_n) = Step::forward_checked(self.start.clone(), n) {
            if plus_n < self.end {
                self.start = Step::forward(plus_n.clone(), 1);
                return Some(plus_n);
            }
        }
        self.start = self.end.clone();
        None
    }
    fn count(self) -> usize {
        self.size_hint().0
    }
}

impl<A: Step> DoubleEndedIterator for Range<A> {
    fn next_back(&mut self) -> Option<A> {
        if self.start < self.end {
            self.end = back(self.end.clone());
            Some(self.end.clone())
        } else {
            None
        }
    }
}

impl<A: Step> FusedIterator for Range<A> {}

macro_rules! exact_size {
    ($($range:ident: $($t:ty)*;)*) => { $($(
        impl ExactSizeIterator for $range<$t> {}
    )*)* };
}
exact_size! {
    Range: usize u8 isize i8 u16 i16 u32 i32;
    RangeInclusive: u8 i8 u16 i16;
}

impl<A: Step> Iterator for RangeFrom<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        let next = Step::forward(self.start.clone(), 1);
        Some(crate::mem::replace(&mut self.start, next))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
    fn nth(&mut self, n: usize) -> Option<A> {
        let plus_n = Step::forward(self.start.clone(), n);
        self.start = Step::forward(plus_n.clone(), 1);
        Some(plus_n)
    }
}

impl<A: Step> FusedIterator for RangeFrom<A> {}

impl<A: Step> Iterator for RangeInclusive<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        Step::next_inclusive(self)
    }
    fn all<F: FnMut(A) -> bool>(&mut self, f: F) -> bool {
        Step::all_inclusive(self, f)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.is_empty() {
            return (0, Some(0));
        }
        let (lower, upper) = Step::steps_between(&self.start, &self.end);
        (
            lower.saturating_add(1),
            upper.and_then(|steps| steps.checked_add(1)),
        )
    }
}

impl<A: Step> DoubleEndedIterator for RangeInclusive<A> {
    fn next_back(&mut self) -> Option<A> {
        if self.exhausted {
            return None;
        }
        if self.start < self.end {
            let next = back(self.end.clone());
            Some(crate::mem::replace(&mut self.end, next))
        } else if self.start == self.end {
            self.exhausted = true;
            Some(self.end.clone())
        } else {
            None
        }
    }
}

impl<A: Step> FusedIterator for RangeInclusive<A> {}
