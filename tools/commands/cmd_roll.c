/* stemmeboks roll: the roll that several kiosks share. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roll/roll_admin.h"
#include "store/note.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/shared_roll.h"
#include "tools/line/ask.h"
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

/* A second person types the kiosk's number, having read what may happen. */
static enum status ask_again(const struct roll_run *run, int kiosk)
{
	char line[ASK_LINE];

	report_line(run->arguments,
		    _("Kiosk %d had a slip in use when it fell silent. If it "
		      "had stored the vote and the slip is used once more "
		      "elsewhere, there are two votes for it: nobody can tell "
		      "which, and the kiosk says so when it is back. Release "
		      "it only if the kiosk will not come back while people "
		      "vote."),
		    kiosk);
	if (!ask_line(_("Second person: type the number of the kiosk again, "
			"to release its slip:"),
		      line) ||
	    strtol(line, NULL, 10) != kiosk)
		return report_refusal(run->arguments, STATUS_USAGE, "%s",
				      _("Nothing was released."));
	return STATUS_OK;
}

static enum status agree(const struct roll_run *run, int kiosk)
{
	int again;
	enum status status = argument_number(run->arguments, "again", 0,
					     NOTE_KIOSKS, -1, &again);

	if (status != STATUS_OK || again == kiosk)
		return status;
	if (again < 0 && ask_person(run->arguments))
		return ask_again(run, kiosk);
	return report_refusal(
	    run->arguments, STATUS_USAGE, "%s",
	    _("Two people must say the same: --kiosk N --again N. If the kiosk "
	      "had stored the vote, its slip can give two."));
}

static enum status keep(const struct roll_run *run, int kiosk)
{
	char detail[AUDIT_DETAIL], at[AUDIT_TIME];
	enum status status;

	snprintf(detail, sizeof(detail), "%d", kiosk);
	meeting_file_time(at);
	status = audit_act(run->store, ACT_RELEASED, detail, at);
	if (status != STATUS_OK)
		return report_error(run->arguments, status, NULL);
	report_line(run->arguments, _("The slip of kiosk %d is unused again."),
		    kiosk);
	report_json(run->arguments, json_pack("{s:i}", "released", kiosk));
	return STATUS_OK;
}

static enum status release(struct roll_run *run)
{
	bool released = false;
	int kiosk;
	enum status status = argument_number(run->arguments, "kiosk", 0,
					     NOTE_KIOSKS, -1, &kiosk);

	if (status == STATUS_OK && kiosk < 0)
		return report_error(run->arguments, STATUS_USAGE, "%s",
				    _("Say which: --kiosk N"));
	if (status == STATUS_OK)
		status = agree(run, kiosk);
	if (status != STATUS_OK)
		return status;
	status = roll_admin_check(run->admin);
	if (status == STATUS_OK)
		status = roll_admin_release(run->admin, kiosk, &released);
	if (status == STATUS_CHANGED)
		return report_refusal(run->arguments, status,
				      _("Kiosk %d answers. It gives back by "
					"itself what it does not need."),
				      kiosk);
	if (status != STATUS_OK)
		return fail(run, status);
	if (!released)
		return report_refusal(run->arguments, STATUS_CHANGED,
				      _("Kiosk %d has no slip in use."), kiosk);
	return keep(run, kiosk);
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
		if (!kiosks[i].has_phase || kiosks[i].phase < PHASE_CLOSED)
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
} acts[] = {
    {"init", make, STORE_READ},
    {"status", show, STORE_READ},
    {"release", release, STORE_WRITE},
    {"fetch", fetch, STORE_WRITE},
};

static enum status begin(struct roll_run *run, enum store_mode mode)
{
	const char *path = argument_operand(run->arguments, 1);
	enum status status = store_open(path, mode, &run->store);

	if (status != STATUS_OK)
		return report_error(run->arguments, status, "%s", path);
	if (!meeting_shares_roll(store_meeting(run->store)))
		return report_refusal(run->arguments, STATUS_USAGE, "%s",
				      _("The roll of this meeting is in its "
					"file. To share it between kiosks, "
					"write [roll] and url = postgresql://… "
					"in meeting.ini."));
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
		status = begin(&run, acts[i].mode);
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
