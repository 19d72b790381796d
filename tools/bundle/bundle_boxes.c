/* The boxes that a published meeting was put together from, in result.json. */
#include <limits.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "tools/bundle/bundle_read.h"
#include "tools/bundle/bundle_render.h"
#include "words/words.h"

/* NUMBER, or null where it is not told. */
static json_t *number_json(int number, bool told)
{
	return told ? json_integer(number) : json_null();
}

static json_t *box_json(const struct collected_box *box)
{
	char root[BUNDLE_HASH_HEX + 1], acts[BUNDLE_HASH_HEX + 1];
	const bool missing = collected_missing(box), told = collected_told(box);

	sodium_bin2hex(root, sizeof(root), box->root, sizeof(box->root));
	sodium_bin2hex(acts, sizeof(acts), box->acts, sizeof(box->acts));
	return json_pack(
	    "{s:i, s:s, s:o, s:o, s:o, s:s, s:s, s:s?, s:s?, s:s?}", "kiosk",
	    box->kiosk, "name", box->name, "printed",
	    number_json(box->printed, told), "used",
	    number_json(box->used, told), "void",
	    number_json(box->voided, told), "opened", box->opened, "closed",
	    box->closed, "root", missing ? NULL : root, "acts",
	    missing ? NULL : acts, "missing", missing ? box->reason : NULL);
}

json_t *bundle_boxes_json(const struct collected *collected)
{
	json_t *array = json_array();

	for (int i = 0; i < collected->count; i++) {
		if (json_array_append_new(array,
					  box_json(&collected->boxes[i])) == 0)
			continue;
		json_decref(array);
		return NULL;
	}
	return array;
}

static bool text_read(const char *text, char *ret_text, size_t size)
{
	return text && snprintf(ret_text, size, "%s", text) < (int)size;
}

/* Zeros where there is none. */
static bool hash_read(const char *hex, unsigned char ret_hash[BOX_ROOT_BYTES])
{
	size_t done = 0;

	return !hex || (strlen(hex) == 2 * BOX_ROOT_BYTES &&
			sodium_hex2bin(ret_hash, BOX_ROOT_BYTES, hex,
				       strlen(hex), NULL, &done, NULL) == 0 &&
			done == BOX_ROOT_BYTES);
}

/* The number KEY of JSON; null: not told. */
static bool number_read(const json_t *json, const char *key, int *ret_number)
{
	const json_t *value = json_object_get(json, key);
	json_int_t number = json_integer_value(value);

	if (!json_is_null(value) &&
	    (!json_is_integer(value) || number < 0 || number > INT_MAX))
		return false;
	*ret_number = json_is_null(value) ? COLLECTED_UNTOLD : (int)number;
	return true;
}

static bool box_read(json_t *json, struct collected_box *box)
{
	/* NULL where the value is null. */
	const char *root = json_string_value(json_object_get(json, "root"));
	const char *acts = json_string_value(json_object_get(json, "acts"));
	const char *reason =
	    json_string_value(json_object_get(json, "missing"));
	const char *name, *opened, *closed;

	if (json_unpack(json, "{s:i, s:s, s:s, s:s}", "kiosk", &box->kiosk,
			"name", &name, "opened", &opened, "closed",
			&closed) != 0)
		return false;
	return number_read(json, "printed", &box->printed) &&
	       number_read(json, "used", &box->used) &&
	       number_read(json, "void", &box->voided) &&
	       text_read(name, box->name, sizeof(box->name)) &&
	       text_read(opened, box->opened, sizeof(box->opened)) &&
	       text_read(closed, box->closed, sizeof(box->closed)) &&
	       text_read(reason ? reason : "", box->reason,
			 sizeof(box->reason)) &&
	       hash_read(root, box->root) && hash_read(acts, box->acts);
}

enum status bundle_boxes_read(const json_t *json, const char *file,
			      struct bundle *bundle,
			      struct complaint *complaint)
{
	struct collected *collected = &bundle->collected;
	size_t count = json_array_size(json);

	if (!json)
		return STATUS_OK;
	if (count == 0 || count > KIOSKS_MOST)
		return complain(complaint, file, 0,
				_("The boxes make no sense."));
	collected->boxes = calloc(count, sizeof(*collected->boxes));
	if (!collected->boxes)
		return STATUS_MEMORY;
	for (size_t i = 0; i < count; i++) {
		if (!box_read(json_array_get(json, i), &collected->boxes[i]))
			return complain(complaint, file, 0,
					_("The boxes make no sense."));
		collected->count++;
	}
	return STATUS_OK;
}
