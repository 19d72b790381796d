#include "app/kiosk_maker.h"

#include <sodium/utils.h>
#include <stdio.h>
#include <string.h>

#include "app/kiosk_maker_inside.h"
#include "app/maker_find.h"
#include "app/sticks.h"
#include "store/entropy.h"
#include "store/pin.h"
#include "store/store.h"
#include "words/words.h"

/* Sticks are mounted by the machine; a folder may be named besides. */
static void find(struct kiosk_maker *maker)
{
	struct maker_sources *sources = &maker->facts.sources;
	struct panel_names sticks;

	*sources = (struct maker_sources){0};
	if (maker->stick)
		maker_find_sources(maker->stick, sources);
	sticks_find(maker->mounts ? maker->mounts : STICKS_MOUNTS, &sticks);
	for (int i = 0; i < sticks.count; i++)
		maker_find_sources(sticks.name[i], sources);
	maker_find_meetings(maker->folder, &maker->facts.meetings);
}

static void let_go(struct kiosk_maker *maker)
{
	store_free(maker->store);
	maker->store = NULL;
	session_reset(&maker->session, 0);
}

void kiosk_maker_begin(struct kiosk_maker *maker)
{
	find(maker);
}

void kiosk_maker_end(struct kiosk_maker *maker)
{
	child_stop(&maker->child);
	let_go(maker);
	sodium_memzero(&maker->maker, sizeof(maker->maker));
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* What the page must know of the file that is open. */
static enum status facts_read(struct kiosk_maker *maker)
{
	struct maker_facts *facts = &maker->facts;
	const struct meeting *meeting = store_meeting(maker->store);
	enum status status = pin_exists(maker->store, &facts->pin_set);

	if (status == STATUS_OK)
		status = pin_second_exists(maker->store, &facts->second_set);
	facts->two_persons = meeting->two_persons;
	snprintf(facts->title, sizeof(facts->title), "%.127s",
		 meeting_text(meeting, &meeting->title, 0, NULL));
	snprintf(facts->file, sizeof(facts->file), "%.63s",
		 last_part(maker->made));
	return status;
}

static enum status open_made(struct kiosk_maker *maker)
{
	enum status status;

	let_go(maker);
	status = store_open(maker->made, STORE_WRITE, &maker->store);
	if (status == STATUS_OK)
		status = facts_read(maker);
	return status;
}

static enum status open_chosen(struct kiosk_maker *maker)
{
	strcpy(maker->made,
	       maker->facts.meetings.source[maker->maker.meeting].path);
	return open_made(maker);
}

static enum status set_pin(struct kiosk_maker *maker, char ret_said[PANEL_SAID])
{
	const char *pin = maker->maker.first;
	enum status status;

	if (pin_guessed(pin)) {
		snprintf(ret_said, PANEL_SAID, "%s",
			 _("That PIN is guessed at once. Take six digits that "
			   "only you know."));
		return STATUS_INPUT;
	}
	status = pin_change(maker->store, pin, maker->maker.second);
	if (status == STATUS_PIN)
		snprintf(ret_said, PANEL_SAID, "%s",
			 _("The other person has that PIN. Take another."));
	if (status == STATUS_OK)
		status = facts_read(maker);
	return status;
}

static void preview_begin(struct kiosk_maker *maker, uint64_t now_ms)
{
	/* A slip of no meeting: it could not be spent. */
	static const unsigned char none[SLIP_HASH_BYTES];

	session_reset(&maker->session, now_ms);
	session_scanned(&maker->session, store_meeting(maker->store), STATUS_OK,
			none, -1, &entropy, now_ms);
}

static enum status choose(struct kiosk_maker *maker)
{
	char path[MAKER_PATH];
	enum status status =
	    maker_find_choose(maker->folder, maker->made, sizeof(path), path);

	if (status != STATUS_OK)
		return status;
	let_go(maker);
	strcpy(maker->made, path);
	maker->start = true;
	return STATUS_OK;
}

static void done(struct kiosk_maker *maker, enum maker_effect effect,
		 enum status status, const char *said, uint64_t now_ms)
{
	enum maker_effect next;

	next = maker_done(&maker->maker, &maker->facts, effect, status, said,
			  now_ms);
	if (next != MAKER_EFFECT_START)
		return;
	status = choose(maker);
	if (status != STATUS_OK)
		maker_done(&maker->maker, &maker->facts, MAKER_EFFECT_START,
			   status, "", now_ms);
}

void kiosk_maker_apply(struct kiosk_maker *maker, struct panel_intent intent,
		       uint64_t now_ms)
{
	enum maker_effect effect =
	    maker_apply(&maker->maker, &maker->facts, intent, now_ms);
	char said[PANEL_SAID] = "";
	enum status status = STATUS_OK;

	if (kiosk_maker_runs(effect)) {
		kiosk_maker_run(maker, effect, now_ms);
		return;
	}
	switch (effect) {
	case MAKER_EFFECT_FIND:
		let_go(maker);
		find(maker);
		break;
	case MAKER_EFFECT_OPEN:
		status = open_chosen(maker);
		break;
	case MAKER_EFFECT_PIN:
		status = set_pin(maker, said);
		break;
	case MAKER_EFFECT_KIOSK:
		preview_begin(maker, now_ms);
		return;
	case MAKER_EFFECT_START:
		status = choose(maker);
		if (status == STATUS_OK)
			return;
		break;
	default:
		return;
	}
	done(maker, effect, status, said, now_ms);
}

bool kiosk_maker_tick(struct kiosk_maker *maker, uint64_t now_ms)
{
	char said[PANEL_SAID] = "";
	bool changed = maker_tick(&maker->maker, now_ms);
	enum status status;

	if (maker->maker.page == MAKER_KIOSK) {
		changed |= session_tick(&maker->session, now_ms);
		if (!session_busy(&maker->session))
			maker_preview_ended(&maker->maker, now_ms);
	}
	if (!child_runs(&maker->child) ||
	    !kiosk_maker_ran(maker, &status, said))
		return changed;
	if (maker->running == MAKER_EFFECT_BUILD && status == STATUS_OK)
		status = open_made(maker);
	done(maker, maker->running, status, said, now_ms);
	return true;
}

void kiosk_maker_preview(struct kiosk_maker *maker, struct intent intent,
			 int page_size, int review_size, uint64_t now_ms)
{
	enum effect effect =
	    session_apply(&maker->session, store_meeting(maker->store), intent,
			  page_size, review_size, now_ms);

	/* Here a vote would have been stored. */
	if (effect == EFFECT_CAST)
		session_reset(&maker->session, now_ms);
	if (!session_busy(&maker->session))
		maker_preview_ended(&maker->maker, now_ms);
}
