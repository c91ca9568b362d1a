import asyncio


async def add(a, b):
    await asyncio.sleep(0.1)
    return a + b


async def main(a, b):
    result = await add(a, b)
    print(f"{a} + {b} = {result}")
