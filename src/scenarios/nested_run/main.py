import asyncio


async def greet():
    await asyncio.sleep(0.5)
    print("hello from inside the loop")


async def main():
    print("a loop runs main")
    greeting = greet()

    try:
        asyncio.run(greeting)
    except RuntimeError as error:
        print(f"refused: {error}")

    await greeting
    print("no second loop was needed")
