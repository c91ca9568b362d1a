import asyncio


async def work():
    print("task: starts")
    await asyncio.sleep(0.3)
    print("task: ends")


async def main():
    task = asyncio.create_task(work())
    print("main: has spawned the task")
    await asyncio.sleep(0.1)
    print("main: awaits the task")
    await task
    print("main: goes on")
