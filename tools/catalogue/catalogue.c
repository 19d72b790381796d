#include "tools/catalogue/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "tools/catalogue/catalogue_inside.h"
#include "words/words.h"

/* Whether MESSAGE has any translation at all. */
static bool translated(const struct po_message *message)
{
	for (int i = 0; i < message->form_count; i++)
		if (*message->forms[i])
			return true;
	return false;
}

static void warn(struct check *check, const struct po_message *message,
		 const char *why)
{
	char brief[CATALOGUE_BRIEF];

	catalogue_brief(message->id, brief);
	problem_warn(check->problems, check->name, message->line, "\"%s\": %s",
		     brief, why);
}

static bool taken_already(const struct catalogue *catalogue, const char *id)
{
	for (int i = 0; i < catalogue->taken_count; i++)
		if (strcmp(catalogue->taken[i]->id, id) == 0)
			return true;
	return false;
}

/* Takes MESSAGE if it is right and residents see it. */
static void message_take(struct check *check, const struct po_message *message)
{
	struct catalogue *catalogue = check->catalogue;
	const struct po_message *source =
	    message->context ? NULL : po_find(check->residents, message->id);

	if (!translated(message) || (!*message->id && !message->context))
		return;
	if (!source) {
		warn(check, message,
		     _("Residents do not see this text. It is left out."));
	} else if (message->fuzzy) {
		warn(check, message,
		     _("It is marked as a guess (fuzzy), so it is left out."));
	} else if (taken_already(catalogue, message->id)) {
		problem_add(check->problems, check->name, message->line,
			    _("This text stands here twice."));
	} else if (catalogue_message(check, message, source)) {
		catalogue->taken[catalogue->taken_count++] = message;
	}
}

/* What residents see and is not translated; how many of these are not even in
 * the file. */
static void missing_warn(struct check *check)
{
	const struct po *residents = check->residents;
	const struct po *po = &check->catalogue->po;
	unsigned long absent = 0;

	for (int i = 0; i < po->count; i++)
		if (*po->messages[i].id && !translated(&po->messages[i]))
			warn(check, &po->messages[i],
			     _("It is not translated."));
	for (int i = 0; i < residents->count; i++)
		if (!po_find(po, residents->messages[i].id))
			absent++;
	if (absent > 0)
		problem_warn(check->problems, check->name, 0,
			     words_plural("%lu text that residents see is not "
					  "in the file.",
					  "%lu texts that residents see are "
					  "not in the file.",
					  absent),
			     absent);
}

void catalogue_read(const char *path, const char *name,
		    const struct po *residents, struct problems *problems,
		    struct catalogue *ret_catalogue)
{
	struct catalogue *catalogue = ret_catalogue;
	struct check check = {catalogue, residents, problems, name};

	*catalogue = (struct catalogue){0};
	po_read(path, name, problems, &catalogue->po);
	/* Without the header of each. */
	catalogue->all = residents->count - 1;
	if (catalogue->po.count == 0 && problems->mistakes > 0)
		return;
	catalogue_header(&check);
	catalogue->taken = calloc((size_t)catalogue->po.count + 1,
				  sizeof(const struct po_message *));
	if (!catalogue->taken) {
		problems->memory = true;
		return;
	}
	for (int i = 0; i < catalogue->po.count; i++)
		message_take(&check, &catalogue->po.messages[i]);
	if (catalogue->taken_count == 0 && problems->mistakes == 0)
		problem_add(problems, name, 0,
			    _("Nothing in it is translated yet."));
	/* Last, as a list of problems has only so much room. A language with
	 * words of its own has no need of these. */
	if (!words_built_in(catalogue->code))
		missing_warn(&check);
}

void catalogue_free(struct catalogue *catalogue)
{
	po_free(&catalogue->po);
	free(catalogue->taken);
	*catalogue = (struct catalogue){0};
}
