-- The roll that the kiosks of one meeting share: one PostgreSQL database a
-- meeting, made by `stemmeboks roll init`.
--
-- It knows the slips of the meeting's file by their hashes and what each kiosk
-- is doing with one slip at most. It knows no votes but the sums that the room
-- is shown, no time but, as long as a kiosk has claimed a slip, since which five
-- minutes; and of a slip that was used not at which kiosk. Kiosks
-- and the hall may call the functions at the end and nothing else; those answer
-- with a word.
--
-- Whoever changes a slip and a kiosk's row locks the slip first.

CREATE SCHEMA stemmeboks;
REVOKE ALL ON SCHEMA stemmeboks FROM PUBLIC;

CREATE TABLE stemmeboks.meeting (
	id integer PRIMARY KEY CHECK (id = 1),
	definition_hash bytea NOT NULL CHECK (length(definition_hash) = 32),
	phase text NOT NULL CHECK (phase IN ('ready', 'open', 'paused', 'closed'))
);

-- Half of each page stays free, so that a slip's changes need no new index
-- entry.
CREATE TABLE stemmeboks.slip (
	hash bytea PRIMARY KEY CHECK (length(hash) = 32),
	-- as in the file: 2 unused, 3 in use, 4 used, 5 void
	state smallint NOT NULL DEFAULT 2 CHECK (state BETWEEN 2 AND 5)
) WITH (fillfactor = 50);

CREATE TABLE stemmeboks.kiosk (
	number integer PRIMARY KEY CHECK (number BETWEEN 0 AND 999),
	-- 2 has no slip, 3 has claimed one, 4 has spent it and may not know yet,
	-- 5 has claimed one that another kiosk spent since
	holds smallint NOT NULL DEFAULT 2 CHECK (holds BETWEEN 2 AND 5),
	slip bytea CHECK ((slip IS NULL) = (holds = 2)),
	-- so many kiosks were made together with it, 0 where that is not known
	made integer NOT NULL DEFAULT 0,
	-- when it was claimed, in seconds since 1970 and whole five minutes:
	-- organisers must know that of a kiosk that fell silent
	since bigint CHECK ((since IS NULL) = (holds <> 3)),
	-- the phase of the kiosk's own file, and its ballots once closed
	phase text NOT NULL DEFAULT '',
	filled integer,
	-- what the room may see of its box
	ballots integer NOT NULL DEFAULT 0,
	votes integer[] NOT NULL DEFAULT '{}'
) WITH (fillfactor = 20);

-- The session that serves kiosk ASKING takes its number, for as long as the
-- session lasts: what an older one sent has then been done or never will be. It
-- is one of ALL_MADE, so that others which never come are missed.
CREATE FUNCTION stemmeboks.attach(asking integer, meant bytea,
		all_made integer DEFAULT 0) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM stemmeboks.meeting
			WHERE definition_hash = meant) THEN
		RETURN 'other-meeting';
	END IF;
	IF NOT pg_try_advisory_lock(1398031960, asking) THEN
		RETURN 'taken';
	END IF;
	INSERT INTO stemmeboks.kiosk (number, made) VALUES (asking, all_made)
		ON CONFLICT DO NOTHING;
	RETURN 'ok';
END $$;

-- Slip WANTED is unused and becomes that of kiosk ASKING.
CREATE FUNCTION stemmeboks.claim(asking integer, wanted bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	changed integer;
BEGIN
	IF NOT pg_try_advisory_xact_lock(1398031960, asking) THEN
		RETURN 'taken';
	END IF;
	IF (SELECT phase FROM stemmeboks.meeting) <> 'open' THEN
		RETURN 'not-open';
	END IF;
	UPDATE stemmeboks.slip SET state = 3 WHERE hash = wanted AND state = 2;
	GET DIAGNOSTICS changed = ROW_COUNT;
	IF changed <> 1 THEN
		RETURN coalesce((SELECT CASE state WHEN 5 THEN 'slip-void'
				ELSE 'slip-used' END
			FROM stemmeboks.slip WHERE hash = wanted), 'slip-other');
	END IF;
	UPDATE stemmeboks.kiosk SET holds = 3, slip = wanted,
			since = floor(extract(epoch FROM now()) / 300) * 300
		WHERE number = asking AND holds = 2;
	GET DIAGNOSTICS changed = ROW_COUNT;
	IF changed <> 1 THEN
		RAISE EXCEPTION 'kiosk % holds a slip', asking;
	END IF;
	RETURN 'ok';
END $$;

-- A vote for slip WANTED is in the box of kiosk ASKING. To say so again changes
-- nothing. Was the slip released meanwhile, it is used now, and a kiosk that
-- has claimed it since must let go. 'slip-used' and 'slip-void': there may be
-- another vote for it.
CREATE FUNCTION stemmeboks.spend(asking integer, wanted bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	was smallint;
	mine smallint;
	changed integer;
BEGIN
	IF NOT pg_try_advisory_xact_lock(1398031960, asking) THEN
		RETURN 'taken';
	END IF;
	SELECT state INTO was FROM stemmeboks.slip WHERE hash = wanted
		FOR UPDATE;
	SELECT holds INTO mine FROM stemmeboks.kiosk
		WHERE number = asking AND slip = wanted;
	IF was IS NULL THEN
		RETURN 'slip-other';
	ELSIF mine = 4 THEN
		RETURN 'ok';
	ELSIF was = 5 THEN
		RETURN 'slip-void';
	ELSIF was = 4 THEN
		RETURN 'slip-used';
	END IF;
	UPDATE stemmeboks.slip SET state = 4 WHERE hash = wanted;
	UPDATE stemmeboks.kiosk SET holds = 5, since = NULL
		WHERE slip = wanted AND number <> asking AND holds = 3;
	UPDATE stemmeboks.kiosk SET holds = 4, slip = wanted, since = NULL
		WHERE number = asking;
	GET DIAGNOSTICS changed = ROW_COUNT;
	IF changed <> 1 THEN
		RAISE EXCEPTION 'kiosk % is not known', asking;
	END IF;
	RETURN 'ok';
END $$;

-- Kiosk ASKING needs no slip but KEPT (NULL: none): what it has claimed is
-- unused again, what it has spent is forgotten here. 'lost': KEPT is not its
-- own.
CREATE FUNCTION stemmeboks.settle(asking integer, kept bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	had bytea;
	mine smallint;
BEGIN
	IF NOT pg_try_advisory_xact_lock(1398031960, asking) THEN
		RETURN 'taken';
	END IF;
	SELECT slip, holds INTO had, mine FROM stemmeboks.kiosk
		WHERE number = asking;
	IF mine = 3 AND had = kept THEN
		RETURN 'ok';
	END IF;
	PERFORM FROM stemmeboks.slip WHERE hash = had FOR UPDATE;
	UPDATE stemmeboks.kiosk SET holds = 2, slip = NULL, since = NULL
		WHERE number = asking AND slip = had;
	UPDATE stemmeboks.slip SET state = 2 WHERE hash = had AND state = 3
		AND NOT EXISTS (SELECT FROM stemmeboks.kiosk WHERE slip = had);
	RETURN CASE WHEN kept IS NULL THEN 'ok' ELSE 'lost' END;
END $$;

-- What kiosk ASKING has to know: the meeting's phase, and whether it holds a
-- slip.
CREATE FUNCTION stemmeboks.look(asking integer, OUT phase text, OUT held boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT meeting.phase, kiosk.holds = 3
	FROM stemmeboks.meeting, stemmeboks.kiosk WHERE kiosk.number = asking
$$;

-- How it stands with kiosk ASKING itself.
CREATE FUNCTION stemmeboks.tell(asking integer, now_in text, in_box integer,
		seen integer, seen_votes integer[]) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NOT pg_try_advisory_xact_lock(1398031960, asking) THEN
		RETURN 'taken';
	END IF;
	UPDATE stemmeboks.kiosk SET phase = now_in, filled = in_box,
			ballots = seen, votes = seen_votes
		WHERE number = asking;
	RETURN 'ok';
END $$;

-- What the room may see, over all kiosks.
CREATE FUNCTION stemmeboks.shown(OUT phase text, OUT printed bigint,
		OUT used bigint, OUT voided bigint, OUT ballots bigint,
		OUT votes bigint[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	SELECT meeting.phase, slips.printed, slips.used, slips.voided,
		(SELECT coalesce(sum(kiosk.ballots), 0) FROM stemmeboks.kiosk),
		ARRAY(SELECT sum(vote) FROM stemmeboks.kiosk,
				unnest(kiosk.votes) WITH ORDINALITY
				AS each (vote, place)
			GROUP BY place ORDER BY place)
	FROM stemmeboks.meeting, (SELECT count(*) AS printed,
		count(*) FILTER (WHERE state = 4) AS used,
		count(*) FILTER (WHERE state = 5) AS voided
		FROM stemmeboks.slip) AS slips
$$;

-- A session that is not heard of for ten seconds gives its number back; a kiosk
-- that lives asks every second.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'stemmeboks_kiosk') THEN
		CREATE ROLE stemmeboks_kiosk LOGIN NOINHERIT;
	END IF;
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'stemmeboks_hall') THEN
		CREATE ROLE stemmeboks_hall LOGIN NOINHERIT;
	END IF;
	EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
	EXECUTE format('GRANT CONNECT ON DATABASE %I'
		' TO stemmeboks_kiosk, stemmeboks_hall', current_database());
	EXECUTE format('ALTER ROLE stemmeboks_kiosk IN DATABASE %I'
		' SET idle_session_timeout = ''10s''', current_database());
	EXECUTE format('ALTER ROLE stemmeboks_kiosk IN DATABASE %I'
		' SET statement_timeout = ''10s''', current_database());
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA stemmeboks FROM PUBLIC;
GRANT USAGE ON SCHEMA stemmeboks TO stemmeboks_kiosk, stemmeboks_hall;
GRANT EXECUTE ON FUNCTION stemmeboks.attach, stemmeboks.claim, stemmeboks.spend,
	stemmeboks.settle, stemmeboks.look, stemmeboks.tell TO stemmeboks_kiosk;
GRANT EXECUTE ON FUNCTION stemmeboks.shown TO stemmeboks_hall;
