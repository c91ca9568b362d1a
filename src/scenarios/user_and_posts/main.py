import asyncio
from dataclasses import dataclass


@dataclass
class User:
    id: int


async def fetch_user(wait):
    print("fetching the user")
    await asyncio.sleep(wait)
    return User(id=1)


async def fetch_posts(wait):
    print("fetching the posts")
    await asyncio.sleep(wait)
    return ["first post", "second post"]


async def main(seconds):
    user = await fetch_user(seconds)
    posts = await fetch_posts(seconds)
    print(f"in turn: user {user.id}, {', '.join(posts)}")

    user, posts = await asyncio.gather(fetch_user(seconds), fetch_posts(seconds))
    print(f"at once: user {user.id}, {', '.join(posts)}")
