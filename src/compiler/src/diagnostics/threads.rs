//! Which types may go to another thread, and why one may not.
//!
//! For the program's types the language's rule is followed, part by part; for those of std and tokio it is written down
//! what they say of themselves, as our own versions of them are made of other parts.

use super::bodies::TypedBody;
use super::flow::Flow;
use super::held::{self, Held, What};
use super::items::named_trait;
use super::report::Report;
use crate::build::captures::captures;
use ra_ap_hir as hir;
use ra_ap_hir_def::hir::ExprId;
use ra_ap_hir_def::{AdtId, DefWithBodyId, HasModule, TraitId, VariantId};
use ra_ap_hir_ty::InferBodyId;
use ra_ap_hir_ty::closure_analysis::UpvarCapture;
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::infer::DbInternerInferExt;
use ra_ap_hir_ty::next_solver::infer::traits::ObligationCause;
use ra_ap_hir_ty::next_solver::obligation_ctxt::ObligationCtxt;
use ra_ap_hir_ty::next_solver::{DbInterner, EarlyBinder, GenericArgs, Ty, TyKind, TypingMode};
use ra_ap_rustc_type_ir::inherent::{GenericArgs as _, IntoKind};
use std::collections::HashSet;

/// Why a type is not `Send`.
pub struct Fault {
    /// What rustc says of the type that is to blame.
    pub message: String,
    /// In plain words, what of the program it is.
    pub why: String,
    /// Whether it is within an async body.
    pub in_future: bool,
    /// Whether rustc says it of the future as a whole.
    pub of_future: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Auto {
    Send,
    Sync,
}

pub fn send(report: &Report) -> Option<TraitId> {
    named_trait(report, &["std", "marker", "Send"]).map(Into::into)
}

/// Why a type may not go to another thread, if it may not.
pub fn fault<'db>(report: &Report<'_, 'db>, body: &TypedBody<'db>, ty: Ty<'db>) -> Option<Fault> {
    let sync = named_trait(report, &["std", "marker", "Sync"])?.into();
    let mut search = Search {
        report,
        body,
        send: send(report)?,
        sync,
        seen: HashSet::new(),
    };
    search.fault(ty, Auto::Send)
}

struct Search<'s, 'a, 'db> {
    report: &'s Report<'a, 'db>,
    /// Where the question is asked.
    body: &'s TypedBody<'db>,
    send: TraitId,
    sync: TraitId,
    /// What was looked at, or is being looked at.
    seen: HashSet<(Ty<'db>, Auto)>,
}

impl<'db> Search<'_, '_, 'db> {
    fn fault(&mut self, ty: Ty<'db>, auto: Auto) -> Option<Fault> {
        if !self.seen.insert((ty, auto)) {
            return None;
        }
        match ty.kind() {
            TyKind::Ref(_, inner, mutability) => match mutability.is_mut() {
                true => self.fault(inner, auto),
                false => self.fault(inner, Auto::Sync),
            },
            TyKind::RawPtr(..) => Some(self.to_blame(ty, auto)),
            TyKind::Tuple(types) => types.iter().find_map(|it| self.fault(it, auto)),
            TyKind::Array(inner, _) | TyKind::Slice(inner) => self.fault(inner, auto),
            TyKind::Dynamic(..) | TyKind::Param(_) => self.of_bounds(ty, auto),
            TyKind::Alias(..) => match self.known(ty) {
                Some(known) => self.fault(known, auto),
                None => self.of_bounds(ty, auto),
            },
            TyKind::Closure(_, of) => {
                let captured = of.as_closure().tupled_upvars_ty();
                self.fault(captured, auto)
            }
            TyKind::Coroutine(id, of) => {
                let location = id.0.loc(self.report.db);
                let InferBodyId::DefWithBodyId(owner) = location.owner else {
                    return None;
                };
                let around = GenericArgs::new_from_slice(of.as_coroutine().parent_args());
                self.of_coroutine(owner, location.expr, around)
            }
            TyKind::Adt(def, of) => self.of_adt(ty, def.def_id(), of, auto),
            _ => None,
        }
    }

    /// What is only known by the traits that are said of it.
    fn of_bounds(&self, ty: Ty<'db>, auto: Auto) -> Option<Fault> {
        let wanted = match auto {
            Auto::Send => self.send,
            Auto::Sync => self.sync,
        };
        let implemented = self.body.implements(ty, Some(wanted));
        (!implemented).then(|| self.to_blame(ty, auto))
    }

    /// What an opaque type or a projection stands for.
    fn known(&self, ty: Ty<'db>) -> Option<Ty<'db>> {
        let environment = self.body.environment();
        let interner = DbInterner::new_with(self.report.db, environment.krate);
        let context = interner.infer_ctxt().build(TypingMode::PostAnalysis);
        let known = ObligationCtxt::new(&context)
            .structurally_normalize_ty(&ObligationCause::dummy(), environment.param_env, ty)
            .ok()?;
        (known != ty && !matches!(known.kind(), TyKind::Alias(..) | TyKind::Infer(_)))
            .then_some(known)
    }

    fn to_blame(&self, ty: Ty<'db>, auto: Auto) -> Fault {
        let shown = self.body.show(self.report, ty);
        let (verb, name) = match auto {
            Auto::Send => ("sent", "Send"),
            Auto::Sync => ("shared", "Sync"),
        };
        Fault {
            message: format!("`{shown}` cannot be {verb} between threads safely"),
            why: format!("`{shown}` is not `{name}`"),
            in_future: false,
            of_future: false,
        }
    }

    fn of_adt(
        &mut self,
        ty: Ty<'db>,
        adt: AdtId,
        of: GenericArgs<'db>,
        auto: Auto,
    ) -> Option<Fault> {
        let db = self.report.db;
        let own = self.report.module.map(|it| it.krate(db));
        if Some(hir::Adt::from(adt).module(db).krate(db)) != own {
            return self.of_foreign(ty, adt, of, auto);
        }
        let variants: Vec<VariantId> = match adt {
            AdtId::StructId(it) => vec![it.into()],
            AdtId::UnionId(it) => vec![it.into()],
            AdtId::EnumId(it) => {
                let variants = it.enum_variants(db).variants.values();
                variants.map(|(it, _)| (*it).into()).collect()
            }
        };
        let interner = DbInterner::new_with(db, adt.krate(db));
        for variant in variants {
            for (_, field) in db.field_types(variant).iter() {
                let ty = field.ty().instantiate(interner, of).skip_norm_wip();
                if let Some(fault) = self.fault(ty, auto) {
                    return Some(fault);
                }
            }
        }
        None
    }

    /// What types of std and tokio say of themselves: most are as good as what they hold.
    fn of_foreign(
        &mut self,
        ty: Ty<'db>,
        adt: AdtId,
        of: GenericArgs<'db>,
        auto: Auto,
    ) -> Option<Fault> {
        let db = self.report.db;
        let adt = hir::Adt::from(adt);
        let name = adt.name(db);
        let module = adt.module(db).path_to_root(db);
        let within = |wanted: &str| {
            let mut names = module.iter().filter_map(|it| it.name(db));
            names.any(|it| it.as_str() == wanted)
        };
        let is_std = adt.module(db).krate(db).dependencies(db).is_empty();
        let inner: Vec<Ty> = of.types().collect();
        let all = |search: &mut Self, autos: &[Auto]| {
            inner
                .iter()
                .find_map(|ty| autos.iter().find_map(|auto| search.fault(*ty, *auto)))
        };
        match (name.as_str(), auto) {
            ("PhantomData", _) => all(self, &[auto]),
            ("Rc" | "LocalSet" | "LocalEnterGuard" | "EnterGuard" | "Arguments", _) => {
                Some(self.to_blame(ty, auto))
            }
            ("Weak", _) if within("rc") => Some(self.to_blame(ty, auto)),
            ("Ref" | "RefMut", _) if within("cell") => Some(self.to_blame(ty, auto)),
            ("Cell" | "RefCell" | "UnsafeCell" | "OnceCell" | "LazyCell", Auto::Sync)
                if within("cell") =>
            {
                Some(self.to_blame(ty, auto))
            }
            (
                "MutexGuard" | "RwLockReadGuard" | "RwLockWriteGuard" | "MappedMutexGuard",
                Auto::Send,
            ) if is_std => Some(self.to_blame(ty, auto)),
            ("Arc" | "Weak" | "RwLock" | "OnceLock" | "LazyLock" | "OnceCell", Auto::Sync)
            | ("Arc" | "Weak", Auto::Send) => all(self, &[Auto::Sync, Auto::Send]),
            ("Mutex" | "Sender" | "Receiver" | "UnboundedSender" | "UnboundedReceiver", _) => {
                all(self, &[Auto::Send])
            }
            ("JoinHandle" | "JoinSet", _) => all(self, &[Auto::Send]),
            _ => all(self, &[auto]),
        }
    }

    // --- Futures ------------------------------------------------------------

    fn of_coroutine(
        &mut self,
        owner: DefWithBodyId,
        coroutine: ExprId,
        around: GenericArgs<'db>,
    ) -> Option<Fault> {
        let db = self.report.db;
        let body = TypedBody::new(db, owner);
        let own = self.report.module.map(|it| it.krate(db));
        let is_own = Some(hir::Module::from(owner.module(db)).krate(db)) == own;
        let interner = DbInterner::new_with(db, self.body.environment().krate);
        let instantiate = |ty: Ty<'db>| {
            EarlyBinder::bind(ty)
                .instantiate(interner, around)
                .skip_norm_wip()
        };
        if is_own {
            let flow = Flow::new(self.report, &body);
            for held in held::held(&body, &flow, coroutine) {
                let ty = instantiate(held.ty);
                if let Some(fault) = self.fault(ty, Auto::Send) {
                    let plain = !matches!(ty.kind(), TyKind::Tuple(_)) && ty == held.ty;
                    let why = self.why_held(&body, &held);
                    return Some(within(fault, plain, why));
                }
            }
        }
        for captured in captures(db, owner, body.infer, coroutine) {
            let by_value = matches!(
                captured.info.capture_kind,
                UpvarCapture::ByValue | UpvarCapture::ByUse
            );
            let generic = captured.captured_ty(db);
            let ty = instantiate(generic);
            if let Some(fault) = self.fault(ty, Auto::Send) {
                let plain = by_value && !matches!(ty.kind(), TyKind::Tuple(_)) && ty == generic;
                let name = body.body[captured.captured_local()].name.as_str();
                let shown = body.show(self.report, generic);
                let why = format!(
                    "the future takes `{name}` with it, a `{shown}`: {}",
                    fault.why
                );
                return Some(within(fault, plain, Some(why)));
            }
        }
        None
    }

    /// In plain words: what is held, since where, and over which `.await`.
    fn why_held(&self, body: &TypedBody<'db>, held: &Held<'db>) -> Option<String> {
        let report = self.report;
        let shown = body.show(report, held.ty);
        let line = |range| report.line(range);
        let over = line(body.range_or_near(report, held.over)?);
        match held.what {
            What::Awaited => None,
            What::Variable(local) => {
                let name = body.body[local].name.as_str();
                let declared = body.declaration(report, local)?;
                let since = line(report.written(ra_ap_syntax::AstNode::syntax(&declared))?);
                Some(format!(
                    "`{name}`, a `{shown}`, is held from line {since} across the `.await` in line {over}: let it go before, by `drop` or at the end of a block"
                ))
            }
            What::Value(value) => {
                let since = line(body.range_or_near(report, value)?);
                Some(format!(
                    "a `{shown}` without a name, made in line {since}, lives to the end of its statement, and so across the `.await` in line {over}: take what you need of it in a statement before"
                ))
            }
        }
    }
}

/// A fault of something in an async body: of the innermost body, if there are several.
fn within(fault: Fault, plain: bool, why: Option<String>) -> Fault {
    if fault.in_future {
        return fault;
    }
    Fault {
        why: why.unwrap_or(fault.why),
        in_future: true,
        of_future: plain,
        ..fault
    }
}
