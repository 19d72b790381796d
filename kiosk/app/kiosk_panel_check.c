/* The hardware for the panel: what a look tells, what `stemmeboks hardware`
 * measures beside the window, and the sheet that it prints. */
#include <SDL.h>
#include <stdio.h>
#include <string.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_panel_inside.h"
#include "ears/ears.h"
#include "words/words.h"

enum { TENTHS = 10, HUNDRED_MM = 100 };

/* Those of the desktop; where the kiosk is in a window, it is that. */
static void look_displays(const struct kiosk_panel *panel,
			  struct check_facts *check)
{
	int count = SDL_GetNumVideoDisplays();

	check->display_count = 0;
	for (int i = 0; i < count && i < CHECK_SCREENS; i++) {
		SDL_Rect bounds = {0};

		SDL_GetDisplayBounds(i, &bounds);
		check->display[i] =
		    (struct check_display){.w_px = bounds.w, .h_px = bounds.h};
		check->display_count++;
	}
	check->own = panel->display < check->display_count ? panel->display : 0;
	if (check->display_count > 0)
		check->display[check->own] = panel->own;
}

bool kiosk_panel_check(struct kiosk_panel *panel)
{
	const struct check_facts before = panel->facts.check;
	const struct panel_facts *facts = &panel->facts;
	const struct panel_machine *machine = &facts->machine;
	struct check_facts *check = &panel->facts.check;

	look_displays(panel, check);
	check->ruler = panel->ruler;
	check->camera = facts->plugged.camera;
	check->scanners = facts->plugged.serial;
	check->sound = panel->ears && ears_there(panel->ears, EARS_SOUNDS);
	check->headphones = panel->ears && ears_there(panel->ears, EARS_SPEECH);
	check->free_mib = machine->free_mib;
	check->battery = machine->battery;
	check->draining = machine->draining;
	snprintf(check->now, CHECK_MOMENT, "%s", machine->clock);
	snprintf(check->day, CHECK_MOMENT, "%.16s",
		 panel->booth->meeting->date);
	if (panel->log.count > 0)
		snprintf(check->last, CHECK_MOMENT, "%s", panel->log.row[0].at);
	return memcmp(&before, check, sizeof(before)) != 0;
}

void kiosk_panel_sound(struct kiosk_panel *panel)
{
	static const enum sound sounds[] = {
	    [PANEL_SOUND_TAP] = SOUND_TAP,
	    [PANEL_SOUND_SCAN] = SOUND_SCAN_OK,
	    [PANEL_SOUND_CAST] = SOUND_CAST,
	};
	const struct meeting *meeting = panel->booth->meeting;
	const struct utterance_part part = {NULL, _("This is how it sounds.")};

	if (!panel->ears)
		return;
	if (panel->panel.sound == PANEL_SOUND_SPEECH)
		ears_say(panel->ears,
			 meeting->languages[panel->booth->language],
			 &(struct utterance){1, &part});
	else
		ears_play(panel->ears, sounds[panel->panel.sound]);
}

/* A command line for the meeting's file; how many words it has. */
static int line_begin(struct kiosk_panel *panel, struct panel_line *line)
{
	int at = 0;

	line->words[at++] = panel->commands;
	line->words[at++] = "hardware";
	line->words[at++] = panel->file;
	line->words[at++] = "--json";
	return at;
}

enum status kiosk_panel_disk_line(struct kiosk_panel *panel,
				  struct panel_line *line)
{
	line_begin(panel, line);
	return STATUS_OK;
}

/* What was tried of ITEM, as hands_option.h takes it; "" for nothing. */
static void tried_text(const struct check_hands *hands, enum check_item item,
		       char ret_text[PANEL_WORD])
{
	const struct trial *scanner = &hands->scanner;
	const char *name = check_name(item);

	ret_text[0] = '\0';
	if (item == CHECK_TOUCH && hands->touched == CHECK_TARGETS)
		snprintf(ret_text, PANEL_WORD, "%s=%d,%d", name,
			 (check_worst(hands) + TENTHS - 1) / TENTHS,
			 hands->fingers > 0 ? hands->fingers : 1);
	else if (item == CHECK_SCANNER && scanner->verdict == TRIAL_GOOD)
		snprintf(ret_text, PANEL_WORD, "%s=%d", name,
			 scanner->per_second);
	else if (item == CHECK_SCANNER && scanner->verdict != TRIAL_NONE)
		snprintf(ret_text, PANEL_WORD, "%s=no", name);
	else if (item == CHECK_CAMERA && hands->camera.verdict != TRIAL_NONE)
		snprintf(ret_text, PANEL_WORD, "%s=%s", name,
			 hands->camera.verdict == TRIAL_GOOD ? "yes" : "no");
	else if (hands->answer[item] != CHECK_UNASKED)
		snprintf(ret_text, PANEL_WORD, "%s=%s", name,
			 hands->answer[item] == CHECK_YES ? "yes" : "no");
}

/* The kiosk's own first, as the command takes them. */
static void display_text(const struct check_facts *check, int index,
			 char ret_text[PANEL_WORD])
{
	int at = index == 0 ? check->own : index - (index <= check->own);
	const struct check_display *display = &check->display[at];

	snprintf(ret_text, PANEL_WORD, "%d,%d,%d", display->w_px, display->h_px,
		 display->w_mm > 0
		     ? (display->w_px * HUNDRED_MM + display->w_mm / 2) /
			   display->w_mm
		     : 0);
}

enum status kiosk_panel_sheet_line(struct kiosk_panel *panel,
				   struct panel_line *line)
{
	const struct panel_facts *facts = &panel->facts;
	const struct check_facts *check = &facts->check;
	int at = line_begin(panel, line), given = 0;

	line->words[at++] = "--printer";
	line->words[at++] = facts->printers.name[panel->panel.printer];
	for (int i = 0; i < CHECK_ITEMS; i++) {
		tried_text(&panel->panel.hands, (enum check_item)i,
			   line->given[given]);
		if (!*line->given[given])
			continue;
		line->words[at++] = "--tried";
		line->words[at++] = line->given[given++];
	}
	for (int i = 0; i < check->display_count; i++) {
		display_text(check, i, line->given[given]);
		line->words[at++] = "--display";
		line->words[at++] = line->given[given++];
	}
	return STATUS_OK;
}

void kiosk_panel_disk_told(struct kiosk_panel *panel, const json_t *object,
			   char ret_text[PANEL_SAID])
{
	const json_t *told = json_object_get(object, "disk");

	ret_text[0] = '\0';
	panel->facts.check.disk = (struct check_disk){
	    .count = (int)json_integer_value(json_object_get(told, "count")),
	    .median_us = json_integer_value(json_object_get(told, "median_us")),
	    .worst_us = json_integer_value(json_object_get(told, "worst_us")),
	    .memory = json_boolean_value(json_object_get(told, "memory")),
	};
}

void kiosk_panel_sheet_told(struct kiosk_panel *panel, const json_t *object,
			    char ret_text[PANEL_SAID])
{
	(void)panel;
	(void)object;
	snprintf(ret_text, PANEL_SAID, "%s", _("On its way to the printer."));
}
