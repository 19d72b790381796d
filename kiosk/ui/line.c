#include "ui/line.h"

#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "ui/ink.h"

/* Letters drawn with one call: one direction, one font, one script. */
struct run {
	int from, to;
	uint8_t level;
	int width_px;
};

struct run_head {
	int32_t x_px;
	uint32_t script;
	uint32_t size; /* of the UTF-8 that follows */
	uint8_t font;
	uint8_t rtl;
	uint16_t unused;
};

struct line_head {
	int32_t width_px;
	int32_t size_px;
	int32_t bold;
};

static bool same_run(const struct letter *a, const struct letter *b)
{
	return a->level == b->level && a->font == b->font &&
	       (a->script == b->script || a->joined);
}

static int run_end(const struct letter *letters, int from, int count)
{
	int to = from + 1;

	while (to < count && same_run(&letters[to], &letters[from]))
		to++;
	return to;
}

static void set_shape(TTF_Font *ttf, uint32_t script, bool rtl)
{
	char name[5] = {(char)(script >> 24), (char)(script >> 16),
			(char)(script >> 8), (char)script, 0};

	TTF_SetFontDirection(ttf, rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
	TTF_SetFontScriptName(ttf, name);
}

/* The run's letters as UTF-8 with NUL; room for UTF8_MAX bytes each and one. */
static size_t spell(const struct letter *letters, int from, int to, char *text)
{
	size_t size = 0;

	for (int i = from; i < to; i++) {
		if (!letters[i].hidden)
			size += utf8_write(letters[i].code, text + size);
	}
	text[size] = '\0';
	return size;
}

static int measure_run(struct fonts *fonts, struct face face,
		       const struct letter *letters, int from, int to,
		       char *text)
{
	TTF_Font *ttf = fonts_get(fonts, letters[from].font, face);
	int width_px = 0;

	if (!ttf || spell(letters, from, to, text) == 0)
		return 0;
	set_shape(ttf, letters[from].script, letters[from].level % 2);
	TTF_SizeUTF8(ttf, text, &width_px, NULL);
	return width_px;
}

int line_measure(struct fonts *fonts, struct face face,
		 const struct letter *letters, int count)
{
	char *text = malloc((size_t)count * UTF8_MAX + 1);
	int width_px = 0;

	if (!text)
		return 0;
	for (int from = 0; from < count;) {
		int to = run_end(letters, from, count);

		width_px += measure_run(fonts, face, letters, from, to, text);
		from = to;
	}
	free(text);
	return width_px;
}

static void reverse(struct run *runs, int from, int to)
{
	while (from < --to) {
		struct run kept = runs[from];

		runs[from++] = runs[to];
		runs[to] = kept;
	}
}

/* UAX 9, rule L2, on whole runs: what is inside one is turned by shaping. */
static void order_runs(struct run *runs, int count)
{
	int highest = 0;

	for (int i = 0; i < count; i++) {
		if (runs[i].level > highest)
			highest = runs[i].level;
	}
	for (int level = highest; level > 0; level--) {
		for (int from = 0; from < count;) {
			int to = from;

			while (to < count && runs[to].level >= level)
				to++;
			reverse(runs, from, to);
			from = to > from ? to : from + 1;
		}
	}
}

static int find_runs(struct fonts *fonts, struct face face,
		     const struct letter *letters, int count, struct run *runs,
		     char *text)
{
	int run_count = 0;

	for (int from = 0; from < count;) {
		int to = run_end(letters, from, count);

		runs[run_count++] = (struct run){
		    from, to, letters[from].level,
		    measure_run(fonts, face, letters, from, to, text)};
		from = to;
	}
	return run_count;
}

enum status line_make(struct fonts *fonts, struct face face,
		      const struct letter *letters, int count,
		      struct line *ret_line)
{
	enum status status = STATUS_MEMORY;
	size_t n = (size_t)count;
	struct run *runs = calloc(n + 1, sizeof(*runs));
	char *text = malloc(n * UTF8_MAX + 1);
	unsigned char *bytes =
	    malloc(sizeof(struct line_head) +
		   n * (sizeof(struct run_head) + UTF8_MAX) + 1);
	struct line_head head = {0, face.size_px, face.bold};
	size_t used = sizeof(head);
	int run_count;

	if (!runs || !text || !bytes)
		goto out;
	run_count = find_runs(fonts, face, letters, count, runs, text);
	order_runs(runs, run_count);
	for (int i = 0; i < run_count; i++) {
		const struct letter *first = &letters[runs[i].from];
		struct run_head run = {.x_px = head.width_px,
				       .script = first->script,
				       .font = first->font,
				       .rtl = first->level % 2};

		run.size =
		    (uint32_t)spell(letters, runs[i].from, runs[i].to, text);
		if (run.size == 0)
			continue;
		memcpy(bytes + used, &run, sizeof(run));
		used += sizeof(run);
		memcpy(bytes + used, text, run.size);
		used += run.size;
		head.width_px += runs[i].width_px;
	}
	memcpy(bytes, &head, sizeof(head));
	*ret_line = (struct line){bytes, used, head.width_px};
	bytes = NULL;
	status = STATUS_OK;
out:
	free(runs);
	free(text);
	free(bytes);
	return status;
}

bool line_next(const unsigned char *bytes, size_t size, size_t *at,
	       struct line_run *ret_run)
{
	size_t from = *at > 0 ? *at : sizeof(struct line_head);
	struct run_head head;

	if (from + sizeof(head) > size)
		return false;
	memcpy(&head, bytes + from, sizeof(head));
	from += sizeof(head);
	*ret_run = (struct line_run){
	    .x_px = head.x_px,
	    .script = head.script,
	    .font = head.font,
	    .rtl = head.rtl != 0,
	    .size = head.size,
	    .text = (const char *)bytes + from,
	};
	*at = from + head.size;
	return true;
}

/* Where the picture that SDL_ttf makes of a run has its base line: at the
 * font's ascent, and lower by what ink rises over that. */
struct placed {
	int above, below; /* px over and under the base line */
};

static struct placed place_run(struct fonts *fonts, struct face face,
			       const struct line_run *run)
{
	TTF_Font *ttf = fonts_get(fonts, run->font, face);
	struct ink ink;

	if (!ttf)
		return (struct placed){0};
	ink = ink_of(fonts, face, run);
	return (struct placed){
	    SDL_max(TTF_FontAscent(ttf), ink_px(ink.above, face)),
	    SDL_max(-TTF_FontDescent(ttf), ink_px(ink.below, face))};
}

/* The space that the line needs above and below the base line. */
static struct placed find_extent(struct fonts *fonts, struct face face,
				 const unsigned char *bytes, size_t size)
{
	TTF_Font *ttf = fonts_get(fonts, FONT_SANS, face);
	struct placed all = {ttf ? TTF_FontAscent(ttf) : 0,
			     ttf ? -TTF_FontDescent(ttf) : 0};
	struct line_run run;
	size_t at = 0;

	while (line_next(bytes, size, &at, &run)) {
		struct placed one = place_run(fonts, face, &run);

		all.above = SDL_max(all.above, one.above);
		all.below = SDL_max(all.below, one.below);
	}
	return all;
}

static void draw_run(struct fonts *fonts, struct face face,
		     const struct line_run *run, uint32_t colour, int above_px,
		     SDL_Surface *onto)
{
	const SDL_Color ink = {colour >> 16 & 255, colour >> 8 & 255,
			       colour & 255, 255};
	TTF_Font *ttf = fonts_get(fonts, run->font, face);
	char *text = strndup(run->text, run->size);
	SDL_Surface *drawn = NULL;
	SDL_Rect place = {run->x_px, 0, 0, 0};

	if (ttf && text) {
		set_shape(ttf, run->script, run->rtl);
		drawn = TTF_RenderUTF8_Blended(ttf, text, ink);
	}
	if (drawn) {
		place.y = above_px - place_run(fonts, face, run).above;
		SDL_SetSurfaceBlendMode(drawn, SDL_BLENDMODE_BLEND);
		SDL_BlitSurface(drawn, NULL, onto, &place);
	}
	SDL_FreeSurface(drawn);
	free(text);
}

SDL_Surface *line_draw(struct fonts *fonts, const unsigned char *bytes,
		       size_t size, uint32_t colour, int *ret_top)
{
	struct face face = line_face(bytes);
	TTF_Font *ttf = fonts_get(fonts, FONT_SANS, face);
	struct line_head head;
	struct line_run run;
	SDL_Surface *onto;
	size_t at = 0;
	struct placed all;

	memcpy(&head, bytes, sizeof(head));
	if (!ttf || head.width_px <= 0)
		return NULL;
	all = find_extent(fonts, face, bytes, size);
	onto = SDL_CreateRGBSurfaceWithFormat(0, head.width_px,
					      all.above + all.below, 32,
					      SDL_PIXELFORMAT_ARGB8888);
	if (!onto)
		return NULL;
	SDL_FillRect(onto, NULL, colour);
	while (line_next(bytes, size, &at, &run))
		draw_run(fonts, face, &run, colour, all.above, onto);
	*ret_top = all.above - TTF_FontAscent(ttf);
	return onto;
}

struct face line_face(const unsigned char *bytes)
{
	struct line_head head;

	memcpy(&head, bytes, sizeof(head));
	return (struct face){.size_px = head.size_px, .bold = head.bold != 0};
}
