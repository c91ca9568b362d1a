import asyncio


async def greet(name, wait):
    await asyncio.sleep(wait)
    return f"Hello, {name}!"


async def main(wait):
    print(f"greet is a {type(greet).__name__}")
    greeting = greet("you", wait)
    print(f"greet(…) is a {type(greeting).__name__}")

    print("no greeting yet")
    print(await greeting)
