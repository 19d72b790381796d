#!/usr/bin/env python3
"""An evening with three real kiosks and a real hall on one shared roll: the
server stands still, a kiosk dies in the middle of a vote and another stands
still when voting closes."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import cluster  # noqa: E402
import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
OUT = BUILD / "kiosks"
SIZES = {1: (1920, 1080), 2: (1080, 1920), 3: (1280, 800)}
SLIPS = 10
# Eight of the demo's residents, who do nothing else than vote; no tie of theirs
# changes the money.
RESIDENTS = [dict(resident, does="") for resident in
             evening.read_evening(evening.DEMO / "residents.txt")[0][13:21]]
# Which of them votes where at once, and to whom something happens.
AT_ONCE = {1: (0, 1), 2: (2,), 3: (3,)}
STAYS, WAITS, LOST, CASTS = range(4, 8)
os.environ.update(PGUSER="postgres", LANG="C.UTF-8", LANGUAGE="en")


class Evening(evening.Evening):
    """One that pictures nothing that every evening has."""

    def shot(self, name, kiosk=None):
        if name.split("-")[0] not in ("language", "choose", "review", "thanks"):
            super().shot(name, kiosk)


held = Evening(BUILD, OUT, lambda text: print("# " + text, flush=True))
alone = Evening(BUILD, OUT / "alone", lambda text: None)
server = cluster.Cluster()
kiosks = {}
seen = {}


def box(number):
    return OUT / "kiosks" / f"bolbro-{number}.box"


def log(number):
    return (OUT / f"kiosk-{number}.log").read_text(encoding="utf-8")


def start_kiosk(number):
    kiosks[number] = evening.Kiosk(BUILD, box(number), held.code_file, OUT,
                                   f"kiosk-{number}", SIZES[number])


def kill_kiosk(number):
    """As if its plug were pulled."""
    kiosks[number].process.kill()
    kiosks.pop(number).close()


def on_roll(**wanted):
    """The numbers of the kiosks of which the roll says all that is WANTED."""
    said = held.command("roll", "status", held.meeting)
    return [kiosk["number"] for kiosk in said["kiosks"]
            if all(kiosk[name] == what for name, what in wanted.items())]


def vote(number, resident):
    held.vote(kiosks[number], RESIDENTS[resident], held.codes[resident])


def begin(number, resident):
    """A resident scans, and stands before the proposals."""
    kiosk = kiosks[number]
    kiosk.scan_slip(held.codes[resident])
    go_on(number)


def go_on(number):
    kiosks[number].wait("language")
    kiosks[number].tap("language", 0)
    kiosks[number].wait("choose")


def choose(number, resident):
    """From the proposals to the last button."""
    wanted = {held.numbers.index(n) for n in RESIDENTS[resident]["choices"]}
    while kiosks[number].screen == "choose":
        held.choose_page(kiosks[number], wanted, RESIDENTS[resident])
    tap.equal(kiosks[number].screen, "review")
    held.see_all(kiosks[number])


def cast(number):
    kiosks[number].tap("cast")
    evening.until(lambda: kiosks[number].look()
                  and kiosks[number].screen == "thanks", "the thanks")


def refused(number, slip, name):
    held.refused(held.codes[slip], name, "slip-used", kiosks[number])


def in_boxes():
    """The ballots in all kiosks' files."""
    return sum(int(sql(box(number), "SELECT count(*) FROM box WHERE used = 3"))
               for number in SIZES)


def sql(path, query):
    return subprocess.run(["sqlite3", f"file:{path}?mode=ro", query],
                          capture_output=True, text=True,
                          check=True).stdout.strip()


def three_kiosks_and_the_hall_wait_for_the_evening():
    folder = Path(server.folder) / "meeting"
    shutil.copytree(evening.DEMO, folder)
    settings = folder / "meeting.ini"
    text = settings.read_text(encoding="utf-8")
    tap.equal(text.count("publish_min = 10"), 1)
    settings.write_text(
        text.replace("publish_min = 10", f"publish_min = {len(RESIDENTS)}")
        + f"\n[roll]\nurl = {server.database('evening')}\n",
        encoding="utf-8")
    held.prepare(SLIPS, folder)
    held.command("ready", held.meeting)
    held.command("boxes", held.meeting, "--kiosks", 3, "-o", OUT / "kiosks")
    held.command("roll", "init", held.meeting)
    held.hall = evening.Hall(BUILD, held.meeting, OUT)
    for number in SIZES:
        start_kiosk(number)
    evening.until(lambda: on_roll(answers=True) == [1, 2, 3],
                  "three kiosks that answer")
    held.command("open", held.meeting)
    for number in SIZES:
        evening.until(lambda: "phase open" in log(number), "voting to be open")


def residents_vote_at_all_three_at_once():
    def queue(number):
        for resident in AT_ONCE[number]:
            vote(number, resident)

    with ThreadPoolExecutor() as rows:
        for row in [rows.submit(queue, number) for number in SIZES]:
            row.result()
    held.hall_says(f"{sum(map(len, AT_ONCE.values()))} har stemt")


def a_used_slip_is_refused_at_the_other_kiosks():
    refused(2, AT_ONCE[1][0], "used-at-2")
    refused(3, AT_ONCE[1][0], "used-at-3")


def a_slip_that_somebody_votes_with_is_refused_elsewhere():
    begin(1, STAYS)
    refused(3, STAYS, "in-use-at-3")


def who_votes_is_not_disturbed_when_the_server_stands_still():
    with server.frozen():
        for number in SIZES:
            evening.until(lambda: "roll away" in log(number),
                          f"kiosk {number} to miss the roll")
        held.shot("away-at-2", kiosks[2])
        held.shot("away-at-3", kiosks[3])
        choose(1, STAYS)
        held.shot("votes-on", kiosks[1])
        cast(1)
        seen["before"] = in_boxes()
        # Somebody comes: nothing is known of the slip, so the kiosk waits.
        kiosks[2].scan(held.codes[WAITS])
        time.sleep(1)
        kiosks[2].look()
        tap.equal((kiosks[2].screen, kiosks[2].process.poll()),
                  ("attract", None))
        held.shot("waits-at-2", kiosks[2])


def who_waited_begins_by_itself_when_the_server_is_back():
    go_on(2)
    for number in SIZES:
        evening.until(lambda: log(number).count("roll ready") == 1,
                      f"kiosk {number} to find the roll again")
        tap.equal((kiosks[number].process.poll(), log(number).count("started")),
                  (None, 1))
    choose(2, WAITS)
    cast(2)
    tap.equal((seen["before"], in_boxes()), (5, 6))


def a_kiosk_that_dies_in_mid_vote_keeps_the_slip_until_it_is_back():
    begin(3, LOST)
    kill_kiosk(3)
    evening.until(lambda: on_roll(answers=False, in_use=True) == [3],
                  "the roll to miss kiosk 3")
    refused(1, LOST, "kiosk-is-dead")
    start_kiosk(3)
    evening.until(lambda: on_roll(answers=True, in_use=False) == [1, 2, 3],
                  "kiosk 3 to give its slip back")
    vote(1, LOST)


def a_kiosk_that_dies_while_it_casts_has_the_vote_or_gives_it_back():
    begin(3, CASTS)
    choose(3, CASTS)
    before = in_boxes()
    kiosks[3].tap("cast")
    kill_kiosk(3)
    start_kiosk(3)
    evening.until(lambda: on_roll(answers=True, in_use=False) == [1, 2, 3],
                  "kiosk 3 to settle")
    if in_boxes() == before:
        vote(2, CASTS)
    refused(1, CASTS, "cast-at-3")
    tap.equal(in_boxes(), before + 1)


def close_names_the_kiosk_that_stands_still():
    kiosks[2].process.send_signal(signal.SIGSTOP)
    try:
        done = subprocess.run(
            [str(BUILD / "stemmeboks"), "close", str(held.meeting), "--wait",
             "2"], capture_output=True, text=True, timeout=60)
        said = done.stdout + done.stderr
    finally:
        kiosks[2].process.send_signal(signal.SIGCONT)
    tap.equal((done.returncode, re.findall(r"Kiosk (\d) has not answered",
                                           said)), (1, ["2"]))


def it_closes_as_soon_as_it_goes_on():
    evening.until(lambda: on_roll(phase="closed") == [1, 2, 3],
                  "all kiosks to close")
    for number in SIZES:
        kiosks[number].wait("attract")
        held.shot(f"closed-at-{number}", kiosks[number])
    tap.equal(held.command("roll", "fetch", held.meeting)["used"],
              len(RESIDENTS))


def boxes_and_roll_are_put_together():
    boxes = [box(number) for number in SIZES]
    seen["all"] = OUT / "all.stemmeboks"
    said = held.command("collect", held.meeting, *boxes, "-o", seen["all"])
    tap.equal((said["ballots"], said["slips"]["used"], said["slips"]["unused"]),
              (len(RESIDENTS), len(RESIDENTS), SLIPS - len(RESIDENTS)))


def the_count_is_what_they_chose():
    result = held.command("count", seen["all"])
    got = {award["proposal"]: award["votes"]
           for pot in result["pots"] for award in pot["awards"]}
    tap.equal(got, {number: sum(number in resident["choices"]
                                for resident in RESIDENTS)
                    for number in held.numbers})


def the_hall_shows_the_result():
    held.hall.close()
    held.hall = evening.Hall(BUILD, seen["all"], OUT)
    held.command("hall", seen["all"], "result")
    held.hall.wait("scene result")
    held.hall_shot("result")


def what_is_published_can_be_recounted_by_anyone():
    bundle = OUT / "bundle"
    held.command("publish", seen["all"], "-o", bundle)
    held.command("verify", bundle)
    subprocess.run([sys.executable,
                    str(evening.ROOT / "tests/second_counter.py"), str(bundle)],
                   check=True, capture_output=True)


def nobody_was_told_that_a_vote_was_lost():
    for number in SIZES:
        for word in ("not-cast", "locked", "stopped", "look-up"):
            if word in log(number):
                raise AssertionError(f"kiosk {number}: {log(number)}")


def a_slip_of_another_kiosks_share_is_told_which():
    """Without a network: every slip is for one kiosk."""
    for number in list(kiosks):
        kiosks.pop(number).close()
    alone.prepare(3, printed=("--kiosks", 3))
    file = alone.out / "kiosks" / "bolbro-1.box"
    alone.command("ready", alone.meeting)
    alone.command("boxes", alone.meeting, "--kiosks", 3, "-o", file.parent)
    alone.command("open", file)
    kiosks[1] = evening.Kiosk(BUILD, file, alone.code_file, alone.out)
    kiosks[1].wait("attract")
    alone.refused(alone.codes[2], "of-kiosk-3", "slip-kiosk", kiosks[1])
    kiosks[1].scan_slip(alone.codes[0])
    kiosks[1].wait("language")


def the_programs_end_clean_when_asked():
    kiosks.pop(1).close()
    held.close()
    for path in OUT.rglob("*.log"):
        for word in ("assert", "rror", "WARN"):
            if word in path.read_text(encoding="utf-8"):
                raise AssertionError(f"{path.name}: {path.read_text()}")


def close():
    for kiosk in kiosks.values():
        kiosk.close()
    held.close()
    server.close()


try:
    code = tap.run([
        three_kiosks_and_the_hall_wait_for_the_evening,
        residents_vote_at_all_three_at_once,
        a_used_slip_is_refused_at_the_other_kiosks,
        a_slip_that_somebody_votes_with_is_refused_elsewhere,
        who_votes_is_not_disturbed_when_the_server_stands_still,
        who_waited_begins_by_itself_when_the_server_is_back,
        a_kiosk_that_dies_in_mid_vote_keeps_the_slip_until_it_is_back,
        a_kiosk_that_dies_while_it_casts_has_the_vote_or_gives_it_back,
        close_names_the_kiosk_that_stands_still,
        it_closes_as_soon_as_it_goes_on,
        boxes_and_roll_are_put_together,
        the_count_is_what_they_chose,
        the_hall_shows_the_result,
        what_is_published_can_be_recounted_by_anyone,
        nobody_was_told_that_a_vote_was_lost,
        a_slip_of_another_kiosks_share_is_told_which,
        the_programs_end_clean_when_asked,
    ])
finally:
    close()
sys.exit(code)
