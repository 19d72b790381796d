#include "tools/commands/parts.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/store.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/report.h"
#include "words/words.h"

enum { THREADS_MOST = 8 };

/* Shared by those who read; each takes the next file that nobody has. */
struct reading {
	struct parts *parts;
	bool keep;
	atomic_int next;
	/* How each file went, whether it could be opened, and if not, where it
	 * is damaged. */
	enum status *statuses;
	bool *opened;
	struct store_fault *faults;
};

static void read_one(struct reading *reading, int index)
{
	struct parts *parts = reading->parts;
	struct store *store = NULL;
	enum status status = store_open_fault(parts->paths[index], STORE_READ,
					      &store, &reading->faults[index]);

	reading->opened[index] = status == STATUS_OK;
	if (status == STATUS_OK && store_meeting(store)->practice)
		status = STATUS_PRACTICE;
	if (status == STATUS_OK)
		status = part_read(store, reading->keep, &parts->parts[index]);
	reading->statuses[index] = status;
	if (index == 0)
		parts->first = store;
	else
		store_free(store);
}

static void *read_some(void *context)
{
	struct reading *reading = context;
	int index;

	while ((index = atomic_fetch_add(&reading->next, 1)) <
	       reading->parts->count)
		read_one(reading, index);
	return NULL;
}

/* This thread reads too, so that none need start. */
static void read_all(struct reading *reading)
{
	pthread_t threads[THREADS_MOST];
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int started = 0;

	while (started < THREADS_MOST && started + 1 < cores &&
	       started + 1 < reading->parts->count &&
	       pthread_create(&threads[started], NULL, read_some, reading) == 0)
		started++;
	read_some(reading);
	while (started > 0)
		pthread_join(threads[--started], NULL);
}

static enum status tell(const struct arguments *arguments,
			const struct reading *reading, int index)
{
	const char *path = reading->parts->paths[index];
	const enum status status = reading->statuses[index];

	if (status == STATUS_PHASE)
		return report_refusal(arguments, status,
				      _("%s: voting is not closed there. Close "
					"it first: stemmeboks close %s"),
				      path, path);
	if (status == STATUS_DAMAGED && !reading->opened[index])
		return meeting_file_damaged(arguments, path,
					    &reading->faults[index]);
	if (status == STATUS_DAMAGED)
		return report_refusal(arguments, status,
				      _("%s: a ballot in it does not follow "
					"the meeting's rules. Do not count "
					"with it."),
				      path);
	return report_error(arguments, status, "%s", path);
}

static enum status read_and_tell(const struct arguments *arguments,
				 struct reading *reading)
{
	struct parts *parts = reading->parts;

	read_all(reading);
	for (int i = 0; i < parts->count; i++)
		if (reading->statuses[i] != STATUS_OK)
			return tell(arguments, reading, i);
	return STATUS_OK;
}

enum status parts_open(const struct arguments *arguments, bool keep,
		       struct parts *ret_parts)
{
	int count = argument_operand_count(arguments);
	struct parts parts = {
	    .count = count,
	    .paths = calloc((size_t)count, sizeof(*parts.paths)),
	    .parts = calloc((size_t)count, sizeof(struct part *)),
	};
	struct reading reading = {
	    .parts = &parts,
	    .keep = keep,
	    .statuses = calloc((size_t)count, sizeof(enum status)),
	    .opened = calloc((size_t)count, sizeof(bool)),
	    .faults = calloc((size_t)count, sizeof(struct store_fault)),
	};
	enum status status = STATUS_MEMORY;

	if (parts.paths && parts.parts && reading.statuses && reading.opened &&
	    reading.faults) {
		for (int i = 0; i < count; i++)
			parts.paths[i] = argument_operand(arguments, i);
		status = read_and_tell(arguments, &reading);
	} else {
		report_error(arguments, status, NULL);
	}
	free(reading.statuses);
	free(reading.opened);
	free(reading.faults);
	if (status == STATUS_OK)
		*ret_parts = parts;
	else
		parts_free(&parts);
	return status;
}

void parts_free(struct parts *parts)
{
	for (int i = 0; parts->parts && i < parts->count; i++)
		part_free(parts->parts[i]);
	free(parts->parts);
	free(parts->paths);
	store_free(parts->first);
	*parts = (struct parts){0};
}

/* What is wrong with ONE, beside OTHER. */
static enum status tell_two(const struct arguments *arguments,
			    enum boxes_wrong wrong, const char *one,
			    const char *other)
{
	enum status status = boxes_wrong_status(wrong);

	switch (wrong) {
	case BOXES_OTHER:
		return report_refusal(arguments, status,
				      _("%1$s: it has other rules or proposals "
					"than %2$s. Only boxes of one meeting "
					"go together."),
				      one, other);
	case BOXES_ORIGIN:
		return report_refusal(arguments, status,
				      _("%1$s: it was not made from the same "
					"file as %2$s. Files for kiosks are "
					"made with stemmeboks boxes."),
				      one, other);
	case BOXES_DEAL:
		return report_refusal(arguments, status,
				      _("%1$s: it was not made together with "
					"%2$s, but another time."),
				      one, other);
	case BOXES_TWICE:
		return report_refusal(arguments, status,
				      _("%1$s: this is the same box as %2$s."),
				      one, other);
	default:
		return report_refusal(arguments, status,
				      _("%1$s: this is the same box as %2$s, "
					"but voting went on in one of them "
					"after it was copied. Find out which "
					"one the room voted at."),
				      one, other);
	}
}

/* What is wrong with slips or kiosks. */
static enum status tell_fault(const struct arguments *arguments,
			      const struct parts *parts,
			      const struct boxes_fault *fault)
{
	enum status status = boxes_wrong_status(fault->wrong);

	switch (fault->wrong) {
	case BOXES_SPENT:
		return report_refusal(
		    arguments, status,
		    words_plural("%d slip is used in more than one box, and "
				 "nobody can tell which ballots are from it. "
				 "Do not count; write it in the protocol.",
				 "%d slips are used in more than one box, and "
				 "nobody can tell which ballots are from them. "
				 "Do not count; write it in the protocol.",
				 (unsigned long)fault->number),
		    fault->number);
	case BOXES_MISSING:
		return report_refusal(
		    arguments, status,
		    _("The box of kiosk %1$d is missing. Name it, too. Is it "
		      "lost for good? stemmeboks collect with --missing %2$d "
		      "--reason \"…\" leaves it out."),
		    fault->number, fault->number);
	case BOXES_HERE:
		return report_refusal(arguments, status,
				      _("There is no kiosk %d that is "
					"missing."),
				      fault->number);
	case BOXES_ROLL:
		return report_refusal(
		    arguments, status, "%s",
		    _("The kiosks shared a roll. Which slips were used stands "
		      "in the organisers' file: name that file, too."));
	case BOXES_FETCH:
		/* No number: they may be one kiosk's. */
		return report_refusal(
		    arguments, status,
		    _("%1$s: its used slips and the ballots in the boxes are "
		      "not as many. Are all boxes there? Has the file taken "
		      "the used slips over? stemmeboks roll fetch %1$s"),
		    parts->paths[fault->part]);
	case BOXES_SUMS:
		return report_error(arguments, status,
				    _("Used slips and ballots of all boxes"));
	default:
		return tell_two(arguments, fault->wrong,
				parts->paths[fault->part],
				parts->paths[fault->other]);
	}
}

enum status parts_join(const struct arguments *arguments,
		       const struct parts *parts,
		       const struct boxes_missing *missing, int missing_count,
		       struct boxes *ret_boxes)
{
	struct boxes_fault fault = {BOXES_NOTHING, 0, 0, 0};
	enum status status = boxes_join(parts->parts, parts->count, missing,
					missing_count, ret_boxes, &fault);

	if (status == STATUS_OK)
		return status;
	if (fault.wrong == BOXES_NOTHING)
		return report_error(arguments, status, NULL);
	return tell_fault(arguments, parts, &fault);
}
