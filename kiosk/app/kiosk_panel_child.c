/* What other programs do for the panel: lpstat names the printers, and
 * `stemmeboks` beside this program prints slips. So nothing that makes PDFs is
 * linked here, and what the panel does is the command, with its checks, its
 * words and its row of the audit chain. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command_said.h"
#include "app/kiosk_booth.h"
#include "app/kiosk_panel_inside.h"
#include "app/sticks.h"
#include "store/deal.h"
#include "store/roll.h"
#include "words/words.h"

enum { SAID = 8192 };

/* Several kiosks' slips: which command line that takes. */
static enum status kiosks_add(struct kiosk_panel *panel,
			      struct panel_line *line, int *at)
{
	struct deal deal;
	int kiosks = 0;
	enum status status = deal_read(panel->booth->store, &deal);

	if (status == STATUS_OK)
		status = roll_shares(panel->booth->store, &kiosks);
	if (status != STATUS_OK || deal.kiosk || kiosks <= 0)
		return status;
	snprintf(line->kiosks, sizeof(line->kiosks), "%d", kiosks);
	line->words[(*at)++] = "--kiosks";
	line->words[(*at)++] = line->kiosks;
	return STATUS_OK;
}

static enum status print_line(struct kiosk_panel *panel,
			      struct panel_line *line)
{
	const struct panel *asked = &panel->panel;
	const struct panel_facts *facts = &panel->facts;
	const struct meeting *meeting = facts->meeting;
	const char *kind = facts->kinds.name[asked->kind];
	int at = 0;

	snprintf(line->count, sizeof(line->count), "%d", asked->print_count);
	line->words[at++] = panel->commands;
	line->words[at++] = "slips";
	line->words[at++] = panel->file;
	line->words[at++] = "--json";
	line->words[at++] = "--count";
	line->words[at++] = line->count;
	line->words[at++] = "--printer";
	line->words[at++] = facts->printers.name[asked->printer];
	if (*kind) {
		line->words[at++] = "--kind";
		line->words[at++] = kind;
	}
	if (asked->print_language < meeting->language_count) {
		line->words[at++] = "--lang";
		line->words[at++] = meeting->languages[asked->print_language];
	}
	if (asked->print_choices)
		line->words[at++] = "--choices";
	return kiosks_add(panel, line, &at);
}

static enum status publish_line(struct kiosk_panel *panel,
				struct panel_line *line)
{
	const char *const words[] = {
	    panel->commands, "publish",
	    panel->file,     "--json",
	    "--to",	     panel->facts.places.name[panel->panel.place]};

	memcpy(line->words, words, sizeof(words));
	return STATUS_OK;
}

static enum status protocol_line(struct kiosk_panel *panel,
				 struct panel_line *line)
{
	const char *printer = panel->facts.printers.name[panel->panel.printer];
	const char *const words[] = {"lp", "-d", printer, line->path};
	int length = snprintf(line->path, sizeof(line->path), "%s/protocol.pdf",
			      panel->facts.published);

	memcpy(line->words, words, sizeof(words));
	return length < (int)sizeof(line->path) ? STATUS_OK
						: STATUS_FILE_MISSING;
}

static enum status printers_line(struct kiosk_panel *panel,
				 struct panel_line *line)
{
	(void)panel;
	line->words[0] = "lpstat";
	line->words[1] = "-e";
	return STATUS_OK;
}

static void print_told(struct kiosk_panel *panel, const json_t *object,
		       char ret_text[PANEL_SAID])
{
	(void)panel;
	command_slips_told(object, ret_text);
}

static void publish_told(struct kiosk_panel *panel, const json_t *object,
			 char ret_text[PANEL_SAID])
{
	snprintf(panel->facts.published, PANEL_SAID, "%s",
		 command_text(object, "folder"));
	snprintf(ret_text, PANEL_SAID, _("Published: %s"),
		 panel->facts.published);
}

/* What runs for an effect, and what is told of its object when it was done. */
static const struct {
	enum status (*line)(struct kiosk_panel *panel, struct panel_line *line);
	void (*told)(struct kiosk_panel *panel, const json_t *object,
		     char ret_text[PANEL_SAID]);
} programs[PANEL_EFFECTS] = {
    [PANEL_EFFECT_PRINTERS] = {printers_line, NULL},
    [PANEL_EFFECT_PRINT] = {print_line, print_told},
    [PANEL_EFFECT_PUBLISH] = {publish_line, publish_told},
    [PANEL_EFFECT_PROTOCOL] = {protocol_line, NULL},
    [PANEL_EFFECT_DISK] = {kiosk_panel_disk_line, kiosk_panel_disk_told},
    [PANEL_EFFECT_SHEET] = {kiosk_panel_sheet_line, kiosk_panel_sheet_told},
};

bool kiosk_panel_runs(enum panel_effect effect)
{
	return programs[effect].line != NULL;
}

void kiosk_panel_run(struct kiosk_panel *panel, enum panel_effect effect,
		     uint64_t now_ms)
{
	const struct meeting *meeting = panel->booth->meeting;
	struct panel_line line = {.words = {NULL}};
	enum status status;

	if (child_runs(&panel->child))
		return;
	if (effect == PANEL_EFFECT_PRINTERS) {
		panel->facts.printers.count = 0;
		sticks_find(panel->mounts ? panel->mounts : STICKS_MOUNTS,
			    &panel->facts.places);
	}
	status = programs[effect].line(panel, &line);
	if (status == STATUS_OK)
		status = child_start(&panel->child, line.words,
				     meeting->languages[0]);
	panel->running = effect;
	panel->facts.busy = status == STATUS_OK;
	/* Without lpstat there is no printer, which the page tells. */
	if (status != STATUS_OK && effect != PANEL_EFFECT_PRINTERS)
		panel_done(&panel->panel, status, now_ms);
}

/* A command has ended. */
static void command_said(struct kiosk_panel *panel, const char *said,
			 uint64_t now_ms)
{
	enum status status;
	json_t *object = command_object(said, &status);
	char text[PANEL_SAID] = "";

	if (status == STATUS_OK)
		programs[panel->running].told(panel, object, text);
	else
		command_why(object, text);
	/* The page itself shows how the disk does. */
	if (status != STATUS_OK || panel->running != PANEL_EFFECT_DISK)
		panel_done_said(&panel->panel, status, text, now_ms);
	json_decref(object);
}

bool kiosk_panel_wait_child(struct kiosk_panel *panel, uint64_t now_ms)
{
	char said[SAID];
	int code;

	if (!child_runs(&panel->child))
		return false;
	/* Nobody need touch anything to see how it ends. */
	panel_touched(&panel->panel, now_ms);
	if (!child_ended(&panel->child, &code, said, sizeof(said)))
		return false;
	panel->facts.busy = false;
	if (panel->running == PANEL_EFFECT_PRINTERS)
		command_printers(code, said, &panel->facts.printers);
	else if (panel->running == PANEL_EFFECT_PROTOCOL)
		panel_done_said(&panel->panel,
				code == 0 ? STATUS_OK : STATUS_PRINTER,
				code == 0 ? "" : said, now_ms);
	else
		command_said(panel, said, now_ms);
	kiosk_panel_read(panel);
	return true;
}
