/* What other programs do for the panel: lpstat names the printers, and
 * `stemmeboks` beside this program prints slips. So nothing that makes PDFs is
 * linked here, and what the panel does is the command, with its checks, its
 * words and its row of the audit chain. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_panel_inside.h"
#include "app/sticks.h"
#include "core/utf8.h"
#include "store/deal.h"
#include "store/roll.h"
#include "words/words.h"

enum { SAID = 8192, WORDS = 16, NUMBER = 12 };

/* A command line being made. */
struct line {
	const char *words[WORDS];
	char count[NUMBER], kiosks[NUMBER], path[PANEL_SAID + 16];
};

/* Several kiosks' slips: which command line that takes. */
static enum status kiosks_add(struct kiosk_panel *panel, struct line *line,
			      int *at)
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

static enum status print_line(struct kiosk_panel *panel, struct line *line)
{
	const struct panel *asked = &panel->panel;
	const struct panel_facts *facts = &panel->facts;
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
	return kiosks_add(panel, line, &at);
}

static enum status publish_line(struct kiosk_panel *panel, struct line *line)
{
	const char *const words[] = {
	    panel->commands, "publish",
	    panel->file,     "--json",
	    "--to",	     panel->facts.places.name[panel->panel.place]};

	memcpy(line->words, words, sizeof(words));
	return STATUS_OK;
}

static enum status protocol_line(struct kiosk_panel *panel, struct line *line)
{
	const char *printer = panel->facts.printers.name[panel->panel.printer];
	const char *const words[] = {"lp", "-d", printer, line->path};
	int length = snprintf(line->path, sizeof(line->path), "%s/protocol.pdf",
			      panel->facts.published);

	memcpy(line->words, words, sizeof(words));
	return length < (int)sizeof(line->path) ? STATUS_OK
						: STATUS_FILE_MISSING;
}

static enum status printers_line(struct kiosk_panel *panel, struct line *line)
{
	(void)panel;
	line->words[0] = "lpstat";
	line->words[1] = "-e";
	return STATUS_OK;
}

/* One name a line; the first few are enough to choose from. */
static void printers_said(struct kiosk_panel *panel, int code, char *said)
{
	struct panel_names *printers = &panel->facts.printers;
	char *rest = NULL;

	for (char *name = strtok_r(code == 0 ? said : NULL, "\r\n", &rest);
	     name && printers->count < PANEL_PRINTERS;
	     name = strtok_r(NULL, "\r\n", &rest))
		if (strlen(name) < PANEL_NAME && *name != '-')
			strcpy(printers->name[printers->count++], name);
}

/* The object in what a command SAID with --json; NULL for none. */
static json_t *object_read(const char *said)
{
	const char *brace = strchr(said, '{');

	return brace ? json_loads(brace, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
}

static enum status status_of(const json_t *error)
{
	const char *name = json_string_value(error);

	for (int i = STATUS_OK + 1; name && i < STATUS_COUNT; i++)
		if (strcmp(name, status_name((enum status)i)) == 0)
			return (enum status)i;
	return STATUS_USAGE;
}

static void print_told(struct kiosk_panel *panel, const json_t *object,
		       char ret_text[PANEL_SAID])
{
	(void)panel;
	int count = (int)json_integer_value(json_object_get(object, "slips"));

	snprintf(
	    ret_text, PANEL_SAID,
	    words_plural("On its way to the printer: %1$d slip, no. "
			 "%2$d-%3$d.",
			 "On its way to the printer: %1$d slips, no. "
			 "%2$d-%3$d.",
			 (unsigned long)count),
	    count,
	    (int)json_integer_value(json_object_get(object, "first_serial")),
	    (int)json_integer_value(json_object_get(object, "last_serial")));
}

static void publish_told(struct kiosk_panel *panel, const json_t *object,
			 char ret_text[PANEL_SAID])
{
	const char *folder =
	    json_string_value(json_object_get(object, "folder"));

	snprintf(panel->facts.published, PANEL_SAID, "%s",
		 folder ? folder : "");
	snprintf(ret_text, PANEL_SAID, _("Published: %s"),
		 panel->facts.published);
}

/* What runs for an effect, and what is told of its object when it was done. */
static const struct {
	enum status (*line)(struct kiosk_panel *panel, struct line *line);
	void (*told)(struct kiosk_panel *panel, const json_t *object,
		     char ret_text[PANEL_SAID]);
} programs[PANEL_EFFECTS] = {
    [PANEL_EFFECT_PRINTERS] = {printers_line, NULL},
    [PANEL_EFFECT_PRINT] = {print_line, print_told},
    [PANEL_EFFECT_PUBLISH] = {publish_line, publish_told},
    [PANEL_EFFECT_PROTOCOL] = {protocol_line, NULL},
};

bool kiosk_panel_runs(enum panel_effect effect)
{
	return programs[effect].line != NULL;
}

void kiosk_panel_run(struct kiosk_panel *panel, enum panel_effect effect,
		     uint64_t now_ms)
{
	const struct meeting *meeting = panel->booth->meeting;
	struct line line = {.words = {NULL}};
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
		status =
		    child_start(&panel->child, line.words,
				meeting->languages[panel->booth->language]);
	panel->running = effect;
	panel->facts.busy = status == STATUS_OK;
	/* Without lpstat there is no printer, which the page tells. */
	if (status != STATUS_OK && effect != PANEL_EFFECT_PRINTERS)
		panel_done(&panel->panel, status, now_ms);
}

/* Why a command could not do it, in its words: what it is about, and why. */
static void why_told(const json_t *object, char ret_text[PANEL_SAID])
{
	const char *detail =
	    json_string_value(json_object_get(object, "detail"));
	const char *message =
	    json_string_value(json_object_get(object, "message"));

	snprintf(ret_text, PANEL_SAID, "%s%s%s", detail ? detail : "",
		 detail && message ? " " : "", message ? message : "");
	ret_text[utf8_cut(ret_text, strlen(ret_text))] = '\0';
}

/* A command has ended. */
static void command_said(struct kiosk_panel *panel, const char *said,
			 uint64_t now_ms)
{
	json_t *object = object_read(said);
	const json_t *error = json_object_get(object, "error");
	char text[PANEL_SAID] = "";
	enum status status = STATUS_OK;

	if (!object || error)
		status = object ? status_of(error) : STATUS_STORE;
	if (status == STATUS_OK)
		programs[panel->running].told(panel, object, text);
	else
		why_told(object, text);
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
		printers_said(panel, code, said);
	else if (panel->running == PANEL_EFFECT_PROTOCOL)
		panel_done_said(&panel->panel,
				code == 0 ? STATUS_OK : STATUS_PRINTER,
				code == 0 ? "" : said, now_ms);
	else
		command_said(panel, said, now_ms);
	kiosk_panel_read(panel);
	return true;
}
