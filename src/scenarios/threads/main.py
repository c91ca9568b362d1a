import asyncio
import time


def blocking_call():
    time.sleep(1)


async def blocking_task():
    blocking_call()


async def main(workers):
    threads = [asyncio.to_thread(blocking_call) for _ in range(workers)]
    await asyncio.gather(*threads)
    print(f"{workers} blocking threads are done")

    tasks = [asyncio.create_task(blocking_task()) for _ in range(workers)]
    await asyncio.gather(*tasks)
    print(f"{workers} blocking tasks are done")
