#!/usr/bin/env python3
"""Real fingers at the real kiosk: X touches through Xorg's inputtest driver."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
OUT = BUILD / "touch"
WIDTH, HEIGHT = 1920, 1080


class TouchDisplay(evening.Display):
    """Xorg with a dummy card and a touchscreen fed from a socket."""

    def __init__(self, _width, _height):
        self.sockets = Path(tempfile.mkdtemp(prefix="touch"))
        config = self.sockets / "xorg.conf"
        config.write_text((Path(__file__).parent / "xorg.conf").read_text()
                          .replace("@SOCKETS@", str(self.sockets)))
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xorg", "-displayfd", str(write_end), "-config", str(config),
             "-noreset", "-nolisten", "tcp", "-logfile",
             str(self.sockets / "log"), "-novtswitch", "-sharevts"],
            pass_fds=[write_end], stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise evening.Trouble("Xorg did not start")
        self.env = dict(os.environ, DISPLAY=":" + number,
                        SDL_VIDEODRIVER="x11", SDL_AUDIODRIVER="dummy")
        self.fingers = subprocess.Popen(
            [str(BUILD / "tinject"), str(self.sockets / "touch")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def finger(self, act, finger, x, y):
        self.fingers.stdin.write(
            f"{act} {finger} {x * 1000 / WIDTH} {y * 1000 / HEIGHT}\n")
        self.fingers.stdin.flush()
        if self.fingers.stdout.readline() != "ok\n":
            raise evening.Trouble("the touch was not taken")

    def tap(self, x, y):
        self.finger("down", 1, x, y)
        time.sleep(0.06)
        self.finger("up", 1, x, y)

    def close(self):
        self.fingers.stdin.close()
        self.fingers.wait(5)
        super().close()
        shutil.rmtree(self.sockets)


booth = evening.Evening(BUILD, OUT, lambda text: None)


def middle(widget, index=0):
    booth.kiosk.look()
    x, y, w, h, _ = booth.kiosk.targets[widget, index]
    return x + w // 2, y + h // 2


def chosen():
    """Indexes of the cards on the page that say they are chosen."""
    kiosk = booth.kiosk
    labels = {i: kiosk.label("toggle", i) for i in kiosk.on_page()}
    plain = max(set(labels.values()), key=list(labels.values()).count)
    return [i for i, label in labels.items() if label != plain]


def settled_chosen():
    time.sleep(0.3)
    return chosen()


def the_kiosk_starts_on_a_touchscreen():
    booth.prepare(slips=8)
    booth.open()
    evening.Display = TouchDisplay
    booth.start_kiosk()
    booth.kiosk.wait("attract")


def a_finger_on_the_demo_button_scans_a_slip():
    booth.kiosk.tap("demo-scan")
    booth.kiosk.wait("language")
    booth.kiosk.tap("language", 0)
    booth.kiosk.wait("choose")


def one_tap_chooses_once():
    booth.kiosk.tap("toggle", 0)
    tap.equal(settled_chosen(), [0])
    booth.kiosk.tap("toggle", 0)
    tap.equal(settled_chosen(), [])


def a_mouse_click_chooses_once_too():
    x, y = middle("toggle", 1)
    evening.subprocess.run(
        ["xdotool", "mousemove", str(x), str(y), "click", "1"],
        env=booth.kiosk.display.env, check=True, timeout=10)
    tap.equal(settled_chosen(), [1])
    booth.kiosk.tap("toggle", 1)
    tap.equal(settled_chosen(), [])


def a_second_finger_does_nothing():
    display = booth.kiosk.display
    first, second = middle("toggle", 0), middle("toggle", 1)
    display.finger("down", 1, *first)
    display.finger("down", 2, *second)
    time.sleep(0.06)
    display.finger("up", 2, *second)
    tap.equal(settled_chosen(), [])
    display.finger("up", 1, *first)
    tap.equal(settled_chosen(), [0])
    booth.kiosk.tap("toggle", 0)
    tap.equal(settled_chosen(), [])


def a_finger_that_slides_off_chooses_nothing():
    display = booth.kiosk.display
    x, y = middle("toggle", 0)
    display.finger("down", 1, x, y)
    for step in range(1, 8):
        display.finger("move", 1, x + 60 * step, y + 40)
    display.finger("up", 1, x + 420, y + 300)
    tap.equal(settled_chosen(), [])


def a_slip_of_ten_millimetres_inside_the_button_still_chooses():
    display = booth.kiosk.display
    x, y = middle("toggle", 0)
    display.finger("down", 1, x - 20, y)
    display.finger("move", 1, x + 20, y)
    display.finger("up", 1, x + 20, y)
    tap.equal(settled_chosen(), [0])


def keys_that_leave_other_programs_do_nothing_here():
    kiosk = booth.kiosk
    for keys in ("alt+F4", "Escape", "ctrl+c", "ctrl+q", "super", "F11",
                 "alt+Tab", "ctrl+alt+Delete"):
        kiosk.display.do("key", keys)
    time.sleep(0.3)
    kiosk.look()
    tap.equal((kiosk.screen, kiosk.process.poll()), ("choose", None))
    tap.equal(chosen(), [0])


def the_vote_is_cast_by_touch_alone():
    kiosk = booth.kiosk
    while kiosk.screen == "choose":
        page = kiosk.on_page()
        kiosk.tap("next")
        evening.until(lambda: kiosk.look() and (
            kiosk.screen != "choose" or kiosk.on_page() != page), "next")
        time.sleep(evening.GUARD_S)
    kiosk.tap("cast")
    evening.until(lambda: kiosk.look() and kiosk.screen == "thanks", "thanks")
    status = booth.command("status", booth.meeting)
    tap.equal(status["slips"]["used"], 1)


def no_core_dump_of_the_kiosk_can_be_written():
    limits = Path(f"/proc/{booth.kiosk.process.pid}/limits").read_text()
    line = next(line for line in limits.splitlines()
                if line.startswith("Max core file size"))
    tap.equal(line.split()[4:6], ["0", "0"])


try:
    code = tap.run([
        the_kiosk_starts_on_a_touchscreen,
        a_finger_on_the_demo_button_scans_a_slip,
        one_tap_chooses_once,
        a_mouse_click_chooses_once_too,
        a_second_finger_does_nothing,
        a_finger_that_slides_off_chooses_nothing,
        a_slip_of_ten_millimetres_inside_the_button_still_chooses,
        keys_that_leave_other_programs_do_nothing_here,
        the_vote_is_cast_by_touch_alone,
        no_core_dump_of_the_kiosk_can_be_written,
    ])
finally:
    booth.close()
sys.exit(code)
