import asyncio


async def work(name, wait):
    print(f"{name} starts")
    await asyncio.sleep(wait)
    return f"result of the {name}"


async def main():
    function = work("function", 0.1)
    task = asyncio.create_task(work("task", 0.2))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.3, future.set_result, "result of the callback")

    print(await function)
    print(await task)
    print(await future)
