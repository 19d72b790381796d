#!/usr/bin/env python3
"""A machine that starts into the kiosk: the installed units' own commands, as
their user, on weston and cage with displays in memory; touches and keys go
through the compositor. What needs a machine (logind, consoles, a graphics card,
the power button itself) is not tested here."""

import ctypes
import ctypes.util
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import booth as booths  # noqa: E402
import evening  # noqa: E402
import tap  # noqa: E402

booths.own_namespace()
# Out of time: what was started here ends all the same.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
OUT = BUILD / "boot"
work = Path(tempfile.mkdtemp(prefix="boot"))
work.chmod(0o755)
booth = booths.Booth(BUILD, work)
held = evening.Evening(BUILD, OUT, lambda text: None)
SCREEN, KIOSK, HALL, WAIT, CAGE = (
    f"stemmeboks-{name}.service" for name in
    ("screen", "kiosk", "hall", "wait", "cage"))
TOUCH, WALL = "eDP-1", "HDMI-A-1"
running = {}


def box():
    """Slips used, ballots in the box, and slips that are neither used nor free,
    of the booth's file."""
    said = subprocess.run(
        ["sqlite3", "-readonly", str(booth.root / booths.FILE),
         "SELECT SUM(state = 4), (SELECT SUM(used = 3) FROM box), "
         "SUM(state = 3) FROM roll"],
        capture_output=True, text=True, check=True)
    return tuple(map(int, said.stdout.split("|")))


def systemd_finds_no_fault_in_the_units():
    units = sorted(path.name for path in booth.units.glob("stemmeboks*"))
    tap.equal(len(units), 10)
    done = booth.run("systemd-analyze", "verify", *units)
    tap.equal((done.returncode, done.stderr), (0, ""))


def the_readme_names_units_and_files_that_there_are():
    readme = (evening.ROOT / "README.md").read_text(encoding="utf-8")
    units = set(re.findall(r"stemmeboks[a-z-]*\.(?:service|target|path)",
                           readme))
    tap.equal(sorted(unit for unit in units
                     if not (booth.units / unit).exists()), [])
    for path in (f"/{booths.FILE}", f"/{booths.FILE}.images\n",
                 "/etc/stemmeboks/weston.ini", "/etc/stemmeboks/kiosk.conf"):
        tap.equal((path, path in readme), (path, True))


def nothing_acts_before_it_is_asked_to():
    """No unit is enabled, no user made, no setting of the machine changed."""
    upper = work / "memory/upper"
    tap.equal([str(path.relative_to(upper)) for path in upper.rglob("*")
               if path.is_symlink() or path.is_relative_to(upper / "etc")], [])


def the_booth_gets_its_user_its_folder_and_a_machine_that_stays_awake():
    booth.before("stemmeboks-setup.service")
    user = next(line.split(":") for line in
                (booth.root / "etc/passwd").read_text().splitlines()
                if line.startswith("stemmeboks:"))
    tap.equal(user[5:], ["/var/lib/stemmeboks", "/usr/sbin/nologin"])
    groups = {line.split(":")[0] for line in
              (booth.root / "etc/group").read_text().splitlines()
              if "stemmeboks" in line.split(":")[3].split(",")}
    tap.equal(groups, {"audio", "dialout", "input", "render", "video"})
    folder = (booth.root / "var/lib/stemmeboks").stat()
    tap.equal((folder.st_uid, folder.st_mode & 0o777), (int(user[2]), 0o700))
    tap.equal((booth.root / "proc/sys/kernel/sysrq").read_text().strip(), "0")
    logind = (booth.root / "run/systemd/logind.conf.d/stemmeboks.conf"
              ).read_text().splitlines()
    for line in ("NAutoVTs=0", "HandlePowerKey=poweroff",
                 "HandleLidSwitch=ignore"):
        tap.equal(line in logind, True)


def what_somebody_set_stays_at_the_next_start():
    path = booth.root / "etc/stemmeboks/weston.ini"
    ours = path.read_text()
    path.write_text("# changed\n")
    booth.before("stemmeboks-setup.service")
    tap.equal(path.read_text(), "# changed\n")
    path.write_text(ours)


def a_touchscreen_waits_for_the_meetings_file_and_the_wall_too():
    held.prepare(slips=16)
    held.open()
    running["screens"] = screens = booths.Screens(booth, [WALL, TOUCH], TOUCH)
    booth.start(HALL)
    booth.start(WAIT)
    evening.until(lambda: len(screens.where()) == 2, "two windows")
    tap.equal(screens.where(), {"stemmeboks-kiosk": TOUCH,
                                "stemmeboks-hall": WALL})
    time.sleep(0.5)
    screens.picture(OUT / "screens/wait.png")


def a_file_copied_there_by_root_becomes_the_booths():
    there = booth.root / booths.FILE
    shutil.copytree(f"{held.meeting}.images", f"{there}.images")
    shutil.copy(held.meeting, there)
    shutil.copy(held.code_file, there.with_name("codes"))
    there.chmod(0o644)
    (booth.root / "etc/stemmeboks/kiosk.conf").write_text(
        "STEMMEBOKS_OPTIONS=--demo /var/lib/stemmeboks/codes --announce "
        "/var/lib/stemmeboks/told --camera off --serial off\n")
    tap.equal(booth.stop(WAIT)[0], 0)  # Conflicts=
    kiosk()
    file, owner = there.stat(), there.parent.stat().st_uid
    tap.equal((file.st_uid, file.st_mode & 0o777), (owner, 0o600))


def kiosk():
    running["kiosk"] = booths.Kiosk(booth, running["screens"])
    held.kiosk = running["kiosk"]
    return running["kiosk"]


def each_program_lands_on_its_own_display():
    running["kiosk"].wait("attract")
    tap.equal(running["screens"].where(), {"stemmeboks-kiosk": TOUCH,
                                           "stemmeboks-hall": WALL})
    time.sleep(0.5)
    running["screens"].picture(OUT / "screens/open.png")


def a_scanner_that_types_and_a_finger_cast_a_vote():
    held.vote(running["kiosk"], {"language": "da", "choices": [3, 5],
                                 "does": ""}, held.codes[0])
    running["screens"].picture(OUT / "screens/thanks.png")
    tap.equal(box(), (1, 1, 0))


def keys_that_end_or_leave_a_desktop_do_nothing():
    control, alt, shift, delete, backspace, f2, f4, tab, meta = (
        29, 56, 42, 111, 14, 60, 62, 15, 125)
    for keys in ((control, alt, backspace), (control, alt, delete),
                 (control, alt, f2), (alt, f4), (alt, tab), (meta, tab),
                 (meta, shift, 32), (control, alt, 20)):
        running["screens"].do("keys", *keys)
    time.sleep(0.5)
    tap.equal([booth.running[name].poll() for name in (SCREEN, KIOSK, HALL)],
              [None, None, None])
    tap.equal(running["screens"].where(), {"stemmeboks-kiosk": TOUCH,
                                           "stemmeboks-hall": WALL})


def a_touch_brings_the_scanner_back_after_the_hall_was_started_anew():
    tap.equal(booth.stop(HALL)[0], 0)
    booth.start(HALL)
    at = running["kiosk"]
    if at.screen == "thanks":
        at.tap("dismiss")
    at.wait("attract")
    at.display.tap(900, 1000)
    time.sleep(evening.GUARD_S)
    at.scan_slip(held.codes[1])
    tap.equal(at.screen, "language")


def to_review(code):
    """A resident with one choice, at the last button."""
    at = running["kiosk"]
    if at.screen != "language":
        at.wait("attract")
        at.scan_slip(code)
    at.wait("language")
    at.tap("language", 0)
    at.wait("choose")
    while at.screen == "choose":
        held.choose_page(at, {3}, {"language": "da", "does": ""})
    tap.equal(at.screen, "review")
    return at


def asked_to_end_before_the_last_button_it_ends_and_casts_nothing():
    code, seconds = to_review(held.codes[1]).stop()
    tap.equal((code, box()), (0, (1, 1, 0)))
    if seconds > 2:
        raise AssertionError(f"it took {seconds:.1f} s")
    kiosk()
    to_review(held.codes[1])  # the slip can vote still


def asked_to_end_while_it_casts_a_vote_is_whole_or_not_there():
    """What the power button leads to, at five moments."""
    cast = 0
    for number in range(5):
        at = running["kiosk"] if number == 0 else to_review(
            held.codes[1 + number])
        at.tap("cast")
        time.sleep(0.02 * number)
        tap.equal(at.stop()[0], 0)
        used, ballots, between = box()
        tap.equal((used, between), (ballots, 0))
        cast = ballots
        kiosk()
    if not 1 < cast <= 6:
        raise AssertionError(f"{cast} ballots")


def a_kiosk_whose_compositor_died_ends_and_comes_back_with_it():
    booth.stop(SCREEN, signal.SIGKILL)
    running["screens"].hands.close()
    tap.equal(booth.running[KIOSK].wait(5), 1)
    tap.equal("no-display" in booth.log(KIOSK), True)
    booth.running.pop(KIOSK)
    booth.running.pop(HALL).wait(5)
    # Restart=always of all three, hall first.
    running["screens"] = booths.Screens(booth, [WALL, TOUCH], TOUCH)
    booth.start(HALL)
    kiosk().wait("attract")
    tap.equal(running["screens"].where(), {"stemmeboks-kiosk": TOUCH,
                                           "stemmeboks-hall": WALL})


def one_display_is_the_kiosks_whatever_its_connector():
    for name in (KIOSK, HALL):
        tap.equal(booth.stop(name)[0], 0)
    tap.equal(running["screens"].close()[0], 0)
    running["screens"] = booths.Screens(booth, ["DP-3"], "DP-3", (1080, 1920))
    kiosk().wait("attract")
    tap.equal(running["screens"].where(), {"stemmeboks-kiosk": "DP-3"})
    running["screens"].picture(OUT / "screens/portrait.png")
    tap.equal(booth.stop(KIOSK)[0], 0)
    tap.equal(running["screens"].close()[0], 0)


class CageKiosk(booths.Kiosk):
    """The kiosk in cage, in a window of an X server without a screen."""

    def __init__(self):
        folder = booth.root / "run/cage"
        folder.mkdir(mode=0o700)
        booth.run("chown", "stemmeboks:", "/run/cage")
        self.reset(booth, evening.Display(1024, 768))
        booth.before(CAGE)
        self.process = booth.start(CAGE, env={
            "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman",
            "DISPLAY": self.display.env["DISPLAY"],
            "XDG_RUNTIME_DIR": "/run/cage"})
        evening.until(self.look, "the first picture")


def cage_shows_the_kiosk_alone_on_one_screen_and_ends_with_it():
    at = CageKiosk()
    try:
        at.wait("attract")
        at.picture(OUT / "screens/cage.png")
        at.tap("type-code")
        at.wait("code")
        # The service manager asks both; cage goes with its program.
        [program] = subprocess.run(
            ["pgrep", "-P", str(at.process.pid)], capture_output=True,
            text=True, check=True).stdout.split()
        os.kill(int(program), signal.SIGTERM)
        tap.equal(booth.running.pop(CAGE).wait(10), 0)
    finally:
        at.display.close()
    tap.equal(booth.log(CAGE).rstrip().endswith("stemmeboks-kiosk: ended"),
              True)


def the_kmsdrm_driver_is_in_the_library_and_says_so_without_a_card():
    sdl = ctypes.CDLL(ctypes.util.find_library("SDL2-2.0"))
    sdl.SDL_GetVideoDriver.restype = ctypes.c_char_p
    drivers = [sdl.SDL_GetVideoDriver(number)
               for number in range(sdl.SDL_GetNumVideoDrivers())]
    for driver in (b"x11", b"wayland", b"KMSDRM"):
        tap.equal((driver, driver in drivers), (driver, True))
    if Path("/dev/dri").exists():
        raise tap.Skip("this machine has a graphics card")
    done = booth.run("env", "SDL_VIDEODRIVER=kmsdrm", "stemmeboks-kiosk",
                     "/" + booths.FILE, "--camera", "off", user=booths.USER)
    tap.equal((done.returncode, done.stderr.split(" (")[0]),
              (1, "stemmeboks-kiosk: No window could be opened on this "
                  "display."))


TESTS = [
    systemd_finds_no_fault_in_the_units,
    the_readme_names_units_and_files_that_there_are,
    nothing_acts_before_it_is_asked_to,
    the_booth_gets_its_user_its_folder_and_a_machine_that_stays_awake,
    what_somebody_set_stays_at_the_next_start,
    a_touchscreen_waits_for_the_meetings_file_and_the_wall_too,
    a_file_copied_there_by_root_becomes_the_booths,
    each_program_lands_on_its_own_display,
    a_scanner_that_types_and_a_finger_cast_a_vote,
    keys_that_end_or_leave_a_desktop_do_nothing,
    a_touch_brings_the_scanner_back_after_the_hall_was_started_anew,
    asked_to_end_before_the_last_button_it_ends_and_casts_nothing,
    asked_to_end_while_it_casts_a_vote_is_whole_or_not_there,
    a_kiosk_whose_compositor_died_ends_and_comes_back_with_it,
    one_display_is_the_kiosks_whatever_its_connector,
    cage_shows_the_kiosk_alone_on_one_screen_and_ends_with_it,
    the_kmsdrm_driver_is_in_the_library_and_says_so_without_a_card,
]
try:
    code = tap.run(TESTS)
finally:
    for name in list(booth.running):
        print(f"# {name}: {booth.log(name)[-1500:]}".replace("\n", "\n# "))
    booth.close()
    shutil.rmtree(work, ignore_errors=True)
sys.exit(code)
