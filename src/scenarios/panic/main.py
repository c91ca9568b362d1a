import asyncio


async def share(cakes, guests):
    await asyncio.sleep(0.5)
    print(f"{cakes} cakes for {guests} guests")
    if guests == 0:
        raise ValueError("nobody to share with")
    return cakes // guests


async def main(cakes, guests):
    today = asyncio.create_task(share(cakes, guests))
    tomorrow = asyncio.create_task(share(cakes, guests + 1))

    for task in (today, tomorrow):
        try:
            each = await task
            print(f"main: {each} for each")
        except ValueError:
            print("main: this task has no result")
    print("main: continues")
