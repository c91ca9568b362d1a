import asyncio


async def call(attempt, failures):
    await asyncio.sleep(0.1)
    if attempt <= failures:
        raise ConnectionError("no answer")
    return "42"


async def main(failures, first):
    pause = first
    for attempt in range(1, 5):
        try:
            answer = await call(attempt, failures)
            print(f"attempt {attempt}: {answer}")
            return
        except ConnectionError as error:
            print(f"attempt {attempt}: {error}")
        if attempt < 4:
            print(f"pause of {pause * 1000:.0f} ms")
            await asyncio.sleep(pause)
            pause *= 2
    print("given up")
