#include "tools/commands/roll_release.h"

#include <stdio.h>
#include <stdlib.h>

#include "roll/roll_admin.h"
#include "store/audit.h"
#include "store/note.h"
#include "store/store.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/shared_roll.h"
#include "tools/commands/two_persons.h"
#include "tools/line/ask.h"
#include "tools/line/report.h"
#include "words/words.h"

enum { DAY = 11 /* bytes before the time of audit_time() */ };

struct release {
	const struct arguments *arguments;
	struct store *store;
	struct roll_admin *admin;
	int kiosk;
};

static enum status read_number(struct release *release)
{
	enum status status = argument_number(release->arguments, "kiosk", 0,
					     NOTE_KIOSKS, -1, &release->kiosk);

	if (status == STATUS_OK && release->kiosk < 0)
		return report_error(release->arguments, STATUS_USAGE, "%s",
				    _("Say which: --kiosk N"));
	return status;
}

static enum status refuse_serving(const struct release *release)
{
	return report_refusal(release->arguments, STATUS_CHANGED,
			      _("Kiosk %d answers. It gives back by "
				"itself what it does not need."),
			      release->kiosk);
}

static enum status refuse_empty(const struct release *release)
{
	return report_refusal(release->arguments, STATUS_CHANGED,
			      _("Kiosk %d has no slip in use."),
			      release->kiosk);
}

/* What the kiosk has, or why nothing is to be released there. */
static enum status find_claim(const struct release *release,
			      struct roll_kiosk *ret_kiosk)
{
	struct roll_kiosk kiosks[NOTE_KIOSKS];
	int count = 0, at = 0;
	enum status status = roll_admin_check(release->admin);

	if (status == STATUS_OK)
		status = roll_admin_kiosks(release->admin, NOTE_KIOSKS, kiosks,
					   &count);
	if (status != STATUS_OK)
		return shared_roll_error(release->arguments, release->admin,
					 status);
	while (at < count && kiosks[at].number != release->kiosk)
		at++;
	if (at == count || (!kiosks[at].claims && !kiosks[at].serving))
		return refuse_empty(release);
	if (kiosks[at].serving)
		return refuse_serving(release);
	*ret_kiosk = kiosks[at];
	return STATUS_OK;
}

static void tell_claim(const struct release *release,
		       const struct roll_kiosk *kiosk)
{
	char at[AUDIT_TIME];

	audit_time(kiosk->since, at);
	report_line(release->arguments,
		    _("Kiosk %1$d does not answer. It has 1 slip in use, since "
		      "about %2$s."),
		    kiosk->number, at + DAY);
	report_line(release->arguments, "%s",
		    _("The risk: if the kiosk had stored the vote and the slip "
		      "is used once more elsewhere, there are two votes for "
		      "it. Nobody can tell which; the kiosk says so when it is "
		      "back. Release the slip only if the kiosk will not come "
		      "back while people vote."));
}

/* A second person types the kiosk's number. */
static enum status ask_again(const struct release *release)
{
	char line[ASK_LINE], *end = line;

	if (!ask_line(_("Second person: type the number of the kiosk again, "
			"to release its slip:"),
		      line) ||
	    strtol(line, &end, 10) != release->kiosk || end == line || *end)
		return report_refusal(release->arguments, STATUS_USAGE, "%s",
				      _("Nothing was released."));
	return STATUS_OK;
}

static enum status agree(const struct release *release)
{
	int again;
	enum status status;

	if (store_meeting(release->store)->two_persons)
		return two_persons_ask(release->arguments, release->store);
	status = argument_number(release->arguments, "again", 0, NOTE_KIOSKS,
				 -1, &again);
	if (status != STATUS_OK || again == release->kiosk)
		return status;
	if (again < 0 && ask_person(release->arguments))
		return ask_again(release);
	return report_refusal(
	    release->arguments, STATUS_USAGE, "%s",
	    _("Two people must say the same: --kiosk N --again N. If the kiosk "
	      "had stored the vote, its slip can give two."));
}

static enum status keep(const struct release *release)
{
	char detail[AUDIT_DETAIL], at[AUDIT_TIME];
	enum status status;

	snprintf(detail, sizeof(detail), "%d", release->kiosk);
	meeting_file_time(at);
	status = audit_act(release->store, ACT_RELEASED, detail, at);
	report_line(release->arguments,
		    _("The slip of kiosk %d is unused again."), release->kiosk);
	if (status != STATUS_OK)
		return report_error(release->arguments, status, NULL);
	report_json(release->arguments,
		    json_pack("{s:i}", "released", release->kiosk));
	return STATUS_OK;
}

/* The kiosk may have come back while people were asked. */
static enum status give_free(const struct release *release)
{
	bool released = false;
	enum status status =
	    roll_admin_release(release->admin, release->kiosk, &released);

	if (status == STATUS_CHANGED)
		return refuse_serving(release);
	if (status != STATUS_OK)
		return shared_roll_error(release->arguments, release->admin,
					 status);
	return released ? keep(release) : refuse_empty(release);
}

enum status roll_release(const struct arguments *arguments, struct store *store,
			 struct roll_admin *admin)
{
	struct release release = {arguments, store, admin, -1};
	struct roll_kiosk kiosk;
	enum status status = read_number(&release);

	if (status == STATUS_OK)
		status = meeting_file_allows(arguments, store, ACT_RELEASED);
	if (status == STATUS_OK)
		status = find_claim(&release, &kiosk);
	if (status != STATUS_OK)
		return status;
	tell_claim(&release, &kiosk);
	status = agree(&release);
	return status == STATUS_OK ? give_free(&release) : status;
}
