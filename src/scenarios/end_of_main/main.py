import asyncio


async def save(file, wait):
    print(f"{file}: saving")
    await asyncio.sleep(wait)
    print(f"{file}: saved")


async def main(wait):
    asyncio.create_task(save("notes", wait))
    photo = asyncio.create_task(save("photo", wait))
    asyncio.create_task(save("video", wait + 0.5))

    await photo
    print("main ends")
