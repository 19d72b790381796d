/* stemmeboks compare: one set of ballots under several rules, side by side. */
#include <stdlib.h>

#include "counting/pot_election.h"
#include "store/deal.h"
#include "store/hand.h"
#include "tools/commands/election_file.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/file_kind.h"
#include "tools/compare/compare_show.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_compare[] = {
    {"rules", 0, "RULE,RULE",
     N_("greedy, greedy-ratio, welfare, equal-shares, phragmen; with "
	"parameters as in equal-shares:count:add1.")},
    {"ties", 0, "canonical|file|stop",
     N_("Who comes first of equals: the cheaper, the file's first, or stop.")},
    {"lenient", 0, NULL,
     N_("Repair what can be in the .pb file, and tell each repair.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct comparing {
	const struct arguments *arguments;
	const char *path;
	enum ties ties;
	struct compare_rule rules[COMPARE_RULES];
	int rule_count;
	json_t *elections; /* one for each that was compared */
	json_t *warnings;
};

static enum status options_read(struct comparing *comparing)
{
	const struct arguments *arguments = comparing->arguments;
	const char *list = argument_option(arguments, "rules");
	char why[COMPARE_NAME];
	enum status status = election_ties_read(arguments, &comparing->ties);

	if (status != STATUS_OK)
		return status;
	status = compare_rules_read(
	    list ? list : COMPARE_USUAL, election_tie_break(comparing->ties),
	    comparing->rules, &comparing->rule_count, why);
	if (status == STATUS_OK)
		return status;
	return report_error(
	    arguments, status,
	    _("--rules cannot have \"%1$s\". It is up to %2$d of greedy, "
	      "greedy-ratio, welfare, equal-shares and phragmen, with commas "
	      "between them; parameters stand behind a colon: "
	      "equal-shares:count:add1."),
	    why, COMPARE_RULES);
}

static void warn(void *context, const char *line)
{
	struct comparing *comparing = context;

	json_array_append_new(comparing->warnings, json_string(line));
	if (!argument_json(comparing->arguments))
		election_file_warn(stderr, line);
}

/* Compares NAMED and tells it. */
static enum status compare(struct comparing *comparing, const char *title,
			   const struct election_named *named)
{
	struct comparison *comparison;
	enum status status = comparison_new(named->election, comparing->rules,
					    comparing->rule_count, &comparison);

	if (status != STATUS_OK)
		return report_error(comparing->arguments, status, NULL);
	compare_tell(comparing->arguments, title, named, comparison);
	json_array_append_new(comparing->elections,
			      compare_json(title, named, comparison));
	comparison_free(comparison);
	return STATUS_OK;
}

static enum status compare_file(struct comparing *comparing)
{
	const struct arguments *arguments = comparing->arguments;
	const bool lenient = argument_option(arguments, "lenient") != NULL;
	struct pabulib_notes notes = {.list = NULL};
	struct pabulib *pabulib = NULL;
	char title[ELECTION_LABEL];
	enum status status = election_file_read(arguments, comparing->path,
						lenient, &notes, &pabulib);

	if (status == STATUS_OK) {
		struct election_named named = election_named_of(pabulib);
		const char *said = pabulib->meta[PABULIB_DESCRIPTION].text;

		election_shown(said ? said : comparing->path, title,
			       sizeof(title));
		status = compare(comparing, title, &named);
		notes_tell(&notes, comparing->path, lenient, warn, comparing);
	}
	pabulib_free(pabulib);
	notes_clear(&notes);
	return status;
}

/* The language of MEETING that the words are in, or the room's. */
static int language_of(const struct meeting *meeting)
{
	int language = meeting_language(meeting, words_language(NULL));

	return language < 0 ? 0 : language;
}

static enum status compare_pot(struct comparing *comparing, struct store *store,
			       int pot)
{
	const struct meeting *meeting = store_meeting(store);
	const int language = language_of(meeting);
	char *names[MEETING_PROPOSALS];
	struct election *election = NULL;
	enum status status = pot_election_new(store, pot, &election);
	struct election_named named = {
	    .election = election, .names = names, .currency = "kr."};
	int first, end;

	if (status != STATUS_OK)
		return report_error(comparing->arguments, status, "%s",
				    comparing->path);
	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		names[i - first] =
		    (char *)meeting_short_title(meeting, i, language);
	status = compare(
	    comparing,
	    meeting_text(meeting, &meeting->pots[pot].title, language, NULL),
	    &named);
	election_free(election);
	return status;
}

/* Of several boxes only one is compared. */
static enum status warn_box(struct comparing *comparing, struct store *store)
{
	struct deal deal;
	enum status status = deal_read(store, &deal);
	char *line = NULL;
	int made;

	if (status != STATUS_OK)
		return report_error(comparing->arguments, status, "%s",
				    comparing->path);
	if (deal.kiosk == 0)
		return STATUS_OK;
	made = *deal.name
		   ? asprintf(&line,
			      _("Only the ballots of box %1$d of %2$d (%3$s) "
				"are in this."),
			      deal.kiosk, deal.kiosks, deal.name)
		   : asprintf(&line,
			      _("Only the ballots of kiosk %1$d of %2$d are in "
				"this. All together: stemmeboks collect"),
			      deal.kiosk, deal.kiosks);
	if (made < 0)
		return report_error(comparing->arguments, STATUS_MEMORY, NULL);
	warn(comparing, line);
	free(line);
	return STATUS_OK;
}

/* The organisers' file of a shared roll has no ballots until the boxes are put
 * together. */
static enum status ballots_there(struct comparing *comparing,
				 struct store *store)
{
	enum deal_part part;
	enum status status = deal_part(store, &part);

	if (status != STATUS_OK)
		return report_error(comparing->arguments, status, "%s",
				    comparing->path);
	return part == DEAL_ROLL ? file_kind_votes(comparing->arguments, store)
				 : STATUS_OK;
}

/* What makes the meeting's own result another one. */
static enum status warn_meeting(struct comparing *comparing,
				struct store *store)
{
	struct hand_count *hand = NULL;
	enum status status = hand_newest(store, &hand);

	if (status != STATUS_OK)
		return report_error(comparing->arguments, status, "%s",
				    comparing->path);
	if (hand && hand->stands)
		warn(comparing,
		     _("The money goes by the count of the urn; this goes by "
		       "the box, as only that has whole ballots."));
	hand_free(hand);
	warn(comparing, _("Each pot is counted by itself with its own money. "
			  "Thresholds, proposals that exclude each other, "
			  "parts and what the room decided are left out."));
	return STATUS_OK;
}

static enum status compare_meeting(struct comparing *comparing)
{
	const struct arguments *arguments = comparing->arguments;
	struct store *store = NULL;
	enum phase phase;
	enum status status;

	if (argument_option(arguments, "lenient"))
		return report_error(arguments, STATUS_USAGE,
				    _("--%s goes with a .pb file. A meeting's "
				      "rules stand in its own file."),
				    "lenient");
	status = meeting_file_open(arguments, STORE_READ, &store);
	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &phase);
	if (status != STATUS_OK)
		report_error(arguments, status, "%s", comparing->path);
	else if (phase < PHASE_CLOSED)
		status = report_refusal(
		    arguments, STATUS_PHASE,
		    _("The meeting is in the phase \"%s\". "
		      "Close the voting first: stemmeboks close %s"),
		    words_get(phase_text(phase)), comparing->path);
	if (status == STATUS_OK)
		status = ballots_there(comparing, store);
	for (int i = 0;
	     status == STATUS_OK && i < store_meeting(store)->pot_count; i++)
		status = compare_pot(comparing, store, i);
	if (status == STATUS_OK)
		status = warn_meeting(comparing, store);
	if (status == STATUS_OK)
		status = warn_box(comparing, store);
	store_free(store);
	return status;
}

enum status cmd_compare(const struct arguments *arguments)
{
	struct comparing comparing = {.arguments = arguments,
				      .path = argument_operand(arguments, 0),
				      .elections = json_array(),
				      .warnings = json_array()};
	enum status status = options_read(&comparing);

	if (status == STATUS_OK) {
		compare_tell_rules(arguments, comparing.rules,
				   comparing.rule_count);
		report_line(arguments, "%s",
			    election_ties_text(comparing.ties));
		status = election_file_is(comparing.path)
			     ? compare_file(&comparing)
			     : compare_meeting(&comparing);
	}
	if (status == STATUS_OK)
		report_json(arguments,
			    json_pack("{s:O, s:s, s:O}", "elections",
				      comparing.elections, "ties",
				      election_ties_text(comparing.ties),
				      "warnings", comparing.warnings));
	json_decref(comparing.elections);
	json_decref(comparing.warnings);
	return status;
}
