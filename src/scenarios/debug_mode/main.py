import asyncio
import time


def read_settings():
    time.sleep(0.3)
    print("settings read")


async def fetch(name):
    await asyncio.sleep(0.5)
    print(f"{name} fetched")


async def main():
    asyncio.get_running_loop().set_debug(True)
    await asyncio.sleep(0)  # the loop reads the flag before each step
    read_settings()

    asyncio.sleep(2)
    print("pause over")

    await asyncio.create_task(fetch("user"))
    await asyncio.create_task(fetch("posts"))
