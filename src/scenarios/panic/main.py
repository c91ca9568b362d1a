import asyncio


async def share(wait, cakes, guests):
    await asyncio.sleep(wait)
    print(f"{cakes} cakes for {guests} guests")
    if guests == 0:
        raise ValueError("nobody to share with")
    return cakes // guests


async def main(cakes, guests):
    today = asyncio.create_task(share(0.5, cakes, guests))
    tomorrow = asyncio.create_task(share(1, cakes, guests + 1))

    for task in (today, tomorrow):
        try:
            each = await task
            print(f"main: {each} for each")
        except ValueError:
            print("main: this task has no result")
    print("main: continues")
