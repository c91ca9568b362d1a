import asyncio


async def prepare(what, wait):
    print(f"{what} starts")
    await asyncio.sleep(wait)
    print(f"{what} ready")


async def main(coffee, toast):
    await prepare("coffee", coffee)
    await prepare("toast", toast)
    print("breakfast, one after another")

    await asyncio.gather(prepare("coffee", coffee), prepare("toast", toast))
    print("breakfast, both at once")
