//! What a body does with its variables, in which order: a graph of actions on places.
//!
//! Each closure and each async block is a graph of its own, for it runs when it is called or polled; where it is made,
//! there is what it captures. An async function's body is the async block that it returns.

mod lower;
mod place;

use super::bodies::TypedBody;
use super::report::Report;
use ra_ap_hir_def::hir::{BindingId, ExprId, ExprOrPatId};
use std::collections::{BTreeSet, HashMap, HashSet};

pub use place::{Place, Pointer, Step};

/// The index of a node in its graph.
pub type NodeId = usize;

/// What is done at one moment.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// Nothing: paths meet here.
    Join,
    /// A variable comes into scope, without a value.
    Declare(BindingId),
    /// A variable comes into scope, with the value of an expression if it is known.
    Bind(BindingId, Option<ExprId>),
    /// A place gets a new value.
    Assign(Place, ExprId),
    /// A place is looked at, or its value is copied.
    Read(Place),
    /// A value leaves its place.
    Move(Place),
    /// A value would leave what `index` or `deref` only lends: the expression that is one of them.
    Steal(ExprId),
    /// A place is borrowed.
    Borrow(Place, Access),
    /// A function returns the value of an expression.
    Return(Option<ExprId>),
    /// A variable goes out of scope.
    End(BindingId),
    /// A future is awaited: the index of a [`Await`].
    Await(usize),
    /// Something is called with these variables, or assigned to what one of them lends: what is given may be put away.
    Store(ExprId, Vec<BindingId>),
}

/// A moment at which the body may wait, and what it holds then by its scopes.
pub struct Await {
    /// The whole `….await`.
    pub at: ExprId,
    /// Variables that are in scope. Whether they have a value is another matter.
    pub locals: Vec<BindingId>,
    /// Values without a name.
    pub values: Vec<Unnamed>,
}

/// A value without a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unnamed {
    pub value: ExprId,
    pub until: Until,
}

/// How long a value without a name lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Until {
    /// Until it is used: as an argument, say, while the other arguments are made.
    Used,
    /// To the end of its statement, for it is borrowed.
    StatementEnds,
    /// To the end of its statement if it is to be dropped: parts of it were taken.
    Dropped,
}

/// How a place is borrowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    Shared,
    Mutable,
}

/// One moment.
pub struct Node {
    pub action: Action,
    /// What was written for it.
    pub at: ExprOrPatId,
    pub next: Vec<NodeId>,
}

/// A function's body, a closure's, or an async block's.
pub struct Graph {
    /// It begins with the first.
    pub nodes: Vec<Node>,
    /// Variables of its own; the others are captured.
    pub own: Vec<BindingId>,
    /// Statements that are never reached.
    pub unreachable: Vec<ExprId>,
    /// Where it awaits.
    pub awaits: Vec<Await>,
    /// The closure or async block that it is of; none, if it is the function's, also of an async one.
    pub of: Option<ExprId>,
}

/// All graphs of a body, and what its paths mean.
pub struct Flow {
    pub graphs: Vec<Graph>,
    /// The variables that paths name.
    pub locals: HashMap<ExprId, BindingId>,
    /// The places of expressions that have one.
    pub places: HashMap<ExprId, Place>,
    /// The variables that hold a value as it was made, and the expression that made it.
    pub values: HashMap<BindingId, ExprId>,
    /// The variables that hold a copy of what is behind a reference: `x` in `for &x in &list`.
    pub copied: HashSet<BindingId>,
}

impl Flow {
    pub fn new<'db>(report: &Report<'_, 'db>, body: &TypedBody<'db>) -> Flow {
        lower::lower(report, body)
    }
}

impl Graph {
    /// Nodes before each node.
    pub fn previous(&self) -> Vec<Vec<NodeId>> {
        let mut previous = vec![Vec::new(); self.nodes.len()];
        for (id, node) in self.nodes.iter().enumerate() {
            for next in &node.next {
                previous[*next].push(id);
            }
        }
        previous
    }

    /// The place that a pattern borrows for the variable that it binds at a node.
    pub fn borrowed_by(&self, bind: NodeId) -> Option<(&Place, Access)> {
        let before = &self.nodes[bind.checked_sub(1)?];
        match &before.action {
            Action::Borrow(place, access) if before.at == self.nodes[bind].at => {
                Some((place, *access))
            }
            _ => None,
        }
    }

    /// The variables that are given when it is called.
    pub fn params(&self) -> BTreeSet<BindingId> {
        let given = self.nodes.iter().filter_map(|it| match it.action {
            Action::Bind(local, None) => Some(local),
            _ => None,
        });
        given.collect()
    }

    /// The variables that are going to be used after each node.
    pub fn live_after(&self) -> Vec<BTreeSet<BindingId>> {
        let previous = self.previous();
        let mut after: Vec<BTreeSet<BindingId>> = vec![BTreeSet::new(); self.nodes.len()];
        let mut open: Vec<NodeId> = (0..self.nodes.len()).collect();
        while let Some(id) = open.pop() {
            let mut live = after[id].clone();
            match &self.nodes[id].action {
                Action::Read(place) | Action::Move(place) | Action::Borrow(place, _) => {
                    live.insert(place.local);
                }
                Action::Assign(place, _) if place.path.is_empty() => {
                    live.remove(&place.local);
                }
                Action::Assign(place, _) => {
                    live.insert(place.local);
                }
                Action::Bind(local, _) | Action::Declare(local) => {
                    live.remove(local);
                }
                Action::Store(_, used) => live.extend(used),
                _ => {}
            }
            for before in &previous[id] {
                let known = &mut after[*before];
                let count = known.len();
                known.extend(&live);
                if known.len() > count {
                    open.push(*before);
                }
            }
        }
        after
    }
}
