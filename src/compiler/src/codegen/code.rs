//! A function's code while it is being written: operations whose jumps go to labels, and beside them what becomes of
//! the values that must be dropped. [`super::elaborate`] makes bytecode of it.
//!
//! Who writes it does not ask whether a value was moved: it says where values begin to live ([`Ins::Init`]), are moved
//! away ([`Ins::Gone`]) and would be dropped if they are there ([`Ins::Drop`]), as rustc's MIR does before its drops are
//! elaborated.

use crate::thir::TypeId;
use async_playground::machine::bytecode::{Op, Slot};
use std::collections::HashMap;

/// A position to jump to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Label(pub usize);

/// A value that can be there or not: a local or temporary that needs to be dropped, or a part of one. Index into [`Code::paths`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PathId(pub usize);

/// What is dropped when a panic leaves an instruction, or a coroutine does not go on: a list, innermost first.
/// Index into [`Code::chains`]; 0 is the empty one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChainId(pub usize);

/// Where a value stands: in the frame at `slot`, or behind the pointers that begin there, each with an offset.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Spot {
    pub slot: Slot,
    pub derefs: Vec<u32>,
}

impl Spot {
    pub fn frame(slot: Slot) -> Self {
        Self {
            slot,
            derefs: Vec::new(),
        }
    }

    /// So many bytes further.
    pub fn field(&self, offset: u32) -> Self {
        let mut spot = self.clone();
        *spot.derefs.last_mut().unwrap_or(&mut spot.slot) += offset;
        spot
    }

    /// What the pointer here points to.
    pub fn deref(&self) -> Self {
        let mut spot = self.clone();
        spot.derefs.push(0);
        spot
    }
}

/// From a value to a part of it that can be moved by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Of a struct, tuple or closure, or an array's element.
    Field(u32),
    /// Of an enum's variant.
    Variant(u32, u32),
    /// A box's content.
    Deref,
}

/// See [`PathId`].
#[derive(Debug)]
pub struct Path {
    pub spot: Spot,
    pub ty: TypeId,
    pub children: Vec<(Step, PathId)>,
}

/// What is to be dropped.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// As much of it as is there.
    Path(PathId),
    /// A value that is there for certain.
    Value(Spot, TypeId),
    /// A box's memory alone.
    Free(Spot, TypeId),
    /// Values of the type, one behind the other: the address of the first and how many stand in this slot, in 4 bytes each.
    Elements(Slot, TypeId),
}

/// What stands in the code.
#[derive(Debug)]
pub enum Ins {
    Op(Op),
    /// `op` with its `to` to be filled in. If it jumps, the enum is not that variant.
    Jump {
        op: Op,
        to: Label,
        not: Option<(PathId, u32)>,
    },
    Label(Label),
    /// The beginning of the function, whose parameters these are.
    Enter(Vec<PathId>),
    /// Here the value begins to be there.
    Init(PathId),
    /// Here it was moved away.
    Gone(PathId),
    /// Here the enum is known to be this variant.
    Is(PathId, u32),
    Drop(Target),
}

/// An instruction and where it stands.
#[derive(Debug)]
pub struct Line {
    pub ins: Ins,
    /// What is dropped if it panics.
    pub chain: ChainId,
    /// The line of the program.
    pub line: u32,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Code {
    pub lines: Vec<Line>,
    pub paths: Vec<Path>,
    pub chains: Vec<(Target, ChainId)>,
    known_chains: HashMap<(Target, ChainId), ChainId>,
    pub labels: usize,
}

impl Code {
    pub fn label(&mut self) -> Label {
        self.labels += 1;
        Label(self.labels - 1)
    }

    /// A new value that can be there or not.
    pub fn path(&mut self, spot: Spot, ty: TypeId) -> PathId {
        self.paths.push(Path {
            spot,
            ty,
            children: Vec::new(),
        });
        PathId(self.paths.len() - 1)
    }

    /// A part of one.
    pub fn child(
        &mut self,
        parent: PathId,
        step: Step,
        ty: TypeId,
        spot: impl FnOnce(&Spot) -> Spot,
    ) -> PathId {
        let known = self.paths[parent.0]
            .children
            .iter()
            .find(|(known, _)| *known == step);
        if let Some(&(_, child)) = known {
            return child;
        }
        let spot = spot(&self.paths[parent.0].spot);
        let child = self.path(spot, ty);
        self.paths[parent.0].children.push((step, child));
        child
    }

    /// `target`, and then what `rest` has.
    pub fn chain(&mut self, target: Target, rest: ChainId) -> ChainId {
        let chains = &mut self.chains;
        *self
            .known_chains
            .entry((target, rest))
            .or_insert_with_key(|key| {
                chains.push(key.clone());
                ChainId(chains.len())
            })
    }

    /// A path and all its parts.
    pub fn for_each_part(&self, path: PathId, visit: &mut impl FnMut(PathId)) {
        visit(path);
        for &(_, child) in &self.paths[path.0].children {
            self.for_each_part(child, visit);
        }
    }

    /// Forgets the parts that are never moved by themselves: they share the fate of the whole.
    pub fn prune(&mut self) {
        let mut named = vec![false; self.paths.len()];
        for line in &self.lines {
            if let Ins::Init(path) | Ins::Gone(path) | Ins::Drop(Target::Path(path)) = line.ins {
                named[path.0] = true;
            }
        }
        // A part has a greater number than its whole.
        for index in (0..self.paths.len()).rev() {
            let mut children = std::mem::take(&mut self.paths[index].children);
            children.retain(|(_, child)| named[child.0]);
            named[index] |= !children.is_empty();
            self.paths[index].children = children;
        }
    }
}
