//! What a poll is given and gives.

use crate::convert::Infallible;
use crate::fmt;
use crate::intrinsics;
use crate::marker::PhantomData;
use crate::mem::ManuallyDrop;
use crate::ops::{ControlFlow, FromResidual, Try};
use crate::sync::Arc;

#[must_use = "this `Poll` may be a `Pending` variant, which should be handled"]
#[lang = "Poll"]
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Poll<T> {
    #[lang = "Ready"]
    Ready(T),
    #[lang = "Pending"]
    Pending,
}

impl<T> Poll<T> {
    pub fn map<U, F>(self, f: F) -> Poll<U>
    where
        F: FnOnce(T) -> U,
    {
        match self {
            Poll::Ready(t) => Poll::Ready(f(t)),
            Poll::Pending => Poll::Pending,
        }
    }

    pub const fn is_ready(&self) -> bool {
        matches!(*self, Poll::Ready(_))
    }

    pub const fn is_pending(&self) -> bool {
        !self.is_ready()
    }
}

impl<T, E> Poll<Result<T, E>> {
    pub fn map_ok<U, F>(self, f: F) -> Poll<Result<U, E>>
    where
        F: FnOnce(T) -> U,
    {
        match self {
            Poll::Ready(Ok(t)) => Poll::Ready(Ok(f(t))),
            Poll::Ready(Err(e)) => Poll::Ready(Err(e)),
            Poll::Pending => Poll::Pending,
        }
    }

    pub fn map_err<U, F>(self, f: F) -> Poll<Result<T, U>>
    where
        F: FnOnce(E) -> U,
    {
        match self {
            Poll::Ready(Ok(t)) => Poll::Ready(Ok(t)),
            Poll::Ready(Err(e)) => Poll::Ready(Err(f(e))),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<T> From<T> for Poll<T> {
    fn from(t: T) -> Poll<T> {
        Poll::Ready(t)
    }
}

impl<T, E> Try for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Infallible, E>;

    fn from_output(c: Self::Output) -> Self {
        c.map(Ok)
    }

    fn branch(self) -> ControlFlow<Self::Residual, Self::Output> {
        match self {
            Poll::Ready(Ok(x)) => ControlFlow::Continue(Poll::Ready(x)),
            Poll::Ready(Err(e)) => ControlFlow::Break(Err(e)),
            Poll::Pending => ControlFlow::Continue(Poll::Pending),
        }
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> {
    fn from_residual(x: Result<Infallible, E>) -> Self {
        match x {
            Err(e) => Poll::Ready(Err(From::from(e))),
            Ok(never) => match never {},
        }
    }
}

/// The value of a ready poll; returns if it is pending.
pub macro ready($e:expr $(,)?) {
    match $e {
        $crate::task::Poll::Ready(t) => t,
        $crate::task::Poll::Pending => {
            return $crate::task::Poll::Pending;
        }
    }
}

/// What a poll is given. The machine knows that the waker's address comes first.
#[lang = "Context"]
pub struct Context<'a> {
    waker: &'a Waker,
    _marker: PhantomData<fn(&'a ()) -> &'a ()>,
}

impl<'a> Context<'a> {
    pub const fn from_waker(waker: &'a Waker) -> Self {
        Context {
            waker,
            _marker: PhantomData,
        }
    }

    pub const fn waker(&self) -> &'a Waker {
        self.waker
    }
}

impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("waker", &self.waker)
            .finish()
    }
}

/// The functions of a waker that the program makes itself.
#[derive(Copy, Clone)]
pub struct RawWakerVTable {
    clone: unsafe fn(*const ()) -> RawWaker,
    wake: unsafe fn(*const ()),
    wake_by_ref: unsafe fn(*const ()),
    drop: unsafe fn(*const ()),
}

impl RawWakerVTable {
    pub const fn new(
        clone: unsafe fn(*const ()) -> RawWaker,
        wake: unsafe fn(*const ()),
        wake_by_ref: unsafe fn(*const ()),
        drop: unsafe fn(*const ()),
    ) -> Self {
        RawWakerVTable {
            clone,
            wake,
            wake_by_ref,
            drop,
        }
    }

    fn addresses(&self) -> [*const (); 4] {
        [
            self.clone as *const (),
            self.wake as *const (),
            self.wake_by_ref as *const (),
            self.drop as *const (),
        ]
    }
}

impl PartialEq for RawWakerVTable {
    fn eq(&self, other: &Self) -> bool {
        self.addresses() == other.addresses()
    }
}

impl fmt::Debug for RawWakerVTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [clone, wake, wake_by_ref, drop] = self.addresses();
        f.debug_struct("RawWakerVTable")
            .field("clone", &clone)
            .field("wake", &wake)
            .field("wake_by_ref", &wake_by_ref)
            .field("drop", &drop)
            .finish()
    }
}

/// Two words. Without functions it is the host's, and the data is its number there.
#[derive(PartialEq, Debug)]
pub struct RawWaker {
    data: *const (),
    vtable: *const RawWakerVTable,
}

impl RawWaker {
    pub const fn new(data: *const (), vtable: &'static RawWakerVTable) -> RawWaker {
        RawWaker { data, vtable }
    }
}

pub struct Waker {
    waker: RawWaker,
}

impl Unpin for Waker {}
unsafe impl Send for Waker {}
unsafe impl Sync for Waker {}

impl Waker {
    pub fn wake(self) {
        let this = ManuallyDrop::new(self);
        match this.host() {
            Some(number) => {
                intrinsics::waker_wake(number);
                intrinsics::waker_drop(number);
            }
            None => unsafe { ((*this.waker.vtable).wake)(this.waker.data) },
        }
    }

    pub fn wake_by_ref(&self) {
        match self.host() {
            Some(number) => intrinsics::waker_wake(number),
            None => unsafe { ((*self.waker.vtable).wake_by_ref)(self.waker.data) },
        }
    }

    pub fn will_wake(&self, other: &Waker) -> bool {
        match (self.host(), other.host()) {
            (Some(a), Some(b)) => intrinsics::waker_will_wake(a, b),
            _ => self.waker.data == other.waker.data && self.waker.vtable == other.waker.vtable,
        }
    }

    pub const unsafe fn new(data: *const (), vtable: &'static RawWakerVTable) -> Self {
        Waker {
            waker: RawWaker { data, vtable },
        }
    }

    pub const unsafe fn from_raw(waker: RawWaker) -> Waker {
        Waker { waker }
    }

    pub const fn noop() -> &'static Waker {
        const NOOP: &Waker = &Waker {
            waker: RawWaker {
                data: crate::ptr::null(),
                vtable: NOTHING,
            },
        };
        NOOP
    }

    pub fn data(&self) -> *const () {
        self.waker.data
    }

    pub fn vtable(&self) -> &'static RawWakerVTable {
        unsafe { &*self.waker.vtable }
    }

    fn host(&self) -> Option<u32> {
        match self.waker.vtable.is_null() {
            true => Some(unsafe { intrinsics::transmute::<*const (), u32>(self.waker.data) }),
            false => None,
        }
    }
}

static NOTHING: &RawWakerVTable = &RawWakerVTable {
    clone: |data| RawWaker {
        data,
        vtable: NOTHING,
    },
    wake: |_| {},
    wake_by_ref: |_| {},
    drop: |_| {},
};

impl Clone for Waker {
    fn clone(&self) -> Self {
        match self.host() {
            Some(number) => {
                let number = intrinsics::waker_clone(number);
                let data = unsafe { intrinsics::transmute::<u32, *const ()>(number) };
                Waker {
                    waker: RawWaker {
                        data,
                        vtable: crate::ptr::null(),
                    },
                }
            }
            None => Waker {
                waker: unsafe { ((*self.waker.vtable).clone)(self.waker.data) },
            },
        }
    }
}

impl Drop for Waker {
    fn drop(&mut self) {
        match self.host() {
            Some(number) => intrinsics::waker_drop(number),
            None => unsafe { ((*self.waker.vtable).drop)(self.waker.data) },
        }
    }
}

impl fmt::Debug for Waker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waker")
            .field("data", &self.waker.data)
            .field("vtable", &self.waker.vtable)
            .finish()
    }
}

/// What an [`Arc`] must know to be a waker.
pub trait Wake {
    fn wake(self: Arc<Self>);

    fn wake_by_ref(self: &Arc<Self>) {
        self.clone().wake();
    }
}

/// The functions of an `Arc<W>` as a waker.
struct OfArc<W>(PhantomData<W>);

impl<W: Wake + Send + Sync + 'static> OfArc<W> {
    const VTABLE: &'static RawWakerVTable = &RawWakerVTable {
        clone: OfArc::<W>::clone,
        wake: OfArc::<W>::wake,
        wake_by_ref: OfArc::<W>::wake_by_ref,
        drop: OfArc::<W>::drop,
    };

    fn raw(waker: Arc<W>) -> RawWaker {
        RawWaker {
            data: Arc::into_raw(waker) as *const (),
            vtable: Self::VTABLE,
        }
    }

    unsafe fn clone(data: *const ()) -> RawWaker {
        unsafe { Arc::increment_strong_count(data as *const W) };
        RawWaker {
            data,
            vtable: Self::VTABLE,
        }
    }

    unsafe fn wake(data: *const ()) {
        let waker = unsafe { Arc::from_raw(data as *const W) };
        <W as Wake>::wake(waker);
    }

    unsafe fn wake_by_ref(data: *const ()) {
        let waker = unsafe { ManuallyDrop::new(Arc::from_raw(data as *const W)) };
        <W as Wake>::wake_by_ref(&waker);
    }

    unsafe fn drop(data: *const ()) {
        unsafe { Arc::decrement_strong_count(data as *const W) };
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {
    fn from(waker: Arc<W>) -> Waker {
        Waker {
            waker: OfArc::raw(waker),
        }
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for RawWaker {
    fn from(waker: Arc<W>) -> RawWaker {
        OfArc::raw(waker)
    }
}
