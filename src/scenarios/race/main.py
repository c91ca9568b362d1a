import asyncio


async def ask(server, wait):
    print(f"{server} is asked")
    await asyncio.sleep(wait)
    print(f"{server} answers")
    return server


async def main(wait):
    waits = {"A": wait, "B": 0.95, "C": 1.45}
    tasks = [asyncio.create_task(ask(*server)) for server in waits.items()]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    print(f"{done.pop().result()} was first")
    await asyncio.sleep(1)
    print("nobody else answers")
