#!/usr/bin/env python3
"""Writes items.txt and methods.txt: the names that std and tokio really have, from their documentation and source.

    names.py <folder of tokio's source>

A line of items.txt is a module, and the names in it. methods.txt has the names of methods of any type."""
import glob
import pathlib
import re
import subprocess
import sys

FOREIGN = {"intrinsics", "simd", "f16", "f128", "arch", "autodiff", "unsafe_binder", "pat", "bstr", "random", "async_iter", "prelude"}
here = pathlib.Path(__file__).parent
sysroot = subprocess.check_output(["rustc", "--print", "sysroot"], text=True).strip()
docs = pathlib.Path(sysroot) / "share/doc/rust/html/std"

modules = {}
for path in re.findall(r'<li><a href="[^"]+">([^<]+)</a></li>', (docs / "all.html").read_text()):
    module, _, name = ("std::" + path).rpartition("::")
    if path.split("::")[0] not in FOREIGN:
        modules.setdefault(module, set()).add(name)
methods = set()
for page in glob.glob(str(docs / "**/*.html"), recursive=True):
    if not FOREIGN & set(pathlib.Path(page).relative_to(docs).parts):
        methods |= set(re.findall(r'id="(?:ty)?method\.([a-z0-9_]+)"', pathlib.Path(page).read_text()))

tokio = pathlib.Path(sys.argv[1]) / "src"
for file in tokio.rglob("*.rs"):
    parts = file.relative_to(tokio).with_suffix("").parts
    text = re.sub(r"//.*", "", file.read_text())
    methods |= set(re.findall(r"\n    +pub (?:const |async |unsafe )*fn ([a-z0-9_]+)", text))
    if {"tests", "loom", "util", "doc", "fuzz", "future", "bsd", "windows", "metrics", "macros", "trace", "histogram"} & set(parts):
        continue
    # A file's items are its folder's: tokio names them again there.
    module = "::".join(("tokio",) + parts[: max(1, len(parts) - 1)]).removesuffix("::lib")
    names = re.findall(r"\n *pub (?:struct|enum|trait|mod) ([A-Za-z0-9_]+)", text)
    names += re.findall(r"\npub (?:async |unsafe |const )*fn ([a-z0-9_]+)", text)
    for used in re.findall(r"\n *pub use ([^;]*);", text):
        names += re.findall(r"([A-Za-z0-9_]+)(?=\s*[,}]|$)", used)
    modules.setdefault(module, set()).update(names)

lines = (f"{module} {' '.join(sorted(names))}" for module, names in sorted(modules.items()) if names)
(here / "items.txt").write_text("\n".join(lines) + "\n")
(here / "methods.txt").write_text("\n".join(sorted(methods)) + "\n")
