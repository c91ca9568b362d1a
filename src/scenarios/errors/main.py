import asyncio


async def fetch(name, wait):
    await asyncio.sleep(wait)
    print(f"{name} has come")
    return f"{name} is here"


async def fail(name, wait):
    await asyncio.sleep(wait)
    raise ConnectionError(f"{name} is down")


async def main(wait):
    a = 0.85
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("A", a))
            group.create_task(fail("B", wait))
        print("both have come")
    except* ConnectionError as errors:
        print(f"the first error ends it: {errors.exceptions[0]}")

    both = await asyncio.gather(fetch("A", a), fail("B", wait), return_exceptions=True)
    for result in both:
        print(f"kept: {result}")
