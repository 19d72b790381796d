#include "tools/paper/paper_font.h"

#include <assert.h>
#include <dirent.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Arabic letters by name: Nastaliq has them too, but is for Urdu alone. */
#define FAMILY "Noto Sans,Noto Sans Arabic"

/* Between groups of symbols, in parts of their size. */
#define LEAST_GAP 0.28

enum { SYMBOLS = 36, ROW = 32, POINTS_PER_INCH = 72 };

struct paper_font {
	struct paper_font *next; /* of those that are kept */
	char *folder;
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context;
	int missing;
};

struct paper_symbols {
	cairo_scaled_font_t *font;
	unsigned long glyph[SYMBOLS];
	double advance[SYMBOLS];
	double size;
};

/* A printer's dots are finer than any hint: outlines stay as drawn, and a line
 * breaks at the same word on every machine. */
static void context_options(PangoContext *context)
{
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_cairo_context_set_resolution(context, POINTS_PER_INCH);
	pango_context_set_round_glyph_positions(context, FALSE);
}

static int is_font(const struct dirent *entry)
{
	static const char *const endings[] = {".ttf", ".otf", ".ttc"};
	const char *ending = strrchr(entry->d_name, '.');

	for (size_t i = 0; ending && i < sizeof(endings) / sizeof(*endings);
	     i++)
		if (strcasecmp(ending, endings[i]) == 0)
			return 1;
	return 0;
}

/* File by file, in the order of their names: a whole folder would be read
 * through a cache outside our reach, in the order the disk has it. */
static enum status fonts_add(FcConfig *config, const char *folder)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_font, alphasort);
	enum status status = STATUS_FILE_MISSING;

	for (int i = 0; i < count; i++) {
		char *path = NULL;

		if (asprintf(&path, "%s/%s", folder, entries[i]->d_name) < 0)
			path = NULL;
		if (path &&
		    FcConfigAppFontAddFile(config, (const FcChar8 *)path))
			status = STATUS_OK;
		free(path);
		free(entries[i]);
	}
	free(entries);
	return status;
}

/* Pango would else read the machine's whole set-up beside ours. */
static void machine_fonts_forget(void)
{
	FcConfig *none = FcConfigCreate();

	if (!none)
		return;
	FcConfigSetCurrent(none);
	FcConfigDestroy(none);
}

static enum status font_new(const char *folder, struct paper_font **ret_font)
{
	struct paper_font *font = calloc(1, sizeof(*font));
	enum status status = STATUS_MEMORY;

	if (!font)
		return STATUS_MEMORY;
	font->folder = strdup(folder);
	font->config = FcConfigCreate();
	if (!font->folder || !font->config)
		goto out;
	status = fonts_add(font->config, folder);
	if (status != STATUS_OK)
		goto out;
	machine_fonts_forget();
	font->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(font->map),
				     font->config);
	font->context = pango_font_map_create_context(font->map);
	context_options(font->context);
	*ret_font = font;
	return STATUS_OK;
out:
	if (font->config)
		FcConfigDestroy(font->config);
	free(font->folder);
	free(font);
	return status;
}

enum status paper_font_open(const char *folder, struct paper_font **ret_font)
{
	/* Pango looks fonts up in a thread of its own, which may still be at it
	 * when the last text is drawn, and which nobody can wait for: a map
	 * that is freed then is used once more (Pango 1.50; seen as a corrupted
	 * heap once in thousands of papers). So a process keeps its fonts. */
	static struct paper_font *kept;
	enum status status;

	for (struct paper_font *font = kept; font; font = font->next)
		if (strcmp(font->folder, folder) == 0) {
			font->missing = 0;
			*ret_font = font;
			return STATUS_OK;
		}
	status = font_new(folder, ret_font);
	if (status != STATUS_OK)
		return status;
	(*ret_font)->next = kept;
	kept = *ret_font;
	return STATUS_OK;
}

int paper_font_missing(const struct paper_font *font)
{
	return font->missing;
}

static PangoLayout *layout_new(struct paper_font *font,
			       const struct paper_text *box, const char *text)
{
	static const PangoAlignment alignments[] = {
	    [PAPER_START] = PANGO_ALIGN_LEFT,
	    [PAPER_CENTRE] = PANGO_ALIGN_CENTER,
	    [PAPER_END] = PANGO_ALIGN_RIGHT,
	};
	PangoLayout *layout = pango_layout_new(font->context);
	PangoFontDescription *description = pango_font_description_new();

	pango_font_description_set_family_static(description, FAMILY);
	pango_font_description_set_absolute_size(description,
						 box->size * PANGO_SCALE);
	pango_font_description_set_weight(
	    description, box->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, description);
	pango_font_description_free(description);
	pango_layout_set_width(layout, (int)(box->width * PANGO_SCALE));
	pango_layout_set_height(
	    layout, box->height > 0 ? (int)(box->height * PANGO_SCALE) : -1);
	pango_layout_set_ellipsize(layout, box->height < 0
					       ? PANGO_ELLIPSIZE_NONE
					       : PANGO_ELLIPSIZE_END);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, alignments[box->align]);
	pango_layout_set_text(layout, text, -1);
	return layout;
}

bool paper_font_has(struct paper_font *font, const char *text)
{
	const struct paper_text box = {.width = MM(1000), .size = 10};
	PangoLayout *layout = layout_new(font, &box, text);
	bool has = pango_layout_get_unknown_glyphs_count(layout) == 0;

	g_object_unref(layout);
	return has;
}

static void layout_size(PangoLayout *layout, double *ret_width,
			double *ret_height)
{
	int width, height;

	pango_layout_get_size(layout, &width, &height);
	if (ret_width)
		*ret_width = (double)width / PANGO_SCALE;
	if (ret_height)
		*ret_height = (double)height / PANGO_SCALE;
}

double paper_text_draw(cairo_t *cr, struct paper_font *font,
		       const struct paper_text *box, const char *text)
{
	PangoLayout *layout = layout_new(font, box, text);
	double height;

	font->missing += pango_layout_get_unknown_glyphs_count(layout);
	layout_size(layout, NULL, &height);
	cairo_move_to(cr, box->x, box->y);
	pango_cairo_show_layout(cr, layout);
	g_object_unref(layout);
	return height;
}

void paper_text_measure(struct paper_font *font, const struct paper_text *box,
			const char *text, double *ret_width, double *ret_height)
{
	PangoLayout *layout = layout_new(font, box, text);

	layout_size(layout, ret_width, ret_height);
	g_object_unref(layout);
}

/* The glyph of SYMBOL as the text engine would set it. */
static void symbol_look_up(struct paper_symbols *symbols, int index,
			   PangoLayout *layout)
{
	const char text[2] = {
	    (char)(index < 10 ? '0' + index : 'A' + index - 10), '\0'};
	PangoLayoutLine *line;
	PangoGlyphItem *item;

	pango_layout_set_text(layout, text, 1);
	line = pango_layout_get_line_readonly(layout, 0);
	item = line->runs->data;
	symbols->glyph[index] = item->glyphs->glyphs[0].glyph;
	symbols->advance[index] =
	    (double)item->glyphs->glyphs[0].geometry.width / PANGO_SCALE;
	if (symbols->font)
		return;
	symbols->font =
	    cairo_scaled_font_reference(pango_cairo_font_get_scaled_font(
		PANGO_CAIRO_FONT(item->item->analysis.font)));
}

enum status paper_symbols_open(struct paper_font *font, double size,
			       struct paper_symbols **ret_symbols)
{
	const struct paper_text box = {
	    .width = MM(100), .size = size, .bold = true};
	struct paper_symbols *symbols = calloc(1, sizeof(*symbols));
	PangoLayout *layout;

	if (!symbols)
		return STATUS_MEMORY;
	symbols->size = size;
	layout = layout_new(font, &box, "");
	for (int i = 0; i < SYMBOLS; i++)
		symbol_look_up(symbols, i, layout);
	g_object_unref(layout);
	*ret_symbols = symbols;
	return STATUS_OK;
}

void paper_symbols_free(struct paper_symbols *symbols)
{
	if (!symbols)
		return;
	cairo_scaled_font_destroy(symbols->font);
	free(symbols);
}

static int symbol_index(char symbol)
{
	return symbol <= '9' ? symbol - '0' : symbol - 'A' + 10;
}

/* How a row of WIDTH is set: the gap between groups, and how much nearer than
 * usual its symbols stand if they are wide ones. */
static void row_fit(double natural, int gaps, double least_gap, double width,
		    double *ret_gap, double *ret_scale)
{
	double gap = gaps > 0 ? (width - natural) / gaps : 0;

	*ret_gap = gap;
	*ret_scale = 1;
	if (gap >= least_gap)
		return;
	*ret_gap = gaps > 0 ? least_gap : 0;
	*ret_scale = (width - *ret_gap * gaps) / natural;
}

void paper_symbols_draw(cairo_t *cr, const struct paper_symbols *symbols,
			const char *text, int group, double x, double y,
			double width)
{
	cairo_glyph_t glyphs[ROW];
	const int count = (int)strlen(text);
	double natural = 0, gap = 0, scale = 1;

	assert(count > 0 && count <= ROW);
	for (int i = 0; i < count; i++)
		natural += symbols->advance[symbol_index(text[i])];
	if (width > 0)
		row_fit(natural, (count - 1) / group, symbols->size * LEAST_GAP,
			width, &gap, &scale);
	for (int i = 0; i < count; i++) {
		int index = symbol_index(text[i]);

		if (i && i % group == 0)
			x += gap;
		glyphs[i] = (cairo_glyph_t){symbols->glyph[index], x, y};
		x += symbols->advance[index] * scale;
	}
	cairo_set_scaled_font(cr, symbols->font);
	cairo_show_glyphs(cr, glyphs, count);
}
