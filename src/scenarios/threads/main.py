import asyncio
import time


async def block():
    time.sleep(1)


async def main(workers):
    threads = [asyncio.to_thread(time.sleep, 1) for _ in range(workers)]
    await asyncio.gather(*threads)
    print(f"threads that block: {workers} done")

    tasks = [asyncio.create_task(block()) for _ in range(workers)]
    await asyncio.gather(*tasks)
    print(f"tasks that block: {workers} done")
