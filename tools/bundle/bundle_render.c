#include "tools/bundle/bundle_render.h"

#include <stdlib.h>
#include <string.h>

#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"
#include "tools/paper/paper.h"
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

/* The files but for the pots', result.json, SHA256SUMS and its signature. Each
 * is made in the language of the room unless it sets others itself, and by
 * `print`, which cannot fail but for memory, or by `write`. */
static const struct part {
	const char *name;
	enum render_stage stage; /* RENDER_PAPER: a PDF, by bundle->makers */
	bool given; /* nothing else tells it: its sum is in result.json */
	/* Whether BUNDLE has it; NULL for always. */
	bool (*wanted)(const struct bundle *bundle);
	void (*print)(const struct bundle *bundle, FILE *out);
	enum status (*write)(const struct bundle *bundle, FILE *out);
} parts[] = {
    {"README.txt", RENDER_WORDS, .print = bundle_write_readme},
    {"audit.csv", RENDER_NUMBERS, .given = true, .print = bundle_write_audit},
    {"free-slots.csv", RENDER_NUMBERS, .wanted = bundle_ballots_shown,
     .print = bundle_write_free},
    {"index.html", RENDER_WORDS, .write = bundle_write_page},
    {"meeting.json", RENDER_NUMBERS, .print = write_definition},
    {"posters.pdf", RENDER_PAPER, .write = paper_posters},
    {"proposals.csv", RENDER_NUMBERS, .print = write_proposals},
    {"protocol.pdf", RENDER_PAPER, .write = paper_protocol},
    {"signer.pub", RENDER_NUMBERS, .write = bundle_write_signer},
    {"slips.csv", RENDER_NUMBERS, .given = true, .print = bundle_write_slips},
    {"steps.txt", RENDER_WORDS, .print = bundle_write_steps},
    {"take-home.pdf", RENDER_PAPER, .wanted = paper_take_home_wanted,
     .write = paper_take_home},
    {"votes.csv", RENDER_NUMBERS, .wanted = bundle_ballots_shown,
     .print = write_votes},
};

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

static const struct part *part_find(const char *name)
{
	for (int i = 0; i < PARTS; i++)
		if (strcmp(parts[i].name, name) == 0)
			return &parts[i];
	return NULL;
}

bool bundle_names(const char *name)
{
	return part_find(name) || strcmp(name, "result.json") == 0 ||
	       strcmp(name, BUNDLE_SIGNATURE) == 0;
}

static bool part_wanted(const struct part *part, const struct bundle *bundle)
{
	return !part->wanted || part->wanted(bundle);
}

bool bundle_has(const struct bundle *bundle, const char *name)
{
	const struct part *part = part_find(name);

	if (strcmp(name, "*.pb") == 0)
		return bundle_ballots_shown(bundle);
	return !part || part_wanted(part, bundle);
}

bool bundle_binary(const char *name)
{
	const struct part *part = part_find(name);

	return part && part->stage == RENDER_PAPER;
}

static enum status part_add(const struct bundle *bundle,
			    const struct part *part, struct bundle_files *files)
{
	struct bundle_writer writer;
	enum status status = bundle_files_begin(&writer), ended;

	if (status != STATUS_OK)
		return status;
	words_language(bundle->meeting->languages[0]);
	if (part->write)
		status = part->write(bundle, writer.out);
	else
		part->print(bundle, writer.out);
	ended = bundle_files_end(files, part->name, &writer);
	return status == STATUS_OK ? ended : status;
}

/* Takes the part from PUBLISHED. */
static enum status part_take(const struct bundle_files *published,
			     const struct part *part,
			     struct bundle_files *files)
{
	const struct bundle_file *file =
	    bundle_files_find(published, part->name);
	struct bundle_writer writer;
	enum status status = bundle_files_begin(&writer);

	if (status != STATUS_OK)
		return status;
	if (file)
		fwrite(file->data, 1, file->length, writer.out);
	return bundle_files_end(files, part->name, &writer);
}

static enum status parts_add(const struct bundle *bundle,
			     const struct bundle_files *published,
			     enum render_stage stage,
			     struct bundle_files *files)
{
	const bool take =
	    stage == RENDER_PAPER && published && !bundle_makers_here(bundle);
	const char *language = words_language(NULL);
	enum status status = STATUS_OK;

	for (int i = 0; i < PARTS && status == STATUS_OK; i++) {
		const struct part *part = &parts[i];

		if (part->stage != stage || !part_wanted(part, bundle))
			continue;
		status = take ? part_take(published, part, files)
			      : part_add(bundle, part, files);
	}
	words_language(language);
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
		bundle_sum(bundle_files_find(files, parts[i].name), hex);
		if (json_object_set_new(sums, parts[i].name,
					json_string(hex)) == 0)
			continue;
		json_decref(sums);
		return NULL;
	}
	return sums;
}

/* The libraries that made the PDFs, and their versions. */
static json_t *makers_json(const struct bundle *bundle)
{
	struct paper_maker makers[PAPER_MAKERS];
	json_t *json = json_object();

	paper_makers(makers);
	for (int i = 0; i < PAPER_MAKERS; i++) {
		if (json_object_set_new(json, makers[i].library,
					json_string(bundle->makers[i])) == 0)
			continue;
		json_decref(json);
		return NULL;
	}
	return json;
}

static enum status result_add(const struct bundle *bundle,
			      struct bundle_files *files)
{
	json_t *json = bundle_result_json(bundle, &bundle->result);
	enum status status = STATUS_MEMORY;
	struct bundle_writer writer;
	int failed;

	if (json_object_set_new(json, "sha256", sums_json(files)) != 0 ||
	    json_object_set_new(json, "signer",
				json_string(bundle->fingerprint)) != 0 ||
	    json_object_set_new(json, "pdf", makers_json(bundle)) != 0)
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
		if (strcmp(files->file[i].name, BUNDLE_SIGNATURE) == 0)
			continue;
		bundle_sum(&files->file[i], hex);
		fprintf(writer.out, "%s  %s\n", hex, files->file[i].name);
	}
	return bundle_files_end(files, BUNDLE_SUMS, &writer);
}

enum status bundle_render_stage(const struct bundle *bundle,
				const struct bundle_files *published,
				enum render_stage stage,
				struct bundle_files *files)
{
	enum status status = parts_add(bundle, published, stage, files);

	if (status == STATUS_OK && stage == RENDER_NUMBERS)
		status = pots_add(bundle, files);
	if (status == STATUS_OK && stage == RENDER_NUMBERS)
		status = result_add(bundle, files);
	if (status == STATUS_OK && stage == RENDER_SUMS)
		status = bundle_sums_add(files);
	return status;
}

enum status bundle_render(const struct bundle *bundle,
			  struct bundle_files *files)
{
	enum status status = STATUS_OK;

	for (int stage = 0; stage < RENDER_STAGES && status == STATUS_OK;
	     stage++)
		status = bundle_render_stage(bundle, NULL, stage, files);
	return status;
}
