import asyncio


async def prepare(what, wait):
    print(f"{what} starts")
    await asyncio.sleep(wait)
    print(f"{what} ready")


async def main(coffee, toast):
    await prepare("coffee", coffee)
    await prepare("toast", toast)
