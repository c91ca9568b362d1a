import asyncio
import time


def old_library():
    time.sleep(1)


async def count_visitors(visitors, number):
    for _ in range(number):
        before = visitors["counted"]
        visitors["counted"] = before + 1
        await asyncio.sleep(0.06)


async def main(number):
    report = asyncio.create_task(asyncio.to_thread(old_library))
    visitors = {"counted": 0}
    east = asyncio.create_task(count_visitors(visitors, number))
    west = asyncio.create_task(count_visitors(visitors, number))

    await east
    await west
    print(f"{visitors['counted']} visitors counted")
    await report
    print("the old library is done")
