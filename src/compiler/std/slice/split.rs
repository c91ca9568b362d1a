//! Parts between elements.

use crate::iter::FusedIterator;

impl<T> [T] {
    pub fn split<F>(&self, pred: F) -> Split<'_, T, F>
    where
        F: FnMut(&T) -> bool,
    {
        Split {
            v: Some(self),
            pred,
        }
    }
    pub fn rsplit<F>(&self, pred: F) -> RSplit<'_, T, F>
    where
        F: FnMut(&T) -> bool,
    {
        RSplit {
            inner: self.split(pred),
        }
    }
    pub fn splitn<F>(&self, n: usize, pred: F) -> SplitN<'_, T, F>
    where
        F: FnMut(&T) -> bool,
    {
        SplitN {
            inner: self.split(pred),
            count: n,
        }
    }
    pub fn split_inclusive<F>(&self, pred: F) -> SplitInclusive<'_, T, F>
    where
        F: FnMut(&T) -> bool,
    {
        SplitInclusive { v: self, pred }
    }
}

#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Split<'a, T: 'a, P> {
    /// None after the last part.
    v: Option<&'a [T]>,
    pred: P,
}

impl<'a, T, P> Iterator for Split<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        let v = self.v?;
        for i in 0..v.len() {
            if (self.pred)(&v[i]) {
                self.v = Some(&v[i + 1..]);
                return Some(&v[..i]);
            }
        }
        self.v.take()
    }
}

impl<'a, T, P> DoubleEndedIterator for Split<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    fn next_back(&mut self) -> Option<&'a [T]> {
        let v = self.v?;
        for i in (0..v.len()).rev() {
            if (self.pred)(&v[i]) {
                self.v = Some(&v[..i]);
                return Some(&v[i + 1..]);
            }
        }
        self.v.take()
    }
}

impl<T, P> FusedIterator for Split<'_, T, P> where P: FnMut(&T) -> bool {}

#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct RSplit<'a, T: 'a, P> {
    inner: Split<'a, T, P>,
}

impl<'a, T, P> Iterator for RSplit<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        self.inner.next_back()
    }
}

#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct SplitN<'a, T: 'a, P> {
    inner: Split<'a, T, P>,
    count: usize,
}

impl<'a, T, P> Iterator for SplitN<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        match self.count {
            0 => None,
            1 => {
                self.count = 0;
                self.inner.v.take()
            }
            _ => {
                self.count -= 1;
                self.inner.next()
            }
        }
    }
}

#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct SplitInclusive<'a, T: 'a, P> {
    v: &'a [T],
    pred: P,
}

impl<'a, T, P> Iterator for SplitInclusive<'a, T, P>
where
    P: FnMut(&T) -> bool,
{
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if self.v.is_empty() {
            return None;
        }
        let mut len = 0;
        while len < self.v.len() {
            len += 1;
            if (self.pred)(&self.v[len - 1]) {
                break;
            }
        }
        let (part, rest) = self.v.split_at(len);
        self.v = rest;
        Some(part)
    }
}
