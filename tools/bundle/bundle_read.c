#include "tools/bundle/bundle_read.h"

#include <sodium.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule_kind.h"
#include "rules/count.h"
#include "store/definition.h"
#include "tools/bundle/bundle_sign.h"
#include "words/words.h"

enum status complain(struct complaint *complaint, const char *file, int line,
		     const char *format, ...)
{
	va_list values;

	va_start(values, format);
	snprintf(complaint->file, sizeof(complaint->file), "%s", file);
	complaint->line = line;
	/* Started two lines above; clang-tidy 14 forgets it now and then. */
	vsnprintf(complaint->text, sizeof(complaint->text), format, values);
	va_end(values);
	bundle_clean(complaint->file);
	bundle_clean(complaint->text);
	return STATUS_DISAGREES;
}

struct lines lines_of(const struct bundle_file *file)
{
	return (struct lines){file->name, file->data, file->data + file->length,
			      0};
}

bool lines_next(struct lines *lines, const char **ret_line, size_t *ret_length)
{
	const char *newline;
	size_t left;

	if (!lines->next)
		return false;
	left = (size_t)(lines->end - lines->next);
	if (left == 0)
		return false;
	newline = memchr(lines->next, '\n', left);
	*ret_line = lines->next;
	*ret_length = newline ? (size_t)(newline - lines->next) : left;
	lines->next = newline ? newline + 1 : NULL;
	lines->number++;
	return true;
}

/* The file NAME; a complaint when the folder does not have it. */
static const struct bundle_file *file_wanted(const struct bundle_files *files,
					     const char *name,
					     struct complaint *complaint)
{
	const struct bundle_file *file = bundle_files_find(files, name);

	if (!file)
		complain(complaint, name, 0, _("The file is missing."));
	return file;
}

static enum status read_definition(const struct bundle_file *file,
				   struct bundle *bundle,
				   struct complaint *complaint)
{
	enum status status = STATUS_DAMAGED;

	bundle->definition = malloc(file->length + 1);
	if (!bundle->definition)
		return STATUS_MEMORY;
	memcpy(bundle->definition, file->data, file->length + 1);
	if (strlen(file->data) == file->length)
		status = definition_read(bundle->definition, &bundle->meeting);
	if (status == STATUS_DAMAGED)
		return complain(complaint, file->name, 0,
				_("This is not a meeting's definition."));
	if (status != STATUS_OK)
		return status;
	if (bundle->meeting->practice)
		return STATUS_PRACTICE;
	definition_hash(bundle->definition, bundle->definition_hash);
	for (int pot = 0; pot < bundle->meeting->pot_count; pot++)
		if (!rule_pot_known(&bundle->meeting->pots[pot]))
			return complain(complaint, file->name, 0,
					_("The rule \"%s\" is not known here. "
					  "Use a newer Stemmeboks."),
					bundle->meeting->pots[pot].rule);
	return STATUS_OK;
}

static int compare_slots(const void *a, const void *b)
{
	const struct bundle_slot *left = a, *right = b;

	return memcmp(left->id, right->id, sizeof(left->id));
}

/* Puts filled and free slots in one order, as the box has them. */
static enum status slots_sort(struct bundle *bundle,
			      struct complaint *complaint)
{
	if (bundle->slot_count == 0)
		return STATUS_OK;
	qsort(bundle->slots, (size_t)bundle->slot_count,
	      sizeof(bundle->slots[0]), compare_slots);
	for (int i = 1; i < bundle->slot_count; i++) {
		char hex[BUNDLE_SLOT_HEX + 1];

		if (compare_slots(&bundle->slots[i - 1], &bundle->slots[i]))
			continue;
		sodium_bin2hex(hex, sizeof(hex), bundle->slots[i].id,
			       sizeof(bundle->slots[i].id));
		return complain(complaint, "votes.csv", 0,
				_("The slot %s stands there twice."), hex);
	}
	return STATUS_OK;
}

static enum status read_ballots(const struct bundle_files *files,
				struct bundle *bundle,
				struct complaint *complaint)
{
	const struct bundle_file *votes = bundle_files_find(files, "votes.csv");
	const struct bundle_file *empty;
	enum status status;

	if (!votes)
		return STATUS_OK;
	empty = file_wanted(files, "free-slots.csv", complaint);
	if (!empty)
		return STATUS_DISAGREES;
	status = bundle_read_votes(votes, bundle, complaint);
	if (status == STATUS_OK)
		status = bundle_read_free(empty, bundle, complaint);
	if (status == STATUS_OK)
		status = slots_sort(bundle, complaint);
	for (int i = 0; i < bundle->slot_count && status == STATUS_OK; i++)
		if (bundle->slots[i].filled)
			tally_add(&bundle->tally, bundle->meeting,
				  &bundle->slots[i].ballot);
	return status;
}

static enum status read_signer(const struct bundle_files *files,
			       struct bundle *bundle,
			       struct complaint *complaint)
{
	const struct bundle_file *file =
	    file_wanted(files, BUNDLE_SIGNER, complaint);
	unsigned char signer[BUNDLE_SIGNER_BYTES];

	if (!file)
		return STATUS_DISAGREES;
	if (!bundle_read_signer(file, signer))
		return complain(complaint, file->name, 0,
				_("This is not the key of a signer, so the "
				  "signature cannot be checked."));
	bundle_signer_set(bundle, signer);
	return STATUS_OK;
}

static enum status read_all(const struct bundle_files *files,
			    struct bundle *bundle, struct complaint *complaint)
{
	const struct bundle_file *definition, *result, *slips, *audit;
	bool totals = !bundle_files_find(files, "votes.csv");
	enum status status;

	definition = file_wanted(files, "meeting.json", complaint);
	if (!definition)
		return STATUS_DISAGREES;
	result = file_wanted(files, "result.json", complaint);
	if (!result)
		return STATUS_DISAGREES;
	slips = file_wanted(files, "slips.csv", complaint);
	if (!slips)
		return STATUS_DISAGREES;
	audit = file_wanted(files, "audit.csv", complaint);
	if (!audit)
		return STATUS_DISAGREES;
	status = read_definition(definition, bundle, complaint);
	if (status == STATUS_OK)
		status = read_ballots(files, bundle, complaint);
	if (status == STATUS_OK)
		status = bundle_read_result(result, totals, bundle, complaint);
	if (status == STATUS_OK)
		status = bundle_read_slips(slips, bundle, complaint);
	if (status == STATUS_OK)
		status = bundle_read_audit(audit, bundle, complaint);
	if (status == STATUS_OK)
		status = read_signer(files, bundle, complaint);
	return status;
}

/* What rules need that look at whole ballots: these, and the sums of the box.
 */
static enum status elect(struct bundle *bundle, struct complaint *complaint)
{
	if (bundle->hand &&
	    !hand_may_stand(bundle->meeting, bundle->hand, &bundle->tally))
		return complain(complaint, "result.json", 0,
				_("A rule of this meeting looks at whole "
				  "ballots: a count by hand cannot stand for "
				  "them."));
	return bundle->ballots.told ? STATUS_OK : bundle_elect(bundle);
}

static enum status read_counted(const struct bundle_files *files,
				struct bundle *bundle,
				struct complaint *complaint)
{
	enum status status;

	bundle->closed = bundle->counted = true;
	status = read_all(files, bundle, complaint);
	if (status == STATUS_OK)
		status = elect(bundle, complaint);
	if (status == STATUS_OK)
		status = bundle_count(bundle, NULL, 0, &bundle->result);
	if (status == STATUS_TIE)
		status = complain(complaint, "result.json", 0,
				  _("A tie decides about the money, and the "
				    "decision about it is missing."));
	return status;
}

enum status bundle_read(const struct bundle_files *files,
			struct bundle **ret_bundle,
			struct complaint *ret_complaint)
{
	struct bundle *bundle = calloc(1, sizeof(*bundle));

	if (!bundle)
		return STATUS_MEMORY;
	return bundle_give(bundle, read_counted(files, bundle, ret_complaint),
			   ret_bundle);
}
