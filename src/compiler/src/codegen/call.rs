//! Calls.

use super::code::{Spot, Target};
use super::expr::is_pure;
use super::function::Builder;
use super::intrinsics::host;
use super::layout::POINTER;
use super::place::{Base, Place};
use crate::thir::{Body, Callee, Expr, ExprKind, FunctionId, Literal, TypeId, TypeKind};
use async_playground::machine::bytecode::{Op, Slot};

impl<'p> Builder<'_, 'p> {
    pub fn call(&mut self, callee: &'p Callee, args: &'p [Expr], ty: TypeId, dst: Slot) {
        match callee {
            Callee::Function(id) => {
                if self.generator.constants.contains_key(id) {
                    return self.constant_value(*id, ty, dst);
                }
                match &self.program.functions[id.0 as usize].body {
                    Body::Intrinsic { name, types } if host(name).is_none() => {
                        let slots = self.separate(args);
                        self.intrinsic(name, types, &slots, dst);
                    }
                    Body::Intrinsic { name, types } => {
                        let (at, offsets) = self.arguments(args);
                        let slots: Vec<Slot> = offsets.iter().map(|offset| at + offset).collect();
                        self.intrinsic(name, types, &slots, dst);
                    }
                    _ => {
                        let (at, _) = self.arguments(args);
                        self.op(Op::Call {
                            function: id.0,
                            args: at,
                            ret: dst,
                        });
                    }
                }
            }
            Callee::Pointer(pointer) => {
                let pointer = self.operand(pointer, args.iter().all(is_pure));
                let (at, _) = self.arguments(args);
                self.op(Op::CallPointer {
                    pointer,
                    args: at,
                    ret: dst,
                });
            }
            Callee::Virtual(method) => self.call_virtual(*method, args, dst),
        }
        if matches!(self.kind(ty), TypeKind::Never) {
            self.op(Op::Unreachable);
        }
    }

    /// Evaluates arguments one behind the other, as a frame begins: where, and the offset of each.
    fn arguments(&mut self, args: &'p [Expr]) -> (Slot, Vec<u32>) {
        let types: Vec<TypeId> = args.iter().map(|arg| arg.ty).collect();
        let (offsets, size, _) = self.layouts.in_order(0, &types);
        let at = self.block_of(size);
        self.fields(offsets.iter().map(|offset| at + offset).zip(args).collect());
        (at, offsets)
    }

    /// Evaluates arguments each where it is cheapest.
    fn separate(&mut self, args: &'p [Expr]) -> Vec<Slot> {
        let mut guards = Vec::new();
        let mut slots = Vec::new();
        for (index, arg) in args.iter().enumerate() {
            let pure = args[index + 1..].iter().all(is_pure);
            let slot = self.operand(arg, pure);
            if self.needs_drop(arg.ty) && !pure {
                let guard = Target::Value(Spot::frame(slot), arg.ty);
                self.schedule(self.temporaries, guard.clone());
                guards.push(guard);
            }
            slots.push(slot);
        }
        for guard in guards {
            self.unschedule(&guard);
        }
        slots
    }

    /// Scratch of so many bytes, aligned for whatever stands there.
    pub fn block_of(&mut self, size: u32) -> Slot {
        let slot = self.frame.alloc(size, 8);
        self.scratch.push((slot, size));
        slot
    }

    /// The receiver is fat, what the method takes is thin.
    fn call_virtual(&mut self, method: u32, args: &'p [Expr], dst: Slot) {
        let Some((receiver, rest)) = args.split_first() else {
            return self.malformed("a method of nothing");
        };
        let pure = rest.iter().all(is_pure);
        let object = self.operand(receiver, pure);
        let guard = Target::Value(Spot::frame(object), receiver.ty);
        let guarded = self.needs_drop(receiver.ty) && !pure;
        if guarded {
            self.schedule(self.temporaries, guard.clone());
        }
        let types: Vec<TypeId> = rest.iter().map(|arg| arg.ty).collect();
        let (offsets, size, _) = self.layouts.in_order(POINTER, &types);
        let at = self.block_of(size);
        self.fields(offsets.iter().map(|offset| at + offset).zip(rest).collect());
        if guarded {
            self.unschedule(&guard);
        }
        self.copy(at, object, POINTER);
        self.op(Op::CallVirtual {
            vtable: object + POINTER,
            method,
            args: at,
            ret: dst,
        });
    }

    // --- Constants ------------------------------------------------------------------------------------------

    /// The value of a `const`: its bits, which were made once.
    fn constant_value(&mut self, id: FunctionId, ty: TypeId, dst: Slot) {
        if let Some(literal) = self.literal_constant(id) {
            return self.literal(literal, ty, dst);
        }
        let place = self.constant_place(id, ty);
        self.read(place, dst);
    }

    /// Where the value of a `const` stands.
    pub fn constant_place(&mut self, id: FunctionId, ty: TypeId) -> Place {
        self.uses.push(id.0);
        Place {
            base: Base::Data(self.generator.constants[&id]),
            ty,
            meta: None,
            path: None,
        }
    }

    fn literal_constant(&self, id: FunctionId) -> Option<&'p Literal> {
        match &self.program.functions[id.0 as usize].body {
            Body::Constant(Expr {
                kind: ExprKind::Literal(literal),
                ..
            }) => Some(literal),
            _ => None,
        }
    }
}
