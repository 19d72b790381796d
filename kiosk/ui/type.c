#include <math.h>

#include "ui/inside.h"

enum {
	THOUSANDTHS = 1000,
	ASCENT = 1069, /* of FONT_SANS, as its file says; in thousandths */
	DESCENT = 293,
};

struct type_size {
	int size, line; /* u */
	bool bold;
};

static const struct type_size TYPES[TYPE_COUNT] = {
#define TYPE(name, size, line, bold) [TYPE_##name] = {size, line, bold},
#include "ui/type.def"
#undef TYPE
};

static int round_up(int64_t thousandths)
{
	return (int)((thousandths + THOUSANDTHS - 1) / THOUSANDTHS);
}

bool type_bold(enum type type)
{
	return TYPES[type].bold;
}

int type_size_px(const struct ui *ui, enum type type)
{
	return (int)lround(TYPES[type].size * ui->scale);
}

/* The letters stay in the middle, as UX.md's line heights have them, as far as
 * ink leaves them there. */
struct type_line type_line_for(const struct ui *ui, enum type type,
			       struct ink needs)
{
	struct ink room =
	    ui->language ? ink_larger(needs, ui->language->ink) : needs;
	int size = TYPES[type].size * THOUSANDTHS; /* thousandths of u */
	int above = round_up((int64_t)size * room.above);
	int below = round_up((int64_t)size * room.below);
	int height = SDL_max(TYPES[type].line, round_up(above + below));
	int line = height * THOUSANDTHS;
	int middle =
	    (int)((line + (int64_t)size * (ASCENT - DESCENT) / THOUSANDTHS) /
		  2);

	if (middle >= above && middle <= line - below)
		return (struct type_line){height, 0};
	return (struct type_line){height,
				  SDL_clamp(middle, above, line - below)};
}

int type_line(const struct ui *ui, enum type type)
{
	enum font own = ui->language ? ui->language->font : FONT_SANS;

	return type_line_for(ui, type, font_room(own)).height;
}
