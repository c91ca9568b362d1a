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


async def pile_up(heap, pause):
    for bread in range(1, 9):
        heap.put_nowait(bread)
        await asyncio.sleep(pause * 3 / 8)


async def main(room, pause):
    shelf = asyncio.Queue(maxsize=room)
    baker = asyncio.create_task(bake(shelf))
    shop = asyncio.create_task(sell(shelf, pause))
    await baker
    await shop

    heap = asyncio.Queue()
    baker = asyncio.create_task(pile_up(heap, pause))
    for _ in range(8):
        bread = await heap.get()
        print(f"bread {bread} is sold, {heap.qsize()} wait")
        await asyncio.sleep(pause)
