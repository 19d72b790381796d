#include "tools/bundle/bundle_render.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

static void write_definition(const struct bundle *bundle, FILE *out)
{
	fputs(bundle->definition, out);
}

static void write_votes(const struct bundle *bundle, FILE *out)
{
	bundle_write_votes(bundle, -1, out);
}

static void write_proposals(const struct bundle *bundle, FILE *out)
{
	bundle_write_proposals(bundle, -1, out);
}

/* The files but for the pots', result.json and SHA256SUMS. */
static const struct part {
	const char *name;
	bool given;   /* nothing else tells it: its sum is in result.json */
	bool ballots; /* only where single ballots are shown */
	void (*write)(const struct bundle *bundle, FILE *out);
} parts[] = {
    {"README.txt", false, false, bundle_write_readme},
    {"audit.csv", true, false, bundle_write_audit},
    {"free-slots.csv", false, true, bundle_write_free},
    {"meeting.json", false, false, write_definition},
    {"proposals.csv", false, false, write_proposals},
    {"slips.csv", true, false, bundle_write_slips},
    {"steps.txt", false, false, bundle_write_steps},
    {"votes.csv", false, true, write_votes},
};

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

bool bundle_names(const char *name)
{
	for (int i = 0; i < PARTS; i++)
		if (strcmp(parts[i].name, name) == 0)
			return true;
	return strcmp(name, "result.json") == 0;
}

static void sum_hex(const struct bundle_file *file,
		    char ret_hex[BUNDLE_HASH_HEX + 1])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)file->data,
			   file->length);
	sodium_bin2hex(ret_hex, BUNDLE_HASH_HEX + 1, hash, sizeof(hash));
}

static enum status parts_add(const struct bundle *bundle,
			     struct bundle_files *files)
{
	struct bundle_writer writer;
	enum status status = STATUS_OK;

	for (int i = 0; i < PARTS && status == STATUS_OK; i++) {
		if (parts[i].ballots && !bundle_ballots_shown(bundle))
			continue;
		status = bundle_files_begin(&writer);
		if (status != STATUS_OK)
			break;
		parts[i].write(bundle, writer.out);
		status = bundle_files_end(files, parts[i].name, &writer);
	}
	return status;
}

/* A key becomes a file's name; no other folder may be named by it. */
static bool key_plain(const char *key)
{
	return *key &&
	       key[strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789-")] ==
		   '\0';
}

static enum status pots_add(const struct bundle *bundle,
			    struct bundle_files *files)
{
	struct bundle_writer writer;
	enum status status = STATUS_OK;
	char name[BUNDLE_NAME];

	if (!bundle_ballots_shown(bundle))
		return STATUS_OK;
	for (int pot = 0; pot < bundle->meeting->pot_count; pot++) {
		const char *key = bundle->meeting->pots[pot].key;
		int length = snprintf(name, sizeof(name), "%s.pb", key);

		if (length >= (int)sizeof(name) || !key_plain(key))
			return STATUS_DAMAGED;
		status = bundle_files_begin(&writer);
		if (status != STATUS_OK)
			break;
		bundle_write_pabulib(bundle, pot, writer.out);
		status = bundle_files_end(files, name, &writer);
		if (status != STATUS_OK)
			break;
	}
	return status;
}

/* The sums of the files that do not follow from others, by name. */
static json_t *sums_json(const struct bundle_files *files)
{
	json_t *sums = json_object();
	char hex[BUNDLE_HASH_HEX + 1];

	for (int i = 0; i < PARTS; i++) {
		if (!parts[i].given)
			continue;
		sum_hex(bundle_files_find(files, parts[i].name), hex);
		if (json_object_set_new(sums, parts[i].name,
					json_string(hex)) == 0)
			continue;
		json_decref(sums);
		return NULL;
	}
	return sums;
}

static enum status result_add(const struct bundle *bundle,
			      struct bundle_files *files)
{
	json_t *json = bundle_result_json(bundle, &bundle->result);
	enum status status = STATUS_MEMORY;
	struct bundle_writer writer;
	int failed;

	if (json_object_set_new(json, "sha256", sums_json(files)) != 0)
		goto out;
	status = bundle_files_begin(&writer);
	if (status != STATUS_OK)
		goto out;
	failed = json_dumpf(json, writer.out, JSON_INDENT(2));
	fputc('\n', writer.out);
	status = bundle_files_end(files, "result.json", &writer);
	if (failed)
		status = STATUS_MEMORY;
out:
	json_decref(json);
	return status;
}

static int compare_names(const void *a, const void *b)
{
	const struct bundle_file *left = a, *right = b;

	return strcmp(left->name, right->name);
}

enum status bundle_sums_add(struct bundle_files *files)
{
	struct bundle_writer writer;
	char hex[BUNDLE_HASH_HEX + 1];
	enum status status = bundle_files_begin(&writer);

	if (status != STATUS_OK)
		return status;
	qsort(files->file, (size_t)files->count, sizeof(files->file[0]),
	      compare_names);
	for (int i = 0; i < files->count; i++) {
		sum_hex(&files->file[i], hex);
		fprintf(writer.out, "%s  %s\n", hex, files->file[i].name);
	}
	return bundle_files_end(files, "SHA256SUMS", &writer);
}

enum status bundle_render(const struct bundle *bundle,
			  struct bundle_files *files)
{
	const char *language = words_language(NULL);
	enum status status;

	status = parts_add(bundle, files);
	words_language(language);
	if (status == STATUS_OK)
		status = pots_add(bundle, files);
	if (status == STATUS_OK)
		status = result_add(bundle, files);
	if (status == STATUS_OK)
		status = bundle_sums_add(files);
	return status;
}
