import asyncio


async def main(seconds):
    print("Hello from an async function!")
    await asyncio.sleep(seconds)
    print("Hello again, after the pause!")
