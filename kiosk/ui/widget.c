#include "ui/widget.h"

#include "ui/inside.h"

enum {
	EDGE_W = 3, /* u */
	PADDING = 16,
	TIGHT_PADDING = 8, /* of a button too narrow for its words */
	ICON_GAP = 12,
	TIGHT_GAP = 6,
	LINES_MAX = 2,
	STACK_WORDS = 56, /* percent of the height */
	STACK_MORE = 4,	  /* an icon is so much higher than its word */
	DROP = 1, /* the middle of letters lies below that of their line */
};

/* How a kind of button looks. */
struct look {
	enum role fill, label, edge;
	int edge_w;
};

static struct look look_of(enum button_kind kind, bool held)
{
	static const struct look LOOKS[] = {
	    [BUTTON_PRIMARY] = {ROLE_PRIMARY, ROLE_ON_PRIMARY, ROLE_PRIMARY, 0},
	    [BUTTON_PLAIN] = {ROLE_BG, ROLE_TEXT, ROLE_OUTLINE, EDGE_W},
	    [BUTTON_CHOSEN] = {ROLE_SELECTED, ROLE_ON_SELECTED,
			       ROLE_ON_SELECTED, EDGE_W},
	    [BUTTON_DANGER] = {ROLE_BG, ROLE_DANGER, ROLE_DANGER, EDGE_W},
	    [BUTTON_QUIET] = {ROLE_SURFACE, ROLE_MUTED, ROLE_OUTLINE, 1},
	};
	static const struct look HELD = {ROLE_PRESSED, ROLE_ON_PRESSED,
					 ROLE_ON_PRESSED, EDGE_W};

	return held ? HELD : LOOKS[kind];
}

/* The icon beside the words: a chosen button has its check. */
static int icon_of(const struct button *button)
{
	return button->kind == BUTTON_CHOSEN ? (int)ICON_CHECK : button->icon;
}

/* How a button's content is fitted into it. */
struct fit {
	int padding, gap;
	int icon, icon_w; /* -1 and 0: none */
	bool words;	  /* else the icon says it alone */
};

static int words_room(struct rect rect, const struct fit *fit)
{
	return rect.w - 2 * fit->padding - fit->icon_w - fit->gap;
}

/* Words without the icon of FIT, or where even then one would be parted, the
 * icon without words. */
static struct fit fit_one(struct ui *ui, struct rect rect,
			  const struct button *button, struct fit fit)
{
	struct fit words = fit, icon = fit;

	words.icon = -1;
	words.icon_w = words.gap = 0;
	icon.words = false;
	icon.gap = 0;
	return text_parted(ui, button->label, button->type,
			   words_room(rect, &words))
		   ? icon
		   : words;
}

/* A narrow button gives its padding to the words, and one too narrow for a
 * whole word its icon, but for the check of what is chosen. */
static struct fit fit_button(struct ui *ui, struct rect rect,
			     const struct button *button)
{
	bool words = button->label && button->label[0];
	int line = text_height(ui, "", button->type, 1);
	struct fit fit = {
	    .padding = PADDING, .icon = icon_of(button), .words = words};

	if (fit.icon >= 0) {
		fit.icon_w = SDL_min(line, rect.h - TIGHT_PADDING);
		fit.gap = words ? ICON_GAP : 0;
	}
	if (!words || text_width(ui, button->label, button->type) <=
			  words_room(rect, &fit))
		return fit;
	fit.padding = TIGHT_PADDING;
	if (!text_parted(ui, button->label, button->type,
			 words_room(rect, &fit)))
		return fit;
	fit.gap = SDL_min(fit.gap, TIGHT_GAP);
	if (button->kind == BUTTON_CHOSEN || fit.icon < 0 ||
	    !text_parted(ui, button->label, button->type,
			 words_room(rect, &fit)))
		return fit;
	return fit_one(ui, rect, button, fit);
}

/* Icon and words side by side, together in the middle; an arrow onwards stands
 * behind the words. A word that had to be parted counts as cut. */
static void draw_label(struct ui *ui, struct rect rect,
		       const struct button *button, enum role role)
{
	struct fit fit = fit_button(ui, rect, button);
	const char *words = button->label && fit.words ? button->label : "";
	int room = words_room(rect, &fit);
	int high =
	    SDL_min(rect.h, LINES_MAX * text_line(ui, words, button->type));
	int width = text_extent(ui, words, button->type, room, high);
	int x = rect.x + (rect.w - width - fit.gap - fit.icon_w) / 2;
	struct rect icon = {x, rect.y + (rect.h - fit.icon_w) / 2 + DROP,
			    fit.icon_w, fit.icon_w};
	struct rect label = {x + fit.icon_w + fit.gap,
			     rect.y + (rect.h - high) / 2, width, high};

	if (fit.icon == ICON_NEXT) {
		label.x = x;
		icon.x = x + width + fit.gap;
	}
	if (fit.icon >= 0)
		draw_icon(ui, icon, (enum icon)fit.icon, role);
	if (words[0])
		draw_text_middle(ui, label, words, button->type, role,
				 fit.icon >= 0 ? ALIGN_START : ALIGN_CENTRE);
	if (text_parted(ui, words, button->type, room))
		ui->clipped++;
}

/* Icon above words that take a line. */
static void draw_stacked(struct ui *ui, struct rect rect,
			 const struct button *button, enum role role)
{
	/* Letters that need more would leave no sign above them. */
	int line = SDL_min(text_line(ui, button->label, button->type),
			   rect.h * STACK_WORDS / 100);
	int room = rect.h - line;
	int side = SDL_min(room - EDGE_W, line + STACK_MORE);
	struct rect icon = {rect.x + (rect.w - side) / 2,
			    rect.y + (room - side) / 2 + EDGE_W, side, side};
	struct rect label = {rect.x + EDGE_W, rect.y + room - EDGE_W,
			     rect.w - 2 * EDGE_W, line};

	draw_icon(ui, icon, (enum icon)button->icon, role);
	draw_text_middle(ui, label, button->label, button->type, role,
			 ALIGN_CENTRE);
}

/* The button's target and its panel; returns whether it was activated. */
static bool button_ground(struct ui *ui, uint32_t id, struct rect rect,
			  const struct button *button, enum role *ret_role)
{
	struct look look = look_of(button->kind, ui_held(ui, id));
	bool activated =
	    target_add(ui, id, rect, button->label ? button->label : "");

	draw_panel(ui, rect, BUTTON_RADIUS, look.fill, look.edge, look.edge_w);
	*ret_role = look.label;
	return activated;
}

bool ui_button(struct ui *ui, uint32_t id, struct rect rect,
	       const struct button *button)
{
	enum role role;
	bool activated = button_ground(ui, id, rect, button, &role);

	draw_label(ui, rect, button, role);
	return activated;
}

bool ui_button_stacked(struct ui *ui, uint32_t id, struct rect rect,
		       const struct button *button)
{
	enum role role;
	bool activated = button_ground(ui, id, rect, button, &role);

	draw_stacked(ui, rect, button, role);
	return activated;
}

bool ui_area(struct ui *ui, uint32_t id, struct rect rect, const char *label)
{
	return target_add(ui, id, rect, label ? label : "");
}

bool ui_held(const struct ui *ui, uint32_t id)
{
	return ui->enabled && ui->pointer.held == id;
}

bool ui_focused(const struct ui *ui, uint32_t id)
{
	return ui->enabled && ui->focus.visible && ui->focus.id == id;
}
