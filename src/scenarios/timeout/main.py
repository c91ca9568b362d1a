import asyncio


async def download(each):
    await asyncio.sleep(0.05)
    print("connected")
    for page in range(1, 4):
        await asyncio.sleep(each)
        print(f"page {page} is here")


async def main(limit, each):
    try:
        await asyncio.wait_for(download(each), limit)
        print("main: all pages in time")
    except asyncio.TimeoutError:
        print("main: time is up")
    await asyncio.sleep(1)
    print("main: no more pages came")
