"""What the texts of the course say of CPython's asyncio, asked of it.

Each function is a statement. They run on the virtual loop, where waiting takes no time.
"""

import asyncio
import concurrent.futures
import gc
import os
import selectors
import sys
import tempfile
import threading
import traceback
import warnings
from time import perf_counter  # the real one: the loop's stands still

import virtual_loop


async def an_await_that_need_not_wait_lets_nobody_run():
    async def at_once():
        pass

    task = asyncio.create_task(at_once())
    await at_once()
    assert not task.done()
    await asyncio.sleep(0)
    assert task.done()


async def to_await_a_coroutine_makes_no_task_and_gather_makes_one_of_each():
    async def task():
        return asyncio.current_task()

    main = asyncio.current_task()
    assert await task() is main
    gathered = await asyncio.gather(task(), task(), task())
    assert len({main, *gathered}) == 4


async def a_call_runs_nothing_and_warns_when_it_is_forgotten():
    async def greet():
        raise AssertionError("it ran")

    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        greet()
        gc.collect()
    [warning] = warned
    assert warning.category is RuntimeWarning
    assert str(warning.message).endswith("greet' was never awaited"), warning.message


async def a_sleep_counts_from_the_await():
    loop = asyncio.get_running_loop()
    pause = asyncio.sleep(1)
    await asyncio.sleep(0.5)
    started = loop.time()
    await pause
    assert loop.time() - started == 1


async def the_loop_holds_a_task_weakly():
    async def forgotten():
        await asyncio.get_running_loop().create_future()

    said = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: said.append(context["message"]))
    asyncio.create_task(forgotten())
    await asyncio.sleep(0)
    gc.collect()
    assert said == ["Task was destroyed but it is pending!"], said


async def call_later_completes_a_future():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.3, future.set_result, "done")
    assert await future == "done"
    assert loop.time() == 0.3


async def a_task_is_its_own_handle_and_what_was_early_does_not_wait():
    loop = asyncio.get_running_loop()
    early, late = asyncio.create_task(asyncio.sleep(1)), asyncio.create_task(asyncio.sleep(2))
    await late
    assert early.done()
    await early
    assert loop.time() == 2


async def gather_goes_on_at_the_first_error_and_leaves_the_others_running():
    async def fail():
        raise ValueError

    other = asyncio.create_task(asyncio.sleep(1, "done"))
    try:
        await asyncio.gather(fail(), other)
    except ValueError:
        assert not other.done()
    else:
        raise AssertionError("it went on")
    assert await other == "done"


async def a_cancelled_task_may_catch_it():
    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return "caught"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    assert await task == "caught"


async def the_debug_mode_names_steps_of_more_than_a_tenth_of_a_second():
    assert asyncio.get_running_loop().slow_callback_duration == 0.1


async def who_yields_first_runs_first():
    ran = []

    async def step(name):
        await asyncio.sleep(0)
        ran.append(name)

    await asyncio.gather(step("A"), step("B"))
    assert ran == ["A", "B"]


def a_loop_must_run_for_create_task():
    coroutine = asyncio.sleep(0)
    try:
        asyncio.create_task(coroutine)
    except RuntimeError as error:
        assert str(error) == "no running event loop", error
    else:
        raise AssertionError("it was made")
    finally:
        coroutine.close()


async def a_loop_that_runs_is_not_run_again_by_hand():
    coroutine = asyncio.sleep(0)
    try:
        asyncio.get_running_loop().run_until_complete(coroutine)
    except RuntimeError as error:
        assert str(error) == "This event loop is already running", error
    else:
        raise AssertionError("it ran")
    finally:
        coroutine.close()


async def who_loses_in_wait_runs_on():
    early, late = asyncio.create_task(asyncio.sleep(1)), asyncio.create_task(asyncio.sleep(2))
    done, pending = await asyncio.wait([early, late], return_when=asyncio.FIRST_COMPLETED)
    assert (done, pending) == ({early}, {late})
    await late
    assert not late.cancelled()


async def an_error_in_a_task_group_cancels_the_others():
    async def fail():
        raise ValueError

    try:
        async with asyncio.TaskGroup() as group:
            other = group.create_task(asyncio.sleep(1))
            group.create_task(fail())
    except* ValueError:
        assert other.cancelled()
    else:
        raise AssertionError("it failed nobody")


async def an_error_that_nobody_awaits_is_logged():
    async def fail():
        raise ValueError

    said = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: said.append(context["message"]))
    asyncio.create_task(fail())
    await asyncio.sleep(0)
    gc.collect()
    assert said == ["Task exception was never retrieved"], said


async def whoever_waits_longest_gets_the_permit():
    got = []
    permits = asyncio.Semaphore(1)

    async def job(name):
        async with permits:
            got.append(name)
            await asyncio.sleep(1)

    await asyncio.gather(*map(job, "ABC"))
    assert got == ["A", "B", "C"], got


def a_loop_can_be_made_and_run_by_hand():
    loop = virtual_loop.VirtualLoop()
    assert loop.run_until_complete(asyncio.sleep(1, "done")) == "done"
    loop.close()
    assert loop.is_closed()


def the_loop_cannot_wait_for_a_local_file():
    # Linux says so of epoll; other systems have other words.
    if selectors.DefaultSelector is not getattr(selectors, "EpollSelector", None):
        return
    with tempfile.TemporaryFile() as file, selectors.DefaultSelector() as selector:
        try:
            selector.register(file, selectors.EVENT_READ)
        except PermissionError:
            return
    raise AssertionError("it can")


async def a_switch_from_task_to_task_costs_less_than_one_from_thread_to_thread():
    turns = 2000

    def threads():
        here, there = threading.Semaphore(0), threading.Semaphore(0)

        def other():
            for _ in range(turns):
                there.acquire()
                here.release()

        started = perf_counter()
        thread = threading.Thread(target=other)
        thread.start()
        for _ in range(turns):
            there.release()
            here.acquire()
        thread.join()
        return perf_counter() - started

    async def step():
        for _ in range(turns):
            await asyncio.sleep(0)

    async def tasks():
        started = perf_counter()
        await asyncio.gather(step(), step())
        return perf_counter() - started

    assert min([await tasks() for _ in range(5)]) < min(threads() for _ in range(5))


def await_in_a_plain_function_is_a_syntax_error():
    try:
        compile("def plain():\n    await work()", "plain.py", "exec")
    except SyntaxError as error:
        assert error.msg == "'await' outside async function", error.msg
    else:
        raise AssertionError("it compiles")


def what_is_left_at_the_end_of_main_is_cancelled():
    ends = []

    async def left():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            ends.append("cancelled")
            raise

    async def main():
        main.task = asyncio.create_task(left())
        await asyncio.sleep(0)

    with asyncio.Runner(loop_factory=virtual_loop.VirtualLoop) as runner:
        runner.run(main())
    assert ends == ["cancelled"]


def a_pool_has_four_threads_more_than_processors_and_at_most_32():
    count = getattr(os, "process_cpu_count", os.cpu_count)
    assert concurrent.futures.ThreadPoolExecutor()._max_workers == min(32, (count() or 1) + 4)


def one_thread_computes_at_a_time():
    # Not so in a build without the GIL, which is not the ordinary one.
    assert getattr(sys, "_is_gil_enabled", lambda: True)()


statements = [
    (name, value)
    for name, value in list(globals().items())
    if callable(value) and getattr(value, "__module__", "") == "__main__"
]
virtual_loop.install()
failed = 0
for name, statement in statements:
    try:
        if asyncio.iscoroutinefunction(statement):
            with asyncio.Runner(loop_factory=virtual_loop.VirtualLoop) as runner:
                runner.run(statement())
        else:
            statement()
    except Exception:
        failed += 1
        print(f"not so: {name}\n{traceback.format_exc(limit=-3)}")
if not statements or failed:
    sys.exit(f"{failed} of {len(statements)} statements do not hold")
print(f"{len(statements)} statements hold")
