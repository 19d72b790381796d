#include "tests/lib/hall_words.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "ui/ui.h"

static const struct {
	const char *name;
	int size;
} types[] = {
#define TYPE(name, size, line, bold) {#name, size},
#include "ui/type.def"
#undef TYPE
};

static int type_size(const char *name)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(types[i].name, name) == 0)
			return types[i].size;
	fail_msg("the type %s is not in type.def", name);
	return 0;
}

void hall_words_read(struct ui *ui, struct hall_words *ret_words)
{
	char *dump = frame_dump(ui), *rest = dump, *line;

	ret_words->count = 0;
	while ((line = strsep(&rest, "\n")) != NULL) {
		struct hall_word *word = &ret_words->words[ret_words->count];
		char type[32], align[16];
		int at = 0;

		if (sscanf(line, "text %d %d %d %d %31s %*s %15s \"%n",
			   &word->x, &word->y, &word->w, &word->h, type, align,
			   &at) < 6 ||
		    at == 0)
			continue;
		assert_true(ret_words->count < HALL_WORDS - 1);
		word->size = type_size(type);
		snprintf(word->text, sizeof(word->text), "%.*s",
			 (int)strcspn(line + at, "\""), line + at);
		ret_words->count++;
	}
	free(dump);
}

int hall_words_find(const struct hall_words *words, int from, const char *text)
{
	for (int i = from; i < words->count; i++)
		if (strcmp(words->words[i].text, text) == 0)
			return i;
	return -1;
}
