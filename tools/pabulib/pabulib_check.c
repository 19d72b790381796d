/* What the file says about itself, against what was read. */
#include "tools/pabulib/pabulib_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

/* Fewer rows than META says, and the file ends in the middle of a line: it was
 * cut. Other differences are told. */
static enum status count_check(struct reading *reading, enum pabulib_key key,
			       int count)
{
	const struct pabulib_meta *meta = &reading->pabulib->meta[key];
	const char *name = pabulib_key_name(key);
	int64_t said;

	if (!meta->text ||
	    (number_scaled(meta->number, 0, &said) && said == count))
		return STATUS_OK;
	if (number_scaled(meta->number, 0, &said) && said > count &&
	    reading->notes->counts[NOTE_OPEN] > 0)
		return reading_note(
		    reading, NOTE_CUT, meta->line,
		    _("%1$s is %2$s, but there are %3$d, and the last line "
		      "has no end: the file seems cut off. Fetch the whole "
		      "file again."),
		    name, meta->text, count);
	return reading_note(reading, NOTE_COUNT, meta->line,
			    _("%1$s is %2$s, but there are %3$d. The rows "
			      "count."),
			    name, meta->text, count);
}

enum status reading_check_claims(struct reading *reading)
{
	const struct election_project *projects =
	    reading->pabulib->election->projects;
	enum status status = STATUS_OK;

	for (int i = 0; i < reading->project_count && status == STATUS_OK;
	     i++) {
		const struct claim *claim = &reading->claims[i];
		char *counted = NULL;
		size_t length;
		int64_t said;
		FILE *out;

		if (!claim->made ||
		    (number_scaled(claim->number, reading->places, &said) &&
		     said == projects[i].support))
			continue;
		out = open_memstream(&counted, &length);
		if (!out)
			return STATUS_MEMORY;
		pabulib_write_value(projects[i].support,
				    (int)number_power(reading->places), out);
		if (fclose(out) == 0)
			status = reading_note(
			    reading, NOTE_TALLY, claim->line,
			    _("The ballots give project %1$s %2$s, not what "
			      "this row says. The ballots count."),
			    reading_show(reading,
					 (struct span){projects[i].id,
						       strlen(projects[i].id)}),
			    counted);
		free(counted);
	}
	return status;
}

enum status reading_check_counts(struct reading *reading)
{
	enum status status =
	    count_check(reading, PABULIB_NUM_PROJECTS, reading->project_count);

	return status == STATUS_OK ? count_check(reading, PABULIB_NUM_VOTES,
						 reading->ballot_count)
				   : status;
}
