#include "app/again.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int list_length(const char *const *list)
{
	int length = 0;

	while (list[length])
		length++;
	return length;
}

/* Whether WORD is one of DROPPED; *ret_value: whether its value stands behind.
 */
static bool is_dropped(const char *word, const char *const *dropped,
		       bool *ret_value)
{
	size_t length = strcspn(word, "=");

	*ret_value = word[length] == '\0';
	for (int i = 0; dropped[i]; i++)
		if (strlen(dropped[i]) == length &&
		    strncmp(dropped[i], word, length) == 0)
			return true;
	return false;
}

/* The words that are kept, into RET_WORDS; returns how many. */
static int keep(char *const *argv, const char *const *dropped, const char *file,
		const char **ret_words)
{
	int count = 0;

	for (int i = 0; argv[i]; i++) {
		bool value;

		if (is_dropped(argv[i], dropped, &value)) {
			i += value && argv[i + 1];
			continue;
		}
		/* The very word, not another option's value like it. */
		if (argv[i] != file)
			ret_words[count++] = argv[i];
	}
	return count;
}

enum status again_run(char *const *argv, const char *const *dropped,
		      const char *file, const char *const *words)
{
	int most = list_length((const char *const *)argv) + list_length(words);
	const char **made = calloc((size_t)most + 1, sizeof(*made));
	int count;

	if (!made)
		return STATUS_MEMORY;
	count = keep(argv, dropped, file, made);
	for (int i = 0; words[i]; i++)
		made[count++] = words[i];
	execv("/proc/self/exe", (char *const *)(uintptr_t)made);
	free(made);
	return STATUS_FILE_MISSING;
}
