#include "tools/commands/shared_roll.h"

#include <stdio.h>
#include <unistd.h>

#include "roll/roll_admin.h"
#include "store/deal.h"
#include "store/note.h"
#include "store/store.h"
#include "tools/commands/file_kind.h"
#include "tools/line/report.h"
#include "words/words.h"

enum { POLL_US = 200000, POLLS = 5 /* a second */ };

/* Whether STORE's is the organisers' file of a meeting with a shared roll. */
static bool is_shared(struct store *store)
{
	enum deal_part part;

	return meeting_shares_roll(store_meeting(store)) &&
	       (deal_part(store, &part) != STATUS_OK || part != DEAL_ALL);
}

enum status shared_roll_error(const struct arguments *arguments,
			      const struct roll_admin *admin,
			      enum status status)
{
	if (status == STATUS_DISAGREES)
		return report_refusal(arguments, status,
				      _("The server has the roll of another "
					"meeting. Give this one a database of "
					"its own."));
	if (status != STATUS_ROLL_AWAY)
		return report_error(arguments, status, NULL);
	return report_refusal(arguments, status,
			      _("The shared roll cannot be used: %s"),
			      roll_admin_why(admin));
}

enum status shared_roll_open(const struct arguments *arguments,
			     struct store *store, struct roll_admin **ret_admin)
{
	struct roll_admin *admin = NULL;
	enum status status =
	    roll_admin_open(store, argument_option(arguments, "url"), &admin);

	if (status != STATUS_OK) {
		shared_roll_error(arguments, admin, status);
		roll_admin_free(admin);
		return status;
	}
	*ret_admin = admin;
	return STATUS_OK;
}

/* Reaches a roll that must be this meeting's. */
static enum status reach(const struct arguments *arguments, struct store *store,
			 struct roll_admin **ret_admin)
{
	struct roll_admin *admin = NULL;
	enum status status = shared_roll_open(arguments, store, &admin);

	if (status != STATUS_OK)
		return status;
	status = roll_admin_check(admin);
	if (status != STATUS_OK) {
		shared_roll_error(arguments, admin, status);
		roll_admin_free(admin);
		return status;
	}
	*ret_admin = admin;
	return STATUS_OK;
}

/* The kiosks whose own file is not in PHASE yet. */
static enum status find_silent(struct roll_admin *admin, enum phase phase,
			       int ret_numbers[NOTE_KIOSKS], int *ret_count)
{
	struct roll_kiosk kiosks[NOTE_KIOSKS];
	int all = 0;
	enum status status =
	    roll_admin_kiosks(admin, NOTE_KIOSKS, kiosks, &all);

	*ret_count = 0;
	for (int i = 0; i < all && status == STATUS_OK; i++)
		if (!roll_kiosk_follows(&kiosks[i], phase))
			ret_numbers[(*ret_count)++] = kiosks[i].number;
	return status;
}

static enum status wait_for(struct roll_admin *admin, enum phase phase,
			    int seconds, int ret_numbers[NOTE_KIOSKS],
			    int *ret_count)
{
	enum status status = find_silent(admin, phase, ret_numbers, ret_count);

	for (int i = 0; i < seconds * POLLS; i++) {
		if (status != STATUS_OK || *ret_count == 0)
			return status;
		usleep(POLL_US);
		status = find_silent(admin, phase, ret_numbers, ret_count);
	}
	return status;
}

static void tell_silent(const struct arguments *arguments, const int *numbers,
			int count)
{
	for (int i = 0; i < count; i++)
		report_line(arguments,
			    _("Kiosk %d has not answered. It follows as soon "
			      "as it reaches the roll: see to it."),
			    numbers[i]);
}

/* Nobody waits for a kiosk that was made and never reached the roll: it has no
 * votes. But somebody may have forgotten to switch it on. */
static enum status tell_never(const struct arguments *arguments,
			      struct roll_admin *admin, enum phase phase)
{
	struct roll_kiosk kiosks[NOTE_KIOSKS];
	int count = 0;
	enum status status =
	    roll_admin_kiosks(admin, NOTE_KIOSKS, kiosks, &count);

	if (status == STATUS_OK && count == 0)
		report_line(arguments, "%s",
			    _("No kiosk has ever answered: see to them."));
	for (int i = 0; i < count && status == STATUS_OK; i++)
		if (kiosks[i].never)
			report_line(
			    arguments,
			    phase == PHASE_CLOSED
				? _("Kiosk %1$d has never answered, so nobody "
				    "voted there. Leave it out with collect: "
				    "--missing %1$d --reason \"…\"")
				: _("Kiosk %1$d has never answered: see to "
				    "it."),
			    kiosks[i].number);
	return status;
}

static enum status move(const struct arguments *arguments,
			struct roll_admin *admin, enum phase phase, int seconds,
			int *ret_silent)
{
	int numbers[NOTE_KIOSKS], count = 0;
	enum status status = roll_admin_phase(admin, phase);

	if (status == STATUS_OK)
		status = wait_for(admin, phase, seconds, numbers, &count);
	if (status == STATUS_OK)
		status = tell_never(arguments, admin, phase);
	if (status == STATUS_OK && count == 0 && phase == PHASE_CLOSED)
		status = roll_admin_tidy(admin);
	if (status != STATUS_OK)
		return shared_roll_error(arguments, admin, status);
	tell_silent(arguments, numbers, count);
	*ret_silent = count;
	return STATUS_OK;
}

enum status shared_roll_move(const struct arguments *arguments,
			     struct store *store, enum act act, int *ret_silent)
{
	struct roll_admin *admin = NULL;
	enum phase phase;
	int seconds;
	enum status status;

	*ret_silent = 0;
	if (!is_shared(store) || act == ACT_ADOPTED)
		return STATUS_OK;
	status = file_kind_acts(arguments, store);
	if (status != STATUS_OK)
		return status;
	status = argument_number(arguments, "wait", 0, 3600, SHARED_ROLL_WAIT,
				 &seconds);
	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &phase);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	status = reach(arguments, store, &admin);
	if (status == STATUS_OK)
		status = move(arguments, admin, act_leads_to(act, phase),
			      seconds, ret_silent);
	roll_admin_free(admin);
	return status;
}

/* Only a sum is told: a box with few ballots keeps them to itself. Before the
 * boxes are closed it is what the roll knows to be used. */
static enum status read_numbers(struct roll_admin *admin, enum phase phase,
				struct roll_count *ret_slips, int *ret_filled)
{
	struct roll_kiosk kiosks[NOTE_KIOSKS];
	struct roll_count slips;
	int count = 0, filled = 0;
	enum status status = roll_admin_count(admin, &slips);

	if (status == STATUS_OK)
		status = roll_admin_kiosks(admin, NOTE_KIOSKS, kiosks, &count);
	for (int i = 0; i < count && status == STATUS_OK; i++)
		filled += kiosks[i].filled > 0 ? kiosks[i].filled : 0;
	if (status != STATUS_OK)
		return status;
	*ret_slips = slips;
	*ret_filled = phase < PHASE_CLOSED ? slips.used : filled;
	return STATUS_OK;
}

enum status shared_roll_look(struct store *store, struct roll_count *ret_slips,
			     int *ret_filled)
{
	struct roll_admin *admin = NULL;
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status != STATUS_OK)
		return status;
	status = roll_admin_open(store, NULL, &admin);
	if (status == STATUS_OK)
		status = roll_admin_check(admin);
	if (status == STATUS_OK)
		status = read_numbers(admin, phase, ret_slips, ret_filled);
	roll_admin_free(admin);
	return status;
}

enum status shared_roll_numbers(const struct arguments *arguments,
				struct store *store,
				struct roll_count *ret_slips, int *ret_filled)
{
	struct roll_admin *admin = NULL;
	enum phase phase;
	enum status status;

	if (!is_shared(store))
		return STATUS_OK;
	status = store_phase(store, &phase);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	if (phase <= PHASE_READY)
		return STATUS_OK;
	status = reach(arguments, store, &admin);
	if (status != STATUS_OK)
		return status;
	status = read_numbers(admin, phase, ret_slips, ret_filled);
	if (status != STATUS_OK)
		shared_roll_error(arguments, admin, status);
	roll_admin_free(admin);
	return status;
}

enum status shared_roll_fetch(const struct arguments *arguments,
			      struct store *store)
{
	struct roll_admin *admin = NULL;
	enum status status;
	int count;

	if (!is_shared(store))
		return STATUS_OK;
	status = reach(arguments, store, &admin);
	if (status != STATUS_OK)
		return status;
	status = roll_admin_fetch(admin, &count);
	if (status != STATUS_OK)
		shared_roll_error(arguments, admin, status);
	roll_admin_free(admin);
	return status;
}

enum status shared_roll_void(const struct arguments *arguments,
			     struct store *store,
			     const unsigned char hash[SLIP_HASH_BYTES])
{
	struct roll_admin *admin = NULL;
	enum status status;

	if (!is_shared(store))
		return STATUS_OK;
	status = reach(arguments, store, &admin);
	if (status != STATUS_OK)
		return STATUS_ROLL_AWAY;
	status = roll_admin_void(admin, hash);
	if (status == STATUS_ROLL_AWAY)
		shared_roll_error(arguments, admin, status);
	roll_admin_free(admin);
	return status;
}
