#!/usr/bin/env python3
"""Slips shown to the real kiosk's camera and to a serial scanner: printed,
rasterised, and photographed badly."""

import os
import pty
import subprocess
import sys
import time
import tty
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
OUT = BUILD / "scanners"
CAMERA = OUT / "camera"
AWAY = OUT / "camera-away"
LINE = OUT / "line"
ALPHABET = evening.SYMBOLS
# As a cheap camera sees a slip: small, turned, out of focus, dim and noisy.
PHOTO = ["-rotate", "7", "-resize", "46%", "-gravity", "center",
         "-background", "gray30", "-extent", "640x480", "-blur", "0x0.7",
         "-level", "0,130%", "-attenuate", "0.2", "+noise", "Gaussian",
         "-colorspace", "Gray", "-depth", "8"]
held = evening.Evening(BUILD, OUT, lambda text: print("# " + text, flush=True))
seen = {}


def photograph(pdf, count, name, *part):
    """The pages of PDF as photos, or PART of them (options of pdftoppm)."""
    subprocess.run(["pdftoppm", "-r", "150", "-gray", *part, str(pdf),
                    str(OUT / name)], check=True)
    photos = []
    for page, path in enumerate(sorted(OUT.glob(name + "-*.pgm"))):
        photo = OUT / f"{name}-photo-{page}.png"
        subprocess.run(["convert", str(path), *PHOTO, str(photo)], check=True)
        photos.append(photo)
    tap.equal(len(photos), count)
    return photos


def show(photo):
    """Hold PHOTO before the camera; None: an empty table."""
    for path in CAMERA.glob("*.png"):
        path.unlink()
    os.link(photo or seen["table"], CAMERA / f"{time.monotonic_ns()}.png")


def plug_serial():
    """A scanner on a serial line, under a name that stays the same."""
    seen["line"], end = pty.openpty()
    tty.setraw(end)
    LINE.unlink(missing_ok=True)
    LINE.symlink_to(os.ttyname(end))
    os.close(end)


def unplug_serial():
    LINE.unlink()
    os.close(seen["line"])


def begins_in(kiosk, language):
    """A session begins at the cards, and its help is in LANGUAGE."""
    word = {"en": "Help", "da": "Hjælp"}[language]
    kiosk.wait("choose")
    if not kiosk.label("help").startswith(word):
        raise AssertionError(f"{kiosk.label('help')!r} in place of {word!r}")


def gives_up(kiosk):
    kiosk.tap("stop")
    kiosk.wait("choose", "stop")
    kiosk.tap("stop-yes")
    kiosk.wait("attract")


def is_dark(kiosk, name):
    """Whether the place of the preview shows a dark picture."""
    path = OUT / "screens" / f"{name}.png"
    kiosk.picture(path)
    mean = subprocess.run(
        ["convert", str(path), "-crop", "300x300+1482+480", "-format",
         "%[fx:mean]", "info:"], capture_output=True, text=True, check=True)
    return float(mean.stdout) < 0.6


def slips_are_printed_and_photographed():
    held.prepare(8)
    pdf = OUT / "english.pdf"
    held.command("slips", held.meeting, "--count", 3, "--lang", "en", "--size",
                 "a6", "-o", pdf)
    seen["english"] = photograph(pdf, 3, "english")
    test = OUT / "test.pdf"
    held.command("slips", held.meeting, "--test", "--size", "a6", "-o", test)
    # The first code with 4 mm of paper round it: 5, 50 mm, 33 mm a side.
    seen["test"], = photograph(test, 1, "test", "-x", "30", "-y", "295", "-W",
                               "195", "-H", "195")
    seen["table"] = OUT / "table.png"
    subprocess.run(["convert", "-size", "640x480", "xc:gray30", "-attenuate",
                    "0.2", "+noise", "Gaussian", "-colorspace", "Gray",
                    "-depth", "8", str(seen["table"])], check=True)
    CAMERA.mkdir()


def the_kiosk_starts_before_its_scanners():
    held.command("pin", held.meeting,
                 typed=f"{evening.PIN}\n{evening.PIN}\n")
    held.open()
    CAMERA.rename(AWAY)
    held.kiosk = evening.Kiosk(
        BUILD, held.meeting, held.code_file, OUT,
        scanners=("--camera", CAMERA, "--serial", LINE))
    held.kiosk.wait("attract")
    if is_dark(held.kiosk, "no-camera"):
        raise AssertionError("there is a preview without a camera")


def a_camera_that_comes_later_is_seen_on_the_screen():
    AWAY.rename(CAMERA)
    show(None)
    evening.until(lambda: is_dark(held.kiosk, "camera"), "the preview")


def a_bad_photo_of_a_slip_begins_in_the_slips_language():
    show(seen["english"][0])
    begins_in(held.kiosk, "en")
    held.shot("begun", held.kiosk)
    show(None)
    gives_up(held.kiosk)


def a_camera_that_was_away_reads_the_next_slip():
    CAMERA.rename(AWAY)
    evening.until(lambda: not is_dark(held.kiosk, "camera-away"),
                  "the preview to go")
    time.sleep(1.2)
    AWAY.rename(CAMERA)
    show(seen["english"][1])
    begins_in(held.kiosk, "en")
    show(None)
    gives_up(held.kiosk)


def a_slip_that_cannot_be_read_is_helped_after_six_seconds():
    blurred = OUT / "blurred.png"
    subprocess.run(["convert", str(seen["english"][2]), "-blur", "0x2.2",
                    str(blurred)], check=True)
    show(blurred)
    time.sleep(7.5)
    held.kiosk.picture(OUT / "screens" / "unread.png")
    show(None)
    shade = subprocess.run(
        ["convert", str(OUT / "screens" / "unread.png"), "-crop", "1x1+900+166",
         "-format", "%[hex:u]", "info:"], capture_output=True, text=True,
        check=True).stdout
    tap.equal(shade[:6], "FFC457")


def a_serial_scanner_may_come_go_and_come_again():
    for code in held.codes[:2]:
        plug_serial()
        time.sleep(1.3)
        os.write(seen["line"], code.encode() + b"\r")
        held.kiosk.wait("language")
        held.kiosk.tap("language", 0)
        begins_in(held.kiosk, "da")
        unplug_serial()
        gives_up(held.kiosk)


def a_slip_shown_during_the_thanks_begins_the_next_session():
    kiosk = held.kiosk
    held.vote(kiosk, {"language": "en", "choices": [], "does": ""},
              held.codes[2])
    tap.equal(kiosk.screen, "thanks")
    kiosk.scan_slip(held.codes[3])
    kiosk.wait("language")
    kiosk.tap("language", 0)
    kiosk.wait("choose")
    gives_up(kiosk)


def the_panel_tells_whether_every_symbol_came():
    kiosk = held.kiosk
    kiosk.display.hold(20, 20, 3.3)
    kiosk.wait("panel-pin")
    for digit in evening.PIN:
        kiosk.tap("digit", int(digit))
    kiosk.wait("panel-hall")
    kiosk.tap("tab", min(i for widget, i in kiosk.targets if widget == "tab"))
    kiosk.wait("panel-status")
    kiosk.tap("scanner")
    kiosk.wait("panel-scanner")
    plug_serial()
    time.sleep(1.3)
    os.write(seen["line"], ALPHABET.encode() + b"\r")
    time.sleep(0.5)
    held.shot("scanner-serial", kiosk)
    kiosk.scan(ALPHABET.replace("W", "Z"))
    time.sleep(0.5)
    held.shot("scanner-keyboard", kiosk)
    show(seen["test"])
    time.sleep(1.5)
    held.shot("scanner-camera", kiosk)
    show(None)
    pages = [(OUT / "screens" / f"kiosk-scanner-{name}.png")
             for name in ("serial", "keyboard", "camera")]
    shades = [subprocess.run(
        ["convert", str(page), "-crop", "1x1+1800+130", "-format", "%[hex:u]",
         "info:"], capture_output=True, text=True, check=True).stdout[:6]
        for page in pages]
    tap.equal(shades, ["DCEBFA", "FFC457", "DCEBFA"])
    unplug_serial()
    kiosk.tap("leave")
    kiosk.wait("attract")


def no_code_stands_in_the_log():
    held.close()
    text = (OUT / "kiosk.log").read_text()
    for word in (*held.codes, "assert", "rror"):
        if word in text:
            raise AssertionError(text)


try:
    code = tap.run([
        slips_are_printed_and_photographed,
        the_kiosk_starts_before_its_scanners,
        a_camera_that_comes_later_is_seen_on_the_screen,
        a_bad_photo_of_a_slip_begins_in_the_slips_language,
        a_camera_that_was_away_reads_the_next_slip,
        a_slip_that_cannot_be_read_is_helped_after_six_seconds,
        a_serial_scanner_may_come_go_and_come_again,
        a_slip_shown_during_the_thanks_begins_the_next_session,
        the_panel_tells_whether_every_symbol_came,
        no_code_stands_in_the_log,
    ])
finally:
    held.close()
sys.exit(code)
