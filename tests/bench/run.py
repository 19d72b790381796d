#!/usr/bin/env python3
"""Measures the "numbers to hold" and prints them as one table: run.py BUILD, and
the names of some, as in run.py build touch browser.

Each row says what was measured, the bar, the figure, and what it was compared
to in the same run. Nothing is asserted: machines differ, the ratios less so.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import browser  # noqa: E402
import evening  # noqa: E402
import plain_rules  # noqa: E402
import plain_shares  # noqa: E402

BUILD = Path(sys.argv[1]).resolve()
OUT = BUILD / "bench-out"
TICK = os.sysconf("SC_CLK_TCK")
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024
rows = []


def row(what, bar, figure, compared):
    rows.append((what, bar, figure, compared))
    print(f"  {what}: {figure}", flush=True)


def output(*words, **options):
    return subprocess.run([str(w) for w in words], capture_output=True,
                          text=True, check=True, **options).stdout


def first_frame(words, env, shown):
    """Seconds from starting WORDS until SHOWN(process) is true."""
    start = time.perf_counter()
    process = subprocess.Popen([str(w) for w in words], env=env,
                               stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    shown(process)
    return time.perf_counter() - start, process


def cpu_and_memory(pid, seconds):
    """Percent of a core over SECONDS, and MB resident."""
    def ticks():
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])
    before = ticks()
    time.sleep(seconds)
    used = (ticks() - before) / TICK / seconds * 100
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return used, pages * PAGE_KB / 1024


def bench_frames():
    fonts, images = evening.ROOT / "fonts", BUILD / "pictures"
    env = dict(os.environ, SDL_VIDEODRIVER="dummy")
    for width, height, bar in ((1920, 1080, "6 ms"), (3840, 2160, "16.7 ms")):
        for language in ("da", "ar", "ur"):
            ms, first = output(BUILD / "bench/frame", width, height, fonts,
                               images, language, env=env).split()
            row(f"full redraw, 12 cards, {language}, {width}×{height}",
                "< " + bar, f"{ms} ms (the first {first})",
                "3.4 ms at 1920×1080, a plain prototype")


def bench_pace():
    """Seconds a resident needs, reading 200 words a minute, a second a tap."""
    for kind in ("approval", "knapsack", "points", "score", "rank", "express"):
        median, ninth, taps = output(
            BUILD / "bench/pace", 1920, 1080, 4, evening.ROOT / "fonts",
            BUILD / "pictures", BUILD / "lang", kind,
            env=dict(os.environ, SDL_VIDEODRIVER="dummy")).split()
        row(f"scan → cast, ten proposals, {kind}",
            "< 30 s" if kind == "express" else "< 90 s",
            f"{median} s (P90 {ninth}), {taps} taps",
            "170 s, what UX.md plans kiosks with")


def bench_hall_frames():
    fonts = evening.ROOT / "fonts"
    env = dict(os.environ, SDL_VIDEODRIVER="dummy")
    for scene, what in (("count", "count of 500 ballots, 17 proposals"),
                        ("count-50000", "count of 50,000 ballots"),
                        ("order", "a bar of the order grows"),
                        ("result", "bars of the result grow")):
        median, longest = output(BUILD / "bench/hall_frame", 1920, 1080, fonts,
                                 scene, env=env).split()
        row(f"hall frame: {what}", "< 16.7 ms",
            f"{median} ms (longest {longest})", "60 frames a second, one core")


def bench_paper():
    meeting, pdf = OUT / "paper.stemmeboks", OUT / "paper.pdf"
    output(BUILD / "stemmeboks", "build", evening.DEMO, "-o", meeting)
    process = subprocess.Popen(
        [str(BUILD / "stemmeboks"), "slips", str(meeting), "--count", "10000",
         "-o", str(pdf), "--json"], stdout=subprocess.DEVNULL)
    start = time.perf_counter()
    _, code, usage = os.wait4(process.pid, 0)
    if code:
        raise evening.Trouble("slips failed")
    row("10,000 slips to PDF", "< 3 s, < 50 MB",
        f"{time.perf_counter() - start:.2f} s, {usage.ru_maxrss / 1024:.0f} MB",
        "8.2 s when each text is laid out anew")


def bench_cast():
    cast_ms, syncs_ms = map(float, output(
        BUILD / "bench/cast", OUT / "cast.stemmeboks", 500).split())
    row("cast → safe on disk", "≤ 2 × its syncs",
        f"{cast_ms:.1f} ms = {cast_ms / syncs_ms:.1f} ×",
        f"{syncs_ms:.1f} ms: six bare syncs on the same disk")


def bench_count():
    ms = output(BUILD / "bench/count", 100000).strip()
    start = time.perf_counter()
    support = [0] * 10
    for i in range(100000):
        support[i * 7 % 3] += 1
        support[3 + i * 11 % 7] += 1
    python_ms = (time.perf_counter() - start) * 1000
    row("count of 100,000 ballots, greedy", "< 100 ms", f"{ms} ms",
        f"{python_ms:.0f} ms: a Python loop that only adds up")


def bench_rules():
    """Made-up elections, counted here and by a plain loop in the same run."""
    for rule, ballots, projects, bar in (
            ("greedy", 100000, 83, "< 100 ms"),
            ("phragmen", 60000, 83, "< 500 ms"),
            ("welfare", 100000, 197, "< 100 ms")):
        build_ms, rule_ms, *found = output(
            BUILD / "bench/rules", rule, ballots, projects).split()
        python_ms, plain_found = plain_rules.count(rule, ballots, projects)
        if [int(number) for number in found] != list(plain_found):
            raise evening.Trouble(f"{rule}: {found}, in Python {plain_found}")
        row(f"{rule}, {ballots:,} ballots × {projects}", bar,
            f"{rule_ms} ms (the ballots made and grouped: {build_ms})",
            f"{python_ms:.0f} ms: plain Python, the same projects funded")


def bench_pabulib():
    """A file of 100 MB: 20 projects of which up to 5 are named, so that many
    ballots are alike, and 83 of which up to 15 are, so that hardly two are."""
    program, path = BUILD / "bench/pabulib", OUT / "large.pb"
    for projects, most in ((20, 5), (83, 15)):
        output(program, "write", path, 100, projects, most)
        runs = [[output(program, how, path).split() for _ in range(3)]
                for how in ("read", "plain")]
        read_ms, plain_ms = (min(float(run[0]) for run in kind)
                             for kind in runs)
        memory = int(runs[0][0][1]) / path.stat().st_size
        row(f"100 MB .pb read, {projects} projects, up to {most} named",
            "≥ 200 MB/s, ≤ 3 × the file",
            f"{1e5 / read_ms:.0f} MB/s, {memory:.1f} ×",
            f"{read_ms / plain_ms:.1f} × a C loop that counts bytes "
            f"({1e5 / plain_ms:.0f} MB/s)")
        path.unlink()


def shares_times(ballots, projects, unit):
    """For cost and count utility: ms plain, by convention, endowments."""
    return [[float(word) for word in line.split()] for line in output(
        BUILD / "bench/shares", "time", ballots, projects,
        unit).strip().split("\n")]


def bench_shares():
    """Equal shares with Add1U, exact."""
    size = (2000, 8, 1)
    python_ms, (endowment, funded) = plain_shares.count(
        output(BUILD / "bench/shares", "print", *size))
    found = output(BUILD / "bench/shares", "funded", *size).split()
    if [int(word) for word in found] != [endowment, *funded]:
        raise evening.Trouble(f"add1: {found}, in Python {endowment} {funded}")
    times = shares_times(*size)[0]
    row(f"add1u, {size[0]:,} × {size[1]}, {times[4]:.0f} endowments",
        "-", f"{times[1]:.2f} ms", f"{python_ms:.0f} ms: plain Python, exact, "
        f"the same funded: {python_ms / times[1]:,.0f} ×")
    for what, unit, bar in (("", 1, "< 500 ms"), (", in forint", 300, "< 2 s")):
        for utility, times in zip(("cost", "count"),
                                  shares_times(60000, 83, unit)):
            row(f"add1u, 60,000 × 83{what}, {utility} utility, "
                f"{times[4]:,.0f} endowments", bar,
                " / ".join(f"{ms:.0f}" for ms in times[1:4]) + " ms",
                "by equalshares / pabutools / checker; pabutools: 460 s for "
                "186 endowments")
    growth = [shares_times(60000 // part, 83, 1)[0] for part in (100, 10, 1)]
    row("equal shares, 600 → 6,000 → 60,000 ballots", "-",
        " → ".join(f"{times[0]:.1f}" for times in growth) + " ms",
        "growth of one exact count")
    row("add1u, the same", "-",
        " → ".join(f"{times[1]:.0f}" for times in growth) + " ms",
        "endowments: " + " → ".join(f"{t[4]:,.0f}" for t in growth))


def median_start(words, env, shown, before=lambda: None):
    """Median ms to the first frame of five starts; the last one still runs."""
    times, process = [], None
    for _ in range(5):
        if process:
            process.terminate()
            process.wait()
        before()
        seconds, process = first_frame(words, env, shown)
        times.append(seconds * 1000)
    return statistics.median(times), process


def stop(process):
    process.terminate()
    process.wait()


def bench_windows():
    held = evening.Evening(BUILD, OUT / "window", lambda text: None)
    held.prepare(slips=4)
    held.open()
    announce = held.out / "announce.txt"
    display = evening.Display(1920, 1080)
    try:
        plain_ms, plain = median_start(
            [BUILD / "bench/plain"], display.env,
            lambda process: process.stdout.readline())
        plain_cpu, plain_mb = cpu_and_memory(plain.pid, 10)
        stop(plain)
        kiosk_ms, kiosk = median_start(
            [BUILD / "stemmeboks-kiosk", held.meeting, "--demo",
             held.code_file, "--announce", announce], display.env,
            lambda process: evening.until(
                lambda: announce.exists() and announce.stat().st_size,
                "first frame", pause_s=0.002),
            lambda: announce.unlink(missing_ok=True))
        stop(kiosk)
        row("start → first frame", "< 200 ms", f"{kiosk_ms:.0f} ms",
            f"{plain_ms:.0f} ms: a plain SDL window")
        kiosk = subprocess.Popen(
            [str(BUILD / "stemmeboks-kiosk"), str(held.meeting)],
            env=display.env, stderr=subprocess.DEVNULL)
        time.sleep(2)
        cpu, mb = cpu_and_memory(kiosk.pid, 20)
        row("idle kiosk", "< 0.5 %, < 80 MB", f"{cpu:.2f} %, {mb:.0f} MB",
            f"{plain_cpu:.2f} %, {plain_mb:.0f} MB: a plain SDL window")
        stop(kiosk)
    finally:
        display.close()


def bench_touch():
    held = evening.Evening(BUILD, OUT / "touch", lambda text: None)
    try:
        held.prepare(slips=4)
        held.open()
        held.start_kiosk()
        kiosk = held.kiosk
        kiosk.wait("attract")
        kiosk.tap("demo-scan")
        kiosk.wait("language")
        kiosk.tap("language", 0)
        kiosk.wait("choose")
        x, y, w, h, _ = kiosk.targets["toggle", 0]
        lines = output(BUILD / "bench/touch", x + w // 2, y + h // 2,
                       x + 24, y + h // 2, 30, env=kiosk.display.env)
        pressed, answered = zip(*(map(float, line.split())
                                  for line in lines.splitlines()))
        row("touch → pressed look, pixels", "≤ 50 ms",
            f"{statistics.median(pressed):.0f} ms (worst {max(pressed):.0f})",
            "seen from another X client, 30 touches")
        row("touch → answer, pixels", "≤ 100 ms",
            f"{statistics.median(answered):.0f} ms (worst {max(answered):.0f})",
            "the same")
    finally:
        held.close()


def bench_browser():
    """Beside a page in Chromium, in the same run."""
    ours, theirs = browser.compare(BUILD, OUT / "browser")
    for (what, bar, unit, digits), mine, other in zip((
            ("start → first frame", "≤ 1/3", "ms", 0),
            ("memory (PSS of all processes)", "≤ 1/5", "MB", 0),
            ("idle", "less", "% of a core", 2),
            ("touch → pressed look, pixels", "less", "ms", 1),
            ("touch → answer, pixels", "less", "ms", 1)), ours, theirs):
        row(f"beside a page in Chromium: {what}", bar,
            f"{mine:.{digits}f} {unit}" + (
                f" = 1/{other / mine:.1f}" if mine else ""),
            f"{other:.{digits}f} {unit}: Chromium --kiosk")


def say(meeting, *cue):
    output(BUILD / "stemmeboks", "hall", meeting, *cue)


def bench_result():
    """From the command to the hall's frame, with a small and a full box."""
    full = OUT / "full.stemmeboks"
    output(BUILD / "bench/box", full, 50000)
    for meeting, ballots, bar in ((OUT / "cast.stemmeboks", "500", "< 1 s"),
                                  (full, "50,000", "< 3 s")):
        hall = evening.Hall(BUILD, meeting, OUT)
        try:
            hall.wait("scene open")
            for act, scene, what in (("close", "closed", "close → closed"),
                                     ("count", "result", "count → result")):
                start = time.perf_counter()
                output(BUILD / "stemmeboks", act, meeting, "--json")
                command_s = time.perf_counter() - start
                hall.wait(f"scene {scene}", pause_s=0.005)
                row(f"{what} on the hall, {ballots} ballots", bar,
                    f"{time.perf_counter() - start:.2f} s",
                    f"{command_s:.2f} s of it the command")
        finally:
            hall.close()


def seconds(words):
    """The best of three: the files are in memory from the first on."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        output(*words)
        times.append(time.perf_counter() - start)
    return min(times)


def bench_city():
    """100 meetings of 10,000 ballots, and the same files read by others."""
    city = OUT / "city"
    output(BUILD / "bench/box", city, 10000, 100)
    files = [f"{city}-{number}" for number in range(1, 101)]
    counted = seconds([BUILD / "stemmeboks", "count", *files])
    plain = seconds(["sh", "-c", 'for file; do sqlite3 -readonly "$file" '
                     '"SELECT number, votes FROM tally"; done', "sh", *files])
    read = seconds(["sh", "-c", 'cat "$@" | wc -c', "sh", *files])
    row("count of 1,000,000 ballots in 100 boxes", "< 5 s",
        f"{counted:.2f} s",
        f"sqlite3 adds the same up in {plain:.2f} s, cat {read:.2f} s")


def bench_roll():
    """A shared roll under 64 kiosks that never pause, beside pgbench; from
    that, how many it serves when each has a vote every 150 s and looks at the
    phase once a second."""
    words = output(BUILD / "bench/roll_load", 64, 5).split()
    votes, claim_ms, spend_ms, plain, looks = map(float, words[:5])
    row("shared roll, 64 kiosks: claim, spend, settle", "≥ 0.8 × pgbench",
        f"{votes:,.0f} a second = {votes / plain:.2f} ×",
        f"{plain:,.0f} a second: pgbench -M extended, the same statements")
    row("the same, p99 of claim / of spend", "-",
        f"{claim_ms:.0f} / {spend_ms:.0f} ms", "64 at once, two cores")
    kiosks = 1 / (1 / looks + 1 / (150 * votes))
    row("kiosks on one roll, a vote per 150 s each", "-",
        f"{kiosks:,.0f} by the processor",
        f"connection {words[5]} is the first that Debian's max_connections "
        "refuses")


def bar_widths(hall, shown):
    """The width of the first bar in each frame that begins with SHOWN."""
    widths, inside = [], False
    for line in hall.file.read_text(encoding="utf-8").split("\n"):
        if line.startswith("scene "):
            inside = line.startswith(shown)
        elif inside and line.startswith("fill") and line.endswith("FUNDED"):
            widths.append(int(line.split()[3]))
            inside = False
    return widths


def bench_hall():
    """A hall that stands still, and one in which a bar grows, on one core."""
    meeting = OUT / "hall.stemmeboks"
    output(BUILD / "bench/box", meeting, 500)
    hall = evening.Hall(BUILD, meeting, OUT)
    os.sched_setaffinity(hall.process.pid, {0})
    try:
        hall.wait("scene open")
        time.sleep(1)
        cpu, mb = cpu_and_memory(hall.process.pid, 20)
        row("hall, still", "< 2 %", f"{cpu:.2f} %, {mb:.0f} MB",
            "a picture that waits for the next vote")
        output(BUILD / "stemmeboks", "close", meeting)
        hall.wait("scene closed")
        say(meeting, "order")
        hall.wait("scene order page 1")
        say(meeting, "next")
        hall.wait("scene order page 2", pause_s=0.005)
        time.sleep(2)
        widths = bar_widths(hall, "scene order page 2")
        # The bar slows down: in the last third of its 1.2 s frames differ by
        # less than a pixel. Until 7/8 of its way, 1 - (1 - t)^3, t is 1/2.
        frames = sum(width <= max(widths) * 7 / 8 for width in widths)
        row("hall, a bar grows, 1920×1080", "60 a second",
            f"{frames / 0.6:.0f} a second",
            "frames shown in the first half, one core")
    finally:
        hall.close()


def main():
    import shutil
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for bench in (bench_frames, bench_hall_frames, bench_pace, bench_paper,
                  bench_cast, bench_count, bench_pabulib, bench_rules,
                  bench_shares, bench_windows, bench_touch, bench_browser,
                  bench_result, bench_city, bench_roll, bench_hall):
        if not sys.argv[2:] or bench.__name__[6:] in sys.argv[2:]:
            bench()
    widths = [max(len(r[i]) for r in rows) for i in range(4)]
    print()
    for cells in [("What", "Bar", "Measured", "Compared to"), *rows]:
        print("  ".join(c.ljust(w) for c, w in zip(cells, widths)).rstrip())


main()
