import asyncio


async def work():
    print("work: starts")
    await asyncio.sleep(0.5)
    return 42


def plain():
    print("plain: spawns the work, returns the handle")
    return asyncio.create_task(work())


async def main():
    handle = plain()
    print("main: has the handle, not yet the result")
    print(f"main: the result is {await handle}")
