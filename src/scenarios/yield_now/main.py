import asyncio
import time


def compute_a_piece():
    time.sleep(0.02)


async def long_job(pieces):
    for piece in range(1, pieces + 1):
        compute_a_piece()
        print(f"long job: piece {piece}")
        await asyncio.sleep(0)
    print("long job: done")


async def customer(name):
    print(f"{name} is served")


async def main(pieces):
    job = asyncio.create_task(long_job(pieces))
    anna = asyncio.create_task(customer("Anna"))
    ben = asyncio.create_task(customer("Ben"))
    for task in (job, anna, ben):
        await task
