//! What tuples can do. That they are `Clone` and `Copy` is built in.

use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};

macro_rules! tuple {
    ($($T:ident $n:tt)+) => {
        impl<$($T: PartialEq),+> PartialEq for ($($T,)+) {
            fn eq(&self, other: &($($T,)+)) -> bool {
                $(self.$n == other.$n)&&+
            }
        }
        impl<$($T: Eq),+> Eq for ($($T,)+) {}
        impl<$($T: PartialOrd),+> PartialOrd for ($($T,)+) {
            fn partial_cmp(&self, other: &($($T,)+)) -> Option<Ordering> {
                $(
                    match self.$n.partial_cmp(&other.$n) {
                        Some(Ordering::Equal) => {}
                        order => return order,
                    }
                )+
                Some(Ordering::Equal)
            }
        }
        impl<$($T: Ord),+> Ord for ($($T,)+) {
            fn cmp(&self, other: &($($T,)+)) -> Ordering {
                $(
                    match self.$n.cmp(&other.$n) {
                        Ordering::Equal => {}
                        order => return order,
                    }
                )+
                Ordering::Equal
            }
        }
        impl<$($T: Default),+> Default for ($($T,)+) {
            fn default() -> ($($T,)+) {
                ($($T::default(),)+)
            }
        }
        impl<$($T: Hash),+> Hash for ($($T,)+) {
            fn hash<S: Hasher>(&self, state: &mut S) {
                $(self.$n.hash(state);)+
            }
        }
        impl<$($T: fmt::Debug),+> fmt::Debug for ($($T,)+) {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple("")$(.field(&self.$n))+.finish()
            }
        }
    };
}
tuple! { A 0 }
tuple! { A 0 B 1 }
tuple! { A 0 B 1 C 2 }
tuple! { A 0 B 1 C 2 D 3 }
tuple! { A 0 B 1 C 2 D 3 E 4 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 }

impl<T> From<[T; 2]> for (T, T) {
    fn from([a, b]: [T; 2]) -> Self {
        (a, b)
    }
}
impl<T> From<(T, T)> for [T; 2] {
    fn from((a, b): (T, T)) -> Self {
        [a, b]
    }
}
impl<T> From<[T; 3]> for (T, T, T) {
    fn from([a, b, c]: [T; 3]) -> Self {
        (a, b, c)
    }
}
impl<T> From<(T, T, T)> for [T; 3] {
    fn from((a, b, c): (T, T, T)) -> Self {
        [a, b, c]
    }
}
