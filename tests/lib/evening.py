#!/usr/bin/env python3
"""A whole evening with the real programs and simulated residents.

evening.py BUILD OUT holds the demo meeting without a screen: it prints slips,
decodes their codes from the PDF, lets the residents of assets/demo/residents.txt
vote at the real kiosk under Xvfb by keystrokes and taps, closes, counts, and
publishes. Pictures of every screen end in OUT/screens. `make run` uses it where
there is no screen; tests/e2e/evening.py checks what it returns.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "assets" / "demo"
GUARD_S = 0.62  # the kiosk ignores touches for 0.6 s after a screen change
PATIENCE_S = 20
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PIN = "274913"
SCENES = re.findall(r'^SCENE\(\w+, "(\w+)"',
                    (ROOT / "kiosk/core/scene.def").read_text(), re.M)


class Trouble(Exception):
    """Something did not happen that should have; the text says what."""


def until(condition, what, patience_s=PATIENCE_S, pause_s=0.02):
    """Wait until CONDITION() is true, and return it; else Trouble about WHAT, a
    text or a function that gives it then."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(pause_s)
    what = what() if callable(what) else what
    raise Trouble(f"waited {patience_s} s in vain: {what}")


def read_evening(path):
    """The residents and the outcome worked out by hand, from a text file."""
    section, residents, votes, money = None, [], {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.rstrip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
        elif section == "residents":
            cells = re.split(r"\s{2,}", line)
            numbers = [
                [] if cell == "blank" else [int(n) for n in cell.split()]
                for cell in cells[2:4]
            ]
            residents.append(
                {
                    "number": int(cells[0]),
                    "language": cells[1],
                    "choices": sorted(numbers[0] + numbers[1]),
                    "does": cells[4] if len(cells) > 4 else "",
                }
            )
        elif section == "votes":
            for number, count in re.findall(r"(\d+): *(\d+)", line):
                votes[int(number)] = int(count)
        elif section == "money":
            pot, funded, left = re.match(
                r"(\S+)\s+funded ([\d ]+?)\s+left (\d+)", line
            ).groups()
            money[pot] = ([int(n) for n in funded.split()], int(left))
    return residents, votes, money


class Display:
    """An X server without a screen, its own for each program."""

    def __init__(self, width, height, displays=1):
        read_end, write_end = os.pipe()
        screens = [word for number in range(displays) for word in
                   ("-screen", str(number), f"{width}x{height}x24")]
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-noreset", "-nolisten",
             "tcp", *screens], pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise Trouble("Xvfb did not start")
        self.env = dict(os.environ, DISPLAY=":" + number, SDL_VIDEODRIVER="x11",
                        SDL_AUDIODRIVER="dummy")

    def do(self, *words):
        """Run xdotool on this display."""
        subprocess.run(["xdotool", *map(str, words)], env=self.env, check=True,
                       stdout=subprocess.DEVNULL, timeout=PATIENCE_S)

    def hold(self, x, y, seconds):
        self.do("mousemove", x, y, "mousedown", 1, "sleep", seconds, "mouseup",
                1)

    def tap(self, x, y):
        self.do("mousemove", x, y, "mousedown", 1, "sleep", 0.05, "mouseup", 1)

    def picture(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", "-define",
                        "png:compression-level=1", str(path)], env=self.env,
                       check=True, timeout=PATIENCE_S)

    def close(self):
        self.server.terminate()
        self.server.wait()


class Program:
    """A real program with a window, alone on a display of its own."""

    def __init__(self, words, log, size):
        self.display = Display(*size)
        self.log = open(log, "w", encoding="utf-8")
        self.process = subprocess.Popen(
            [str(word) for word in words], env=self.display.env,
            stdout=self.log, stderr=self.log)

    def alive(self):
        if self.process.poll() is not None:
            raise Trouble(f"{self.process.args[0]} ended with "
                          f"{self.process.returncode}")

    def picture(self, path):
        self.alive()
        self.display.picture(path)

    def close(self):
        """Ask it to end, as the service manager would."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE_S)
        finally:
            self.display.close()
            self.log.close()


class Kiosk(Program):
    """The real kiosk, seen through --announce."""

    def __init__(self, build, meeting, codes, out, name="kiosk",
                 size=(1920, 1080), scanners=("--camera", "off", "--serial",
                                              "off")):
        self.file = out / f"announce-{name}.txt"
        self.file.unlink(missing_ok=True)
        self.read_to = 0
        self.tail = ""
        self.screen = self.overlay = self.says = None
        self.targets = {}
        self.frame = -1
        super().__init__([build / "stemmeboks-kiosk", meeting, "--demo", codes,
                          "--announce", self.file, *scanners],
                         out / f"{name}.log", size)
        until(self.look, "the kiosk's first picture")

    def look(self):
        """Read on to the last whole frame; returns whether there is one."""
        self.alive()
        if not self.file.exists():
            return False
        with open(self.file, encoding="utf-8") as file:
            file.seek(self.read_to)
            text = file.read()
            self.read_to = file.tell()
        blocks = (self.tail + text).split("end\n")
        self.tail = blocks.pop()
        if blocks:
            self._take(blocks[-1])
        return self.screen is not None

    def _take(self, block):
        lines = block.splitlines()
        words = lines[0].split()
        self.screen, self.overlay = words[1], words[3]
        self.frame = int(words[5])
        self.says = words[7] if len(words) > 7 else None
        self.targets = {}
        for line in lines[1:]:
            _, widget, index, x, y, w, h, *label = line.split(" ", 7)
            self.targets[widget, int(index)] = (
                int(x), int(y), int(w), int(h), label[0] if label else "")

    def wait(self, screen, overlay="none"):
        until(lambda: self.look() and self.screen == screen
              and self.overlay == overlay,
              lambda: f"screen {screen} with overlay {overlay} "
              f"(now {self.screen}, {self.overlay})")
        time.sleep(GUARD_S)

    def label(self, widget, index=0):
        self.look()
        return self.targets[widget, index][4]

    def tap(self, widget, index=0):
        self.look()
        if (widget, index) not in self.targets:
            raise Trouble(f"no {widget} {index} on screen {self.screen}")
        x, y, w, h, _ = self.targets[widget, index]
        self.display.tap(x + w // 2, y + h // 2)

    def on_page(self):
        """The indexes of the proposals whose cards are on the page."""
        self.look()
        return sorted(i for widget, i in self.targets if widget == "toggle")

    def scan(self, code):
        """The code as a keyboard-wedge scanner sends it."""
        self.display.do("type", "--delay", 4, "--args", 1, code.lower(), "key",
                        "Return")

    def scan_slip(self, code, says=None):
        """As a resident does: who is told "no voting slip" scans once more. On a
        machine that is hard at work xdotool types with gaps that no scanner
        has. SAYS: the message that the slip is refused with; None: it begins."""
        for _ in range(3):
            self.scan(code)
            until(lambda: self.look() and self.screen in ("language",
                                                          "message"),
                  lambda: f"an answer to the scan (now {self.screen})")
            if self.says == says:
                return
            if self.says != "slip-syntax":
                break
            time.sleep(GUARD_S)
            self.tap("dismiss")
            self.wait("attract")
        raise Trouble(f"a scanned slip led to {self.screen}, {self.says}")


class Hall(Program):
    """The real hall program; what it shows is told to hall.txt."""

    def __init__(self, build, meeting, out, size=(1920, 1080)):
        self.file = out / "hall.txt"
        self.file.unlink(missing_ok=True)
        super().__init__([build / "stemmeboks-hall", meeting, "--announce",
                          self.file], out / "hall.log", size)

    def words(self):
        """Every line of text it has drawn so far."""
        if not self.file.exists():
            return []
        return [line for line in
                self.file.read_text(encoding="utf-8").split("\n")
                if line.startswith("text")]

    def words_of(self, scene):
        """Every line of text in the frames of SCENE, as it is read."""
        words, inside = [], False
        for line in self.file.read_text(encoding="utf-8").split("\n"):
            if line.startswith("scene "):
                inside = line.split()[1] == scene
            elif inside and line.startswith("text"):
                words.append(line[line.index('"') + 1:].rstrip('"'))
        return words

    def frames(self, shown):
        """How many frames there were whose first line begins with SHOWN."""
        if not self.file.exists():
            return 0
        return sum(line.startswith(shown) for line in
                   self.file.read_text(encoding="utf-8").split("\n"))

    def wait(self, shown, pause_s=0.02):
        """Until a frame begins with SHOWN, as "scene pitch page 3"."""
        until(lambda: self.frames(shown), f"{shown} on the hall",
              pause_s=pause_s)


class Evening:
    """The meeting from template to bundle; every step a method."""

    def __init__(self, build, out, say=print):
        self.build, self.out, self.say = Path(build), Path(out), say
        self.meeting = self.out / "bolbro.stemmeboks"
        self.code_file = self.out / "codes.txt"
        self.codes = []
        self.kiosk = self.hall = None
        self.pictures = set()
        self.voted = 0

    def command(self, *words, expect=0, typed=""):
        """Run `stemmeboks` with TYPED on its input; its JSON answer."""
        done = subprocess.run(
            [str(self.build / "stemmeboks"), *map(str, words), "--json"],
            input=typed, capture_output=True, text=True, timeout=120,
            env=dict(os.environ, XDG_DATA_HOME=str(self.out / "home")))
        if done.returncode != expect:
            raise Trouble(f"stemmeboks {words[0]} ended with "
                          f"{done.returncode}: {done.stderr}{done.stdout}")
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def prepare(self, slips=60, folder=DEMO, printed=()):
        """The file of the meeting in FOLDER, its slips, PRINTED with more
        options, and their codes read back."""
        if self.out.exists():
            shutil.rmtree(self.out)
        self.out.mkdir(parents=True)
        self.say("Checking and building the Bolbro meeting")
        self.command("check", folder)
        self.command("build", folder, "-o", self.meeting)
        self.say(f"Printing {slips} slips and reading their codes back")
        pdf = self.out / "slips.pdf"
        self.command("slips", self.meeting, "--count", slips, *printed,
                     "-o", pdf)
        self.codes = subprocess.run(
            [str(ROOT / "tools/dev/decode-slips.sh"), str(pdf)],
            capture_output=True, text=True, check=True,
            timeout=120).stdout.split()
        if len(set(self.codes)) != slips:
            raise Trouble(f"{len(set(self.codes))} of {slips} codes decoded")
        self.code_file.write_text("\n".join(self.codes) + "\n")
        definition = json.loads(subprocess.run(
            ["sqlite3", str(self.meeting), "SELECT definition FROM meeting"],
            capture_output=True, text=True, check=True).stdout)
        self.numbers = [p["number"] for p in definition["proposals"]]
        self.languages = definition["languages"]

    def start(self):
        self.say("Starting the kiosk and the hall")
        self.hall = Hall(self.build, self.meeting, self.out)
        self.start_kiosk()

    def start_kiosk(self):
        self.kiosk = Kiosk(self.build, self.meeting, self.code_file, self.out)

    def open(self):
        self.command("ready", self.meeting)
        self.command("open", self.meeting)

    def shot(self, name, kiosk=None):
        """Keep the screen of KIOSK, else of the first, once under NAME."""
        if name not in self.pictures:
            self.pictures.add(name)
            (kiosk or self.kiosk).picture(
                self.out / "screens" / f"kiosk-{name}.png")

    def hall_shot(self, name, wait_s=0.6):
        time.sleep(wait_s)
        self.hall.picture(self.out / "screens" / f"hall-{name}.png")

    def vote(self, kiosk, resident, code):
        """One resident, from slip to thanks."""
        language = resident["language"]
        if resident["does"] == "types the code":
            self.type_code(kiosk, code)
        else:
            kiosk.scan_slip(code)
        kiosk.wait("language")
        self.shot("language", kiosk)
        kiosk.tap("language", self.languages.index(language))
        kiosk.wait("choose")
        wanted = {self.numbers.index(n) for n in resident["choices"]}
        self.aside(kiosk, resident)
        while kiosk.screen == "choose":
            self.choose_page(kiosk, wanted, resident)
        if kiosk.screen != "review":
            raise Trouble(f"screen {kiosk.screen} instead of the review")
        self.shot(f"review-{language}" + ("" if wanted else "-blank"), kiosk)
        self.see_all(kiosk)
        kiosk.tap("cast")
        if not wanted:
            kiosk.wait("review", "blank")
            self.shot("blank", kiosk)
            kiosk.tap("cast-blank")
        until(lambda: kiosk.look() and kiosk.screen == "thanks", "the thanks")
        self.shot(f"thanks-{language}", kiosk)

    def see_all(self, kiosk):
        """The rest of a review that has several pages, to its last button."""
        while ("cast", 0) not in kiosk.targets:
            frame = kiosk.frame
            kiosk.tap("more")
            until(lambda: kiosk.look() and kiosk.frame > frame + 1,
                  "the rest of the review")
            time.sleep(GUARD_S)
            kiosk.look()

    def choose_page(self, kiosk, wanted, resident):
        page = kiosk.on_page()
        picks = [i for i in page if i in wanted]
        if resident["does"] == "changes their mind" and picks:
            picks = [picks[0], picks[0]] + picks
        for index in picks:
            before = kiosk.label("toggle", index)
            kiosk.tap("toggle", index)
            until(lambda: kiosk.label("toggle", index) != before,
                  f"proposal {index} to take the tap")
        self.shot(f"choose-{resident['language']}-{page[0]}-{len(page)}", kiosk)
        frame = kiosk.frame
        kiosk.tap("next")
        until(lambda: kiosk.look() and kiosk.frame > frame
              and (kiosk.screen != "choose" or kiosk.on_page() != page),
              "the next page")
        time.sleep(GUARD_S)

    def aside(self, kiosk, resident):
        """What the resident does besides choosing, on the first page."""
        does = resident["does"]
        if does.startswith("reads"):
            index = self.numbers.index(int(does.split()[1]))
            if index not in kiosk.on_page():
                index = kiosk.on_page()[0]
            kiosk.tap("read-more", index)
            kiosk.wait("detail")
            self.shot("detail", kiosk)
            kiosk.tap("back")
            kiosk.wait("choose")
        elif does == "changes language":
            for language in ("en", "da"):
                kiosk.tap("to-language")
                kiosk.wait("language")
                kiosk.tap("language", self.languages.index(language))
                kiosk.wait("choose")
            kiosk.tap("help")
            kiosk.wait("choose", "help")
            self.shot("help", kiosk)
            kiosk.tap("dismiss")
            kiosk.wait("choose")

    def type_code(self, kiosk, code):
        if kiosk.screen == "thanks":
            kiosk.tap("dismiss")
        kiosk.wait("attract")
        kiosk.tap("type-code")
        kiosk.wait("code")
        for at, symbol in enumerate(code):
            kiosk.tap("symbol", SYMBOLS.index(symbol))
            if at == 9:
                time.sleep(0.3)
                self.shot("code", kiosk)

    def refused(self, code, name, says, kiosk=None):
        """A slip that must be refused: its message page, which SAYS it, then
        back."""
        kiosk = kiosk or self.kiosk
        kiosk.scan_slip(code, says)
        kiosk.wait("message")
        self.shot(f"message-{name}", kiosk)
        kiosk.tap("dismiss")
        kiosk.wait("attract")

    def cue(self, *words, shot=None, wait_s=0.6):
        """Tell the hall something from the command line; keep what it shows."""
        self.command("hall", self.meeting, *words)
        if shot:
            self.hall_shot(shot, wait_s)

    def hall_says(self, words, patience_s=PATIENCE_S):
        until(lambda: any(words in line for line in self.hall.words()),
              f"{words!r} on the wall", patience_s)

    def pitches(self):
        """A proposal a page with its clock, black and a message over it."""
        self.say("Pitches on the big screen")
        self.cue("pitch", shot="pitch-1")
        self.cue("next", shot="pitch-1-runs", wait_s=1.5)
        self.cue("message", "Der er kaffe i køkkenet", shot="message")
        self.cue("black", shot="black")
        self.cue("clear")
        self.hall.display.do("key", "Next")  # a presenter remote
        self.hall_shot("pitch-2")
        self.cue("pitch", 7, shot="pitch-7")
        self.cue("welcome", shot="welcome-again")

    def panel_shows(self, scene, name):
        """An organiser at the kiosk: corner, PIN, and a scene's button."""
        kiosk = self.kiosk
        kiosk.display.hold(20, 20, 3.3)
        kiosk.wait("panel-pin")
        self.shot("panel-pin")
        for digit in PIN:
            kiosk.tap("digit", int(digit))
        kiosk.wait("panel-hall")
        kiosk.tap("scene", scene)
        time.sleep(0.4)
        self.shot("panel-hall")
        kiosk.tap("leave")
        kiosk.wait("attract")
        self.hall_shot(name)

    def queue(self, residents):
        """All vote, one after the other."""
        for resident, code in zip(residents, self.codes):
            self.vote(self.kiosk, resident, code)
            self.voted += 1
            self.say(f"{self.voted} of {len(residents)} have voted")

    def hold(self, residents):
        """Open, let everybody vote, close and count; the result as JSON."""
        self.kiosk.wait("attract")
        self.shot("attract-not-open")
        self.hall_shot("welcome")
        self.pitches()
        self.command("pin", self.meeting, typed=f"{PIN}\n{PIN}\n")
        self.panel_shows(SCENES.index("pitch"), "panel-pitch")
        self.open()
        self.say("Voting is open")
        time.sleep(0.5)
        self.shot("attract-open")
        self.hall_shot("open-0")
        void = self.codes[len(residents)]
        self.command("void", self.meeting, void)
        self.queue(residents)
        self.hall_shot("open-all")
        self.cue("live", shot="live", wait_s=1.6)
        self.cue("closing", 5, shot="closing", wait_s=1.2)
        self.refused(self.codes[0], "used", "slip-used")
        self.refused(void, "void", "slip-void")
        self.refused("HELLO", "not-a-slip", "slip-syntax")
        self.refused("0" * 18 + "00", "other-meeting", "slip-other")
        self.command("pause", self.meeting)
        self.kiosk.wait("attract")
        self.shot("attract-paused")
        self.hall_shot("paused")
        self.command("open", self.meeting)
        self.command("close", self.meeting)
        self.say("Voting is closed; the room watches the count")
        self.hall_shot("closed")
        self.kiosk.wait("attract")
        self.shot("attract-closed")
        self.public_count(len(residents))
        result = self.command("count", self.meeting)
        self.cue("money", shot="money-1")
        self.cue("next", shot="money-2", wait_s=1.4)
        self.cue("money", 12, shot="money-12", wait_s=1.4)
        self.cue("result", shot="result-1", wait_s=1.6)
        return result

    def public_count(self, ballots):
        """Ballot by ballot before the room, then the order of the votes."""
        self.cue("count", shot="count-0")
        self.cue("next", shot="count-1")
        self.cue("faster")
        self.cue("start", shot="count-runs", wait_s=1.5)
        self.hall_says(f"{ballots} stemmer er talt", 70)
        self.hall_shot("count-all")
        self.cue("order", shot="order-1", wait_s=1.5)
        self.cue("next", shot="order-2", wait_s=1.5)

    def urn(self, votes, ballots):
        """Two people counted the urn by hand and found VOTES."""
        sheets = []
        for name in ("first", "second"):
            path = self.out / f"{name}.csv"
            path.write_text("".join(
                f"{what};{count}\n" for what, count in
                [("ballots", ballots), *votes.items()]), encoding="utf-8")
            sheets.append(path)
        said = self.command("recount", self.meeting, "--from", sheets[0],
                            "--again", sheets[1])
        self.cue("paper", shot="paper")
        return said

    def finish(self):
        """What happens now on the wall, the bundle, and its check."""
        self.cue("result", 2, shot="result-2", wait_s=1.6)
        bundle = self.out / "bundle"
        self.command("publish", self.meeting, "-o", bundle)
        self.command("verify", bundle)
        self.cue("after", shot="after-1")
        self.cue("next", shot="after-2")
        return bundle

    def close(self):
        for program in (self.kiosk, self.hall):
            if program:
                program.close()
        self.kiosk = self.hall = None


def main():
    build, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    residents, votes, _ = read_evening(DEMO / "residents.txt")
    evening = Evening(build, out, lambda text: print("  " + text, flush=True))
    try:
        evening.prepare()
        evening.start()
        evening.hold(residents)
        evening.urn(votes, len(residents))
        bundle = evening.finish()
    except (Trouble, subprocess.SubprocessError) as trouble:
        print(f"The evening stopped: {trouble}", file=sys.stderr)
        return 1
    finally:
        evening.close()
    print(f"""
The meeting was held. Everything lies in {out}:
  slips.pdf           the printed slips
  screens/            a picture of every screen, kiosk and hall
  bolbro.stemmeboks   the meeting file with roll and box
  bundle/             the published result: index.html to read, protocol.pdf
                      to sign, posters.pdf to hang up; steps.txt in words""")
    print()
    print((bundle / "steps.txt").read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
