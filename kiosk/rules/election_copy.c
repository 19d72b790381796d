/* The ballots of an election in another: as they are, or worth less. */
#include "rules/election.h"

#include <stdlib.h>
#include <string.h>

enum status election_copy_ballots(const struct election *election,
				  struct election_builder *builder)
{
	struct election_value *values =
	    calloc((size_t)election->project_count + 1, sizeof(*values));
	enum status status = values ? STATUS_OK : STATUS_MEMORY;
	int blank = election->ballots;

	for (int i = 0; i < election->group_count && status == STATUS_OK; i++) {
		const struct election_group *group = &election->groups[i];
		const size_t count = group->end - group->first;

		memcpy(values, election->values + group->first,
		       count * sizeof(*values));
		status = election_add_ballots(builder, values, count,
					      group->ballots);
		blank -= group->ballots;
	}
	if (status == STATUS_OK && blank > 0)
		status = election_add_ballots(builder, values, 0, blank);
	free(values);
	return status;
}

struct election *election_less(const struct election *election, int less)
{
	struct election_builder *builder =
	    election_builder_new(election->budget_minor, election->value_scale);
	struct election_value *values =
	    calloc((size_t)election->project_count + 1, sizeof(*values));
	struct election *made = NULL;
	bool ok = builder && values;

	for (int p = 0; ok && p < election->project_count; p++)
		ok = election_add_project(builder, election->projects[p].id,
					  strlen(election->projects[p].id),
					  election->projects[p].cost_minor) ==
		     STATUS_OK;
	for (int g = 0; ok && g < election->group_count; g++) {
		const struct election_group *group = &election->groups[g];
		size_t count = 0;

		for (size_t i = group->first; i < group->end; i++)
			if (election->values[i].value > less)
				values[count++] = (struct election_value){
				    election->values[i].project,
				    election->values[i].value - less};
		ok = election_add_ballots(builder, values, count,
					  group->ballots) == STATUS_OK;
	}
	if (ok)
		made = election_build(builder);
	free(values);
	election_builder_free(builder);
	return made;
}
