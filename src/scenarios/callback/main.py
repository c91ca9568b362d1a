import asyncio


async def main(wait):
    loop = asyncio.get_running_loop()

    print("the callback sends into a oneshot")
    future = loop.create_future()
    loop.call_later(wait, future.set_result, "the answer")
    print(f"received: {await future}")

    print("the callback resolves a promise")
    future = loop.create_future()
    loop.call_later(wait, future.set_result, None)
    await future
    print("resolved")

    print("the callback is dropped")
    future = loop.create_future()
    handle = loop.call_later(wait, future.set_result, "never")
    handle.cancel()
    future.cancel()  # else it would wait for ever
    try:
        print(f"received: {await future}")
    except asyncio.CancelledError:
        print("nobody will ever call back")
