#!/usr/bin/env python3
"""The Bolbro evening end to end, against the outcome worked out by hand."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
OUT = BUILD / "evening"
RESIDENTS, VOTES, MONEY = evening.read_evening(
    evening.DEMO / "residents.txt")
held = evening.Evening(BUILD, OUT, lambda text: print("# " + text, flush=True))
seen = {}


def the_evening_is_held_from_spreadsheet_to_bundle():
    held.prepare()
    held.start()
    seen["result"] = held.hold(RESIDENTS)
    seen["urn"] = held.urn(VOTES, len(RESIDENTS))
    seen["bundle"] = held.finish()


def all_residents_votes_are_in_the_box():
    tap.equal(seen["result"]["ballots"], len(RESIDENTS))


def votes_are_those_counted_by_hand():
    got = {award["proposal"]: award["votes"]
           for pot in seen["result"]["pots"] for award in pot["awards"]}
    tap.equal(got, VOTES)


def money_goes_where_the_hand_count_says():
    for pot in seen["result"]["pots"]:
        funded = [award["proposal"] for award in pot["awards"]
                  if award["outcome"] == "funded"]
        tap.equal((funded, pot["left_minor"] // 100), MONEY[pot["pot"]])


def the_wall_shows_the_winners_and_what_is_left():
    for scene, wanted in (
            ("result", ("Bevægelsespark for alle", "Legetøj til deling",
                        "Får penge", "Ikke denne gang", "10.000\N{NBSP}kr.")),
            ("money", ("2 Bevægelsespark for alle, 13 stemmer",)),
            ("after", ("Næste skridt", "mangler"))):
        # Where a line ends is a matter of looks.
        shown = " ".join(held.hall.words_of(scene))
        for words in wanted:
            if words not in shown:
                raise AssertionError(f"{words!r} was never in {scene}")


def the_room_followed_the_votes_in_batches():
    """Of 24 ballots 5, 10 or 15 are seen: 2k must be hidden before k more are
    shown, and a batch that is alike waits."""
    batches = {int(count) for line in held.hall.words() for count in
               re.findall(r"Foreløbigt – (\d+) stemmer", line)}
    if not batches or not batches <= {5, 10, 15}:
        raise AssertionError(f"the wall showed {batches} ballots")


def the_room_saw_every_ballot_counted_and_the_sums_agree():
    shown = held.hall.words()
    for words in (f"Stemme 1 af {len(RESIDENTS)}",
                  f"{len(RESIDENTS)} stemmer er talt", "Summerne passer",
                  "Pengene: Store forslag", "Ikke denne gang"):
        if not any(words in line for line in shown):
            raise AssertionError(f"{words!r} was never on the wall")


def the_urn_counted_by_hand_agrees_and_stands_in_the_bundle():
    tap.equal(seen["urn"]["agree"], True)
    result = json.loads((seen["bundle"] / "result.json").read_text())
    tap.equal({int(n): v for n, v in result["hand"]["votes"].items()}, VOTES)


def the_wall_tells_the_digest_of_the_published_folder():
    digest = hashlib.sha256(
        (seen["bundle"] / "SHA256SUMS").read_bytes()).hexdigest()
    shown = " ".join(held.hall.words())
    groups = " ".join(digest[i:i + 4] for i in range(0, 16, 4))
    if groups not in shown:
        raise AssertionError(f"{groups} was never on the wall")


def anyone_can_add_the_box_up_with_plain_sql():
    rows = subprocess.run(
        ["sqlite3", str(held.meeting), "SELECT number, votes FROM tally"],
        capture_output=True, text=True, check=True).stdout.split()
    got = dict(tuple(map(int, row.split("|"))) for row in rows)
    tap.equal(got, VOTES)


def a_second_counter_in_another_language_agrees():
    subprocess.run([sys.executable, str(evening.ROOT / "tests/second_counter.py"),
                    str(seen["bundle"])], check=True, capture_output=True)


def the_sums_can_be_checked_with_sha256sum():
    subprocess.run(["sha256sum", "--check", "--quiet", "--strict",
                    "SHA256SUMS"], cwd=seen["bundle"], check=True)


def no_code_of_any_slip_lies_in_any_other_file():
    """The codes are on the paper, and in the list the demo scans from."""
    needles = [code.encode() for code in held.codes]
    spoken = [" ".join(code[i:i + 4] for i in range(0, 20, 4)).encode()
              for code in held.codes]
    searched = 0
    for path in OUT.rglob("*"):
        if path.is_dir() or path.name in ("slips.pdf", "codes.txt"):
            continue
        data = path.read_bytes()
        searched += 1
        for needle in needles + spoken:
            if needle in data or needle.lower() in data:
                raise AssertionError(f"a code stands in {path.name}")
    if searched < 20:
        raise AssertionError(f"only {searched} files were there to search")


def no_slot_and_no_ballot_lies_outside_box_and_bundle():
    """The announcements tell the targets of the demo: not searched."""
    rows = subprocess.run(
        ["sqlite3", str(held.meeting), "SELECT hex(slot), ballot FROM box"],
        capture_output=True, text=True, check=True).stdout.split()
    slots = [row.split("|")[0] for row in rows]
    ballots = {row.split("|")[1] for row in rows}
    needles = ([bytes.fromhex(slot) for slot in slots] +
               [slot.encode() for slot in slots] +
               [slot.lower().encode() for slot in slots] +
               [ballot.encode() for ballot in ballots])
    searched = 0
    for path in OUT.rglob("*"):
        if (path.is_dir() or "bundle" in path.parts or
                path.name.startswith("announce") or
                path.name == held.meeting.name):
            continue
        data = path.read_bytes()
        searched += 1
        for needle in needles:
            if needle in data:
                raise AssertionError(f"a slot or ballot stands in {path.name}")
    if searched < 20 or len(slots) != 60:
        raise AssertionError(f"{searched} files, {len(slots)} slots searched")


def the_programs_end_clean_when_asked():
    held.close()
    for name in ("kiosk.log", "hall.log"):
        text = (OUT / name).read_text()
        for word in ("assert", "rror", "WARN"):
            if word in text:
                raise AssertionError(f"{name}: {text}")


def every_screen_was_pictured():
    names = {path.stem for path in (OUT / "screens").glob("*.png")}
    wanted = {"kiosk-attract-open", "kiosk-attract-closed",
              "kiosk-attract-paused", "kiosk-language", "kiosk-detail",
              "kiosk-code", "kiosk-review-da", "kiosk-review-en",
              "kiosk-blank", "kiosk-thanks-da", "kiosk-message-used",
              "kiosk-message-void", "kiosk-message-not-a-slip",
              "kiosk-message-other-meeting", "hall-welcome", "hall-open-all",
              "hall-paused", "hall-closed", "hall-result-1", "hall-pitch-1",
              "hall-message", "hall-black", "hall-panel-pitch", "hall-live",
              "hall-closing", "hall-count-runs", "hall-count-all",
              "hall-order-1", "hall-paper", "hall-money-1", "hall-after-1",
              "kiosk-panel-pin", "kiosk-panel-hall"}
    tap.equal(wanted - names, set())


try:
    code = tap.run([
        the_evening_is_held_from_spreadsheet_to_bundle,
        all_residents_votes_are_in_the_box,
        votes_are_those_counted_by_hand,
        money_goes_where_the_hand_count_says,
        the_wall_shows_the_winners_and_what_is_left,
        the_room_followed_the_votes_in_batches,
        the_room_saw_every_ballot_counted_and_the_sums_agree,
        the_urn_counted_by_hand_agrees_and_stands_in_the_bundle,
        the_wall_tells_the_digest_of_the_published_folder,
        anyone_can_add_the_box_up_with_plain_sql,
        a_second_counter_in_another_language_agrees,
        the_sums_can_be_checked_with_sha256sum,
        no_code_of_any_slip_lies_in_any_other_file,
        every_screen_was_pictured,
        no_slot_and_no_ballot_lies_outside_box_and_bundle,
        the_programs_end_clean_when_asked,
    ])
finally:
    held.close()
sys.exit(code)
