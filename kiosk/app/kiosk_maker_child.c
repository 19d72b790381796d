/* What `stemmeboks` beside this program does for a new meeting, and lpstat: so
 * the panel's meeting is the command's, with its checks and its words. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command_said.h"
#include "app/kiosk_maker_inside.h"
#include "app/maker_find.h"
#include "core/utf8.h"
#include "words/words.h"

enum { SAID = 1 << 18, WORDS = 12, NUMBER = 12 };

/* A command line being made. */
struct line {
	const char *words[WORDS];
	char count[NUMBER];
};

static const struct maker_source *chosen(const struct kiosk_maker *maker)
{
	return &maker->facts.sources.source[maker->maker.source];
}

static const char *printer(const struct kiosk_maker *maker)
{
	return maker->facts.panel.printers.name[maker->maker.typed.printer];
}

static enum status check_line(struct kiosk_maker *maker, struct line *line)
{
	const char *const words[] = {maker->commands, "check", "--json",
				     chosen(maker)->path};

	memcpy(line->words, words, sizeof(words));
	return STATUS_OK;
}

static enum status build_line(struct kiosk_maker *maker, struct line *line)
{
	const char *const words[] = {maker->commands, "build",
				     "--json",	      "-o",
				     maker->made,     chosen(maker)->path};

	memcpy(line->words, words, sizeof(words));
	return maker_find_name(maker->folder, chosen(maker), MAKER_PATH,
			       maker->made);
}

static enum status printers_line(struct kiosk_maker *maker, struct line *line)
{
	(void)maker;
	line->words[0] = "lpstat";
	line->words[1] = "-e";
	return STATUS_OK;
}

static enum status slips_line(struct kiosk_maker *maker, struct line *line)
{
	const char *const words[] = {maker->commands, "slips",	   "--json",
				     "--count",	      line->count, "--printer",
				     printer(maker),  maker->made};

	snprintf(line->count, sizeof(line->count), "%d",
		 maker->maker.typed.print_count);
	memcpy(line->words, words, sizeof(words));
	return STATUS_OK;
}

static enum status posters_line(struct kiosk_maker *maker, struct line *line)
{
	const char *const words[] = {maker->commands, "posters",  "--json",
				     "--size",	      "a4",	  "--printer",
				     printer(maker),  maker->made};

	memcpy(line->words, words, sizeof(words));
	return STATUS_OK;
}

static int number_of(const json_t *object, const char *name)
{
	return (int)json_integer_value(json_object_get(object, name));
}

/* "evening.ods, sheet Forslag, D2", as far as it is known and as the command
 * says it. */
static void place_read(const json_t *problem, char ret_place[MAKER_PLACE])
{
	const char *sheet = command_text(problem, "sheet");
	const char *cell = command_text(problem, "cell");
	char sheet_text[MAKER_PLACE] = "", line_text[MAKER_PLACE] = "";
	int line = number_of(problem, "line");

	if (*sheet)
		words_fill(sheet_text, sizeof(sheet_text), _(", sheet %s"),
			   sheet);
	if (*cell)
		words_fill(line_text, sizeof(line_text), ", %s", cell);
	else if (line > 0)
		words_fill(line_text, sizeof(line_text),
			   *sheet ? _(", row %d") : _(", line %d"), line);
	words_fill(ret_place, MAKER_PLACE, "%s%s%s",
		   command_text(problem, "file"), sheet_text, line_text);
}

static void notes_read(const json_t *list, struct maker_notes *ret_notes)
{
	ret_notes->all = (int)json_array_size(list);
	ret_notes->count =
	    ret_notes->all < MAKER_NOTES ? ret_notes->all : MAKER_NOTES;
	for (int i = 0; i < ret_notes->count; i++) {
		const json_t *problem = json_array_get(list, (size_t)i);

		place_read(problem, ret_notes->note[i].place);
		words_fill(ret_notes->note[i].sentence, MAKER_SENTENCE, "%s",
			   command_text(problem, "message"));
	}
}

static void pots_read(const json_t *list, struct maker_facts *facts)
{
	int count = (int)json_array_size(list);

	facts->pot_count = count < MEETING_POTS ? count : MEETING_POTS;
	for (int i = 0; i < facts->pot_count; i++) {
		const json_t *pot = json_array_get(list, (size_t)i);
		struct maker_pot *read = &facts->pots[i];

		words_fill(read->title, sizeof(read->title), "%s",
			   command_text(pot, "title"));
		read->amount_minor =
		    json_integer_value(json_object_get(pot, "amount_minor"));
		read->proposals = number_of(pot, "proposals");
	}
}

static void check_told(struct kiosk_maker *maker, const json_t *object,
		       char ret_said[PANEL_SAID])
{
	struct maker_facts *facts = &maker->facts;

	(void)ret_said;
	notes_read(json_object_get(object, "problems"), &facts->wrong);
	notes_read(json_object_get(object, "warnings"), &facts->worth);
	pots_read(json_object_get(object, "pots"), facts);
	words_fill(facts->title, sizeof(facts->title), "%s",
		   command_text(object, "title"));
	words_fill(facts->place, sizeof(facts->place), "%s",
		   command_text(object, "place"));
	words_fill(facts->date, sizeof(facts->date), "%s",
		   command_text(object, "date"));
}

static void build_told(struct kiosk_maker *maker, const json_t *object,
		       char ret_said[PANEL_SAID])
{
	(void)maker;
	(void)object;
	snprintf(ret_said, PANEL_SAID, "%s", _("The meeting is made."));
}

static void slips_told(struct kiosk_maker *maker, const json_t *object,
		       char ret_said[PANEL_SAID])
{
	(void)maker;
	command_slips_told(object, ret_said);
}

static void posters_told(struct kiosk_maker *maker, const json_t *object,
			 char ret_said[PANEL_SAID])
{
	int pages = number_of(object, "pages");

	(void)maker;
	snprintf(ret_said, PANEL_SAID,
		 words_plural("On its way to the printer: %d poster.",
			      "On their way to the printer: %d posters.",
			      (unsigned long)pages),
		 pages);
}

/* What runs for an effect, and what becomes of its object when it was done; of
 * a check also when there are mistakes. */
static const struct {
	enum status (*line)(struct kiosk_maker *maker, struct line *line);
	void (*told)(struct kiosk_maker *maker, const json_t *object,
		     char ret_said[PANEL_SAID]);
} programs[] = {
    [MAKER_EFFECT_CHECK] = {check_line, check_told},
    [MAKER_EFFECT_BUILD] = {build_line, build_told},
    [MAKER_EFFECT_PRINTERS] = {printers_line, NULL},
    [MAKER_EFFECT_SLIPS] = {slips_line, slips_told},
    [MAKER_EFFECT_POSTERS] = {posters_line, posters_told},
    [MAKER_EFFECT_START] = {NULL, NULL},
};

bool kiosk_maker_runs(enum maker_effect effect)
{
	return programs[effect].line != NULL;
}

void kiosk_maker_run(struct kiosk_maker *maker, enum maker_effect effect,
		     uint64_t now_ms)
{
	struct line line = {.words = {NULL}};
	enum status status = programs[effect].line(maker, &line);

	if (status == STATUS_OK)
		status =
		    child_start(&maker->child, line.words, maker->language);
	maker->running = effect;
	maker->facts.panel.busy = status == STATUS_OK;
	if (effect == MAKER_EFFECT_PRINTERS)
		maker->facts.panel.printers.count = 0;
	if (status != STATUS_OK)
		maker_done(&maker->maker, &maker->facts, effect, status, "",
			   now_ms);
}

static enum status command_read(struct kiosk_maker *maker, const char *said,
				char ret_said[PANEL_SAID])
{
	enum status status;
	json_t *object = command_object(said, &status);

	if (status == STATUS_OK || (maker->running == MAKER_EFFECT_CHECK &&
				    json_object_get(object, "problems")))
		programs[maker->running].told(maker, object, ret_said);
	else
		command_why(object, ret_said);
	json_decref(object);
	return status;
}

bool kiosk_maker_ran(struct kiosk_maker *maker, enum status *ret_status,
		     char ret_said[PANEL_SAID])
{
	char *said = malloc(SAID);
	int code;

	if (!said || !child_ended(&maker->child, &code, said, SAID)) {
		free(said);
		return false;
	}
	maker->facts.panel.busy = false;
	*ret_status = STATUS_OK;
	if (maker->running == MAKER_EFFECT_PRINTERS)
		command_printers(code, said, &maker->facts.panel.printers);
	else
		*ret_status = command_read(maker, said, ret_said);
	free(said);
	return true;
}
