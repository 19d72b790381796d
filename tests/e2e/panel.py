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
# Of kiosk/core/check.def.
TOUCH, DISK = 0, 7


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


def colours(picture, place):
    """How many there are in PLACE of PICTURE."""
    return int(evening.subprocess.run(
        ["convert", str(picture), "-crop", place, "+repage", "-format", "%k",
         "info:"], capture_output=True, text=True, check=True).stdout)


def what_the_wall_shows_is_seen_small_on_the_panel():
    to("Storskærm", "hall")
    touch("scene", "Velkommen")
    time.sleep(0.8)
    wall = "560x300+330+120"
    shown = OUT / "screens" / "panel-wall.png"
    held.kiosk.picture(shown)
    if colours(shown, wall) < 20:
        raise AssertionError("nothing of the wall is seen")
    touch("cue", "Sort")
    time.sleep(0.8)
    held.kiosk.picture(OUT / "screens" / "panel-wall-black.png")
    tap.equal(colours(OUT / "screens" / "panel-wall-black.png", wall), 1)
    touch("cue", "Ryd")
    time.sleep(0.8)


def waits_in(name):
    """Chosen at the panel; the picture of who waits then."""
    to("Opsætning", "setup")
    held.kiosk.tap("language")
    held.kiosk.wait("panel-language")
    touch("pick", name)
    time.sleep(0.5)
    held.kiosk.tap("leave")
    held.kiosk.wait("attract")
    picture = OUT / "screens" / f"waits-{name}.png"
    held.kiosk.picture(picture)
    enter()
    return picture.read_bytes()


def the_kiosk_waits_in_english_and_its_panel_stays_danish():
    first = waits_in("Dansk")
    if waits_in("English") == first:
        raise AssertionError("it waits in Danish")
    tap.equal(waits_in("Dansk"), first)


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


def the_hardware_is_checked_and_its_sheet_printed():
    to("Tjek udstyr", "check")
    held.kiosk.tap("check", TOUCH)
    held.kiosk.wait("panel-corners")
    # 40 px from the edges is 10 mm: the middle of each square.
    for x, y in ((40, 40), (1880, 40), (1880, 1040), (40, 1040), (960, 540)):
        held.kiosk.display.tap(x, y)
        time.sleep(0.3)
    held.shot("panel-corners")
    held.kiosk.tap("back")
    held.kiosk.wait("panel-check")
    held.kiosk.tap("check", DISK)
    time.sleep(1.5)
    held.shot("panel-check")
    (PRINTED / "job.pdf").unlink()
    held.kiosk.tap("sheet")
    held.kiosk.wait("panel-sheet")
    evening.until(lambda: held.kiosk.look() and any(
        label[4] == "Kontor_farve"
        for label in held.kiosk.targets.values()), "the printers")
    touch("pick", "Kontor_farve")
    touch("on", "Udskriv")
    evening.until((PRINTED / "job.pdf").exists, "the sheet")
    time.sleep(0.5)
    text = evening.subprocess.run(
        ["pdftotext", "-layout", str(PRINTED / "job.pdf"), "-"],
        capture_output=True, text=True, check=True).stdout
    for wanted in ("Opstillingsark", "Højst 0,0 mm ved siden af, 1 finger",
                   "1920 × 1080", "Som regel"):
        if wanted not in text:
            raise evening.Trouble(f"{wanted!r} is not on {text}")


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
        what_the_wall_shows_is_seen_small_on_the_panel,
        the_kiosk_waits_in_english_and_its_panel_stays_danish,
        slips_come_out_of_the_printer_that_was_chosen,
        the_hardware_is_checked_and_its_sheet_printed,
        voting_is_opened_and_a_vote_that_was_left_frees_its_slip,
        voting_is_paused_goes_on_and_is_closed_for_good,
        the_votes_are_counted_and_the_acts_are_in_the_log,
        no_code_stands_in_the_log,
    ])
finally:
    held.close()
sys.exit(code)
