"""A machine that is a booth, in a namespace of its own: what `make install` left,
in a root that is written to in memory alone, where the units' own commands run
as the units say; weston with displays in memory and hands that touch them.

systemd itself does not run here: Booth.start() does what a unit asks of it."""

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import evening

FILE = "var/lib/stemmeboks/meeting.stemmeboks"
USER = "stemmeboks"
# Linux's key codes of what slips are made of, by their places on a keyboard.
KEYS = {symbol: code for first, row in ((2, "1234567890"), (16, "qwertyuiop"),
                                        (30, "asdfghjkl"), (44, "zxcvbnm"))
        for code, symbol in enumerate(row, first)}
ENTER = 28


def own_namespace():
    """Runs this program again where it may mount; it ends with that one."""
    if os.environ.get("BOOTH_NAMESPACE") != "own":
        os.environ["BOOTH_NAMESPACE"] = "own"
        os.execvp("unshare", ["unshare", "-m", sys.executable, *sys.argv])


def read_unit(path):
    """The lines of a unit file: a name's values, in order."""
    values = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#[":
            name, value = line.split("=", 1)
            values.setdefault(name, []).append(value)
    return values


class Booth:
    """The root; close() ends what was started and unmounts."""

    def __init__(self, build, work):
        self.build, self.work, self.root = build, work, work / "root"
        self.units = self.root / "usr/lib/systemd/system"
        self.running = {}
        self.ready = {}
        memory = work / "memory"
        for folder in (memory, self.root):
            folder.mkdir()
        self._mount("tmpfs", "tmpfs", memory)
        for name in ("upper", "work"):
            (memory / name).mkdir(mode=0o755)
        self._mount("overlay", "overlay", self.root, "-o",
                    f"lowerdir=/,upperdir={memory}/upper,"
                    f"workdir={memory}/work")
        self._mount("proc", "proc", self.root / "proc")
        # This machine's kernel is not the booth's.
        self._mount("tmpfs", "tmpfs", self.root / "proc/sys")
        (self.root / "proc/sys/kernel").mkdir()
        (self.root / "proc/sys/kernel/sysrq").write_text("1")
        subprocess.run(["mount", "--rbind", "/dev", self.root / "dev"],
                       check=True)
        (self.root / "tmp").mkdir(exist_ok=True)
        subprocess.run(["make", "-s", "-C", evening.ROOT, "install",
                        f"BUILD={build}", f"DESTDIR={self.root}",
                        "PREFIX=/usr"], check=True, stdout=subprocess.DEVNULL)
        # The programs look where they were built for.
        self.data = {"STEMMEBOKS_DATA": "/usr/share/stemmeboks"}

    @staticmethod
    def _mount(kind, what, where, *more):
        subprocess.run(["mount", "-t", kind, what, str(where), *more],
                       check=True)

    def run(self, *words, user="root", **more):
        return subprocess.run(self._words(user, words), env=self._env({}),
                              capture_output=True, text=True, check=False,
                              timeout=60, **more)

    def _words(self, user, words):
        who = ["--userspec", f"{user}:{user}"] if user != "root" else []
        return ["chroot", *who, str(self.root), *map(str, words)]

    def _env(self, more):
        return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
                "HOME": "/var/lib/stemmeboks", "SDL_AUDIODRIVER": "dummy",
                **self.data, **more}

    def unit(self, name):
        return read_unit(self.units / name)

    def before(self, name):
        """What a unit runs before its program, as root where it says so."""
        unit = self.unit(name)
        oneshot = unit.get("Type") == ["oneshot"]
        for line in unit["ExecStart" if oneshot else "ExecStartPre"]:
            mark = re.match("[-+]*", line).group()
            done = self.run(*shlex.split(line[len(mark):]))
            if done.returncode and "-" not in mark:
                raise evening.Trouble(f"{name}: {line}: {done.stderr}")

    def start(self, name, words=(), env=None):
        """A service's program with its environment, its user and, where it
        tells when it is ready, until then. WORDS and ENV come on top."""
        unit = self.unit(name)
        settings = dict(env or {})
        for line in unit.get("Environment", []):
            settings.update(word.split("=", 1) for word in shlex.split(line))
        for line in unit.get("EnvironmentFile", []):
            path = self.root / line.lstrip("-/")
            if path.exists():
                settings.update(row.split("=", 1)
                                for row in path.read_text().splitlines())
        command = []
        for word in shlex.split(unit["ExecStart"][0]):
            command += (shlex.split(settings.get(word[1:], ""))
                        if word.startswith("$") else [word])
        if "RuntimeDirectory" in unit:
            self._folder("run/" + unit["RuntimeDirectory"][0])
        notified = self._listen(name, settings) if (
            unit.get("Type") == ["notify"]) else None
        log = open(self.work / f"{name}.log", "a", encoding="utf-8")
        self.running[name] = subprocess.Popen(
            self._words(unit["User"][0], command + list(words)),
            env=self._env(settings), stdout=log, stderr=log)
        log.close()
        if notified:
            self._wait_ready(name, notified)
        return self.running[name]

    def _folder(self, name):
        (self.root / name).mkdir(parents=True, exist_ok=True)
        self.run("chown", f"{USER}:{USER}", "/" + name)
        (self.root / name).chmod(0o700)

    def _listen(self, name, settings):
        path = self.root / f"run/notify-{name}"
        path.unlink(missing_ok=True)
        # A socket's name may have 107 characters: by way of /proc.
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        notified = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        notified.bind(f"/proc/self/fd/{folder}/{path.name}")
        os.close(folder)
        path.chmod(0o777)
        notified.settimeout(evening.PATIENCE_S)
        settings["NOTIFY_SOCKET"] = f"/run/notify-{name}"
        return notified

    def _wait_ready(self, name, notified):
        try:
            while b"READY=1" not in notified.recv(4096):
                pass
        except socket.timeout as late:
            raise evening.Trouble(f"{name} was not ready: " + self.log(name)) \
                from late
        self.ready[name] = notified  # stays open: it goes on telling

    def log(self, name):
        path = self.work / f"{name}.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def stop(self, name, by=signal.SIGTERM):
        """As the service manager ends it; the code, and the seconds it took."""
        process = self.running.pop(name)
        start = time.monotonic()
        process.send_signal(by)
        code = process.wait(10)  # TimeoutStopSec
        if name in self.ready:
            self.ready.pop(name).close()
        return code, time.monotonic() - start

    def close(self):
        for name in list(self.running):
            try:
                self.stop(name, signal.SIGKILL)
            except subprocess.TimeoutExpired:
                print(f"# {name} cannot be ended", flush=True)
        for mounted in ("dev", "proc/sys", "proc", ""):
            subprocess.run(["umount", "-R", "-l", self.root / mounted],
                           check=False, capture_output=True)
        subprocess.run(["umount", "-l", self.work / "memory"], check=False)


class Screens:
    """weston, as its unit starts it, on displays in memory, side by side."""

    def __init__(self, booth, displays, touched, size=(1920, 1080)):
        self.booth = booth
        # Where the touchscreen begins, in pixels of all displays.
        self.origin = displays.index(touched) * size[0]
        self.pipe = booth.root / "run/hands"
        self.pipe.unlink(missing_ok=True)
        os.mkfifo(self.pipe)
        self.pipe.chmod(0o666)
        module = booth.root / "usr/lib/hands.so"
        module.write_bytes((booth.build / "hands.so").read_bytes())
        booth.start(
            "stemmeboks-screen.service",
            ["--backend=headless-backend.so", "--use-pixman", "--no-outputs",
             f"--width={size[0]}", f"--height={size[1]}", "--debug",
             "--modules=systemd-notify.so,/usr/lib/hands.so"],
            {"HANDS_DISPLAYS": " ".join(displays), "HANDS_PIPE": "/run/hands",
             "XDG_RUNTIME_DIR": "/run/stemmeboks"})
        self.hands = open(self.pipe, "w", encoding="ascii")

    def do(self, *words):
        print(*words, file=self.hands, flush=True)

    def tap(self, x, y):
        self.do("down", 1, self.origin + x, y)
        time.sleep(0.05)
        self.do("up", 1)

    def type(self, code):
        for symbol in code.lower():
            self.do("keys", KEYS[symbol])
        self.do("keys", ENTER)

    def _client(self, *words):
        done = self.booth.run("env", "XDG_RUNTIME_DIR=/run/stemmeboks",
                              "WAYLAND_DISPLAY=wayland", *words)
        if done.returncode:
            raise evening.Trouble(f"{words[0]}: {done.stderr}")
        return done.stdout

    def where(self):
        """Which window, by its app-id, is on which display."""
        graph = self.booth.run(
            "timeout", "2", "env", "XDG_RUNTIME_DIR=/run/stemmeboks",
            "WAYLAND_DISPLAY=wayland", "weston-debug", "scene-graph").stdout
        return dict(re.findall(
            r"top-level window '[^']*' of ([^,]+),.*\n(?:\t\t.*\n)*?"
            r"\t\toutputs: \d+ \(([^)]*)\)", graph))

    def picture(self, path):
        """All displays side by side, as the compositor shows them."""
        folder = self.booth.root / "var/tmp/shot"
        folder.mkdir(exist_ok=True)
        self._client("sh", "-c",
                     "cd /var/tmp/shot && rm -f *.png && weston-screenshooter")
        shot = next(folder.glob("*.png"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(shot.read_bytes())

    def close(self):
        self.hands.close()
        return self.booth.stop("stemmeboks-screen.service")


class Kiosk(evening.Kiosk):
    """The booth's kiosk, as its unit starts it, seen through --announce."""

    def __init__(self, booth, screens):
        self.reset(booth, screens)
        booth.before("stemmeboks-kiosk.service")
        self.process = booth.start("stemmeboks-kiosk.service")
        evening.until(self.look, "the kiosk's first picture")

    def reset(self, booth, display):
        """Nothing was seen of it yet."""
        self.booth, self.display = booth, display
        self.file = booth.root / "var/lib/stemmeboks/told"
        self.file.unlink(missing_ok=True)
        self.read_to, self.tail, self.frame = 0, "", -1
        self.screen = self.overlay = None
        self.targets = {}

    def scan(self, code):
        self.display.type(code)

    def stop(self):
        return self.booth.stop("stemmeboks-kiosk.service")
