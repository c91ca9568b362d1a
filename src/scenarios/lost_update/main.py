import asyncio


async def pay_in(amount, account, wait):
    read = account["balance"]
    print(f"reads {read}, adds {amount}")
    await asyncio.sleep(wait)
    account["balance"] = read + amount


async def pay_locked(amount, account, lock, wait):
    async with lock:
        read = account["balance"]
        print(f"reads {read}, adds {amount}")
        await asyncio.sleep(wait)
        account["balance"] = read + amount


async def main(amount, wait):
    account = {"balance": 0}
    await asyncio.gather(pay_in(amount, account, wait), pay_in(amount, account, wait))
    print(f"without a lock: {account['balance']}")

    account, lock = {"balance": 0}, asyncio.Lock()
    await asyncio.gather(
        pay_locked(amount, account, lock, wait), pay_locked(amount, account, lock, wait)
    )
    print(f"with a lock: {account['balance']}")
