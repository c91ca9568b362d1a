import asyncio
from datetime import datetime, timezone


def time_of_day():
    return datetime.now(timezone.utc).strftime("%H:%M:%S")


async def main(seconds):
    print(f"Start: {time_of_day()}")
    print("Hello from an async function!")
    await asyncio.sleep(seconds)
    print(f"End: {time_of_day()}")
