import asyncio


async def do_task(name, wait):
    print(f"Task {name} starting")
    await asyncio.sleep(wait)
    print(f"Task {name} done")
    return f"{name} result"


async def main(a, b, c):
    a, b, c = await asyncio.gather(
        do_task("A", a),
        do_task("B", b),
        do_task("C", c),
    )
    print(f"{a}, {b}, {c}")
