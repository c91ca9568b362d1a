import asyncio


async def fetch(name, wait):
    await asyncio.sleep(wait)
    if name == "B":
        raise ConnectionError("B is down")
    print(f"{name} has come")
    return name


async def main(wait):
    def all_three():
        return fetch("A", 0.45), fetch("B", wait), fetch("C", 1.35)

    try:
        async with asyncio.TaskGroup() as group:
            for future in all_three():
                group.create_task(future)
        print("all have come")
    except* ConnectionError as errors:
        print(f"the first error ends it: {errors.exceptions[0]}")

    for result in await asyncio.gather(*all_three(), return_exceptions=True):
        print(f"kept: {result}")
