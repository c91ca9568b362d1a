//! What one call is given that may not be lent at the same time: `list.retain(|x| list.len() > *x)`.

use super::bodies::TypedBody;
use super::flow::{Access, Flow, Place};
use super::loans::{Held, Loans};
use super::report::Report;
use ra_ap_hir_def::hir::ExprId;

/// E0499 and E0502.
pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    let mut found = Vec::new();
    let loans = Loans { report, body, flow };
    for (call, _) in body.body.exprs() {
        let Some((_, args)) = body.call(call) else {
            continue;
        };
        let mut lent: Vec<(Place, Access, ExprId)> = Vec::new();
        for arg in args {
            let mut own = Vec::new();
            for held in loans.of(arg) {
                let Held::Loan { place, access, by } = held else {
                    continue;
                };
                // Two items of one iterator are one borrow.
                let clash = lent.iter().find(|(other, before, made)| {
                    *made != by
                        && other.overlaps(&place)
                        && (*before == Access::Mutable || access == Access::Mutable)
                });
                if let Some((_, before, _)) = clash {
                    found.push((by, place.clone(), access, *before));
                }
                own.push((place, access, by));
            }
            lent.extend(own);
        }
    }
    for (by, place, access, before) in found {
        said(report, body, by, &place, access, before);
    }
}

fn said<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    by: ExprId,
    place: &Place,
    access: Access,
    before: Access,
) {
    let Some(range) = body.range_or_near(report, by) else {
        return;
    };
    let shown = body.show_place(place);
    match (access, before) {
        (Access::Mutable, Access::Mutable) => report.error(
            "E0499",
            range,
            format!("cannot borrow `{shown}` as mutable more than once at a time"),
        ),
        (Access::Mutable, Access::Shared) => report.error(
            "E0502",
            range,
            format!("cannot borrow `{shown}` as mutable because it is also borrowed as immutable"),
        ),
        (Access::Shared, _) => report.error(
            "E0502",
            range,
            format!("cannot borrow `{shown}` as immutable because it is also borrowed as mutable"),
        ),
    }
    report.help("the call is given both at once: take what it needs into a variable first");
}
