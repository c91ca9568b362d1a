//! rust-analyzer's database of three crates: our std (which is core and alloc as well), our tokio, and the program.

use ra_ap_base_db::target::{Arch, TargetData};
use ra_ap_base_db::{
    CrateDisplayName, CrateGraphBuilder, CrateName, CrateOrigin, CrateWorkspaceData, CratesMap,
    DependencyBuilder, Env, FileChange, FileSourceRootInput, FileText, Files, LangCrateOrigin,
    LibraryRoots, LocalRoots, Nonce, SourceDatabase, SourceRoot, SourceRootId, SourceRootInput,
    Version, set_all_crates_with_durability,
};
use ra_ap_hir as hir;
use ra_ap_paths::{AbsPathBuf, Utf8PathBuf};
use ra_ap_span::Edition;
use ra_ap_syntax::TextSize;
use ra_ap_vfs::{FileId, VfsPath, file_set::FileSet};
use salsa::Durability;
use triomphe::Arc;

mod attribute;

/// A file of a crate: its path from the crate's root, and its text.
pub type Source = (&'static str, &'static str);

macro_rules! sources {
    ($folder:literal: $($path:literal)* $(; $shared:literal as $at:literal)*) => {
        &[
            $(($path, include_str!(concat!("../", $folder, "/", $path))),)*
            $(($at, include_str!(concat!("../../", $shared))),)*
        ]
    };
}

/// The names of core, alloc and std that the playground knows, with bodies that the machine runs. The first is the root.
pub const STD: &[Source] = sources!(
    "std":
        "lib.rs"
        "any.rs"
        "array.rs"
        "borrow.rs"
        "boxed.rs"
        "cell.rs"
        "cell/lazy.rs"
        "cell/once.rs"
        "cell/ref_cell.rs"
        "char.rs"
        "char/case.rs"
        "char/convert.rs"
        "char/escape.rs"
        "char/methods.rs"
        "clone.rs"
        "cmp.rs"
        "collections.rs"
        "collections/binary_heap.rs"
        "collections/btree_map.rs"
        "collections/btree_set.rs"
        "collections/hash_map.rs"
        "collections/hash_set.rs"
        "collections/pairs.rs"
        "collections/sets.rs"
        "collections/vec_deque.rs"
        "convert.rs"
        "default.rs"
        "derive.rs"
        "error.rs"
        "fmt.rs"
        "fmt/builders.rs"
        "fmt/float.rs"
        "fmt/formatter.rs"
        "fmt/num.rs"
        "fmt/rt.rs"
        "fmt/values.rs"
        "future.rs"
        "hash.rs"
        "hash/sip.rs"
        "hint.rs"
        "intrinsics.rs"
        "io.rs"
        "iter.rs"
        "iter/adapters.rs"
        "iter/chains.rs"
        "iter/collect.rs"
        "iter/flatten.rs"
        "iter/iterator.rs"
        "iter/mapping.rs"
        "iter/parts.rs"
        "iter/range.rs"
        "iter/sources.rs"
        "iter/sum.rs"
        "macros.rs"
        "marker.rs"
        "mem.rs"
        "num.rs"
        "num/convert.rs"
        "num/error.rs"
        "num/float.rs"
        "num/float_parse.rs"
        "num/int.rs"
        "num/nonzero.rs"
        "num/parse.rs"
        "num/signed.rs"
        "num/unsigned.rs"
        "num/wrapping.rs"
        "ops.rs"
        "ops/arith.rs"
        "ops/async_function.rs"
        "ops/bit.rs"
        "ops/deref.rs"
        "ops/function.rs"
        "ops/index.rs"
        "ops/range.rs"
        "ops/try_trait.rs"
        "ops/unsize.rs"
        "option.rs"
        "panic.rs"
        "panicking.rs"
        "panicking/source.rs"
        "pin.rs"
        "prelude.rs"
        "ptr.rs"
        "rc.rs"
        "rc/counted.rs"
        "result.rs"
        "slice.rs"
        "slice/chunks.rs"
        "slice/index.rs"
        "slice/iter.rs"
        "slice/join.rs"
        "slice/methods.rs"
        "slice/search.rs"
        "slice/sort.rs"
        "slice/split.rs"
        "start.rs"
        "str.rs"
        "str/chars.rs"
        "str/index.rs"
        "str/lines.rs"
        "str/matches.rs"
        "str/methods.rs"
        "str/parse.rs"
        "str/pattern.rs"
        "str/split.rs"
        "str/utf8.rs"
        "string.rs"
        "string/collect.rs"
        "string/convert.rs"
        "string/drain.rs"
        "string/methods.rs"
        "string/traits.rs"
        "sync.rs"
        "sync/arc.rs"
        "sync/atomic.rs"
        "sync/mutex.rs"
        "sync/once_lock.rs"
        "sync/poison.rs"
        "sync/rw_lock.rs"
        "task.rs"
        "thread.rs"
        "time.rs"
        "time/duration.rs"
        "time/moments.rs"
        "tuple.rs"
        "vec.rs"
        "vec/drain.rs"
        "vec/into_iter.rs"
        "vec/traits.rs"
);

/// The names of tokio, and what it shares with the runtime of compiled lessons. The first is the root.
pub const TOKIO: &[Source] = sources!(
    "tokio":
        "lib.rs"
        "macros.rs"
        "macros/join.rs"
        "macros/pin.rs"
        "macros/select.rs"
        "macros/support.rs"
        "macros/task_local.rs"
        "macros/try_join.rs"
        "runtime.rs"
        "runtime/builder.rs"
        "runtime/context.rs"
        "runtime/handle.rs"
        "runtime/id.rs"
        "runtime/runtime.rs"
        "sync.rs"
        "sync/barrier.rs"
        "sync/batch_semaphore.rs"
        "sync/broadcast.rs"
        "sync/guard.rs"
        "sync/mpsc.rs"
        "sync/mpsc/bounded.rs"
        "sync/mpsc/chan.rs"
        "sync/mpsc/error.rs"
        "sync/mpsc/unbounded.rs"
        "sync/mutex.rs"
        "sync/notify.rs"
        "sync/once_cell.rs"
        "sync/oneshot.rs"
        "sync/rwlock.rs"
        "sync/rwlock/read.rs"
        "sync/rwlock/write.rs"
        "sync/semaphore.rs"
        "sync/set_once.rs"
        "sync/wait_queue.rs"
        "sync/waker_slot.rs"
        "sync/watch.rs"
        "sync/watched.rs"
        "task.rs"
        "task/abort.rs"
        "task/block_on.rs"
        "task/coop.rs"
        "task/id.rs"
        "task/join_error.rs"
        "task/join_handle.rs"
        "task/join_set.rs"
        "task/local.rs"
        "task/spawn.rs"
        "task/task_local.rs"
        "task/yield_now.rs"
        "time.rs"
        "time/error.rs"
        "time/instant.rs"
        "time/interval.rs"
        "time/sleep.rs"
        "time/timeout.rs";
    "runtime/growth.rs" as "sync/growth.rs";
    "runtime/held.rs" as "sync/held.rs"
);

/// Tokio's attributes: a crate of its own, as procedural macros are. They are known, and change nothing.
const TOKIO_MACROS: &[Source] = sources!("tokio_macros": "lib.rs");
const ATTRIBUTES: [&str; 2] = ["main", "test"];

/// What salsa keeps.
#[salsa::db]
#[derive(Clone)]
pub struct Database {
    storage: salsa::Storage<Self>,
    files: Arc<Files>,
    crates_map: Arc<CratesMap>,
    nonce: Nonce,
}

#[salsa::db]
impl salsa::Database for Database {}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Database")
    }
}

#[salsa::db]
impl SourceDatabase for Database {
    fn file_text(&self, file: FileId) -> FileText {
        self.files.file_text(file)
    }

    fn set_file_text(&mut self, file: FileId, text: &str) {
        let files = Arc::clone(&self.files);
        files.set_file_text(self, file, text);
    }

    fn set_file_text_with_durability(&mut self, file: FileId, text: &str, durability: Durability) {
        let files = Arc::clone(&self.files);
        files.set_file_text_with_durability(self, file, text, durability);
    }

    fn source_root(&self, id: SourceRootId) -> SourceRootInput {
        self.files.source_root(id)
    }

    fn set_source_root_with_durability(
        &mut self,
        id: SourceRootId,
        root: Arc<SourceRoot>,
        durability: Durability,
    ) {
        let files = Arc::clone(&self.files);
        files.set_source_root_with_durability(self, id, root, durability);
    }

    fn file_source_root(&self, file: FileId) -> FileSourceRootInput {
        self.files.file_source_root(self, file)
    }

    fn set_file_source_root_with_durability(
        &mut self,
        file: FileId,
        root: SourceRootId,
        durability: Durability,
    ) {
        let files = Arc::clone(&self.files);
        files.set_file_source_root_with_durability(self, file, root, durability);
    }

    fn crates_map(&self) -> Arc<CratesMap> {
        self.crates_map.clone()
    }

    fn nonce_and_revision(&self) -> (Nonce, salsa::Revision) {
        let revision = salsa::plumbing::ZalsaDatabase::zalsa(self).current_revision();
        (self.nonce, revision)
    }

    fn line_column(&self, _: FileId, _: TextSize) -> Result<(u32, u32), ()> {
        Err(())
    }
}

impl Default for Database {
    fn default() -> Self {
        let mut db = Database {
            storage: Default::default(),
            files: Default::default(),
            crates_map: Default::default(),
            nonce: Nonce::new(),
        };
        set_all_crates_with_durability(&mut db, std::iter::empty(), Durability::HIGH);
        CrateGraphBuilder::default().set_in_db(&mut db);
        hir::ProcMacros::init_default(&db, Durability::MEDIUM);
        let none = Default::default;
        _ = LibraryRoots::builder(none())
            .durability(Durability::MEDIUM)
            .new(&db);
        _ = LocalRoots::builder(none())
            .durability(Durability::MEDIUM)
            .new(&db);
        hir::db::set_expand_proc_attr_macros(&mut db, true);
        db
    }
}

/// The three crates. What is known of std and tokio stays known when the program changes.
pub struct World {
    /// What rust-analyzer computes with.
    pub db: Database,
    /// The learner's program.
    pub program: FileId,
}

impl World {
    /// With an empty program.
    pub fn new() -> World {
        World::of(STD, TOKIO)
    }

    /// With these as std and tokio.
    pub fn of(std: &[Source], tokio: &[Source]) -> World {
        let mut db = Database::default();
        let mut change = FileChange::default();
        let mut graph = CrateGraphBuilder::default();
        let mut roots = Vec::new();
        let mut next = 0;
        let mut add = |crate_name: &str, sources: &[Source], change: &mut FileChange| {
            let mut files = FileSet::default();
            let root = FileId::from_raw(next);
            for (path, text) in sources {
                let file = FileId::from_raw(next);
                next += 1;
                files.insert(
                    file,
                    VfsPath::new_virtual_path(format!("/{crate_name}/{path}")),
                );
                change.change_file(file, Some((*text).to_owned()));
            }
            (root, files)
        };
        let (std_root, files) = add("std", std, &mut change);
        roots.push(SourceRoot::new_library(files));
        let (tokio_root, files) = add("tokio", tokio, &mut change);
        roots.push(SourceRoot::new_library(files));
        let (macros_root, files) = add("tokio_macros", TOKIO_MACROS, &mut change);
        roots.push(SourceRoot::new_library(files));
        let (program, files) = add("program", &[("main.rs", "")], &mut change);
        roots.push(SourceRoot::new_local(files));

        let workspace = Arc::new(CrateWorkspaceData {
            // What computes the length of an array holds pointers in numbers of its own width: so they are as wide here.
            target: Ok(TargetData {
                arch: Arch::Other,
                data_layout: if cfg!(target_pointer_width = "32") {
                    "e-m:e-p:32:32-i64:64-n32:64-S128"
                } else {
                    "e-m:e-i64:64-i128:128-n8:16:32:64-S128"
                }
                .into(),
            }),
            toolchain: Some(Version::new(1, 95, 0)),
        });
        let directory = Arc::new(root_directory());
        let mut krate = |root, name: &str, origin, is_proc_macro| {
            graph.add_crate_root(
                root,
                Edition::Edition2024,
                Some(CrateDisplayName::from_canonical_name(name)),
                None,
                Default::default(),
                None,
                Env::default(),
                origin,
                Vec::new(),
                is_proc_macro,
                directory.clone(),
                workspace.clone(),
            )
        };
        let local = || CrateOrigin::Local {
            repo: None,
            name: None,
        };
        let core = CrateOrigin::Lang(LangCrateOrigin::Core);
        let std = krate(std_root, "core", core, false);
        let tokio = krate(tokio_root, "tokio", local(), false);
        let macros = krate(macros_root, "tokio_macros", local(), true);
        let main = krate(program, "program", local(), false);
        let mut depend = |from, name: &str, on, sysroot| {
            let name = CrateName::new(name).expect("a name");
            let dependency = DependencyBuilder::with_prelude(name, on, true, sysroot);
            graph.add_dep(from, dependency).expect("no cycle");
        };
        for name in ["core", "alloc", "std"] {
            depend(tokio, name, std, true);
            depend(macros, name, std, true);
            depend(main, name, std, true);
        }
        depend(tokio, "tokio_macros", macros, false);
        depend(main, "tokio", tokio, false);

        let mut proc_macros = hir::ProcMacrosBuilder::default();
        proc_macros.insert(macros, Ok(ATTRIBUTES.map(attribute::attribute).into()));
        change.set_roots(roots);
        change.set_crate_graph(graph);
        let change = hir::ChangeWithProcMacros {
            source_change: change,
            proc_macros: Some(proc_macros),
        };
        change.apply(&mut db);
        World { db, program }
    }

    /// Makes this text the program. What is known of it stays known if it is the same text.
    pub fn set_program(&mut self, text: &str) {
        if **self.db.file_text(self.program).text(&self.db) != *text {
            self.db.set_file_text(self.program, text);
        }
    }
}

impl Default for World {
    fn default() -> Self {
        World::new()
    }
}

/// `/`, which is an absolute path to everybody but `std::path` on wasm, where none is.
#[allow(unsafe_code)]
fn root_directory() -> AbsPathBuf {
    // Its only field.
    unsafe { std::mem::transmute::<Utf8PathBuf, AbsPathBuf>(Utf8PathBuf::from("/")) }
}
