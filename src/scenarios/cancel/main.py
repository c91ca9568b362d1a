import asyncio


async def work(name):
    try:
        for step in range(1, 4):
            print(f"{name} takes step {step}")
            await asyncio.sleep(0.5)
        print(f"{name} is done")
    finally:
        print("the bell is put away")


async def main(moment):
    a = asyncio.create_task(work("A"))
    asyncio.create_task(work("B")).cancel()

    await asyncio.sleep(moment)
    a.cancel()
    try:
        await a
        print("main: too late to cancel A")
    except asyncio.CancelledError:
        print("main: A was cancelled")
