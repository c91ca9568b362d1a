import asyncio


async def bake(shelf):
    for bread in range(1, 6):
        await shelf.put(bread)
        print(f"bread {bread} is on the shelf")
    print("the baker goes home")
    await shelf.put(None)


async def sell(shelf, pause):
    while (bread := await shelf.get()) is not None:
        print(f"bread {bread} is sold")
        await asyncio.sleep(pause)
    print("the shop closes")


async def main(room, pause):
    shelf = asyncio.Queue(maxsize=room)
    baker = asyncio.create_task(bake(shelf))
    shop = asyncio.create_task(sell(shelf, pause))
    await baker
    await shop
