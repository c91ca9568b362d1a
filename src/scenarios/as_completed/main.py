import asyncio


async def fetch(name, wait):
    await asyncio.sleep(wait)
    return name


async def main(a, b, c):
    tasks = [
        asyncio.create_task(fetch("A", a)),
        asyncio.create_task(fetch("B", b)),
        asyncio.create_task(fetch("C", c)),
    ]

    to_come = len(tasks)
    for result in asyncio.as_completed(tasks):
        name = await result
        to_come -= 1
        print(f"{name} is here, {to_come} to come")
    print("all are here")
