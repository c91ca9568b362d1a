import asyncio
import http.server
import threading
import urllib.error
import urllib.request


class Page(http.server.BaseHTTPRequestHandler):
    """There is no page around this program: it brings a server along."""

    def do_GET(self):
        self.send_response(404 if "no-such-page" in self.path else 200)
        self.end_headers()

    def log_message(self, *_):
        pass


def status_of(url):
    try:
        with urllib.request.urlopen(url) as response:
            response.read()
            return response.status
    except urllib.error.HTTPError as error:  # to urlopen, 404 is one
        with error:
            return error.code


async def fetch(url):
    return await asyncio.to_thread(status_of, url)


def tell(answer):
    match answer:
        case 404:
            print("404: no such page")
        case int(status):
            print(f"{status}: the page is here")
        case _:
            print("no answer")


async def ask(page, missing, limit):
    def url(n):
        return page + ("no-such-page" if n <= missing else "") + f"?{n}"

    print("one after another")
    for n in range(1, 4):
        tell(await fetch(url(n)))

    print("all at once")
    requests = [fetch(url(n)) for n in range(1, 4)]
    for answer in await asyncio.gather(*requests, return_exceptions=True):
        tell(answer)

    print("with a time limit")
    try:
        tell(await asyncio.wait_for(fetch(page), limit))
    except asyncio.TimeoutError:
        print("time is up: aborted")


async def main(missing, limit):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever).start()
        try:
            await ask(f"http://127.0.0.1:{server.server_port}/", missing, limit)
        finally:
            server.shutdown()
