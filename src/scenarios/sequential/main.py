import asyncio


async def work(name, wait):
    print(f"{name} starting")
    await asyncio.sleep(wait)
    print(f"{name} done")


async def main(a, b, c):
    await work("A", a)
    await work("B", b)
    await work("C", c)
