/* stemmeboks roll: the roll that several kiosks share. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roll/roll_admin.h"
#include "store/note.h"
#include "store/store.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/roll_release.h"
#include "tools/commands/shared_roll.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_roll[] = {
    {"url", 0, "URL",
     N_("Where the roll is, and as whom to speak to it, if not as you.")},
    {"kiosk", 0, "N", N_("With release: the number of the kiosk.")},
    {"again", 0, "N", N_("The same number, typed by a second person.")},
    {NULL, 0, NULL, NULL},
};

struct roll_run {
	const struct arguments *arguments;
	struct store *store;
	struct roll_admin *admin;
};

static enum status fail(const struct roll_run *run, enum status status)
{
	return shared_roll_error(run->arguments, run->admin, status);
}

static enum status tell_slips(const struct roll_run *run,
			      const struct roll_count *slips)
{
	report_line(run->arguments,
		    _("Slips: %d unused, %d at a kiosk, %d used, %d void."),
		    slips->unused, slips->in_use, slips->used, slips->voided);
	return STATUS_OK;
}

static json_t *slips_json(const struct roll_count *slips)
{
	return json_pack("{s:i, s:i, s:i, s:i, s:i}", "printed", slips->printed,
			 "unused", slips->unused, "in_use", slips->in_use,
			 "used", slips->used, "void", slips->voided);
}

static enum status make(struct roll_run *run)
{
	struct roll_count slips;
	enum status status = roll_admin_init(run->admin);

	if (status == STATUS_OK)
		status = roll_admin_count(run->admin, &slips);
	if (status != STATUS_OK)
		return fail(run, status);
	report_line(run->arguments, "%s",
		    _("The shared roll is made. Kiosks speak to it as "
		      "stemmeboks_kiosk, the hall as stemmeboks_hall."));
	tell_slips(run, &slips);
	report_json(run->arguments,
		    json_pack("{s:o}", "slips", slips_json(&slips)));
	return STATUS_OK;
}

static void tell_kiosk(const struct roll_run *run,
		       const struct roll_kiosk *kiosk)
{
	if (kiosk->never) {
		report_line(run->arguments, _("Kiosk %d: has never answered"),
			    kiosk->number);
		return;
	}
	report_line(run->arguments, _("Kiosk %1$d: %2$s, %3$s%4$s"),
		    kiosk->number,
		    kiosk->serving ? _("answers") : _("does not answer"),
		    kiosk->has_phase ? words_get(phase_text(kiosk->phase))
				     : _("no phase told"),
		    kiosk->claims ? _(", has a slip in use") : "");
}

static json_t *kiosks_json(const struct roll_kiosk *kiosks, int count)
{
	json_t *array = json_array();

	for (int i = 0; i < count; i++)
		json_array_append_new(
		    array,
		    json_pack("{s:i, s:b, s:b, s:s?}", "number",
			      kiosks[i].number, "answers",
			      (int)kiosks[i].serving, "in_use",
			      (int)kiosks[i].claims, "phase",
			      kiosks[i].has_phase ? phase_name(kiosks[i].phase)
						  : NULL));
	return array;
}

static enum status show(struct roll_run *run)
{
	struct roll_kiosk kiosks[NOTE_KIOSKS];
	struct roll_count slips;
	int count = 0;
	enum status status = roll_admin_check(run->admin);

	if (status == STATUS_OK)
		status = roll_admin_count(run->admin, &slips);
	if (status == STATUS_OK)
		status =
		    roll_admin_kiosks(run->admin, NOTE_KIOSKS, kiosks, &count);
	if (status != STATUS_OK)
		return fail(run, status);
	tell_slips(run, &slips);
	for (int i = 0; i < count; i++)
		tell_kiosk(run, &kiosks[i]);
	report_json(run->arguments,
		    json_pack("{s:o, s:o}", "slips", slips_json(&slips),
			      "kiosks", kiosks_json(kiosks, count)));
	return STATUS_OK;
}

static enum status release(struct roll_run *run)
{
	return roll_release(run->arguments, run->store, run->admin);
}

/* Once the last kiosk has closed, too late for `close`, nothing is left in the
 * roll of the order in which slips were used. */
static enum status tidy(const struct roll_run *run)
{
	struct roll_kiosk kiosks[NOTE_KIOSKS];
	int count = 0;
	enum status status =
	    roll_admin_kiosks(run->admin, NOTE_KIOSKS, kiosks, &count);

	for (int i = 0; i < count && status == STATUS_OK; i++)
		if (!roll_kiosk_follows(&kiosks[i], PHASE_CLOSED))
			return STATUS_OK;
	return status == STATUS_OK ? roll_admin_tidy(run->admin) : status;
}

/* After closing: the organisers' file learns which slips were used. */
static enum status fetch(struct roll_run *run)
{
	int count = 0;
	enum status status = roll_admin_check(run->admin);

	if (status == STATUS_OK)
		status = roll_admin_fetch(run->admin, &count);
	if (status == STATUS_OK)
		status = tidy(run);
	if (status != STATUS_OK)
		return fail(run, status);
	report_line(run->arguments, _("Used slips taken over: %d."), count);
	report_json(run->arguments, json_pack("{s:i}", "used", count));
	return STATUS_OK;
}

static const struct {
	const char *name;
	enum status (*run)(struct roll_run *run);
	enum store_mode mode;
	bool any_file; /* looks only */
} acts[] = {
    {"init", make, STORE_READ, false},
    {"status", show, STORE_READ, true},
    {"release", release, STORE_WRITE, false},
    {"fetch", fetch, STORE_WRITE, false},
};

static enum status begin(struct roll_run *run, enum store_mode mode,
			 bool any_file)
{
	const char *path = argument_operand(run->arguments, 1);
	enum status status =
	    meeting_file_open_at(run->arguments, path, mode, &run->store);

	if (status != STATUS_OK)
		return status;
	if (!meeting_shares_roll(store_meeting(run->store)))
		return report_refusal(run->arguments, STATUS_USAGE, "%s",
				      _("The roll of this meeting is in its "
					"file. To share it between kiosks, "
					"write [roll] and url = postgresql://… "
					"in meeting.ini."));
	if (!any_file)
		status = file_kind_roll(run->arguments, run->store);
	if (status != STATUS_OK)
		return status;
	return shared_roll_open(run->arguments, run->store, &run->admin);
}

enum status cmd_roll(const struct arguments *arguments)
{
	struct roll_run run = {.arguments = arguments};
	const char *name = argument_operand(arguments, 0);
	enum status status;

	for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++) {
		if (strcmp(name, acts[i].name) != 0)
			continue;
		status = begin(&run, acts[i].mode, acts[i].any_file);
		if (status == STATUS_OK)
			status = acts[i].run(&run);
		roll_admin_free(run.admin);
		store_free(run.store);
		return status;
	}
	return report_error(
	    arguments, STATUS_USAGE,
	    _("\"%s\" is none of init, status, release and fetch."), name);
}
