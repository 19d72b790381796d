#!/usr/bin/env python3
"""index.html of a published folder in a real browser, at the width of a
telephone and of a desk, in light and dark, in each language.

A page of our own holds it in a frame and asks the browser how it came out;
every host name leads to our own server, so that whatever is asked for from
elsewhere is seen. Pictures go to BUILD/page-*.png: look at them.
"""

import html
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "lib"))
sys.dont_write_bytecode = True

import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
PROBE = (ROOT / "tests" / "e2e" / "page_probe.js").read_text("utf-8")
HOSTILE = "<script>document.title='x'</script> & \"Søn\" <img src=//x.example>"
WIDTHS = (320, 390, 1280)
LANGUAGES = ("da", "en")
AA, AAA = 4.5, 7.0  # WCAG 2.2: 1.4.3 and 1.4.6
place = Path(tempfile.mkdtemp(prefix="page"))
folder = place / "result"
asked = []  # every request: (host, path)


def run(*words):
    done = subprocess.run(
        [BUILD / "stemmeboks", *map(str, words)], capture_output=True,
        text=True, timeout=60, cwd=place,
        env=dict(os.environ, LANGUAGE="en", XDG_DATA_HOME=str(place)))
    if done.returncode:
        raise AssertionError(f"{words}: {done.stdout}{done.stderr}")


def vote(meeting, votes):
    """Fills slots with (count, numbers), as many slips becoming used."""
    file = sqlite3.connect(meeting)
    numbers = [n for (n,) in file.execute(
        "SELECT number FROM proposal ORDER BY position")]
    cast = ["".join("001" if n in chosen else "000" for n in numbers)
            for count, chosen in votes for _ in range(count)]
    slots = file.execute("SELECT slot FROM box ORDER BY slot").fetchall()
    slips = file.execute("SELECT hash FROM roll ORDER BY hash").fetchall()
    with file:
        for text, (slot,), (slip,) in zip(cast, slots, slips):
            file.execute("UPDATE box SET used = 3, ballot = ? WHERE slot = ?",
                         (text, slot))
            file.execute("UPDATE roll SET state = 4 WHERE hash = ?", (slip,))
    file.close()


def evening():
    """The demo meeting with a title that means harm, and a tie."""
    source = place / "meeting"
    shutil.copytree(ROOT / "assets" / "demo", source)
    table = source / "proposals.csv"
    text = table.read_text("utf-8")
    cell = '"' + HOSTILE.replace('"', '""') + '"'
    changed = text.replace("Værksted for cykler", cell, 1)
    if changed == text:
        raise AssertionError("the demo has no bicycle workshop")
    table.write_text(changed, "utf-8")
    meeting = place / "evening"
    run("build", source, "-o", meeting)
    run("slips", meeting, "--count", 60, "-o", place / "slips.pdf")
    run("ready", meeting)
    run("open", meeting)
    vote(meeting, [(14, {1, 4, 5}), (14, {2, 5, 8}), (9, {3, 6, 9}),
                   (4, {3, 4, 10}), (2, {7, 9}), (1, set())])
    run("close", meeting)
    run("count", meeting, "--lots", "main:2,1", "--again", "main:2,1")
    run("publish", meeting, "-o", folder)


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append((self.headers["Host"], self.path.split("?")[0]))
        path = folder / self.path.split("?")[0].lstrip("/")
        if self.path.startswith("/probe"):
            body = ("<!DOCTYPE html><link rel=icon href='data:,'>"
                    "<body style='margin:0'><pre id=said></pre>"
                    f"<script>{PROBE}</script>").encode()
        elif path.parent == folder and path.is_file():
            body = path.read_bytes()
        else:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
HOST = f"127.0.0.1:{server.server_address[1]}"


def chromium(*words, dark=False):
    """What headless Chromium prints; a new profile each time."""
    with tempfile.TemporaryDirectory(prefix="chromium") as profile:
        done = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
             f"--user-data-dir={profile}", "--no-first-run",
             "--disable-background-networking", "--disable-sync",
             "--disable-component-update", "--disable-default-apps",
             "--disable-extensions", "--hide-scrollbars",
             "--disable-features=NetworkTimeServiceQuerying",
             f"--host-resolver-rules=MAP * {HOST}",
             "--virtual-time-budget=5000",
             f"--blink-settings=preferredColorScheme={0 if dark else 1}",
             *words], capture_output=True, text=True, timeout=120)
    return done.stdout


def probe(width, language, dark=False, rtl=False):
    """How the page came out, as page_probe.js tells."""
    dom = chromium("--dump-dom", f"http://{HOST}/probe?width={width}"
                   f"&language={language}&rtl={int(rtl)}", dark=dark)
    said = re.search(r'<pre id="said">(.*?)</pre>', dom, re.S)
    if not said or not said[1]:
        raise AssertionError(f"the browser said nothing:\n{dom[:2000]}")
    return json.loads(html.unescape(said[1]))


seen = {}


def every():
    """(what, how it came out) for every width, language and theme."""
    if not seen:
        for width in WIDTHS:
            for language in LANGUAGES:
                for dark in (False, True):
                    seen[width, language, dark] = probe(width, language, dark)
    return seen.items()


def nothing_is_wider_than_the_screen():
    for what, page in every():
        tap.equal((what, page["width"], page["wider"]), (what, what[0], []))


def nor_is_it_where_one_reads_from_the_right():
    for width in WIDTHS:
        page = probe(width, "da", rtl=True)
        tap.equal((page["width"], page["wider"]), (width, []))


def one_language_is_shown_the_one_that_was_asked_for():
    for (_, language, _), page in every():
        tap.equal(page["shown"], [language])
        tap.equal(page["pressed"], [f"#{language}"])
        tap.equal((page["lang"], page["langs"]), ("da", list(LANGUAGES)))
    tap.equal(probe(390, "")["shown"], ["da"])


def nothing_runs_and_nothing_is_asked_for_elsewhere():
    every()
    for _, page in every():
        tap.equal((page["scripts"], page["outward"], page["title"]),
                  (0, [], "Bolbro beslutter – Resultat af afstemningen"))
    tap.equal(sorted(set(asked)), [(HOST, "/index.html"), (HOST, "/probe")])


def a_hostile_title_is_read_as_it_was_written():
    for (_, language, _), page in every():
        if language == "da":
            tap.equal(page["text"].count(HOSTILE) > 0, True)


def headings_go_down_by_one_and_begin_with_one():
    for what, page in every():
        levels = page["headings"]
        tap.equal((what, levels[0], levels.count(1)), (what, 1, 1))
        for above, below in zip(levels, levels[1:]):
            tap.equal(below <= above + 1, True)


def every_table_says_what_it_is_and_every_head_what_it_heads():
    for _, page in every():
        tap.equal(len(page["tables"]), 3)
        for table in page["tables"]:
            tap.equal((bool(table["caption"]), table["unscoped"],
                       table["rows_without_head"]), (True, 0, 0))


def roles_stay_where_a_table_is_laid_out_as_cards():
    for (width, _, _), page in every():
        kinds = {table["display"] for table in page["tables"]
                 if table["role"]}
        tap.equal(kinds, {"table"} if width > 700 else {"block"})
        tap.equal(sum(bool(t["role"]) for t in page["tables"]), 2)


def ids_are_unique_and_what_is_pointed_at_is_there():
    for _, page in every():
        tap.equal((page["twice"], page["dangling"]), ([], []))
        for link in page["links"]:
            if not link.startswith("#"):
                tap.equal((link, (folder / link).is_file()), (link, True))


def text_stands_out_from_what_is_behind_it():
    for what, page in every():
        worst = page["contrast"][0]
        if worst["ratio"] < AAA:
            raise AssertionError(f"{what}: {worst}")
        tap.equal(len(page["contrast"]) > 5, True)


def bars_stand_out_and_their_numbers_are_text():
    for what, page in every():
        tap.equal((what, page["bars_heard"]), (what, 0))
        for bar in page["bars"]:
            if bar["ratio"] < 3:  # WCAG 2.2, 1.4.11
                raise AssertionError(f"{what}: {bar}")
        tap.equal(page["rows_without_number"], 0)


def what_is_touched_is_large_and_the_focus_is_seen():
    for what, page in every():
        for target in page["targets"]:
            if target["height"] < 24 or target["width"] < 24:
                raise AssertionError(f"{what}: {target}")
        tap.equal(page["focus"], "4px solid")
        tap.equal(min(t["height"] for t in page["targets"] if t["nav"]) >= 44,
                  True)


def the_words_are_in_the_language_of_the_page():
    for (_, language, _), page in every():
        for words in {"da": ["Trin for trin", "Det besluttede salen",
                             "Der blev trukket lod", "Kontrollér det selv"],
                      "en": ["Step by step", "What the room decided",
                             "lots were drawn", "Check it yourself"]}[language]:
            if words not in page["text"]:
                raise AssertionError(f"{words!r} is not on the page")


def pictures_are_taken_to_be_looked_at():
    for width in (390, 1280):
        for language in LANGUAGES:
            for dark in (False, True):
                theme = "-dark" if dark else ""
                path = BUILD / f"page-{language}-{width}{theme}.png"
                path.unlink(missing_ok=True)
                height = max(seen[width, language, dark]["height"], 600)
                chromium(f"--window-size={width},{height}",
                         f"--screenshot={path}",
                         f"http://{HOST}/index.html#{language}", dark=dark)
                tap.equal((path.name, path.stat().st_size > 50000),
                          (path.name, True))


if __name__ == "__main__":
    try:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        evening()
        code = tap.run([
            nothing_is_wider_than_the_screen,
            nor_is_it_where_one_reads_from_the_right,
            one_language_is_shown_the_one_that_was_asked_for,
            nothing_runs_and_nothing_is_asked_for_elsewhere,
            a_hostile_title_is_read_as_it_was_written,
            headings_go_down_by_one_and_begin_with_one,
            every_table_says_what_it_is_and_every_head_what_it_heads,
            roles_stay_where_a_table_is_laid_out_as_cards,
            ids_are_unique_and_what_is_pointed_at_is_there,
            text_stands_out_from_what_is_behind_it,
            bars_stand_out_and_their_numbers_are_text,
            what_is_touched_is_large_and_the_focus_is_seen,
            the_words_are_in_the_language_of_the_page,
            pictures_are_taken_to_be_looked_at,
        ])
    finally:
        server.shutdown()
        shutil.rmtree(place)
    sys.exit(code)
