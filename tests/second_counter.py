#!/usr/bin/env python3
"""A second counter: counts a published folder again, on its own.

    second_counter.py FOLDER            prints the result
    second_counter.py --check FOLDER…   compares it with what was published

It shares no code with the program and needs Python's own library only. It
reads meeting.json, votes.csv, free-slots.csv and, from result.json, what the
room decided: about ties, about what was left, and which count stands, with the
votes of the urn; every other number is worked out here.
"""

import csv
import hashlib
import itertools
import json
import sys
from fractions import Fraction
from pathlib import Path

FREE, FILLED = 2, 3  # a slot's state in the box root
TICKED = ("approval", "knapsack")  # the ballot types whose support is votes
TRIED = 5  # ties of up to so many are tried out in every order


def read_table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


class Tie(Exception):
    """A tie decides about the money and nobody has decided it."""


class Pot:
    """One pot's money and rules while it is given away."""

    def __init__(self, definition, proposals, votes, named, ballots):
        self.key = definition["key"]
        self.rules = definition
        self.proposals = proposals
        self.votes = votes
        self.named = named
        self.ballots = ballots
        self.money = definition["amount_minor"]
        self.left = self.money
        self.halted = False
        self.awards = []
        self.ties = []
        self.share = {}

    def too_few(self, number):
        share = Fraction(self.rules["threshold_percent"] * self.ballots, 100)
        named = self.named[number]
        return named == 0 or named < self.rules["threshold_votes"] \
            or named < share

    def offer(self, number, left, halted):
        """What NUMBER gets if LEFT is there: (outcome, amount)."""
        proposal = self.proposals[number]
        if halted:
            return "after-stop", 0
        if proposal["cost_minor"] <= left:
            return "funded", proposal["cost_minor"]
        if self.rules["misfit"] == "part" and proposal["accepts_partial"] \
                and left > 0 and left >= proposal["min_cost_minor"]:
            return "part", left
        return "too-dear", 0

    def play(self, order, excludes):
        """Who of ORDER gets what, from the money left now."""
        left, halted, gets = self.left, self.halted, {}
        for number in order:
            if any(gets.get(other, ("",))[0] in ("funded", "part")
                   for other in excludes(number)):
                gets[number] = ("excluded", 0)
                continue
            outcome, amount = self.offer(number, left, halted)
            gets[number] = (outcome, amount)
            left -= amount
            halted |= outcome == "too-dear" and self.rules["misfit"] == "stop"
        return {number: (outcome in ("funded", "part"), amount)
                for number, (outcome, amount) in gets.items()}

    def order_matters(self, tied, excludes):
        """Whether two orders of TIED give the money to different ones."""
        if len(tied) <= TRIED:
            orders = itertools.permutations(tied)
        else:  # every one of them first, and every one of them last
            orders = [[one] + [x for x in tied if x != one] for one in tied]
            orders += [order[1:] + order[:1] for order in list(orders)]
        first = None
        for order in orders:
            played = self.play(order, excludes)
            if first is not None and played != first:
                return True
            first = played
        return False


class Shares:
    """One pot given away by a rule that looks at whole ballots, or by the
    knapsack: from the definition, every ballot by itself, nothing clever."""

    def __init__(self, count, pot):
        self.count, self.pot = count, pot
        self.rules = pot.rules
        self.numbers = sorted(pot.proposals)
        self.cost = {n: pot.proposals[n]["cost_minor"] for n in self.numbers}
        self.out = {n for n in self.numbers if pot.too_few(n)}
        self.ballots = [
            {n: v for n, v in ballot[pot.key].items() if n not in self.out}
            for ballot in count.ballots_given]
        self.support = {n: sum(b.get(n, 0) for b in self.ballots)
                        for n in self.numbers}
        self.share = Fraction(0)
        self.rounds = []  # (number, tied or None, how it was bought)

    def order(self, tied):
        """TIED in the order that the room decided, or None."""
        named = [d for d in self.count.decisions if d["pot"] == self.pot.key
                 and d["kind"] in ("lots", "agreed")
                 and set(tied) <= set(d["order"])]
        exact = [d for d in named if len(d["order"]) == len(tied)]
        last = (exact or named or [None])[-1]
        return last and [n for n in last["order"] if n in tied]

    def first(self, tied):
        """Who comes first; where nobody says, it does not matter, or a change
        that was tried has made the tie."""
        order = self.order(tied)
        self.count.guessed |= order is None and len(tied) > 1
        return (order or tied)[0]

    def by_shares(self):
        """Equal shares with the pot's completion."""
        completion = self.rules.get("completion", "add1u")
        self.utility = self.rules.get("utility", "cost")
        less = self.rules.get("score_least", 0) \
            if self.rules["ballot_type"] == "score" else 0
        self.values = [{n: v - less for n, v in b.items() if v > less}
                       for b in self.ballots]
        if self.ballots:
            if completion in ("add1", "add1u"):
                self.rounds = self.raised()
            else:
                self.rounds = self.bought(Fraction(self.pot.money,
                                                   len(self.ballots)))
        if completion in ("greedy", "add1u"):
            self.by_support()

    def raised(self):
        """The share raised by a krone at a time (equalshares.net)."""
        counted = [n for n in self.numbers if self.support[n] > 0]
        money, even = self.pot.money, Fraction(self.pot.money,
                                               len(self.ballots))
        if sum(self.cost[n] for n in counted) <= money:
            return self.bought(even)
        share = Fraction(even // 100 * 100)
        kept = self.bought(share)
        while True:
            has = {n for n, *_ in kept}
            left = money - sum(self.cost[n] for n in has)
            backed = {n for b in self.values for n in b}
            if backed <= has or \
                    not any(self.cost[n] <= left for n in counted
                            if n not in has):
                return kept
            share += 100
            tried = self.bought(share)
            if sum(self.cost[n] for n, *_ in tried) > money:
                self.share = share - 100
                return kept
            kept = tried

    def per(self, number):
        return self.cost[number] if self.utility == "cost" else 1

    def price(self, number, money):
        """The least l for which min(money, l * value) adds up to the cost, or
        None."""
        pay = sorted((Fraction(m) / b[number], b[number], m)
                     for b, m in zip(self.values, money) if number in b)
        cost = Fraction(self.cost[number])
        values = sum(v for _, v, _ in pay)
        for breaks, value, has in pay:
            if breaks * values >= cost:
                return cost / values
            cost -= has
            values -= value
        return None

    def bought(self, share):
        self.share = share
        money = [share] * len(self.ballots)
        waiting = {n for b in self.values for n in b}
        rounds = []
        free = [n for n in self.numbers
                if n in waiting and self.cost[n] == 0]
        while free:
            pick = self.first(free)
            rounds.append((pick, None, {}))
            free.remove(pick)
            waiting.remove(pick)
        while True:
            prices = {n: self.price(n, money) for n in waiting}
            rhos = {n: p / self.per(n) for n, p in prices.items()
                    if p is not None}
            if not rhos:
                return rounds
            least = min(rhos.values())
            tied = sorted(n for n, rho in rhos.items() if rho == least)
            pick = self.first(tied)
            waiting.remove(pick)
            pays = emptied = 0
            for i, ballot in enumerate(self.values):
                if pick not in ballot or money[i] == 0:
                    continue
                asked = prices[pick] * ballot[pick]
                pays += 1
                emptied += money[i] <= asked
                money[i] = max(Fraction(0), money[i] - asked)
            rounds.append((pick, tied if len(tied) > 1 else None,
                           {"backers": pays, "emptied": emptied,
                            "pays": prices[pick]}))

    def by_support(self):
        """What is left, most support first, whatever fits."""
        has = {n for n, *_ in self.rounds}
        left = self.pot.money - sum(self.cost[n] for n in has)
        line = sorted((n for n in self.numbers
                       if n not in has and self.support[n] > 0),
                      key=lambda n: (-self.support[n], n))
        for _, group in itertools.groupby(line, self.support.get):
            group = list(group)
            fit = [n for n in group if self.cost[n] <= left]
            tied = fit if sum(self.cost[n] for n in fit) > left else None
            while fit:
                pick = self.first(fit)
                fit.remove(pick)
                if self.cost[pick] > left:
                    continue
                left -= self.cost[pick]
                self.rounds.append((pick, tied, {"completed": True}))
                tied = None

    def by_phragmen(self):
        """Every ballot earns as much; what costs more than is left leaves."""
        paid = [Fraction(0)] * len(self.ballots)
        left = self.pot.money
        waiting = {n for b in self.ballots for n in b}
        while True:
            waiting = {n for n in waiting if self.cost[n] <= left}
            times = {}
            for number in waiting:
                backers = [t for b, t in zip(self.ballots, paid)
                           if number in b]
                times[number] = (self.cost[number] + sum(backers)) \
                    / Fraction(len(backers))
            if not times:
                return
            now = min(times.values())
            tied = sorted(n for n, time in times.items() if time == now)
            pick = self.first(tied)
            waiting.remove(pick)
            left -= self.cost[pick]
            pays = 0
            for i, ballot in enumerate(self.ballots):
                if pick in ballot:
                    pays += paid[i] != now
                    paid[i] = now
            self.rounds.append((pick, tied if len(tied) > 1 else None,
                                {"backers": pays, "emptied": pays}))

    def by_knapsack(self):
        """Every choice tried."""
        votes = self.count.votes
        asked = [n for n in self.numbers if n not in self.out]
        best, found = -1, []
        for size in range(len(asked) + 1):
            for chosen in itertools.combinations(asked, size):
                if sum(self.cost[n] for n in chosen) > self.pot.money:
                    continue
                worth = sum(votes[n] for n in chosen)
                if worth > best:
                    best, found = worth, []
                if worth == best:
                    found.append(set(chosen))
        tied = [n for n in asked if 0 < sum(n in c for c in found) < len(found)]
        if tied:
            order = self.order(tied)
            if order is None:
                raise Tie(f"{self.pot.key}: {tied}")
            self.tell_tie(order, True)
            for number in order:
                having = [c for c in found if number in c]
                found = having or found
        ranked = sorted(asked, key=lambda n: (-votes[n], n))
        for number in ranked:
            if self.cost[number] > self.pot.money:
                self.award(number, "too-dear")
        for number in ranked:
            if number in found[0]:
                self.award(number, "funded")

    def tell_tie(self, order, settled):
        self.pot.ties.append({
            "pot": self.pot.key, "votes": self.count.votes[order[0]],
            "proposals": order, "changes_money": settled, "settled": settled})

    def paid(self, how):
        """Who paid, in the published words; nothing under the knapsack."""
        if self.rules["rule"] == "knapsack":
            return {}
        pays = how.get("pays", Fraction(0))
        return {"backers": how.get("backers", 0),
                "emptied": how.get("emptied", 0),
                "pays_minor": int(pays + Fraction(1, 2)),
                "pays_exactly": "pays" in how and pays.denominator == 1,
                "completed": how.get("completed", False)}

    def award(self, number, outcome, how=None):
        votes = self.count.votes
        amount = self.cost[number] if outcome == "funded" else 0
        self.pot.awards.append(self.count.with_named(number, {
            "proposal": number, "votes": votes[number],
            "place": 1 + sum(votes[n] > votes[number] for n in self.numbers),
            "outcome": outcome, "amount_minor": amount,
            "left_before_minor": self.pot.left, "because": None,
            **self.paid(how or {})}, self.count.named))
        self.pot.left -= amount
        if outcome == "funded":
            self.count.winners.append(number)

    def tie_met(self, tied):
        """A tie that was met is told once, not again for what is left of it."""
        order = self.order(tied)
        said = order or tied
        for known in self.pot.ties:
            rest = iter(known["proposals"])
            if known["settled"] == (order is not None) \
                    and all(n in rest for n in said):
                return
        self.tell_tie(said, order is not None)

    def skip(self, ranked, skipped):
        done = {a["proposal"] for a in self.pot.awards}
        for number in ranked:
            if number not in done and number not in self.out \
                    and skipped(number):
                self.award(number, "too-dear")

    def tell(self):
        """The rounds as awards, those that got nothing behind them."""
        votes = self.count.votes
        rule = self.rules["rule"]
        ranked = sorted(self.numbers, key=lambda n: (-votes[n], n))
        winners = {n for n, *_ in self.rounds}
        for number, tied, how in self.rounds:
            if rule == "phragmen":
                self.skip(ranked, lambda n: n not in winners
                          and self.cost[n] > self.pot.left)
            if how.get("completed"):
                self.skip(ranked, lambda n: n not in winners
                          and votes[n] > votes[number])
            if tied and self.cost[number]:
                self.tie_met(tied)
            self.award(number, "funded", how)
        completed = rule == "phragmen" or self.rules.get(
            "completion", "add1u") in ("greedy", "add1u")
        nothing = {"knapsack": "outweighed"}.get(
            rule, "too-dear" if completed else "shares")
        done = {a["proposal"] for a in self.pot.awards}
        for number in ranked:
            if number not in done:
                self.award(number, "below" if number in self.out else nothing)

    def give(self):
        {"equal-shares": self.by_shares, "phragmen": self.by_phragmen,
         "knapsack": self.by_knapsack}[self.rules["rule"]]()
        self.tell()


class Count:
    def __init__(self, folder, costs=None):
        """COSTS, {number: minor}: as if those proposals cost that."""
        self.folder = Path(folder)
        self.bytes = (self.folder / "meeting.json").read_bytes()
        self.meeting = json.loads(self.bytes)
        self.published = json.loads((self.folder / "result.json").read_bytes())
        self.decisions = self.published["decisions"]
        self.proposals = {p["number"]: p for p in self.meeting["proposals"]}
        for number, cost in (costs or {}).items():
            self.proposals[number]["cost_minor"] = cost
        self.ballots = read_table(self.folder / "votes.csv")
        self.rules = {p["key"]: p for p in self.meeting["pots"]}
        self.ballots_given = []  # {pot: {number: points}} of each
        self.cast = {n: 0 for n in self.proposals}
        self.naming = {n: 0 for n in self.proposals}
        for row in self.ballots:
            self.add(row)
        self.votes, self.named, self.turnout = self.standing()
        self.winners = []
        self.guessed = False  # a tie that nobody decided was met
        self.pots = {}
        moved = {}
        for definition in self.in_turn():
            pot = self.give(definition, moved)
            self.pots[pot.key] = pot
            to = definition["leftover_to"]
            pot.kept = pot.left
            if to is not None and to not in self.pots and pot.left:
                moved.setdefault(to, 0)
                moved[to] += pot.left
                pot.kept = 0
        for key in [p["key"] for p in self.meeting["pots"]]:
            self.share(self.pots[key])
            if costs is None:
                for award in self.pots[key].awards:
                    award["missing"] = {"money_minor": self.lacks(award)}

    def type_of(self, number):
        return self.rules[self.proposals[number]["pot"]]["ballot_type"]

    def add(self, row):
        """One ballot: what it holds is what it gives, but for ranks."""
        self.ballots_given.append({})
        for key, rules in self.rules.items():
            given = {n: int(row[str(n)]) for n, p in self.proposals.items()
                     if p["pot"] == key and int(row[str(n)])}
            if rules["ballot_type"] == "rank":
                worst_first = sorted(given, key=given.get, reverse=True)
                given = {n: worth + 1 for worth, n in enumerate(worst_first)}
            self.ballots_given[-1][key] = given
            for number, points in given.items():
                self.cast[number] += points
                self.naming[number] += 1

    def standing(self):
        """The votes, the ballots that name each and the number of ballots that
        the money goes by: those of the box, or of the urn where the organisers
        let the hand stand. The urn tells sums alone: as many name a proposal as
        in the box, or as near to that as the sum can be."""
        hand = self.published.get("hand")
        if not hand or hand["stands"] != "hand":
            return self.cast, self.naming, len(self.ballots)
        votes = {n: hand["votes"][str(n)] for n in self.proposals}
        named = {n: max(-(-votes[n] // self.gives_most(n)),
                        min(self.naming[n], votes[n], hand["ballots"]))
                 for n in self.proposals}
        return votes, named, hand["ballots"]

    def gives_most(self, number):
        """The most that one ballot can give a proposal."""
        rules = self.rules[self.proposals[number]["pot"]]
        return {"points": rules.get("value_most"),
                "score": rules.get("value_most"),
                "rank": rules["choose_max"]}.get(rules["ballot_type"], 1)

    def with_named(self, number, row, named):
        """ROW, with how many ballots name it where votes do not say that."""
        if self.type_of(number) not in TICKED:
            row["named"] = named[number]
        return row

    def in_turn(self):
        """The pots; one waits for those whose left-over it gets."""
        waiting = list(self.meeting["pots"])
        while waiting:
            ready = [pot for pot in waiting
                     if not any(other["leftover_to"] == pot["key"]
                                for other in waiting)]
            turn = (ready or waiting)[0]
            waiting.remove(turn)
            yield turn

    def excludes(self, number):
        mine = set(self.proposals[number]["incompatible"])
        return mine | {n for n, p in self.proposals.items()
                       if number in p["incompatible"]}

    def excluder(self, number):
        """The first winner so far that rules NUMBER out, or None."""
        out = self.excludes(number)
        return next((w for w in self.winners if w in out), None)

    def give(self, definition, moved):
        own = {n: p for n, p in self.proposals.items()
               if p["pot"] == definition["key"]}
        pot = Pot(definition, own, self.votes, self.named, self.turnout)
        pot.money += moved.get(pot.key, 0)
        pot.left = pot.money
        if definition["rule"] != "greedy":
            shares = Shares(self, pot)
            shares.give()
            if definition["rule"] == "equal-shares":
                pot.share = {
                    "share_minor": int(shares.share + Fraction(1, 2)),
                    "share_exactly": shares.share.denominator == 1
                    and bool(self.ballots)}
            return pot
        ranked = sorted(own, key=lambda n: (-self.votes[n], n))
        for votes, group in itertools.groupby(ranked, self.votes.get):
            group = list(group)
            pot.place = ranked.index(group[0]) + 1
            out = [n for n in group if self.excluder(n) is not None]
            asking = [n for n in group if n not in out]
            order, amounts = self.settle(pot, asking, votes)
            for number in order + out:
                self.turn(pot, number, amounts.get(number))
        return pot

    def settle(self, pot, asking, votes):
        """ASKING in the order in which they get their turn, and what each gets
        if the room agreed on amounts."""
        tied = [n for n in asking if not pot.too_few(n)]
        if len(tied) < 2 or pot.halted:
            return asking, {}
        matters = pot.order_matters(tied, self.excludes)
        order, amounts = tied, {}
        if matters:
            last = next((d for d in reversed(self.decisions)
                         if d["pot"] == pot.key and d["kind"] != "left"
                         and sorted(d["order"]) == tied), None)
            if last and last["kind"] == "split":
                amounts = dict(zip(last["order"], last["amounts"]))
            if last is None or not self.may_share(amounts, pot.left, tied):
                raise Tie(f"{pot.key}: {tied}")
            order = last["order"]
        pot.ties.append({"pot": pot.key, "votes": votes, "proposals": order,
                         "changes_money": matters, "settled": matters})
        return order + [n for n in asking if n not in tied], amounts

    def may_share(self, amounts, left, asking):
        """Whether the AMOUNTS are there, and nobody who gets some is ruled out
        by another one who does."""
        gets = {n for n, amount in amounts.items() if amount}
        return sum(amounts.values()) <= left and set(amounts) <= set(asking) \
            and all(0 <= amount <= self.proposals[n]["cost_minor"]
                    for n, amount in amounts.items()) \
            and not any(self.excludes(n) & gets for n in gets)

    def share(self, pot):
        """What is left of POT, to those that the room agreed on."""
        last = next((d for d in reversed(self.decisions)
                     if d["pot"] == pot.key and d["kind"] == "left"), None)
        if last is None or pot.rules["leftover_to"] is not None:
            return
        amounts = dict(zip(last["order"], last["amounts"]))
        awards = {a["proposal"]: a for a in pot.awards}
        gets = {n for n, amount in amounts.items() if amount}
        if not self.may_share(amounts, pot.left, pot.proposals) \
                or any(self.excludes(n) & set(self.winners) for n in gets) \
                or any(awards[n]["amount_minor"] + amount
                       > pot.proposals[n]["cost_minor"]
                       for n, amount in amounts.items()):
            return
        for number in gets:
            awards[number]["agreed_minor"] = amounts[number]
        self.winners += gets
        pot.left -= sum(amounts.values())
        pot.kept = pot.left

    def lacks(self, award):
        """How much money AWARD is short of: of its cost where it got some, of
        what was there at its turn where that was too little, and all of it
        where the room gave it nothing; under other rules than greedy, by how
        much less it would have had to cost. How many votes is not counted
        again."""
        cost = self.proposals[award["proposal"]]["cost_minor"]
        got = money(award)
        if got > 0 or award["outcome"] == "funded":
            return cost - got
        if self.rules[self.proposals[award["proposal"]]["pot"]]["rule"] \
                != "greedy":
            return self.lacks_in_price(award["proposal"], cost)
        return {"too-dear": cost - award["left_before_minor"],
                "agreed": cost}.get(award["outcome"], 0)

    def lacks_in_price(self, number, cost):
        """What is published, if counting again bears it out: with that price it
        gets the money and with one krone more it does not, or, where nothing is
        published, not even for nothing. Else what counting again says."""
        missing = next(a["missing"]
                       for pot in self.published["pots"] for a in pot["awards"]
                       if a["proposal"] == number)
        said = missing["money_minor"]
        if said == missing["votes"] == 0:  # it would have taken too long
            return said
        unit = 1 if cost % 100 else 100
        enough = self.funded_for(number, cost - said if said else 0)
        more = self.funded_for(number, cost - said + unit) \
            if said > unit else False
        if enough in (said > 0, None) and more is not True:
            return said
        return f"gets it {enough}, for one more {more}"

    def funded_for(self, number, cost):
        """Whether it gets all its money if it costs COST; None where that makes
        a tie."""
        try:
            count = Count(self.folder, {number: cost})
        except Tie:
            return None
        return None if count.guessed else any(award["proposal"] == number
                   and award["outcome"] == "funded"
                   for pot in count.pots.values() for award in pot.awards)

    def turn(self, pot, number, agreed=None):
        """NUMBER gets its turn; AGREED is what the room gave it in a tie."""
        because = self.excluder(number)
        amount = 0
        if agreed is not None:
            outcome, amount, because = "agreed", agreed, None
        elif pot.too_few(number):
            outcome, because = "below", None
        elif because is not None:
            outcome = "excluded"
        else:
            outcome, amount = pot.offer(number, pot.left, pot.halted)
            pot.halted |= outcome == "too-dear" \
                and pot.rules["misfit"] == "stop"
        pot.awards.append(self.with_named(number, {
            "proposal": number, "votes": self.votes[number],
            "place": pot.place, "outcome": outcome, "amount_minor": amount,
            "left_before_minor": pot.left, "because": because}, self.named))
        pot.left -= amount
        if outcome == "funded" or amount:
            self.winners.append(number)

    def blank(self, key):
        numbers = [str(n) for n, p in self.proposals.items()
                   if p["pot"] == key]
        return sum(all(row[n] == "0" for n in numbers)
                   for row in self.ballots)

    def root(self):
        """The box root, from the ballots and the free slots."""
        order = [str(p["number"]) for p in self.meeting["proposals"]]
        slots = [(bytes.fromhex(row["slot"]), FILLED,
                  "".join(f"{int(row[n]):03}" for n in order))
                 for row in self.ballots]
        slots += [(bytes.fromhex(row["slot"]), FREE, "000" * len(order))
                  for row in read_table(self.folder / "free-slots.csv")]
        digest = hashlib.sha256(hashlib.sha256(self.bytes).digest())
        for slot, state, text in sorted(slots):
            digest.update(slot + bytes([state]) + text.encode())
        return digest.hexdigest()

    def result(self):
        """The part of result.json that a count can give."""
        keys = [pot["key"] for pot in self.meeting["pots"]]
        return {
            "definition": hashlib.sha256(self.bytes).hexdigest(),
            "root": self.root(),
            "ballots": len(self.ballots),
            "stopped": False,
            "votes": [self.with_named(n, {"proposal": n,
                                          "votes": self.cast[n]}, self.naming)
                      for n in (p["number"]
                                for p in self.meeting["proposals"])],
            "pots": [{"pot": key, "money_minor": self.pots[key].money,
                      "given_minor": self.pots[key].money - self.pots[key].left,
                      "left_minor": self.pots[key].kept,
                      "blank": self.blank(key), **self.pots[key].share,
                      "awards": self.pots[key].awards} for key in keys],
            "ties": sorted((tie for pot in self.pots.values()
                            for tie in pot.ties), key=str),
        }


def kroner(minor, point=","):
    text = str(minor // 100)
    return text + f"{point}{minor % 100:02}" if minor % 100 else text


def money(award):
    """All that it gives."""
    return award["amount_minor"] + award.get("agreed_minor", 0)


def show(count):
    for key, pot in ((p["key"], count.pots[p["key"]])
                     for p in count.meeting["pots"]):
        print(f"{key}: {kroner(pot.money)}")
        for award in pot.awards:
            print(f"  {award['place']:3}. {award['votes']:6}"
                  f"  {award['proposal']:3}"
                  f" {kroner(pot.proposals[award['proposal']]['cost_minor']):>12}"
                  f" {kroner(money(award)):>12}  {award['outcome']}")
        print(f"  left: {kroner(pot.left)}")


def differences(mine, theirs, path=""):
    """Where two results differ, as (path, mine, theirs)."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        for key in mine:
            yield from differences(mine[key], theirs.get(key), f"{path}/{key}")
    elif isinstance(mine, list) and isinstance(theirs, list) \
            and len(mine) == len(theirs):
        for i, pair in enumerate(zip(mine, theirs)):
            yield from differences(*pair, f"{path}/{i}")
    elif mine != theirs:
        yield path, mine, theirs


def check_table(count):
    """proposals.csv says the same as the count."""
    awards = {a["proposal"]: a for pot in count.pots.values()
              for a in pot.awards}
    hand = count.published["hand"]
    for row in read_table(count.folder / "proposals.csv"):
        award = awards[int(row["number"])]
        yield from differences(
            {"votes": str(count.cast[int(row["number"])]),
             "hand": str(hand["votes"][row["number"]]) if hand else "",
             "place": str(award["place"]),
             "outcome": award["outcome"],
             "amount": kroner(money(award))},
            row, f"proposals.csv/{row['number']}")


def read_pabulib(path):
    sections, name = {}, None
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            if len(row) == 1:
                name, head = row[0], None
                sections[name] = []
            elif head is None:
                head = row
            else:
                sections[name].append(dict(zip(head, row)))
    return ({r["key"]: r["value"] for r in sections["META"]},
            sections["PROJECTS"], sections["VOTES"])


def fund_as_labelled(meta, projects):
    """The projects that the rule in the file's own META funds, ties in the
    order of the file; None for a rule that says it is another one."""
    if meta["rule"] not in ("greedy", "greedy-threshold", "greedy-no-skip"):
        return None
    left, funded = Fraction(meta["budget"]), []
    for project in sorted(projects, key=lambda p: -score(p)):
        if score(project) < int(meta.get("min_project_score_threshold", 0)):
            continue
        if Fraction(project["cost"]) <= left:
            left -= Fraction(project["cost"])
            funded.append(project["project_id"])
        elif meta["rule"] == "greedy-no-skip":
            break
    return funded


def score(project):
    return int(project.get("score", project["votes"]))


def told(row, kind):
    """What a row of a Pabulib file holds, as {project: points}."""
    names = row["vote"].split(",") if row["vote"] else []
    points = {"cumulative": row.get("points"), "scoring": row.get("points"),
              "ordinal": ",".join(str(len(names) - i)
                                  for i in range(len(names)))}.get(kind)
    if points is None:
        return dict.fromkeys(names, 1)
    if not names:
        return {}
    return dict(zip(names, map(int, points.split(",")), strict=True))


PABULIB = {"approval": "approval", "knapsack": "approval",
           "points": "cumulative", "score": "scoring", "rank": "ordinal"}


def check_pabulib(count):
    """Each pot's .pb file holds the same election and the right label."""
    for pot in count.pots.values():
        path = count.folder / f"{pot.key}.pb"
        meta, projects, votes = read_pabulib(path)
        kind = PABULIB[pot.rules["ballot_type"]]
        if pot.rules["ballot_type"] == "approval" \
                and pot.rules["choose_max"] == 1:
            kind = "choose-1"
        cast = [told(v, kind) for v in votes]
        yield from differences(
            {"num_votes": str(len(count.ballots)), "vote_type": kind,
             "num_projects": str(len(pot.proposals)),
             "budget": kroner(pot.money, ".")}, meta, path.name)
        yield from differences(
            {str(n): [count.naming[n], count.cast[n]] * 2
             for n in pot.proposals},
            {p["project_id"]: [int(p["votes"]), score(p),
                               sum(p["project_id"] in v for v in cast),
                               sum(v.get(p["project_id"], 0) for v in cast)]
             for p in projects}, path.name)
        funded = fund_as_labelled(meta, projects)
        if funded is not None:
            yield from differences(
                funded, [p["project_id"] for p in projects
                         if p["selected"] == "1"], f"{path.name}/selected")


def check(folder):
    if not (Path(folder) / "votes.csv").exists():
        print(f"{folder}: too few ballots to be published: nothing to count")
        return False
    try:
        count = Count(folder)
    except Tie as tie:
        print(f"{folder}: a tie is not decided: {tie}")
        return False
    theirs = dict(count.published)
    theirs["ties"] = sorted(theirs["ties"], key=str)
    found = list(differences(count.result(), theirs))
    found += check_table(count)
    found += check_pabulib(count)
    for path, mine, other in found:
        print(f"{folder}: {path}: second counter {mine!r}, published {other!r}")
    return not found


def main(words):
    if words[:1] == ["--check"]:
        return 0 if all([check(folder) for folder in words[1:]]) else 1
    if len(words) != 1:
        print(__doc__)
        return 2
    show(Count(words[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
