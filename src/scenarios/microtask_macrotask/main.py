import asyncio
import time


def compute_a_piece():
    time.sleep(0.02)


async def microtask():
    """To await what is done already does not even suspend."""
    done = asyncio.get_running_loop().create_future()
    done.set_result(None)
    await done


async def macrotask():
    """A turn of the loop, with its timers."""
    await asyncio.sleep(0.001)


def ring():
    print("the timer of 0 ms")


async def main(pieces):
    loop = asyncio.get_running_loop()
    print("a microtask after each piece")
    loop.call_later(0, ring)
    for piece in range(1, pieces + 1):
        compute_a_piece()
        print(f"piece {piece}")
        await microtask()
    await macrotask()

    print("a macrotask after each piece")
    loop.call_later(0, ring)
    for piece in range(1, pieces + 1):
        compute_a_piece()
        print(f"piece {piece}")
        await macrotask()
