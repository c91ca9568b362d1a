import asyncio


async def add(a, b, wait):
    await asyncio.sleep(wait)
    print(f"{a} + {b} is ready")
    return a + b


async def main(a, b, c, d, e, f):
    first, second, third = await asyncio.gather(
        add(a, b, 0.3),
        add(c, d, 0.1),
        add(e, f, 0.2),
    )
    print(f"{first}, {second}, {third}")
