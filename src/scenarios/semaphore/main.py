import asyncio


async def job(n, permits):
    async with permits:
        print(f"job {n} starts")
        await asyncio.sleep(1)
        print(f"job {n} is done")


async def main(jobs, at_once):
    permits = asyncio.Semaphore(at_once)
    tasks = [asyncio.create_task(job(n + 1, permits)) for n in range(jobs)]
    for task in tasks:
        await task
    print("all jobs are done")
