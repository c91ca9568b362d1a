import asyncio


async def do_task(name, wait):
    print(f"Task {name} starting")
    await asyncio.sleep(wait)
    print(f"Task {name} done")
    return f"{name} result"


async def main(a, b, c):
    task_a = asyncio.create_task(do_task("A", a))
    task_b = asyncio.create_task(do_task("B", b))
    task_c = asyncio.create_task(do_task("C", c))

    a = await task_a
    b = await task_b
    c = await task_c
    print(f"{a}, {b}, {c}")
