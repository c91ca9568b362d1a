import asyncio


async def beat_and_sleep(work):
    for beat in range(1, 5):
        print(f"sleep: beat {beat}")
        await asyncio.sleep(work)
        await asyncio.sleep(1)
    print("sleep: ends")


async def beat_and_tick(work):
    loop = asyncio.get_running_loop()
    tick = loop.time()
    for beat in range(1, 5):
        print(f"interval: beat {beat}")
        await asyncio.sleep(work)
        tick += 1
        await asyncio.sleep(tick - loop.time())
    print("interval: ends")


async def main(work):
    await asyncio.gather(beat_and_sleep(work), beat_and_tick(work))
