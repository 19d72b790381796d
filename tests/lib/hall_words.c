#include "tests/lib/hall_words.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "ui/draw.h"

static const struct {
	const char *name;
	int size;
} types[] = {
#define TYPE(name, size, line, bold) {#name, size},
#include "ui/type.def"
#undef TYPE
};

static int type_find(const char *name)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(types[i].name, name) == 0)
			return (int)i;
	fail_msg("the type %s is not in type.def", name);
	return 0;
}

void hall_words_read(struct ui *ui, struct hall_words *ret_words)
{
	char *dump = frame_dump(ui), *rest = dump, *line;

	ret_words->count = 0;
	ret_words->rtl = strncmp(dump + strcspn(dump, "\n") - 3, "rtl", 3) == 0;
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
		word->type = type_find(type);
		word->size = types[word->type].size;
		word->align = *align;
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

/* Where the letters of WORD stand: of a line's height without the air that
 * keeps it apart from the next. */
static struct rect letters_of(struct ui *ui, const struct hall_word *word,
			      bool rtl)
{
	int width = text_width(ui, word->text, (enum type)word->type);
	int air = word->h / 5;
	struct rect rect = {word->x, word->y + air, width, word->h - 2 * air};

	if (word->align == (rtl ? 's' : 'e'))
		rect.x += word->w - width;
	else if (word->align == 'c')
		rect.x += (word->w - width) / 2;
	return rect;
}

bool hall_words_collide(struct ui *ui, const struct hall_words *words,
			int *ret_a, int *ret_b)
{
	struct rect letters[HALL_WORDS];

	for (int i = 0; i < words->count; i++) {
		struct rect a = letters[i] =
		    letters_of(ui, &words->words[i], words->rtl);

		for (int k = 0; k < i; k++) {
			struct rect b = letters[k];

			if (a.x >= b.x + b.w || b.x >= a.x + a.w ||
			    a.y >= b.y + b.h || b.y >= a.y + a.h)
				continue;
			*ret_a = k;
			*ret_b = i;
			return true;
		}
	}
	return false;
}
