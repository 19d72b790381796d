#!/usr/bin/env python3
"""An evening held at the real kiosk's panel alone, after the meeting was built:
adopted, printed, opened, paused, closed, counted and looked at by touch."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
OUT = BUILD / "panel"
ROOT = Path(__file__).resolve().parents[2]
PRINTED = OUT / "printed"
held = evening.Evening(BUILD, OUT, lambda text: print("# " + text, flush=True))
seen = {}


def phase():
    return held.command("status", held.meeting)["phase"]


def touch(widget, label):
    """The widget that says LABEL."""
    held.kiosk.look()
    for (name, index), place in held.kiosk.targets.items():
        if name == widget and place[4].startswith(label):
            held.kiosk.tap(name, index)
            return
    raise evening.Trouble(f"no {widget} says {label!r} on "
                          f"{held.kiosk.screen}: {held.kiosk.targets}")


def pin(digits=evening.PIN):
    for digit in digits:
        held.kiosk.tap("digit", int(digit))
        time.sleep(0.05)


def enter():
    held.kiosk.display.hold(20, 20, 3.3)
    held.kiosk.wait("panel-pin")
    pin()
    held.kiosk.wait("panel-hall")


def to(label, page):
    touch("tab", label)
    held.kiosk.wait("panel-" + page)


def becomes(wanted):
    evening.until(lambda: phase() == wanted, f"phase {wanted}", pause_s=0.2)


def the_rules_are_adopted_with_the_pin_again():
    held.prepare(8)
    PRINTED.mkdir()
    os.environ["PRINTED"] = str(PRINTED)
    os.environ["PATH"] = f"{ROOT}/tests/lib/printer:{os.environ['PATH']}"
    os.environ["XDG_DATA_HOME"] = str(OUT / "home")
    held.command("pin", held.meeting, typed=f"{evening.PIN}\n{evening.PIN}\n")
    held.start_kiosk()
    enter()
    to("Afstemning", "vote")
    touch("act", "Vedtag")
    held.kiosk.wait("panel-sure")
    pin()
    held.kiosk.wait("panel-vote")
    becomes("ready")


def slips_come_out_of_the_printer_that_was_chosen():
    to("Sedler", "slips")
    held.kiosk.tap("print")
    evening.until(lambda: held.kiosk.look() and any(
        label[4] == "Kontor_farve"
        for label in held.kiosk.targets.values()), "the printers")
    held.shot("panel-print")
    touch("pick", "Kontor_farve")
    touch("on", "Udskriv 20")
    evening.until((PRINTED / "asked").exists, "lp")
    becomes("ready")
    evening.until(
        lambda: held.command("status", held.meeting)["slips"]["printed"] == 28,
        "28 slips", pause_s=0.2)
    seen["codes"] = evening.subprocess.run(
        [str(ROOT / "tools/dev/decode-slips.sh"), str(PRINTED / "job.pdf")],
        capture_output=True, text=True, check=True, timeout=120).stdout.split()
    tap.equal(len(seen["codes"]), 20)


def voting_is_opened_and_a_vote_that_was_left_frees_its_slip():
    to("Afstemning", "vote")
    touch("act", "Åbn")
    becomes("open")
    held.kiosk.tap("leave")
    held.kiosk.wait("attract")
    held.kiosk.scan_slip(seen["codes"][0])
    held.kiosk.wait("language")
    enter_while_somebody_votes()


def enter_while_somebody_votes():
    """Only that can be ended; the slip stays good."""
    held.kiosk.display.hold(20, 20, 3.3)
    held.kiosk.wait("panel-pin")
    pin()
    held.kiosk.wait("panel-voter")
    held.kiosk.tap("stop-voter")
    held.kiosk.wait("panel-hall")
    to("Sedler", "slips")
    held.kiosk.scan(seen["codes"][0])
    held.kiosk.wait("panel-slip")
    held.shot("panel-slip")
    tap.equal(held.command("status", held.meeting)["slips"]["used"], 0)


def voting_is_paused_goes_on_and_is_closed_for_good():
    to("Afstemning", "vote")
    touch("act", "Hold pause")
    becomes("paused")
    time.sleep(0.5)
    touch("act", "Fortsæt")
    becomes("open")
    time.sleep(0.5)
    touch("act", "Luk")
    held.kiosk.wait("panel-sure")
    pin("111111")
    time.sleep(0.5)
    tap.equal(phase(), "open")
    pin()
    held.kiosk.wait("panel-vote")
    becomes("closed")


def the_votes_are_counted_and_the_acts_are_in_the_log():
    to("Optælling", "count")
    held.kiosk.tap("count")
    becomes("counted")
    time.sleep(0.5)
    held.kiosk.tap("result")
    held.kiosk.wait("panel-result")
    to("Log", "log")
    held.shot("panel-log")
    to("Status", "status")
    held.shot("panel-status")
    acts = evening.subprocess.run(
        ["sqlite3", str(held.meeting),
         "SELECT group_concat(act, ' ') FROM audit"],
        capture_output=True, text=True, check=True).stdout.strip()
    tap.equal(acts, "made printed adopted printed opened paused opened "
              "pin-wrong closed counted")


def no_code_stands_in_the_log():
    held.close()
    text = (OUT / "kiosk.log").read_text()
    for word in (*seen["codes"], "assert", "rror"):
        if word in text:
            raise AssertionError(text)


try:
    code = tap.run([
        the_rules_are_adopted_with_the_pin_again,
        slips_come_out_of_the_printer_that_was_chosen,
        voting_is_opened_and_a_vote_that_was_left_frees_its_slip,
        voting_is_paused_goes_on_and_is_closed_for_good,
        the_votes_are_counted_and_the_acts_are_in_the_log,
        no_code_stands_in_the_log,
    ])
finally:
    held.close()
sys.exit(code)
