//! A program with every type known, every call resolved and no generics left: rustc's THIR, made concrete.
//!
//! `build` makes it of what rust-analyzer knows, `codegen` makes bytecode of it. Neither knows
//! anything of the other: this file is all that they share.
//!
//! What an expression means here is what rustc's THIR means by it. Nothing is implicit but moves,
//! drops and temporaries: adjustments, overloaded operators, `?`, `for`, `while` and `.await` have become
//! calls, borrows, matches and loops. A place expression where a value is wanted is a copy if its
//! type is `Copy`, and a move if not.

pub mod print;

/// An index into [`Program::types`]. Equal types have equal ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub u32);

/// An index into [`Program::functions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FunctionId(pub u32);

/// An index into [`Program::statics`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StaticId(pub u32);

/// An index into [`Program::vtables`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VtableId(pub u32);

/// An index into [`Function::locals`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalId(pub u32);

/// A loop or a labelled block, unique within its function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LabelId(pub u32);

/// Everything that can be reached from `main`.
#[derive(Debug)]
pub struct Program {
    pub types: Vec<Type>,
    pub functions: Vec<Function>,
    pub statics: Vec<Static>,
    pub vtables: Vec<Vtable>,
    /// An `async fn`'s body made into a future is what it returns; it takes the parameters of the
    /// program, if any (`Duration` or `u32`).
    pub main: FunctionId,
    /// Where `main` is named.
    pub main_line: u32,
}

/// A type without generics.
#[derive(Debug, Clone)]
pub struct Type {
    /// As rustc writes it, with paths shortened: for messages and tests.
    pub name: String,
    pub kind: TypeKind,
    /// Whether it is `Copy`.
    pub copy: bool,
    /// `<T as Drop>::drop`, if it has one of its own: `fn(&mut T)`.
    pub drop: Option<FunctionId>,
}

#[derive(Debug, Clone)]
pub enum TypeKind {
    Never,
    Bool,
    Char,
    /// `bits` is 8, 16, 32, 64 or 128. `usize` and `isize` have 64.
    Int {
        bits: u8,
        signed: bool,
    },
    /// `bits` is 32 or 64.
    Float {
        bits: u8,
    },
    /// Unsized; behind a pointer its length is in bytes.
    Str,
    /// Unsized.
    Slice(TypeId),
    /// Unsized. Behind a pointer stands a vtable.
    Dyn,
    Array(TypeId, u64),
    /// The unit type is the empty one.
    Tuple(Vec<TypeId>),
    /// A struct, in order of declaration. `ManuallyDrop` is one with `manually_drop`: its fields are
    /// not dropped. `boxed` is `Box`: moving out of `*b` leaves a box that is freed but not dropped.
    /// The last field may be unsized.
    Struct {
        fields: Vec<TypeId>,
        manually_drop: bool,
        boxed: bool,
    },
    Enum {
        variants: Vec<Variant>,
    },
    /// `&T`, `&mut T`, `*const T`, `*mut T`: fat if `T` is unsized, or a struct whose last field is.
    Pointer(TypeId),
    /// A pointer to a function.
    FnPointer,
    /// A function's own type: nothing at run time.
    FnItem,
    /// Captures in order; those by reference are pointers.
    Closure {
        captures: Vec<TypeId>,
    },
    /// An async block's or async function's future. `body` takes the captures as its parameters.
    /// `poll` is the `Poll<Output>` that polling it gives.
    Coroutine {
        captures: Vec<TypeId>,
        body: FunctionId,
        poll: TypeId,
    },
}

#[derive(Debug, Clone)]
pub struct Variant {
    pub name: String,
    pub discriminant: i128,
    pub fields: Vec<TypeId>,
}

/// A `static`, evaluated before `main`, in order.
#[derive(Debug)]
pub struct Static {
    pub ty: TypeId,
    /// Takes nothing, returns the value.
    pub init: FunctionId,
}

/// What a `dyn` pointer to a value of this type carries.
#[derive(Debug)]
pub struct Vtable {
    /// The type behind the pointer.
    pub ty: TypeId,
    /// The trait's methods in order of declaration, those of its supertraits first; None for what
    /// cannot be called on `dyn`. Each takes its receiver as a pointer to the value.
    pub methods: Vec<Option<FunctionId>>,
}

#[derive(Debug)]
pub struct Function {
    /// Its path with its type arguments, for messages.
    pub name: String,
    /// Whether it is of the learner's program, whose lines are told; or of std.
    pub of_program: bool,
    /// The line of its name, from 1.
    pub line: u32,
    pub locals: Vec<Local>,
    /// How many of the locals, from the first on, are its parameters. A parameter's own pattern
    /// is a `let` at the beginning of the body. A coroutine's are its captures.
    pub params: u32,
    /// A coroutine's is its output.
    pub ret: TypeId,
    pub body: Body,
}

#[derive(Debug)]
pub enum Body {
    Rust(Expr),
    /// As `Rust`, of a coroutine: it may suspend.
    Coroutine(Expr),
    /// The body of a `const` or `static`, or of a promoted constant: what it borrows lives for ever.
    Constant(Expr),
    /// `core::intrinsics::name::<types>`. See `codegen/intrinsics.rs` for what there is.
    Intrinsic {
        name: String,
        types: Vec<TypeId>,
    },
}

#[derive(Debug)]
pub struct Local {
    /// Empty for what the source does not name.
    pub name: String,
    pub ty: TypeId,
}

#[derive(Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub ty: TypeId,
    /// In the learner's program: the line of it that a trace should name (for what a macro made,
    /// the line of its call). 0 in std.
    pub line: u32,
}

#[derive(Debug)]
pub enum ExprKind {
    // --- Places ---------------------------------------------------------------
    Local(LocalId),
    Static(StaticId),
    /// A field of a struct, tuple or closure.
    Field(Box<Expr>, u32),
    /// Of a pointer, or of a `Box`.
    Deref(Box<Expr>),
    /// Of an array or slice (both places), checked against its length. The index is a `usize`.
    Index(Box<Expr>, Box<Expr>),

    // --- Values ---------------------------------------------------------------
    Literal(Literal),
    /// `&place` or `&mut place`, or `&raw`: of a value, it is of a temporary.
    Borrow(Box<Expr>),
    /// A tuple, array, struct or closure, all fields given, evaluated in this order.
    Aggregate(Vec<(u32, Expr)>),
    /// `S { a, ..base }`: the fields that are not given are copied or moved out of the place `base`.
    Update {
        fields: Vec<(u32, Expr)>,
        base: Box<Expr>,
    },
    Variant {
        variant: u32,
        fields: Vec<(u32, Expr)>,
    },
    /// `[value; n]`; n is in the type. A constant or copied.
    Repeat(Box<Expr>),
    /// A future, not yet polled, of the type's coroutine.
    Coroutine {
        captures: Vec<Expr>,
    },
    /// `-x` and `!x` of numbers and bool.
    Neg(Box<Expr>),
    Not(Box<Expr>),
    /// Of numbers, bool, char, thin pointers and function pointers; checked as in a debug build.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `&&` and `||`.
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Cast(Cast, Box<Expr>),
    /// Arguments from left to right, as Rust has it.
    Call(Callee, Vec<Expr>),
    /// Drops what was there, after the value is evaluated.
    Assign(Box<Expr>, Box<Expr>),
    /// Of primitive types: the right side is evaluated first.
    AssignOp(BinaryOp, Box<Expr>, Box<Expr>),
    Block(Box<Block>),
    /// Without `els` it is of unit type. Temporaries of the condition are dropped before a branch runs,
    /// but those of a `Let` in it live to the end of the `then`.
    If {
        cond: Box<Expr>,
        then: Box<Expr>,
        els: Option<Box<Expr>>,
    },
    /// `let pat = scrutinee` as a condition: of an `If` or a guard, alone or under `And`.
    Let(Box<Pat>, Box<Expr>),
    /// Temporaries of the scrutinee live to the end of the statement.
    Match(Box<Expr>, Vec<Arm>),
    Loop(LabelId, Box<Expr>),
    /// Out of a loop or a labelled block, with a value if that has one.
    Break(LabelId, Option<Box<Expr>>),
    Continue(LabelId),
    Return(Option<Box<Expr>>),
    /// In a coroutine: gives `Poll::Pending` to who polls, and goes on from here with the next poll.
    Yield,
    /// In a coroutine: the `&mut Context<'_>` of this poll.
    Context,
    /// A value of type `!` where another is expected.
    NeverToAny(Box<Expr>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    Unit,
    Bool(bool),
    Char(char),
    /// Of the expression's integer type, sign-extended if that is signed.
    Int(u128),
    Float(f64),
    /// A `&'static str`.
    Str(Box<str>),
    /// A `&'static [u8; n]`.
    Bytes(Box<[u8]>),
    /// A function's own type, or another of no size.
    Nothing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    BitAnd,
    BitOr,
    BitXor,
    Shl,
    Shr,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cast {
    /// Between integers, floats, bool, char, and from an enum without fields: what `as` does.
    Number,
    /// Between thin pointers, or the same bits under another type; also a pointer to its address as `usize`.
    Bits,
    /// `&[T; n]` to `&[T]`, of any pointer or struct that holds one.
    Array,
    /// A pointer to a sized type, or a struct that holds one, to `dyn`.
    Dyn(VtableId),
    /// A function or closure without captures to a function pointer.
    Function(FunctionId),
}

#[derive(Debug)]
pub enum Callee {
    Function(FunctionId),
    /// A value of type `FnPointer`.
    Pointer(Box<Expr>),
    /// The first argument is a pointer to `dyn` (or a `Box` or `Pin` of one): its method of this number.
    Virtual(u32),
}

#[derive(Debug)]
pub struct Block {
    pub statements: Vec<Statement>,
    pub tail: Option<Expr>,
    pub label: Option<LabelId>,
}

#[derive(Debug)]
pub enum Statement {
    /// Locals live from here to the end of the block, and are dropped in reverse order.
    /// What the initializer borrows as extended temporaries lives as long.
    Let {
        pat: Pat,
        init: Option<Expr>,
        els: Option<Block>,
    },
    Expr(Expr),
}

#[derive(Debug)]
pub struct Arm {
    pub pat: Pat,
    pub guard: Option<Expr>,
    pub body: Expr,
}

#[derive(Debug)]
pub struct Pat {
    pub kind: PatKind,
    /// The type of what it is matched against.
    pub ty: TypeId,
}

#[derive(Debug)]
pub enum PatKind {
    Wild,
    /// `ref` binds a pointer to the place; else it is copied or moved out.
    Binding {
        local: LocalId,
        by_ref: bool,
        sub: Option<Box<Pat>>,
    },
    /// Fields of a struct or tuple; those that are not named are not looked at.
    Fields(Vec<(u32, Pat)>),
    Variant(u32, Vec<(u32, Pat)>),
    /// Through a pointer or a `Box`: what binding modes make implicit is written here.
    Deref(Box<Pat>),
    /// `str` is compared as text: its type is `&str`.
    Literal(Literal),
    /// Of integers, chars or floats; an end may be open.
    Range {
        start: Option<Literal>,
        end: Option<Literal>,
        inclusive: bool,
    },
    Or(Vec<Pat>),
    /// Of arrays and slices. `rest` is `..`, with what is bound to it.
    Slice {
        prefix: Vec<Pat>,
        rest: Option<Option<Box<Pat>>>,
        suffix: Vec<Pat>,
    },
}
