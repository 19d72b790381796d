#!/usr/bin/env python3
"""A new meeting without a terminal, at the real kiosk: from a workbook on a stick
to votes given with the slips that were printed there."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
OUT = BUILD / "setup"
STICK, MEETINGS, PRINTED = OUT / "USB", OUT / "meetings", OUT / "printed"
FILE = MEETINGS / "meeting.stemmeboks"
SHEETS = evening.ROOT / "tests/data/sheets"
seen = {}


class SetUp(evening.Kiosk):
    """The kiosk where no meeting is yet."""

    def __init__(self):
        self.file = OUT / "announce-set-up.txt"
        self.read_to, self.tail, self.frame = 0, "", -1
        self.screen = self.overlay = None
        self.targets = {}
        evening.Program.__init__(
            self, [BUILD / "stemmeboks-kiosk", "--set-up", MEETINGS,
                   f"--stick={STICK}", "--announce", self.file, "--camera",
                   "off", "--serial", "off"],
            OUT / "set-up.log", (1920, 1080))
        evening.until(self.look, "the first picture")


def touch(kiosk, widget, label):
    """The widget that says LABEL."""
    kiosk.look()
    for (name, index), place in kiosk.targets.items():
        if name == widget and place[4].startswith(label):
            kiosk.tap(name, index)
            return
    raise evening.Trouble(f"no {widget} says {label!r} on {kiosk.screen}: "
                          f"{kiosk.targets}")


def pin(kiosk, digits):
    for digit in digits:
        kiosk.tap("digit", int(digit))
        time.sleep(0.05)


def shot(kiosk, name):
    kiosk.picture(OUT / "screens" / f"{name}.png")


def a_workbook_with_mistakes_makes_nothing():
    shutil.rmtree(OUT, ignore_errors=True)
    for folder in (STICK, MEETINGS, PRINTED):
        folder.mkdir(parents=True)
    os.environ["PRINTED"] = str(PRINTED)
    os.environ["PATH"] = (f"{evening.ROOT}/tests/lib/printer:"
                          f"{os.environ['PATH']}")
    os.environ["XDG_DATA_HOME"] = str(OUT / "home")
    shutil.copy(SHEETS / "three.xlsx", STICK / "bolbro.xlsx")
    seen["kiosk"] = kiosk = SetUp()
    touch(kiosk, "pick", "bolbro.xlsx")
    kiosk.wait("set-up-wrong")
    shot(kiosk, "wrong")
    tap.equal(list(MEETINGS.iterdir()), [])


def corrected_it_is_made_and_looked_at():
    kiosk = seen["kiosk"]
    shutil.copy(SHEETS / "evening.xlsx", STICK / "bolbro.xlsx")
    touch(kiosk, "on", "Tjek igen")
    kiosk.wait("set-up-good")
    touch(kiosk, "on", "Lav dette")
    kiosk.wait("set-up-made")
    touch(kiosk, "look", "Se boksens")
    kiosk.wait("set-up-kiosk")
    kiosk.tap("language", 0)
    time.sleep(evening.GUARD_S)
    kiosk.tap("next")
    time.sleep(evening.GUARD_S)
    shot(kiosk, "preview-kiosk")
    kiosk.tap("stop")
    time.sleep(evening.GUARD_S)
    kiosk.tap("stop-yes")
    kiosk.wait("set-up-made")
    touch(kiosk, "look", "Se storskærmen")
    kiosk.wait("set-up-hall")
    shot(kiosk, "preview-hall")
    kiosk.tap("back")
    kiosk.wait("set-up-made")


def slips_are_printed_and_the_kiosk_starts_with_a_pin():
    kiosk = seen["kiosk"]
    kiosk.tap("print")
    kiosk.wait("set-up-print")
    evening.until(lambda: kiosk.look() and ("on", 0) in kiosk.targets and any(
        place[4] == "Kontor" for place in kiosk.targets.values()), "printers")
    touch(kiosk, "on", "Udskriv 20")
    evening.until((PRINTED / "asked").exists, "lp")
    evening.until(lambda: kiosk.look() and ("back", 0) in kiosk.targets,
                  "the page after printing")
    kiosk.tap("back")
    kiosk.wait("set-up-made")
    kiosk.tap("set-pin")
    kiosk.wait("set-up-pin")
    pin(kiosk, 2 * evening.PIN)
    kiosk.wait("set-up-made")
    process = kiosk.process.pid
    kiosk.tap("on")
    words = Path(f"/proc/{process}/cmdline")
    evening.until(lambda: str(FILE) in words.read_text(), "the kiosk")
    tap.equal("--set-up" in words.read_text(), False)
    time.sleep(1)
    shot(kiosk, "started")
    kiosk.close()
    tap.equal(FILE.is_symlink(), True)


def a_vote_is_given_with_a_slip_that_came_out_of_the_printer():
    held = evening.Evening(BUILD, OUT)
    codes = subprocess.run(
        [str(evening.ROOT / "tools/dev/decode-slips.sh"),
         str(PRINTED / "job.pdf")],
        capture_output=True, text=True, check=True, timeout=120).stdout.split()
    tap.equal(len(set(codes)), 20)
    held.meeting, held.codes = FILE, codes
    held.code_file.write_text("\n".join(codes) + "\n")
    held.command("ready", FILE, typed=evening.PIN + "\n")
    held.command("open", FILE, typed=evening.PIN + "\n")
    seen["kiosk"] = kiosk = evening.Kiosk(BUILD, FILE, held.code_file, OUT)
    kiosk.scan_slip(codes[0])
    kiosk.wait("language")
    kiosk.tap("language", 0)
    while kiosk.look() and kiosk.screen != "review":
        time.sleep(evening.GUARD_S)
        kiosk.look()
        toggles = kiosk.on_page()
        if kiosk.screen == "choose" and toggles:
            kiosk.tap("toggle", toggles[0])
            time.sleep(0.3)
        kiosk.tap("next")
        time.sleep(evening.GUARD_S)
    kiosk.tap("cast")
    kiosk.wait("thanks")
    tap.equal(held.command("status", FILE)["slips"]["used"], 1)
    held.command("close", FILE, typed=evening.PIN + "\n")


def from_the_panel_the_kiosk_goes_back_to_making_meetings():
    kiosk = seen["kiosk"]
    kiosk.wait("attract")
    kiosk.display.hold(20, 20, 3.3)
    kiosk.wait("panel-pin")
    pin(kiosk, evening.PIN)
    kiosk.wait("panel-hall")
    touch(kiosk, "tab", "Opsætning")
    kiosk.wait("panel-setup")
    kiosk.tap("anew")
    kiosk.wait("panel-anew")
    kiosk.tap("on")
    kiosk.wait("panel-sure")
    pin(kiosk, evening.PIN)
    words = Path(f"/proc/{kiosk.process.pid}/cmdline")
    evening.until(lambda: f"--set-up\0{MEETINGS}" in words.read_text(),
                  "the kiosk where meetings are made")
    tap.equal("--demo" in words.read_text(), False)
    time.sleep(1)
    shot(kiosk, "anew")


try:
    code = tap.run([
        a_workbook_with_mistakes_makes_nothing,
        corrected_it_is_made_and_looked_at,
        slips_are_printed_and_the_kiosk_starts_with_a_pin,
        a_vote_is_given_with_a_slip_that_came_out_of_the_printer,
        from_the_panel_the_kiosk_goes_back_to_making_meetings,
    ])
finally:
    if "kiosk" in seen and seen["kiosk"].process.poll() is None:
        seen["kiosk"].close()
sys.exit(code)
