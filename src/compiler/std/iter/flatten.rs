//! Iterators of iterators.

use super::{DoubleEndedIterator, FusedIterator, Iterator, Map};

/// The iterators yet to come, and those that have been begun at either end.
#[derive(Clone, Debug)]
struct FlattenCompat<I, U> {
    iter: Option<I>,
    frontiter: Option<U>,
    backiter: Option<U>,
}

impl<I, U> FlattenCompat<I, U>
where
    I: Iterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>,
    U: Iterator,
{
    fn new(iter: I) -> FlattenCompat<I, U> {
        FlattenCompat {
            iter: Some(iter),
            frontiter: None,
            backiter: None,
        }
    }
    fn next(&mut self) -> Option<U::Item> {
        loop {
            if let Some(front) = self.frontiter.as_mut() {
                match front.next() {
                    None => self.frontiter = None,
                    item => return item,
                }
            }
            let inner = match self.iter.as_mut() {
                Some(iter) => iter.next(),
                None => None,
            };
            match inner {
                Some(inner) => self.frontiter = Some(inner.into_iter()),
                None => {
                    self.iter = None;
                    let item = self.backiter.as_mut()?.next();
                    if item.is_none() {
                        self.backiter = None;
                    }
                    return item;
                }
            }
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let nothing = (0, Some(0));
        let (front, front_upper) = self.frontiter.as_ref().map_or(nothing, |u| u.size_hint());
        let (back, back_upper) = self.backiter.as_ref().map_or(nothing, |u| u.size_hint());
        let between = self.iter.as_ref().map_or(nothing, |i| i.size_hint());
        let upper = match (between, front_upper, back_upper) {
            ((0, Some(0)), Some(a), Some(b)) => a.checked_add(b),
            _ => None,
        };
        (front.saturating_add(back), upper)
    }
}

impl<I, U> FlattenCompat<I, U>
where
    I: DoubleEndedIterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>,
    U: DoubleEndedIterator,
{
    fn next_back(&mut self) -> Option<U::Item> {
        loop {
            if let Some(back) = self.backiter.as_mut() {
                match back.next_back() {
                    None => self.backiter = None,
                    item => return item,
                }
            }
            let inner = match self.iter.as_mut() {
                Some(iter) => iter.next_back(),
                None => None,
            };
            match inner {
                Some(inner) => self.backiter = Some(inner.into_iter()),
                None => {
                    self.iter = None;
                    let item = self.frontiter.as_mut()?.next_back();
                    if item.is_none() {
                        self.frontiter = None;
                    }
                    return item;
                }
            }
        }
    }
}

#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Flatten<I: Iterator<Item: IntoIterator>> {
    inner: FlattenCompat<I, <I::Item as IntoIterator>::IntoIter>,
}

impl<I: Iterator<Item: IntoIterator>> Flatten<I> {
    pub(super) fn new(iter: I) -> Flatten<I> {
        Flatten {
            inner: FlattenCompat::new(iter),
        }
    }
}

impl<I, U> Clone for Flatten<I>
where
    I: Clone + Iterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>,
    U: Clone + Iterator,
{
    fn clone(&self) -> Self {
        Flatten {
            inner: self.inner.clone(),
        }
    }
}

impl<I, U> Iterator for Flatten<I>
where
    I: Iterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>,
    U: Iterator,
{
    type Item = U::Item;
    fn next(&mut self) -> Option<U::Item> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl<I, U> DoubleEndedIterator for Flatten<I>
where
    I: DoubleEndedIterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>,
    U: DoubleEndedIterator,
{
    fn next_back(&mut self) -> Option<U::Item> {
        self.inner.next_back()
    }
}

impl<I, U> FusedIterator for Flatten<I>
where
    I: FusedIterator<Item: IntoIterator<IntoIter = U, Item = U::Item>>,
    U: Iterator,
{
}

#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct FlatMap<I, U: IntoIterator, F> {
    inner: FlattenCompat<Map<I, F>, <U as IntoIterator>::IntoIter>,
}

impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> FlatMap<I, U, F> {
    pub(super) fn new(iter: I, f: F) -> FlatMap<I, U, F> {
        FlatMap {
            inner: FlattenCompat::new(iter.map(f)),
        }
    }
}

impl<I: Clone, U, F: Clone> Clone for FlatMap<I, U, F>
where
    U: IntoIterator<IntoIter: Clone>,
{
    fn clone(&self) -> Self {
        FlatMap {
            inner: self.inner.clone(),
        }
    }
}

impl<I: Iterator, U: IntoIterator, F> Iterator for FlatMap<I, U, F>
where
    F: FnMut(I::Item) -> U,
{
    type Item = U::Item;
    fn next(&mut self) -> Option<U::Item> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl<I: DoubleEndedIterator, U, F> DoubleEndedIterator for FlatMap<I, U, F>
where
    F: FnMut(I::Item) -> U,
    U: IntoIterator<IntoIter: DoubleEndedIterator>,
{
    fn next_back(&mut self) -> Option<U::Item> {
        self.inner.next_back()
    }
}

impl<I, U, F> FusedIterator for FlatMap<I, U, F>
where
    I: Iterator,
    U: IntoIterator,
    F: FnMut(I::Item) -> U,
{
}
