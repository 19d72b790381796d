"""The kiosk beside what a town would use instead: a page in Chromium's kiosk
mode, on the same display, with the same eyes."""

import statistics
import subprocess
import time
from pathlib import Path

import evening

HEADER = (960, 8, "003468")  # a pixel in the top bar of both, and its colour
PAGE = Path(__file__).parent / "page.html"
STARTS, TOUCHES, IDLE_S, CALM_S = 5, 30, 40, 20  # the sounds go to rest too


def family(pid):
    """PID and all the processes that come from it."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # it ended meanwhile
        parents.setdefault(int(fields[1]), []).append(int(folder.name))
    found = [pid]
    for process in found:
        found += parents.get(process, [])
    return found


def memory_mb(pid):
    """Shared pages divided among those who share them, over the family."""
    total = 0
    for process in family(pid):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in lines.splitlines()
                      if line.startswith("Pss:"))
    return total / 1024


def computed_ns(pid):
    """What each thread of the family has computed so far."""
    threads = {}
    for process in family(pid):
        for path in Path(f"/proc/{process}/task").glob("*/schedstat"):
            try:
                threads[path] = int(path.read_text().split()[0])
            except OSError:
                pass  # it ended meanwhile
    return threads


def idle_percent(pid):
    """Percent of a core over IDLE_S, of the threads that live till its end."""
    before, start = computed_ns(pid), time.perf_counter_ns()
    time.sleep(IDLE_S)
    after, end_ns = computed_ns(pid), time.perf_counter_ns()
    return sum(ns - before.get(thread, 0)
               for thread, ns in after.items()) / (end_ns - start) * 100


def end(process):
    process.terminate()
    process.wait(20)


class Rival:
    """One of the two, measured: WORDS start it on DISPLAY."""

    def __init__(self, build, display, words, prepare=lambda: None):
        self.build, self.display = build, display
        self.words = [str(word) for word in words]
        self.prepare = prepare

    def start(self):
        """Ms until its header is seen on the display, and the process."""
        self.prepare()
        eyes = subprocess.Popen(
            [str(self.build / "bench/shown"), *map(str, HEADER)],
            env=self.display.env, stdout=subprocess.PIPE, text=True)
        eyes.stdout.readline()
        start = time.perf_counter()
        process = subprocess.Popen(self.words, env=self.display.env,
                                   stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        if eyes.stdout.readline() != "shown\n":
            end(process)
            raise evening.Trouble(f"{self.words[0]} was not seen")
        taken = (time.perf_counter() - start) * 1000
        eyes.wait()
        return taken, process

    def starts(self):
        """The median; the first, which fills caches, does not count."""
        times = []
        for _ in range(STARTS + 1):
            taken, process = self.start()
            times.append(taken)
            time.sleep(1)
            end(process)
        return statistics.median(times[1:])

    def measure(self, process, button):
        """MB, percent of a core when nobody touches it, and the medians of ms
        from a touch of BUTTON (x, y and a place that changes) to a pressed look
        and from lifting to the answer."""
        time.sleep(CALM_S)
        cpu = idle_percent(process.pid)
        mb = memory_mb(process.pid)
        lines = subprocess.run(
            [str(self.build / "bench/touch"), *map(str, button), str(TOUCHES)],
            env=self.display.env, capture_output=True, text=True,
            check=True).stdout.splitlines()
        pairs = [tuple(map(float, line.split())) for line in lines]
        if any(ms < 0 for pair in pairs for ms in pair):
            raise evening.Trouble(f"{self.words[0]}: a touch changed nothing")
        return (mb, cpu, *(statistics.median(ms) for ms in zip(*pairs)))


def chromium(build, display, out):
    return Rival(build, display, [
        "chromium", "--kiosk", "--no-sandbox", "--no-first-run",
        "--noerrdialogs", "--disable-infobars", "--password-store=basic",
        "--window-position=0,0", "--window-size=1920,1080",
        f"--user-data-dir={out / 'profile'}", PAGE.as_uri()])


def kiosk_choosing(kiosk):
    """The kiosk's way to the cards; a button on the first one."""
    kiosk.wait("attract")
    kiosk.tap("demo-scan")
    kiosk.wait("language")
    kiosk.tap("language", 0)
    kiosk.wait("choose")
    x, y, w, h, _ = kiosk.targets["toggle", kiosk.on_page()[0]]
    return x + w // 2, y + h // 2, x + 24, y + h // 2


def compare(build, out):
    """Two rows of figures, the kiosk's and the browser's: ms to the first frame,
    MB, percent of a core, ms to the pressed look, ms to the answer."""
    held = evening.Evening(build, out, lambda text: None)
    held.prepare(slips=4)
    held.open()
    display = evening.Display(1920, 1080)
    try:
        ours = Rival(build, display, [build / "stemmeboks-kiosk", held.meeting,
                                      "--camera", "off", "--serial", "off"])
        theirs = chromium(build, display, out)
        first = ours.starts(), theirs.starts()
        _, process = theirs.start()
        # The first card's button "Vælg"; its edge is not under the word.
        browser = theirs.measure(process, (800, 410, 720, 392))
        display.picture(out / "browser.png")
        end(process)
    finally:
        display.close()
    held.start_kiosk()
    try:
        button = kiosk_choosing(held.kiosk)
        ours.display = held.kiosk.display
        mine = ours.measure(held.kiosk.process, button)
    finally:
        held.close()
    return (first[0], *mine), (first[1], *browser)
