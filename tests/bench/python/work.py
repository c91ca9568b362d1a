"""The work of the bench for asyncio, in CPython and in Pyodide: peers/src/work.rs says the same in Rust.

What is measured are milliseconds, unless it says otherwise.
"""

import asyncio
import json
import sys
import time
import tracemalloc

# Tasks of the ring, and of those that yield.
TASKS = 1000


def now():
    return time.perf_counter() * 1e3


async def nap():
    await asyncio.sleep(1)


async def sleepers(count):
    for task in [asyncio.create_task(nap()) for _ in range(count)]:
        await task


async def spawns(count):
    async def value(number):
        return number

    tasks = [asyncio.create_task(value(number)) for number in range(count)]
    assert sum([await task for task in tasks]) == count * (count - 1) // 2


async def ring(passes):
    queues = [asyncio.Queue(1) for _ in range(TASKS)]

    async def hand_on(own, following):
        while (left := await own.get()) > 0:
            await following.put(left - 1)
        # One after another is done.
        await following.put(-1)

    tasks = [asyncio.create_task(hand_on(own, queues[(place + 1) % TASKS])) for place, own in enumerate(queues)]
    await queues[0].put(passes)
    for task in tasks:
        await task


async def deadlines(count):
    random = 1
    late = []

    async def timer(millis):
        due = now() + millis
        await asyncio.sleep(millis / 1000)
        late.append(now() - due)

    tasks = []
    for _ in range(count):
        random = (random * 1664525 + 1013904223) % 2**32
        tasks.append(asyncio.create_task(timer((random >> 16) % 1000)))
    for task in tasks:
        await task
    return late


async def yields(count):
    async def one():
        for _ in range(count // TASKS):
            await asyncio.sleep(0)

    for task in [asyncio.create_task(one()) for _ in range(TASKS)]:
        await task


async def races(count):
    for _ in range(count):
        soon, later = asyncio.create_task(asyncio.sleep(0)), asyncio.create_task(nap())
        done, _ = await asyncio.wait((soon, later), return_when=asyncio.FIRST_COMPLETED)
        assert done == {soon}
        later.cancel()
        async with asyncio.timeout(1):
            await asyncio.sleep(0)


async def allocated(count):
    """Bytes for each."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    tasks = [asyncio.create_task(nap()) for _ in range(count)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return [grown / count]


WORK = {"sleepers": sleepers, "spawns": spawns, "ring": ring, "yields": yields, "races": races}
FIGURES = {"deadlines": deadlines, "bytes": allocated}


async def measure(name, count):
    if name in FIGURES:
        return await FIGURES[name](count)
    started = now()
    await WORK[name](count)
    return [now() - started]


if __name__ == "__main__" and len(sys.argv) == 3:
    print(json.dumps(asyncio.run(measure(sys.argv[1], int(sys.argv[2])))))
