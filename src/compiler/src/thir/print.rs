//! THIR as text, near to Rust: for tests and for looking at it.

use std::fmt::{self, Display, Formatter};

use super::{
    Arm, BinaryOp, Block, Body, Callee, Cast, Expr, ExprKind, Function, FunctionId, Literal,
    LocalId, Pat, PatKind, Program, Statement, TypeId,
};

/// A function, printed with the names of the program that it is of.
pub struct Printed<'a>(pub &'a Program, pub &'a Function);

impl Display for Printed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Printed(program, function) = *self;
        let printer = Printer {
            program,
            function,
            depth: 0,
        };
        write!(f, "fn {}(", function.name)?;
        for number in 0..function.params {
            let comma = if number > 0 { ", " } else { "" };
            let local = &function.locals[number as usize];
            let name = printer.local(LocalId(number));
            write!(f, "{comma}{name}: {}", printer.ty(local.ty))?;
        }
        write!(f, ") -> {} = ", printer.ty(function.ret))?;
        match &function.body {
            Body::Rust(body) => writeln!(f, "{}", printer.show(body)),
            Body::Coroutine(body) => writeln!(f, "async {}", printer.show(body)),
            Body::Constant(body) => writeln!(f, "const {}", printer.show(body)),
            Body::Intrinsic { name, types } => {
                let types: Vec<_> = types.iter().map(|&it| printer.ty(it)).collect();
                writeln!(f, "intrinsic {name}::<{}>", types.join(", "))
            }
        }
    }
}

impl Program {
    /// The function of this name, if there is one only.
    pub fn function(&self, name: &str) -> Option<&Function> {
        let mut all = self.functions.iter().filter(|it| it.name == name);
        let first = all.next();
        if all.next().is_some() { None } else { first }
    }
}

struct Printer<'a> {
    program: &'a Program,
    function: &'a Function,
    depth: usize,
}

impl Printer<'_> {
    fn deeper(&self) -> Printer<'_> {
        Printer {
            depth: self.depth + 1,
            ..*self
        }
    }

    fn ty(&self, id: TypeId) -> &str {
        &self.program.types[id.0 as usize].name
    }

    fn called(&self, id: FunctionId) -> &str {
        &self.program.functions[id.0 as usize].name
    }

    fn local(&self, id: LocalId) -> String {
        format!("{}_{}", self.function.locals[id.0 as usize].name, id.0)
    }

    fn line(&self) -> String {
        format!("\n{}", "    ".repeat(self.depth))
    }

    fn list(&self, parts: &[Expr]) -> String {
        let parts: Vec<_> = parts.iter().map(|it| self.show(it)).collect();
        parts.join(", ")
    }

    fn fields(&self, fields: &[(u32, Expr)]) -> String {
        let fields: Vec<_> = fields
            .iter()
            .map(|(number, it)| format!("{number}: {}", self.show(it)))
            .collect();
        fields.join(", ")
    }

    fn show(&self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Local(it) => self.local(*it),
            ExprKind::Static(it) => format!("static{}", it.0),
            ExprKind::Field(of, number) => format!("{}.{number}", self.show(of)),
            ExprKind::Deref(of) => format!("(*{})", self.show(of)),
            ExprKind::Index(of, at) => format!("{}[{}]", self.show(of), self.show(at)),
            ExprKind::Literal(it) => literal(it),
            ExprKind::Borrow(of) => format!("&{}", self.show(of)),
            ExprKind::Aggregate(fields) => {
                format!("{} {{ {} }}", self.ty(expr.ty), self.fields(fields))
            }
            ExprKind::Update { fields, base } => format!(
                "{} {{ {}, ..{} }}",
                self.ty(expr.ty),
                self.fields(fields),
                self.show(base)
            ),
            ExprKind::Variant { variant, fields } => {
                format!("{}::{variant}({})", self.ty(expr.ty), self.fields(fields))
            }
            ExprKind::Repeat(of) => format!("[{}; _]", self.show(of)),
            ExprKind::Coroutine { captures } => format!("async[{}]", self.list(captures)),
            ExprKind::Neg(of) => format!("-{}", self.show(of)),
            ExprKind::Not(of) => format!("!{}", self.show(of)),
            ExprKind::Binary(op, a, b) => {
                format!("({} {} {})", self.show(a), operator(*op), self.show(b))
            }
            ExprKind::And(a, b) => format!("({} && {})", self.show(a), self.show(b)),
            ExprKind::Or(a, b) => format!("({} || {})", self.show(a), self.show(b)),
            ExprKind::Cast(cast, of) => {
                let how = match cast {
                    Cast::Number => "number".into(),
                    Cast::Bits => "bits".into(),
                    Cast::Array => "slice".into(),
                    Cast::Dyn(table) => format!("dyn{}", table.0),
                    Cast::Function(it) => format!("fn {}", self.called(*it)),
                };
                format!("({} as {} by {how})", self.show(of), self.ty(expr.ty))
            }
            ExprKind::Call(callee, arguments) => {
                let callee = match callee {
                    Callee::Function(it) => self.called(*it).to_owned(),
                    Callee::Pointer(it) => format!("({})", self.show(it)),
                    Callee::Virtual(number) => format!("virtual{number}"),
                };
                format!("{callee}({})", self.list(arguments))
            }
            ExprKind::Assign(to, value) => format!("{} = {}", self.show(to), self.show(value)),
            ExprKind::AssignOp(op, to, value) => {
                format!("{} {}= {}", self.show(to), operator(*op), self.show(value))
            }
            ExprKind::Block(block) => self.block(block),
            ExprKind::If { cond, then, els } => {
                let els = match els {
                    Some(els) => format!(" else {}", self.show(els)),
                    None => String::new(),
                };
                format!("if {} {}{els}", self.show(cond), self.show(then))
            }
            ExprKind::Let(pat, of) => format!("let {} = {}", self.pat(pat), self.show(of)),
            ExprKind::Match(of, arms) => {
                let inner = self.deeper();
                let arms: String = arms
                    .iter()
                    .map(|it| format!("{}{}", inner.line(), inner.arm(it)))
                    .collect();
                format!("match {} {{{arms}{}}}", self.show(of), self.line())
            }
            ExprKind::Loop(label, body) => format!("'{}: loop {}", label.0, self.show(body)),
            ExprKind::Break(label, value) => match value {
                Some(value) => format!("break '{} {}", label.0, self.show(value)),
                None => format!("break '{}", label.0),
            },
            ExprKind::Continue(label) => format!("continue '{}", label.0),
            ExprKind::Return(value) => match value {
                Some(value) => format!("return {}", self.show(value)),
                None => "return".into(),
            },
            ExprKind::Yield => "yield".into(),
            ExprKind::Context => "context".into(),
            ExprKind::NeverToAny(of) => self.show(of),
        }
    }

    fn arm(&self, arm: &Arm) -> String {
        let guard = match &arm.guard {
            Some(guard) => format!(" if {}", self.show(guard)),
            None => String::new(),
        };
        format!("{}{guard} => {}", self.pat(&arm.pat), self.show(&arm.body))
    }

    fn block(&self, block: &Block) -> String {
        let inner = self.deeper();
        let mut text = match block.label {
            Some(label) => format!("'{}: {{", label.0),
            None => "{".into(),
        };
        for statement in &block.statements {
            text += &inner.line();
            text += &match statement {
                Statement::Let { pat, init, els } => {
                    let init = match init {
                        Some(init) => format!(" = {}", inner.show(init)),
                        None => String::new(),
                    };
                    let els = match els {
                        Some(els) => format!(" else {}", inner.block(els)),
                        None => String::new(),
                    };
                    format!("let {}{init}{els};", inner.pat(pat))
                }
                Statement::Expr(it) => format!("{};", inner.show(it)),
            };
        }
        if let Some(tail) = &block.tail {
            text += &inner.line();
            text += &inner.show(tail);
        }
        text + &self.line() + "}"
    }

    fn pats(&self, pats: &[(u32, Pat)]) -> String {
        let pats: Vec<_> = pats
            .iter()
            .map(|(number, it)| format!("{number}: {}", self.pat(it)))
            .collect();
        pats.join(", ")
    }

    fn pat(&self, pat: &Pat) -> String {
        match &pat.kind {
            PatKind::Wild => "_".into(),
            PatKind::Binding { local, by_ref, sub } => {
                let by_ref = if *by_ref { "ref " } else { "" };
                let sub = match sub {
                    Some(sub) => format!(" @ {}", self.pat(sub)),
                    None => String::new(),
                };
                format!("{by_ref}{}{sub}", self.local(*local))
            }
            PatKind::Fields(fields) => format!("({})", self.pats(fields)),
            PatKind::Variant(number, fields) => {
                format!("{}::{number}({})", self.ty(pat.ty), self.pats(fields))
            }
            PatKind::Deref(of) => format!("&{}", self.pat(of)),
            PatKind::Literal(it) => literal(it),
            PatKind::Range {
                start,
                end,
                inclusive,
            } => {
                let end_of = |it: &Option<Literal>| it.as_ref().map(literal).unwrap_or_default();
                let dots = if *inclusive { "..=" } else { ".." };
                format!("{}{dots}{}", end_of(start), end_of(end))
            }
            PatKind::Or(pats) => {
                let pats: Vec<_> = pats.iter().map(|it| self.pat(it)).collect();
                format!("({})", pats.join(" | "))
            }
            PatKind::Slice {
                prefix,
                rest,
                suffix,
            } => {
                let mut parts: Vec<_> = prefix.iter().map(|it| self.pat(it)).collect();
                if let Some(rest) = rest {
                    parts.push(match rest {
                        Some(rest) => format!("{} @ ..", self.pat(rest)),
                        None => "..".into(),
                    });
                }
                parts.extend(suffix.iter().map(|it| self.pat(it)));
                format!("[{}]", parts.join(", "))
            }
        }
    }
}

fn literal(it: &Literal) -> String {
    match it {
        Literal::Unit => "()".into(),
        Literal::Bool(it) => it.to_string(),
        Literal::Char(it) => format!("{it:?}"),
        Literal::Int(it) => it.to_string(),
        Literal::Float(it) => format!("{it:?}"),
        Literal::Str(it) => format!("{it:?}"),
        Literal::Bytes(it) => format!("b\"{}\"", it.escape_ascii()),
        Literal::Nothing => "fn".into(),
    }
}

fn operator(it: BinaryOp) -> &'static str {
    match it {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Rem => "%",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "^",
        BinaryOp::Shl => "<<",
        BinaryOp::Shr => ">>",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::Lt => "<",
        BinaryOp::Le => "<=",
        BinaryOp::Gt => ">",
        BinaryOp::Ge => ">=",
    }
}
