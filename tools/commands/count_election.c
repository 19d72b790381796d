#include "tools/commands/count_election.h"

#include "tools/explain/explain_count.h"
#include "tools/line/report.h"
#include "words/words.h"

static void line_print(void *context, const char *line)
{
	report_line(context, "%s", line);
}

static void line_keep(void *context, const char *line)
{
	json_array_append_new(context, json_string(line));
}

/* With --explain: the steps, and what it would have taken; into JSON when it is
 * given. */
static enum status counted_explain(const struct arguments *arguments,
				   const struct counted_election *counted,
				   json_t *json)
{
	struct explained explained = {&counted->named, &counted->options,
				      counted->funding, line_print,
				      (void *)arguments};
	json_t *steps = json_array(), *taken = json_array();
	enum status status = STATUS_OK;

	if (argument_option(arguments, "explain")) {
		explained.tell = json ? line_keep : line_print;
		explained.context = json ? (void *)steps : (void *)arguments;
		report_line(arguments, "\n%s", _("Step by step"));
		status = explain_steps(&explained);
	}
	if (argument_option(arguments, "explain") && status == STATUS_OK &&
	    explain_taken_wanted(&explained)) {
		explained.context = json ? (void *)taken : (void *)arguments;
		report_line(arguments, "\n%s",
			    _("What it would have taken (counted again; with "
			      "one unit less it is not enough)"));
		status = explain_taken(&explained);
	}
	if (json && argument_option(arguments, "explain")) {
		json_object_set(json, "steps", steps);
		json_object_set(json, "taken", taken);
	}
	json_decref(steps);
	json_decref(taken);
	return status;
}

static enum status counted_tell(const struct arguments *arguments,
				const struct counted_election *counted,
				enum status status)
{
	enum status told;
	json_t *json;

	if (!argument_json(arguments)) {
		count_election_tell(arguments, counted);
		told = counted_explain(arguments, counted, NULL);
		if (told != STATUS_OK)
			return report_error(arguments, told, NULL);
		fflush(stdout);
		count_election_warnings(counted, election_file_warn, stderr);
		return status;
	}
	json = count_election_json(counted);
	if (!json)
		return report_error(arguments, STATUS_MEMORY, NULL);
	told = counted_explain(arguments, counted, json);
	if (told != STATUS_OK) {
		json_decref(json);
		return report_error(arguments, told, NULL);
	}
	if (status == STATUS_TIE) {
		json_object_set_new(json, "error",
				    json_string(status_name(status)));
		fprintf(stderr, "stemmeboks: %s\n",
			_("A tie stopped the count."));
	}
	report_json(arguments, json);
	return status;
}

static enum status counted_run(const struct arguments *arguments,
			       struct counted_election *counted)
{
	enum status status =
	    election_options_read(arguments, &counted->options);

	if (status != STATUS_OK)
		return status;
	status = election_file_read(arguments, counted->path,
				    counted->options.lenient, &counted->notes,
				    &counted->pabulib);
	if (status != STATUS_OK)
		return status;
	counted->named = election_named_of(counted->pabulib);
	election_options_threshold(&counted->options, counted->pabulib);
	status = counted->options.rule->run(counted->pabulib->election,
					    &counted->options.options,
					    &counted->funding);
	if (status == STATUS_LIMIT)
		return election_file_refuse(
		    arguments, status,
		    _("This election is too large to be counted "
		      "exactly by this rule. Count it by another."));
	if (status != STATUS_OK && status != STATUS_TIE)
		return report_error(arguments, status, NULL);
	return counted_tell(arguments, counted, status);
}

enum status count_election(const struct arguments *arguments)
{
	struct counted_election counted = {.path =
					       argument_operand(arguments, 0)};
	enum status status = counted_run(arguments, &counted);

	funding_free(counted.funding);
	pabulib_free(counted.pabulib);
	notes_clear(&counted.notes);
	return status;
}
