-- The file of one meeting. Anyone may read it with plain SQL, for example
--   SELECT * FROM tally;
--
-- Nothing in it says who voted what, or when: the roll knows slips and no
-- choices, the box knows choices and no slips, and both are overwritten in
-- place at the same length.

PRAGMA application_id = 0x53544258; -- "STBX"
PRAGMA user_version = 5;

CREATE TABLE meeting (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	-- Filled up with blanks to one length, so that nothing moves.
	phase TEXT NOT NULL CHECK (length(phase) = 9),
	definition_hash BLOB NOT NULL CHECK (length(definition_hash) = 32),
	definition TEXT NOT NULL -- canonical JSON; the hash is its SHA-256
) STRICT;

-- Both tables repeat the definition for readers of plain SQL. Amounts are in
-- minor units (øre).
CREATE TABLE pot (
	position INTEGER PRIMARY KEY,
	key TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	amount_minor INTEGER NOT NULL,
	ballot_type TEXT NOT NULL,
	rule TEXT NOT NULL
) STRICT;

CREATE TABLE proposal (
	position INTEGER PRIMARY KEY, -- its place in a ballot's text, from 0
	pot INTEGER NOT NULL REFERENCES pot (position),
	number INTEGER NOT NULL UNIQUE,
	title TEXT NOT NULL,
	cost_minor INTEGER NOT NULL
) STRICT;

-- One row per printed slip. The hash does not let anyone print the slip.
CREATE TABLE roll (
	hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
	serial INTEGER NOT NULL UNIQUE,
	kind TEXT NOT NULL,
	-- 2 unused, 3 in use, 4 used, 5 void
	state INTEGER NOT NULL CHECK (state BETWEEN 2 AND 5),
	-- The kiosk that it is for, as printed on it; 0 is any.
	kiosk INTEGER NOT NULL CHECK (kiosk BETWEEN 0 AND 999)
) WITHOUT ROWID, STRICT;

-- Which of several kiosks this file is for: 100 and its number, so that every
-- number is stored in bytes; 100 where there is only one, or for all of them.
-- The note is the slip that the last vote here was cast with, while the roll
-- that the kiosks share has not heard of it; zeros for none. Overwritten in
-- place.
CREATE TABLE kiosk (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	number INTEGER NOT NULL CHECK (number BETWEEN 100 AND 1099),
	note BLOB NOT NULL CHECK (length(note) = 32)
) STRICT;

-- The slips that this file's kiosk takes: all of the roll, or its share.
CREATE VIEW slip (hash, serial, kind, state) AS
SELECT roll.hash, roll.serial, roll.kind, roll.state
FROM roll JOIN kiosk AS here ON here.number = 100 OR roll.kiosk = 0
	OR roll.kiosk = here.number - 100;

-- One slot per slip that this kiosk takes, with a random id. The ballot has three digits per
-- proposal, in the order of proposal.position; 000 is nothing.
CREATE TABLE box (
	slot BLOB PRIMARY KEY CHECK (length(slot) = 16),
	used INTEGER NOT NULL CHECK (used IN (2, 3)), -- 2 free, 3 filled
	ballot TEXT NOT NULL CHECK (ballot NOT GLOB '*[^0-9]*')
) WITHOUT ROWID, STRICT;

-- Every proposal that a ballot names, with what stands there and what it adds
-- to the count. Where proposals are ranked, the last one that the ballot names
-- in the pot gets 1, the one before it 2, and so on.
CREATE VIEW choice (slot, position, value, support) AS
SELECT slot, position, value,
	CASE WHEN ballot_type = 'rank'
	THEN (SELECT count(*) FROM proposal AS other
		WHERE other.pot = named.pot AND
		substr(named.ballot, 3 * other.position + 1, 3) > '000')
		- value + 1
	ELSE value END
FROM (SELECT box.slot, box.ballot, proposal.position, proposal.pot,
		pot.ballot_type,
		CAST(substr(box.ballot, 3 * proposal.position + 1, 3)
			AS INTEGER) AS value
	FROM box JOIN proposal JOIN pot ON pot.position = proposal.pot
	WHERE box.used = 3) AS named
WHERE value > 0;

-- The count that every other count is checked against: votes, or points where
-- ballots are not ticked, and how many ballots name it. The cost is in øre.
CREATE VIEW tally (pot, number, title, votes, named, cost) AS
SELECT pot.key, proposal.number, proposal.title,
	coalesce(added.votes, 0), coalesce(added.named, 0), proposal.cost_minor
FROM proposal JOIN pot ON pot.position = proposal.pot
	LEFT JOIN (SELECT position, sum(support) AS votes, count(*) AS named
		FROM choice GROUP BY position) AS added
	ON added.position = proposal.position
ORDER BY proposal.position;

-- What organisers did. Each hash covers its row and the hash before it.
CREATE TABLE audit (
	number INTEGER PRIMARY KEY,
	at TEXT NOT NULL CHECK (at GLOB
		'[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][05]'),
	act TEXT NOT NULL,
	detail TEXT NOT NULL,
	root BLOB NOT NULL CHECK (length(root) = 32),
	hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- The boxes that were put together into the one of this file: what each file
-- said of itself. One that was left out has zeros and the reason.
CREATE TABLE collected (
	place INTEGER PRIMARY KEY,
	kiosk INTEGER NOT NULL, -- its number, 0 for none
	name TEXT NOT NULL, -- of its meeting, or nothing
	printed INTEGER NOT NULL, -- slips that it took; -1: not told
	used INTEGER NOT NULL, -- and so many ballots
	void INTEGER NOT NULL,
	opened TEXT NOT NULL,
	closed TEXT NOT NULL,
	root BLOB NOT NULL CHECK (length(root) = 32), -- of its box
	acts BLOB NOT NULL CHECK (length(acts) = 32), -- hash of its closing
	reason TEXT NOT NULL
) STRICT;

-- Ties that were settled, and the proposals in the order that was settled.
CREATE TABLE decision (
	number INTEGER PRIMARY KEY,
	audit INTEGER NOT NULL UNIQUE REFERENCES audit (number),
	kind TEXT NOT NULL,
	pot INTEGER NOT NULL REFERENCES pot (position),
	reason TEXT NOT NULL
) STRICT;

CREATE TABLE decision_place (
	decision INTEGER NOT NULL REFERENCES decision (number),
	place INTEGER NOT NULL,
	proposal INTEGER NOT NULL REFERENCES proposal (position),
	amount_minor INTEGER NOT NULL, -- what the room agreed on, else 0
	PRIMARY KEY (decision, place)
) WITHOUT ROWID, STRICT;

-- The slips of the urn counted by hand, and which count stands. The last row
-- counts; its votes are in hand_votes.
CREATE TABLE hand_count (
	number INTEGER PRIMARY KEY,
	audit INTEGER NOT NULL UNIQUE REFERENCES audit (number),
	ballots INTEGER NOT NULL,
	stands TEXT NOT NULL CHECK (stands IN ('hand', 'machine')),
	reason TEXT NOT NULL
) STRICT;

CREATE TABLE hand_votes (
	hand_count INTEGER NOT NULL REFERENCES hand_count (number),
	proposal INTEGER NOT NULL REFERENCES proposal (position),
	votes INTEGER NOT NULL,
	PRIMARY KEY (hand_count, proposal)
) WITHOUT ROWID, STRICT;

-- What the room may see of the votes while voting is open (nine digits a number,
-- per proposal in the order of proposal.position); nothing before and after.
CREATE TABLE live (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	ballots TEXT NOT NULL CHECK (length(ballots) = 9),
	votes TEXT NOT NULL CHECK (votes NOT GLOB '*[^0-9]*')
) STRICT;

-- The newest cue for the big screen.
CREATE TABLE cue (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	number INTEGER NOT NULL,
	text TEXT NOT NULL
) STRICT;

-- Who may use the panel at the kiosk: an Argon2id hash, or blanks before there
-- is a PIN. The second is another person's, for what takes two.
CREATE TABLE organiser (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	pin TEXT NOT NULL CHECK (length(pin) = 128),
	second TEXT NOT NULL CHECK (length(second) = 128)
) STRICT;

-- Wrong PINs since the last right one, and wrong codes typed at the kiosk since
-- the file was made: 2 and the number, so that each is stored in one byte.
-- Counted to 100. Overwritten in place.
CREATE TABLE wrong (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	pins INTEGER NOT NULL CHECK (pins BETWEEN 2 AND 102),
	codes INTEGER NOT NULL CHECK (codes BETWEEN 2 AND 102)
) STRICT;
