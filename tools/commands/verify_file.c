#include "tools/commands/verify_file.h"

#include "store/part.h"
#include "store/pictures.h"
#include "tools/bundle/bundle.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/report.h"
#include "words/words.h"

/* ROOT may be NULL. Who forges a folder with all that follows cannot forge what
 * was read aloud and written down at the meeting. */
void verify_minutes(const struct arguments *arguments, const char *code,
		    const char *root)
{
	report_line(arguments, _("Code of the rules: %s"), code);
	if (!root)
		return;
	report_line(arguments,
		    _("Root of the box: %s – compare both with the minutes of "
		      "the meeting"),
		    root);
}

/* A meeting's file and what lies beside it, as far as it may be looked at. */
struct meeting_check {
	struct store *store;
	struct bundle *bundle;
	/* In parts: the votes are in several files, `bundle` is NULL. */
	enum file_kind kind;
	bool in_parts;
	struct roll_count slips;
	enum phase phase;
	char root[MEETING_FILE_ROOT];
	char code[DEFINITION_CODE];
	enum status pictures;
	char picture[PICTURES_NAME]; /* the first that is wrong */
	struct store_fault fault;
};

/* Every ballot, and their sums against plain SQL. */
static enum status part_check(struct store *store)
{
	struct part *part = NULL;
	enum status status = part_read(store, false, &part);

	part_free(part);
	return status;
}

static enum status check_read(const char *path, struct meeting_check *check)
{
	enum status status =
	    store_open_fault(path, STORE_READ, &check->store, &check->fault);

	if (status == STATUS_OK && store_meeting(check->store)->practice)
		status = STATUS_PRACTICE;
	if (status == STATUS_OK)
		status = store_phase(check->store, &check->phase);
	if (status == STATUS_OK)
		status = roll_count(check->store, &check->slips);
	if (status == STATUS_OK)
		status = file_kind(check->store, &check->kind);
	if (status != STATUS_OK)
		return status;
	check->in_parts =
	    check->phase >= PHASE_CLOSED &&
	    (check->kind == FILE_ORGANISERS || check->kind == FILE_BOX);
	status = check->in_parts ? part_check(check->store)
				 : bundle_gather(check->store, &check->bundle);
	if (status == STATUS_OK)
		status = meeting_file_root(check->store, check->root);
	if (status != STATUS_OK)
		return status;
	meeting_file_code(check->store, check->code);
	check->pictures = store_pictures_check(check->store, check->picture);
	return STATUS_OK;
}

static json_t *check_json(const struct meeting_check *check, const char *path)
{
	bool right = check->pictures == STATUS_OK;
	bool closed = check->phase >= PHASE_CLOSED;
	int ballots = closed && !check->in_parts ? check->bundle->tally.ballots
						 : check->slips.used;

	/* How many voted at a kiosk is not told. */
	return json_pack(
	    "{s:s, s:b, s:s, s:i, s:o, s:b, s:s, s:s?, s:s?}", "file", path,
	    "agrees", (int)right, "phase", phase_name(check->phase), "slips",
	    check->slips.printed, "ballots",
	    check->in_parts ? json_null() : json_integer(ballots),
	    "ballots_checked", (int)closed, "code", check->code, "root",
	    meeting_file_root_told(check->phase) ? check->root : NULL,
	    "wrong_picture", right ? NULL : check->picture);
}

/* The ballots, as far as they may be looked at. */
static void tell_ballots(const struct arguments *arguments,
			 const struct meeting_check *check)
{
	const struct bundle *bundle = check->bundle;
	char lost[LOST_TEXT] = "";

	if (check->in_parts) {
		report_line(arguments, "%s",
			    check->kind == FILE_BOX
				? _("This is the box of one kiosk. Its ballots "
				    "follow the rules; plain SQL gives the "
				    "same sums.")
				: _("The ballots are in the kiosks' boxes."));
		return;
	}
	if (!bundle->closed) {
		report_line(arguments, "%s",
			    _("The ballots are looked at once voting is "
			      "closed."));
		return;
	}
	bundle_lost(bundle, lost);
	report_line(arguments,
		    *lost ? words_plural("%d ballot. Plain SQL gives the same "
					 "sums.",
					 "%d ballots. Plain SQL gives the same "
					 "sums.",
					 (unsigned long)bundle->tally.ballots)
			  : words_plural("%d ballot, as many as slips used. "
					 "Plain SQL gives the same sums.",
					 "%d ballots, as many as slips used. "
					 "Plain SQL gives the same sums.",
					 (unsigned long)bundle->tally.ballots),
		    bundle->tally.ballots);
	if (*lost)
		report_line(arguments, "%s", lost);
}

static void tell_check(const struct arguments *arguments,
		       const struct meeting_check *check)
{
	report_line(arguments, "%s",
		    _("The meeting file is whole; its acts follow each "
		      "other."));
	tell_ballots(arguments, check);
	verify_minutes(arguments, check->code,
		       meeting_file_root_told(check->phase) ? check->root
							    : NULL);
	if (check->pictures != STATUS_OK && !argument_json(arguments))
		meeting_file_picture(arguments, check->store, check->pictures,
				     check->picture);
}

enum status verify_file(const struct arguments *arguments, const char *path)
{
	struct meeting_check check = {.store = NULL};
	enum status status = check_read(path, &check);

	if (status == STATUS_DAMAGED) {
		meeting_file_damaged(arguments, path, &check.fault);
		goto out;
	}
	if (status != STATUS_OK) {
		report_error(arguments, status, "%s", path);
		goto out;
	}
	report_json(arguments, check_json(&check, path));
	tell_check(arguments, &check);
	status = check.pictures;
out:
	bundle_free(check.bundle);
	store_free(check.store);
	return status;
}
