/* stemmeboks hall: tells the big screen what to show. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "store/cue.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/nearest.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_hall[] = {{NULL, 0, NULL, NULL}};

enum { LINE = 2 * CUE_TEXT, WORD = 64 };

/* The operands behind the file as one line; cut where no cue is as long. */
static void line_join(const struct arguments *arguments, char ret_line[LINE])
{
	size_t used = 0;

	ret_line[0] = '\0';
	for (int i = 1; i < argument_operand_count(arguments); i++) {
		const char *word = argument_operand(arguments, i);
		int more = snprintf(ret_line + used, LINE - used, "%s%s",
				    used ? " " : "", word);

		used += (size_t)more;
		if (used >= LINE)
			return;
	}
}

/* The cue of CUES or, above them, the scene whose name is WORD; -1 for none. */
static int word_find(const char *word)
{
	for (int i = 0; i < CUE_SCENE; i++)
		if (strcasecmp(word, cue_name((enum cue_kind)i)) == 0)
			return i;
	for (int i = SCENE_WAITING + 1; i < SCENE_COUNT; i++)
		if (strcasecmp(word, scene_name((enum scene)i)) == 0)
			return CUE_SCENE + i;
	return -1;
}

static enum status word_unknown(const struct arguments *arguments,
				const char *word)
{
	struct nearest nearest = nearest_to(word);
	char all[MEETING_FILE_NEXT];

	for (int i = 0; i < CUE_SCENE; i++)
		nearest_try(&nearest, cue_name((enum cue_kind)i));
	for (int i = SCENE_WAITING + 1; i < SCENE_COUNT; i++)
		nearest_try(&nearest, scene_name((enum scene)i));
	if (nearest.best)
		return report_error(arguments, STATUS_USAGE,
				    _("The big screen does not know \"%s\". Do "
				      "you mean %s?"),
				    word, nearest.best);
	meeting_file_next(arguments, "hall", "", all);
	return report_error(arguments, STATUS_USAGE,
			    _("The big screen does not know \"%s\". See what "
			      "it knows: %s"),
			    word, all);
}

/* Why cue_parse() did not take LINE. */
static enum status line_refuse(const struct arguments *arguments,
			       const char *line)
{
	char word[WORD];
	int known;

	line += strspn(line, " ");
	snprintf(word, sizeof(word), "%.*s", (int)strcspn(line, " "), line);
	known = word_find(word);
	if (known < 0)
		return word_unknown(arguments, word);
	if (known == CUE_MESSAGE)
		return report_error(arguments, STATUS_USAGE,
				    _("A message has 1 to %d letters, all on "
				      "one line."),
				    CUE_MESSAGE_CHARACTERS);
	if (known >= CUE_SCENE)
		return report_error(arguments, STATUS_USAGE,
				    _("Behind %s goes one number from 1 to %d, "
				      "or nothing."),
				    word, CUE_NUMBER_MOST);
	return report_error(arguments, STATUS_USAGE,
			    _("Nothing goes behind %s."), word);
}

static enum status scene_refuse(const struct arguments *arguments,
				struct store *store, enum scene scene)
{
	char all[MEETING_FILE_NEXT];
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	meeting_file_next(arguments, "hall", "", all);
	return report_refusal(arguments, STATUS_PHASE,
			      _("\"%1$s\" cannot be shown in the phase "
				"\"%2$s\". See what can be shown: %3$s"),
			      scene_name(scene), words_get(phase_text(phase)),
			      all);
}

/* A pitch that is asked for by number must be a proposal's. */
static enum status number_check(const struct arguments *arguments,
				const struct meeting *meeting,
				const struct cue *cue)
{
	if (cue->kind != CUE_SCENE || cue->scene != SCENE_PITCH ||
	    !cue->number || meeting_proposal(meeting, cue->number) >= 0)
		return STATUS_OK;
	return report_error(arguments, STATUS_USAGE,
			    _("There is no proposal %d."), cue->number);
}

/* The wall shows the organisers' file, and votes only when all are in it. */
static enum status file_check(const struct arguments *arguments,
			      struct store *store, const struct cue *cue)
{
	enum status status = file_kind_acts(arguments, store);
	enum phase phase;

	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &phase);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	return phase >= PHASE_CLOSED && cue->kind == CUE_SCENE &&
		       scene_allowed(cue->scene, phase) &&
		       !scene_allowed(cue->scene, PHASE_PAUSED)
		   ? file_kind_votes(arguments, store)
		   : STATUS_OK;
}

static enum status give(const struct arguments *arguments, struct store *store)
{
	char line[LINE], text[CUE_TEXT];
	struct cue cue;
	enum status status;

	line_join(arguments, line);
	if (cue_parse(line, &cue) != STATUS_OK)
		return line_refuse(arguments, line);
	status = number_check(arguments, store_meeting(store), &cue);
	if (status == STATUS_OK)
		status = file_check(arguments, store, &cue);
	if (status != STATUS_OK)
		return status;
	status = cue_give(store, &cue);
	if (status == STATUS_PHASE)
		return scene_refuse(arguments, store, cue.scene);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	cue_write(&cue, text);
	report_line(arguments, _("The big screen is told: %s"), text);
	report_json(arguments, json_pack("{s:b, s:s}", "ok", 1, "cue", text));
	return STATUS_OK;
}

static void row_add(const struct arguments *arguments, json_t *rows,
		    const char *name, const char *help)
{
	report_line(arguments, "  %-9s %s", name, words_get(help));
	json_array_append_new(rows, json_pack("{s:s, s:s}", "name", name,
					      "help", words_get(help)));
}

/* What can be said to the screen now, and what was said last. */
static enum status list(const struct arguments *arguments, struct store *store)
{
	json_t *scenes = json_array(), *cues = json_array();
	char newest[CUE_TEXT] = "";
	struct cue cue;
	enum phase phase;
	int number = 0;
	enum status status = store_phase(store, &phase);

	if (status == STATUS_OK)
		status = cue_newest(store, &number, &cue);
	if (status != STATUS_OK) {
		json_decref(scenes);
		json_decref(cues);
		return report_error(arguments, status, NULL);
	}
	report_line(arguments,
		    _("Scenes that can be shown in the phase \"%s\":"),
		    words_get(phase_text(phase)));
	for (int i = SCENE_WAITING + 1; i < SCENE_COUNT; i++)
		if (scene_allowed((enum scene)i, phase))
			row_add(arguments, scenes, scene_name((enum scene)i),
				scene_help((enum scene)i));
	report_line(arguments, "%s", _("Words that move the scene on:"));
	for (int i = 0; i < CUE_SCENE; i++)
		row_add(arguments, cues, cue_name((enum cue_kind)i),
			cue_help((enum cue_kind)i));
	if (number)
		cue_write(&cue, newest);
	if (number)
		report_line(arguments, _("Told last: %s"), newest);
	report_json(arguments,
		    json_pack("{s:s, s:o, s:o, s:s?}", "phase",
			      phase_name(phase), "scenes", scenes, "cues", cues,
			      "newest", number ? newest : NULL));
	return STATUS_OK;
}

enum status cmd_hall(const struct arguments *arguments)
{
	bool only_list = argument_operand_count(arguments) == 1;
	struct store *store = NULL;
	enum status status = meeting_file_open(
	    arguments, only_list ? STORE_READ : STORE_WRITE, &store);

	if (status == STATUS_OK)
		status =
		    only_list ? list(arguments, store) : give(arguments, store);
	store_free(store);
	return status;
}
