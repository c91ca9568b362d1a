import asyncio
import time

MINUTE = 0.1


def order_and_stand_there(dish, minutes):
    print(f"{dish} ordered")
    time.sleep(minutes * MINUTE)
    print(f"{dish} served")


async def order(dish, minutes):
    print(f"{dish} ordered")
    await asyncio.sleep(minutes * MINUTE)
    print(f"{dish} served")


def minutes(elapsed):
    return round(elapsed / MINUTE)


async def main(pizza, burger):
    start = time.monotonic()
    order_and_stand_there("pizza", pizza)
    order_and_stand_there("burger", burger)
    print(f"blocking: {minutes(time.monotonic() - start)} minutes")

    start = time.monotonic()
    await asyncio.gather(order("pizza", pizza), order("burger", burger))
    print(f"async: {minutes(time.monotonic() - start)} minutes")
