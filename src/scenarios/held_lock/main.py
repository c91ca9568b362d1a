import asyncio


async def hold(letter, numbers, lock, post):
    async with lock:
        numbers["last"] += 1
        print(f"letter {letter} has number {numbers['last']}")
        await asyncio.sleep(post)


async def let_go(letter, numbers, lock, post):
    async with lock:
        numbers["last"] += 1
        print(f"letter {letter} has number {numbers['last']}")
    await asyncio.sleep(post)


async def main(post):
    numbers, lock = {"last": 0}, asyncio.Lock()
    await asyncio.gather(
        hold("A", numbers, lock, post),
        hold("B", numbers, lock, post),
        hold("C", numbers, lock, post),
    )
    print("posted, one after another")
    await asyncio.gather(
        let_go("D", numbers, lock, post),
        let_go("E", numbers, lock, post),
        let_go("F", numbers, lock, post),
    )
    print("posted, all at once")
