import asyncio


async def walk(name, pause):
    for step in range(1, 4):
        print(f"{name} takes step {step}")
        await asyncio.sleep(pause)
    print(f"{name} is home")


async def main():
    a = asyncio.create_task(walk("A", 0.5))
    b = asyncio.create_task(walk("B", 0.6))
    c = asyncio.create_task(walk("C", 0.7))
    print("all are ready, none has run")

    for walker in (a, b, c):
        await walker
    print("all are home")
