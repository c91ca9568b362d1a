import asyncio
import time


async def compute(piece):
    time.sleep(0.02)
    print(f"piece {piece}")


async def customer(name):
    print(f"{name} is served")


async def main(pieces):
    anna = asyncio.create_task(customer("Anna"))
    for piece in range(1, pieces + 1):
        await compute(piece)
    await anna

    ben = asyncio.create_task(customer("Ben"))
    for piece in range(1, pieces + 1):
        await compute(piece)
        await asyncio.sleep(0)
    await ben
