"""Runs programs on a virtual loop, and says what they did.

Reads JSON from its input: a list of {"file", "values"}. Writes JSON: for each of
them the lines that it printed, how long its main took, and what CPython had to say.
"""

import asyncio
import contextlib
import gc
import io
import json
import logging
import runpy
import sys
import traceback
import warnings

if sys.version_info < (3, 11):
    sys.exit(f"Python 3.11 or later is needed, this is {sys.version.split()[0]}")

import virtual_loop


async def timed(main, values):
    loop = asyncio.get_running_loop()
    started = loop.time()
    await main(*values)
    return (loop.time() - started) * 1000


def run(file, values):
    printed, said = io.StringIO(), io.StringIO()
    logger = logging.StreamHandler(said)
    logging.getLogger("asyncio").addHandler(logger)
    with contextlib.redirect_stdout(printed), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        total, error = None, None
        try:
            main = runpy.run_path(file)["main"]
            with asyncio.Runner(loop_factory=virtual_loop.VirtualLoop) as runner:
                total = runner.run(timed(main, values))
        except Exception:
            error = traceback.format_exc()
        # A coroutine in a cycle is missed only when the cycle is collected.
        gc.collect()
    logging.getLogger("asyncio").removeHandler(logger)
    return {
        "log": printed.getvalue().splitlines(),
        "total_ms": total,
        "error": error,
        # In debug mode a warning goes on with where the coroutine was made.
        "warnings": [str(warning.message).splitlines()[0] for warning in warned],
        "said": said.getvalue(),
    }


virtual_loop.install()
programs = json.load(sys.stdin)
json.dump([run(**program) for program in programs], sys.stdout)
