"""asyncio's own event loop, on a clock that is advanced instead of waited for.

Everything but time is CPython's: the ready queue, the heap of timers, the tasks.
Time begins at midnight of 1 January 1970, UTC. It is kept in whole nanoseconds,
so that 0.1 + 0.2 and 0.3 are the same moment.
"""

import asyncio
import datetime
import selectors
import threading
import time

NANOSECONDS = 1_000_000_000

# For how long the worker of this thread would have blocked.
blocked = threading.local()


class Moment(float):
    """When a timer is due. Equal ones are due in the order in which they were set.

    On a real clock no two deadlines are quite equal, and asyncio's heap does not
    keep the order of those that are.
    """

    def __new__(cls, when, number):
        self = super().__new__(cls, round(when * NANOSECONDS) / NANOSECONDS)
        self.number = number
        return self

    def __lt__(self, other):
        return (float(self), self.number) < (float(other), other.number)


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(JumpingSelector(self))
        # A timer is due when its moment has come, and not a clock's tick earlier.
        self._clock_resolution = 1 / NANOSECONDS
        self.nanoseconds = 0
        self.timers_set = 0
        self.working_threads = 0

    def time(self):
        return self.nanoseconds / NANOSECONDS

    def advance(self, seconds):
        self.nanoseconds += round(seconds * NANOSECONDS)

    def call_at(self, when, callback, *args, context=None):
        self.timers_set += 1
        return super().call_at(Moment(when, self.timers_set), callback, *args, context=context)

    def run_in_executor(self, executor, function, *args):
        """Runs the function on a real thread; its result comes as much later as it blocked."""

        def work():
            blocked.seconds = 0
            return function(*args), blocked.seconds

        async def finish(thread):
            try:
                result, seconds = await thread
            finally:
                self.working_threads -= 1
            await asyncio.sleep(seconds)
            return result

        self.working_threads += 1
        return self.create_task(finish(super().run_in_executor(executor, work)))

    async def shutdown_default_executor(self, *args):
        self.working_threads += 1  # the one that waits for the others
        await super().shutdown_default_executor(*args)
        self.working_threads -= 1


class JumpingSelector(selectors.DefaultSelector):
    """Where asyncio would wait for its first timer, the clock jumps to it."""

    def __init__(self, loop):
        super().__init__()
        self.loop = loop

    def select(self, timeout=None):
        if self.loop.working_threads > 0 and timeout != 0:
            return super().select(None)
        events = super().select(0)
        if events or timeout == 0:
            return events
        if timeout is None:
            raise RuntimeError("deadlock: every task waits, and no timer is set")
        first = self.loop._scheduled[0].when()
        self.loop.nanoseconds = round(first * NANOSECONDS)
        return []


def install():
    """Puts the clock of the running loop in the place of the machine's.

    Whoever imports a clock by name must be imported after this.
    """

    def sleep(seconds):
        try:
            asyncio.get_running_loop().advance(seconds)
        except RuntimeError:  # on a thread of its own
            blocked.seconds += seconds

    machine = time.time

    def now():
        try:
            return asyncio.get_running_loop().time()
        except RuntimeError:  # on a thread of its own, such as a server's
            return machine()

    class VirtualDatetime(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(now(), tz)

    time.sleep = sleep
    time.time = time.monotonic = time.perf_counter = now
    datetime.datetime = VirtualDatetime
