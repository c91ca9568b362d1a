import asyncio
from math import isqrt


def is_prime(n):
    return all(n % divisor for divisor in range(2, isqrt(n) + 1))


def primes_below(limit):
    return sum(map(is_prime, range(2, limit)))


async def count(name, limit):
    print(f"{name} starts to count")
    primes = primes_below(limit)
    print(f"{name} found {primes} primes")


async def main(work):
    limit = work * 1000
    await asyncio.gather(count("A", limit), count("B", limit), count("C", limit))
