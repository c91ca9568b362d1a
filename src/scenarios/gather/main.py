import asyncio


async def work(name, wait):
    print(f"{name} starting")
    await asyncio.sleep(wait)
    print(f"{name} done")
    return f"{name} result"


async def main(a, b, c):
    a, b, c = await asyncio.gather(
        work("A", a),
        work("B", b),
        work("C", c),
    )
    print(f"{a}, {b}, {c}")
