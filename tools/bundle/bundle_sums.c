/* SHA256SUMS against the files that are there. */
#include "tools/bundle/bundle_verify.h"

#include <sodium.h>
#include <string.h>

#include "tools/bundle/bundle_sign.h"
#include "words/words.h"

#define SUMS BUNDLE_SUMS

struct complaint *verdict_place(struct verdict *verdict)
{
	if (verdict->complaint_count < VERDICT_COMPLAINTS)
		verdict->complaint_count++;
	return &verdict->complaints[verdict->complaint_count - 1];
}

/* "<64 small hexadecimal digits>  <name>": the name, or false. */
static bool sum_parse(const char *line, size_t length,
		      char ret_name[BUNDLE_NAME])
{
	size_t name = length - BUNDLE_HASH_HEX - 2;

	if (length <= BUNDLE_HASH_HEX + 2 || name >= BUNDLE_NAME ||
	    strspn(line, "0123456789abcdef") != BUNDLE_HASH_HEX ||
	    memcmp(line + BUNDLE_HASH_HEX, "  ", 2) != 0)
		return false;
	memcpy(ret_name, line + BUNDLE_HASH_HEX + 2, name);
	ret_name[name] = '\0';
	return true;
}

bool bundle_sums_lists(const struct bundle_files *files, const char *name)
{
	const struct bundle_file *sums = bundle_files_find(files, SUMS);
	char listed[BUNDLE_NAME];
	struct lines lines;
	const char *line;
	size_t length;

	if (!sums)
		return false;
	lines = lines_of(sums);
	while (lines_next(&lines, &line, &length))
		if (sum_parse(line, length, listed) &&
		    strcmp(listed, name) == 0)
			return true;
	return false;
}

void bundle_sum(const struct bundle_file *file,
		char ret_hex[BUNDLE_HASH_HEX + 1])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)file->data,
			   file->length);
	sodium_bin2hex(ret_hex, BUNDLE_HASH_HEX + 1, hash, sizeof(hash));
}

void bundle_sums_make(const struct bundle_files *files,
		      struct bundle_sums *ret_sums)
{
	for (int i = 0; i < files->count; i++)
		bundle_sum(&files->file[i], ret_sums->hex[i]);
}

/* Line number LINE of SHA256SUMS: that NAME has the sum DIGITS. */
static void sum_check(const struct bundle_files *files,
		      const struct bundle_sums *sums, int line,
		      const char *digits, const char *name, bool *listed,
		      struct verdict *verdict)
{
	const struct bundle_file *file = bundle_files_find(files, name);
	int index;

	if (!file) {
		complain(verdict_place(verdict), SUMS, line,
			 _("%s is missing in the folder."), name);
		return;
	}
	index = (int)(file - files->file);
	if (listed[index]) {
		complain(verdict_place(verdict), SUMS, line,
			 _("%s stands there twice."), name);
		return;
	}
	listed[index] = true;
	if (memcmp(sums->hex[index], digits, BUNDLE_HASH_HEX) != 0)
		complain(verdict_place(verdict), name, 0,
			 _("The file is not the one that was published: "
			   "its sum is wrong."));
}

void bundle_sums_check(const struct bundle_files *files,
		       const struct bundle_sums *sums, struct verdict *verdict)
{
	const struct bundle_file *published = bundle_files_find(files, SUMS);
	bool listed[BUNDLE_FILES] = {false};
	char name[BUNDLE_NAME];
	struct lines lines;
	const char *line;
	size_t length;

	if (!published) {
		complain(verdict_place(verdict), SUMS, 0,
			 _("The file is missing."));
		return;
	}
	lines = lines_of(published);
	while (lines_next(&lines, &line, &length)) {
		if (sum_parse(line, length, name))
			sum_check(files, sums, lines.number, line, name, listed,
				  verdict);
		else
			complain(verdict_place(verdict), SUMS, lines.number,
				 _("This is not the sum of a file."));
	}
	for (int i = 0; i < files->count; i++)
		if (!listed[i] && &files->file[i] != published &&
		    strcmp(files->file[i].name, BUNDLE_SIGNATURE) != 0)
			complain(verdict_place(verdict), files->file[i].name, 0,
				 _("The file has no sum in %s."), SUMS);
}
