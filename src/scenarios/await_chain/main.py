import asyncio


async def inner(wait):
    print("entering inner")
    await asyncio.sleep(wait)
    print("inner returns 1")
    return 1


async def middle(wait):
    print("entering middle")
    result = await inner(wait) + 1
    print(f"middle returns {result}")
    return result


async def outer(wait):
    print("entering outer")
    result = await middle(wait) + 1
    print(f"outer returns {result}")
    return result


async def main(seconds):
    await outer(seconds)
