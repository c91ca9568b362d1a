//! A list that may have very many entries, and is not moved when it grows: that would touch its memory twice.

/// How many entries stand together.
const PAGE: usize = 1024;

/// A list that grows at its end. Nothing is taken out of it.
pub struct Pages<T> {
    pages: Vec<Vec<T>>,
}

impl<T> Pages<T> {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        let last = self.pages.last().map_or(0, Vec::len);
        self.pages.len().saturating_sub(1) * PAGE + last
    }

    /// Adds an entry at the end.
    pub fn push(&mut self, entry: T) {
        match self.pages.last_mut() {
            Some(last) if last.len() < PAGE => last.push(entry),
            last => {
                // The first one grows: most runs have few entries.
                let size = last.map_or(0, |_| PAGE);
                let mut page = Vec::with_capacity(size);
                page.push(entry);
                self.pages.push(page);
            }
        }
    }

    /// The entry with this number, if there is one.
    pub fn get_mut(&mut self, number: u32) -> Option<&mut T> {
        let number = number as usize;
        self.pages.get_mut(number / PAGE)?.get_mut(number % PAGE)
    }
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Pages { pages: Vec::new() }
    }
}
