import asyncio


async def greet(name):
    print(f"Hello, {name}!")


async def main():
    greeting = greet("world")
    print("called: nothing has run")
    await greeting
    print("awaited: now it has")

    greet("nobody")
    asyncio.sleep(1)
    print("forgotten: no greeting, no pause")
