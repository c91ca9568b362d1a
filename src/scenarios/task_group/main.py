import asyncio


async def cook(dish, wait):
    print(f"{dish} is on the stove")
    await asyncio.sleep(wait)
    print(f"{dish} is ready")


async def dinner(soup, rice):
    await asyncio.sleep(0.05)
    async with asyncio.TaskGroup() as group:
        group.create_task(cook("soup", soup))
        group.create_task(cook("rice", rice))
    print("dinner is served")


async def main(soup, rice, patience):
    try:
        await asyncio.wait_for(dinner(soup, rice), patience)
        print("the guests eat")
    except asyncio.TimeoutError:
        print("the guests leave")
    await asyncio.sleep(1)
    print("the stove is off")
