//! What a program knows by number.

/// Values with numbers, which are used again.
pub struct Table<T> {
    values: Vec<Option<T>>,
    free: Vec<u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table {
            values: Vec::new(),
            free: Vec::new(),
        }
    }
}

impl<T> Table<T> {
    /// Adds a value; returns its number.
    pub fn insert(&mut self, value: T) -> u32 {
        match self.free.pop() {
            Some(id) => {
                self.values[id as usize] = Some(value);
                id
            }
            None => {
                // Not twice as much room each time: there may be very many sleepers.
                let full = self.values.len() == self.values.capacity();
                self.values
                    .reserve_exact(if full { self.values.len() / 4 + 16 } else { 0 });
                self.values.push(Some(value));
                self.values.len() as u32 - 1
            }
        }
    }

    pub fn get(&self, id: u32) -> Option<&T> {
        self.values.get(id as usize)?.as_ref()
    }

    pub fn get_mut(&mut self, id: u32) -> Option<&mut T> {
        self.values.get_mut(id as usize)?.as_mut()
    }

    /// Takes a value out for a while: its number is kept for it.
    pub fn take(&mut self, id: u32) -> Option<T> {
        self.values.get_mut(id as usize)?.take()
    }

    /// Puts a value back that was taken out.
    pub fn put_back(&mut self, id: u32, value: T) {
        if let Some(place) = self.values.get_mut(id as usize) {
            *place = Some(value);
        }
    }

    /// Gives up the number of a value that was taken out.
    pub fn free(&mut self, id: u32) {
        self.free.push(id);
    }
}
