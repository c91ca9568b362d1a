import asyncio


async def greet(name):
    print(f"Hello, {name}!")


async def main():
    greeting = greet("world")
    print("called: nothing of greet has run")
    await greeting
    print("awaited: now it has")

    forgotten = asyncio.sleep(1)
    del forgotten
    print("a sleep without await takes no time")
