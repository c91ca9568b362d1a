//! Values with many owners, in one task.

mod counted;

pub(crate) use counted::counted;

counted!(Rc);

impl<T: ?Sized> !Send for Rc<T> {}
impl<T: ?Sized> !Sync for Rc<T> {}
impl<T: ?Sized> !Send for Weak<T> {}
impl<T: ?Sized> !Sync for Weak<T> {}
