import asyncio


async def nap():
    await asyncio.sleep(1)


async def main(tasks):
    naps = [asyncio.create_task(nap()) for _ in range(tasks)]
    print(f"{tasks} tasks spawned")

    woken = 0
    for task in naps:
        await task
        woken += 1
    print(f"{woken} tasks woke up")
