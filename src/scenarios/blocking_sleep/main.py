import asyncio
import itertools
import time


async def heartbeat():
    for beat in itertools.count(1):
        print(f"heartbeat {beat}")
        await asyncio.sleep(0.2)


async def main(seconds):
    heart = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.25)

    print("main falls asleep")
    time.sleep(seconds)
    print("main wakes up")

    await asyncio.sleep(0.3)
    heart.cancel()
