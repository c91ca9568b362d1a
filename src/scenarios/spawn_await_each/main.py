import asyncio


async def do_task(name, wait):
    print(f"Task {name} starting")
    await asyncio.sleep(wait)
    print(f"Task {name} done")


async def main(a, b, c):
    await asyncio.create_task(do_task("A", a))
    await asyncio.create_task(do_task("B", b))
    await asyncio.create_task(do_task("C", c))
