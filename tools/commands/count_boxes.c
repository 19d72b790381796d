#include "tools/commands/count_boxes.h"

#include <stdlib.h>
#include <string.h>

#include "store/definition.h"
#include "store/store.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_show.h"
#include "tools/commands/count_meetings.h"
#include "tools/line/report.h"
#include "words/words.h"

/* One run of the command. */
struct counting_boxes {
	const struct arguments *arguments;
	struct parts parts;
	struct boxes boxes;
	struct bundle *bundle;
};

/* Decisions are kept in a file, and there is none here. */
static enum status decisions_refuse(const struct arguments *arguments)
{
	static const char *const options[] = {"lots", "agreed", "split",
					      "again", "reason"};

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		if (argument_option(arguments, options[i]))
			return report_error(
			    arguments, STATUS_USAGE,
			    _("--%s needs one meeting file to be kept in: put "
			      "the boxes together with stemmeboks collect."),
			    options[i]);
	return STATUS_OK;
}

/* What a meeting with all these ballots would show. */
static enum status bundle_of_boxes(const struct counting_boxes *counting,
				   struct bundle **ret_bundle)
{
	const struct boxes *boxes = &counting->boxes;
	struct store *first = counting->parts.first;
	struct bundle *bundle = calloc(1, sizeof(*bundle));
	enum status status = STATUS_MEMORY;

	if (!bundle)
		return STATUS_MEMORY;
	bundle->definition = strdup(store_definition(first));
	if (bundle->definition)
		status = definition_read(bundle->definition, &bundle->meeting);
	if (status != STATUS_OK)
		return bundle_give(bundle, status, ret_bundle);
	memcpy(bundle->definition_hash, store_definition_hash(first),
	       sizeof(bundle->definition_hash));
	bundle->closed = true;
	bundle->roll = boxes->roll;
	bundle->tally = boxes->tally;
	bundle_stand(bundle);
	status = bundle_count(bundle, NULL, 0, &bundle->result);
	if (status == STATUS_TIE)
		status = STATUS_OK;
	return bundle_give(bundle, status, ret_bundle);
}

/* The numbers of the kiosks, or meetings, whose boxes are not there. */
static json_t *missing_json(const struct counting_boxes *counting)
{
	const struct collected *boxes = &counting->boxes.collected;
	json_t *array = json_array();

	for (int i = 0; i < boxes->count; i++) {
		if (!collected_missing(&boxes->boxes[i]) ||
		    json_array_append_new(
			array, json_integer(boxes->boxes[i].kiosk)) == 0)
			continue;
		json_decref(array);
		return NULL;
	}
	return array;
}

static json_t *result_json(const struct counting_boxes *counting)
{
	json_t *json =
	    bundle_result_json(counting->bundle, &counting->bundle->result);

	/* There is no one box that has a root. */
	if (!json || json_object_del(json, "root") != 0)
		goto fail;
	if (meetings_several(&counting->parts)
		? json_object_set_new(json, "meetings",
				      meetings_json(&counting->parts)) != 0
		: json_object_set_new(
		      json, "boxes",
		      bundle_boxes_json(&counting->boxes.collected)) != 0)
		goto fail;
	if (json_object_set_new(json, "missing", missing_json(counting)) != 0)
		goto fail;
	if (counting->bundle->result.stopped &&
	    json_object_set_new(json, "error",
				json_string(status_name(STATUS_TIE))) != 0)
		goto fail;
	return json;
fail:
	json_decref(json);
	return NULL;
}

static void tell_boxes(const struct counting_boxes *counting)
{
	const struct arguments *arguments = counting->arguments;
	const struct collected *boxes = &counting->boxes.collected;
	int count = counting->boxes.count - (counting->boxes.sharing != NULL);
	int missing = 0;

	for (int i = 0; i < boxes->count; i++)
		missing += collected_missing(&boxes->boxes[i]);
	report_line(arguments, "%s", "");
	report_line(arguments,
		    words_plural("Added up: %d box.", "Added up: %d boxes.",
				 (unsigned long)count),
		    count);
	if (missing)
		report_line(arguments,
			    words_plural("%d box is missing: its ballots are "
					 "not counted.",
					 "%d boxes are missing: their ballots "
					 "are not counted.",
					 (unsigned long)missing),
			    missing);
	if (counting->bundle->result.stopped)
		report_line(arguments, "%s",
			    words_get(status_text(STATUS_TIE)));
	report_line(arguments, "%s",
		    _("Nothing was written. To publish: stemmeboks collect"));
}

static enum status show(const struct counting_boxes *counting)
{
	const struct arguments *arguments = counting->arguments;
	struct bundle *bundle = counting->bundle;
	json_t *json;
	enum status status;

	if (argument_json(arguments)) {
		json = result_json(counting);
		if (!json)
			return report_error(arguments, STATUS_MEMORY, NULL);
		report_json(arguments, json);
	}
	status = bundle_show(arguments, bundle, &bundle->result);
	if (status == STATUS_OK && meetings_several(&counting->parts))
		status = meetings_show(arguments, &counting->parts);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	tell_boxes(counting);
	return bundle->result.stopped ? STATUS_TIE : STATUS_OK;
}

enum status count_boxes(const struct arguments *arguments)
{
	static const struct boxes_missing none[1];
	struct counting_boxes counting = {.arguments = arguments};
	enum status status = decisions_refuse(arguments);

	if (status == STATUS_OK)
		status = parts_open(arguments, false, &counting.parts);
	/* Of a city some meetings may be counted. The count of some kiosks
	 * would tell what was voted at the others, once all are counted. */
	if (status == STATUS_OK)
		status =
		    parts_join(arguments, &counting.parts,
			       meetings_several(&counting.parts) ? NULL : none,
			       0, &counting.boxes);
	if (status == STATUS_OK) {
		status = bundle_of_boxes(&counting, &counting.bundle);
		status = status == STATUS_OK
			     ? show(&counting)
			     : report_error(arguments, status, NULL);
	}
	bundle_free(counting.bundle);
	boxes_free(&counting.boxes);
	parts_free(&counting.parts);
	return status;
}
