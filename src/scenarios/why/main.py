import asyncio
import time


def ask_and_block(server, wait):
    print(f"{server} is asked")
    time.sleep(wait)
    print(f"{server} answers")


async def ask(server, wait):
    print(f"{server} is asked")
    await asyncio.sleep(wait)
    print(f"{server} answers")


async def main(a, b, c):
    print("one after another")
    ask_and_block("A", a)
    ask_and_block("B", b)
    ask_and_block("C", c)

    print("all at once")
    await asyncio.gather(ask("A", a), ask("B", b), ask("C", c))
