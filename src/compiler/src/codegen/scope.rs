//! Scopes: what is dropped at the end of each, on every way out of it. Ends, `break`, `return`, panics and the drop of
//! a suspended coroutine all read the same lists.

use super::code::{ChainId, Ins, Label, Target};
use super::function::Builder;
use super::layout::Layout;
use crate::thir::{LabelId, TypeId};
use async_playground::machine::bytecode::{Op, Slot};

/// A block, statement, condition, arm or the like while it is being written.
#[derive(Debug, Default)]
pub struct Scope {
    /// What it drops, the last one first.
    drops: Vec<Target>,
    /// What slots are free again behind it.
    slots: Vec<(Slot, u32)>,
}

/// What `break` and `continue` can name.
#[derive(Debug, Clone)]
pub struct Jumpable {
    pub label: LabelId,
    /// How many scopes there are where it stands.
    depth: usize,
    /// Where its value is written.
    pub dst: Slot,
    end: Label,
    /// None for a block.
    start: Option<Label>,
}

impl<'p> Builder<'_, 'p> {
    pub fn push_scope(&mut self) -> usize {
        self.scopes.push(Scope::default());
        self.scopes.len() - 1
    }

    /// Ends the innermost scope: drops what it has.
    pub fn pop_scope(&mut self) {
        let mut scope = std::mem::take(self.scopes.last_mut().expect("a scope to end"));
        while let Some(target) = scope.drops.pop() {
            self.scopes
                .last_mut()
                .expect("the same scope")
                .drops
                .clone_from(&scope.drops);
            self.chain = None;
            self.ins(Ins::Drop(target));
        }
        self.leave_scope();
        for (slot, size) in scope.slots {
            self.frame.free(slot, size);
        }
    }

    /// Ends the innermost scope where nothing comes out of it any more.
    pub fn leave_scope(&mut self) {
        let scope = self.scopes.pop().expect("a scope to end");
        for (slot, size) in scope.slots {
            self.frame.free(slot, size);
        }
        self.chain = None;
    }

    /// Writes the drops on the way out of all scopes but the outermost `depth`, which go on to be there.
    pub fn exit_scopes(&mut self, depth: usize) {
        let inner: Vec<Scope> = self.scopes.split_off(depth);
        // What an inner scope drops is still there while a panic leaves what comes before it.
        for index in (0..inner.len()).rev() {
            let drops = &inner[index].drops;
            for left in (0..drops.len()).rev() {
                let mut rest: Vec<Target> = inner[..index]
                    .iter()
                    .flat_map(|scope| scope.drops.clone())
                    .collect();
                rest.extend_from_slice(&drops[..left]);
                self.scopes.push(Scope {
                    drops: rest,
                    slots: Vec::new(),
                });
                self.chain = None;
                self.ins(Ins::Drop(drops[left].clone()));
                self.scopes.pop();
            }
        }
        self.scopes.extend(inner);
        self.chain = None;
    }

    /// Has the scope drop it, before all that it has so far.
    pub fn schedule(&mut self, scope: usize, target: Target) {
        self.scopes[scope].drops.push(target);
        self.chain = None;
    }

    /// Has no scope drop it any more: who owns it now is known.
    pub fn unschedule(&mut self, target: &Target) {
        let drops = &mut self.scopes[self.temporaries].drops;
        if let Some(index) = drops.iter().rposition(|known| known == target) {
            drops.remove(index);
        }
        self.chain = None;
    }

    /// A slot until the scope ends.
    pub fn alloc(&mut self, scope: usize, ty: TypeId) -> Slot {
        let Layout { size, align, .. } = *self.layouts.of(ty);
        let slot = self.frame.alloc(size, align);
        self.scopes[scope].slots.push((slot, size));
        slot
    }

    /// What is dropped if a panic leaves here.
    pub fn chain(&mut self) -> ChainId {
        if let Some(chain) = self.chain {
            return chain;
        }
        let mut chain = ChainId(0);
        for scope in &self.scopes {
            for target in &scope.drops {
                chain = self.code.chain(target.clone(), chain);
            }
        }
        self.chain = Some(chain);
        chain
    }

    /// What `write` writes has its temporaries dropped at its end.
    pub fn terminating<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.temporaries;
        self.temporaries = self.push_scope();
        let result = write(self);
        self.pop_scope();
        self.temporaries = outer;
        result
    }

    /// Whether ending the scope would do anything.
    pub fn is_trivial(&self, scope: usize) -> bool {
        self.scopes[scope].drops.is_empty()
    }

    // --- Ways out -----------------------------------------------------------------------------------------

    /// A loop or labelled block, whose value goes to `dst`.
    pub fn jumpable(
        &mut self,
        label: LabelId,
        dst: Slot,
        is_loop: bool,
        write: impl FnOnce(&mut Self),
    ) {
        let end = self.code.label();
        let start = is_loop.then(|| self.code.label());
        let depth = self.scopes.len();
        if let Some(start) = start {
            self.label(start);
        }
        self.jumpables.push(Jumpable {
            label,
            depth,
            dst,
            end,
            start,
        });
        write(self);
        self.jumpables.pop();
        if let Some(start) = start {
            self.jump(start);
        }
        self.label(end);
    }

    pub fn find_jumpable(&self, label: LabelId) -> Option<Jumpable> {
        self.jumpables
            .iter()
            .rev()
            .find(|jumpable| jumpable.label == label)
            .cloned()
    }

    pub fn break_to(&mut self, jumpable: &Jumpable) {
        self.exit_scopes(jumpable.depth);
        self.jump(jumpable.end);
    }

    pub fn continue_to(&mut self, jumpable: &Jumpable) {
        self.exit_scopes(jumpable.depth);
        match jumpable.start {
            Some(start) => self.jump(start),
            None => self.malformed("`continue` of a block"),
        }
    }

    /// Returns what stands in the result's slot.
    pub fn return_now(&mut self) {
        self.exit_scopes(0);
        if self.function.coroutine {
            self.finish_poll(true);
        }
        self.op(Op::Return);
    }
}
