#include "tools/plan/plan.h"

#include <string.h>

#include "core/meeting.h"
#include "tools/line/report.h"
#include "tools/plan/pace.h"
#include "tools/plan/setup.h"
#include "words/words.h"

/* People plan in minutes: a begun one counts. */
static int minutes_of(int seconds)
{
	return (seconds + 59) / 60;
}

/* Which seconds the plan goes by, and where they come from. */
static void tell_pace(const struct arguments *arguments,
		      const struct plan *plan)
{
	const struct evenings *evenings = &plan->evenings;

	report_line(arguments,
		    words_plural("%1$d voter. Half of all need more than %2$d "
				 "seconds, one in ten more than %3$d,\nand "
				 "%4$d seconds pass from one to the next.",
				 "%1$d voters. Half of them need more than "
				 "%2$d seconds, one in ten more than\n%3$d, "
				 "and %4$d seconds pass from one to the next.",
				 (unsigned long)evenings->voters),
		    evenings->voters, evenings->median_s,
		    evenings_ninth_s(evenings->median_s), evenings->change_s);
	if (plan->source == PLAN_GIVEN)
		report_line(arguments, "%s",
			    _("The seconds are those of --seconds."));
	if (plan->source == PLAN_TARGET)
		report_line(arguments, "%s",
			    _("The seconds are the target for ten proposals "
			      "to tick; no evening was timed yet.\nA script "
			      "that reads and never hesitates takes 53."));
	if (plan->source == PLAN_BALLOT)
		report_line(
		    arguments,
		    _("The seconds are the target of %1$d for ten proposals "
		      "to tick, times what a script\ntook: %2$d here, 53 "
		      "there. No evening was timed yet."),
		    PACE_TARGET_S, (plan->tenths + 5) / 10);
	if (evenings->express_percent)
		report_line(arguments,
			    _("Of 100 voters %1$d go by numbers: half of those "
			      "need more than %2$d seconds."),
			    evenings->express_percent, evenings->express_s);
	if (evenings->spread_s)
		report_line(arguments, _("They come over %d min."),
			    evenings->spread_s / 60);
	else
		report_line(arguments, "%s",
			    _("All come at once, after the pitches."));
}

static void tell_first(const struct arguments *arguments,
		       const struct plan_row *row)
{
	const struct evenings_outcome *outcome = &row->outcome;

	report_line(
	    arguments,
	    words_plural("With %1$d kiosk the last one has voted after %2$d "
			 "min. At most %3$d people wait,\nthe longest %4$d "
			 "min., the average %5$d.",
			 "With %1$d kiosks the last one has voted after %2$d "
			 "min. At most %3$d people wait,\nthe longest %4$d "
			 "min., the average %5$d.",
			 (unsigned long)row->kiosks),
	    row->kiosks, minutes_of(outcome->last_s), outcome->waiting_most,
	    minutes_of(outcome->wait_most_s), minutes_of(outcome->wait_mean_s));
}

/* What ROW changes against FIRST. */
static void tell_other(const struct arguments *arguments,
		       const struct plan_row *first, const struct plan_row *row)
{
	const struct evenings_outcome *outcome = &row->outcome;
	int last = minutes_of(outcome->last_s);
	int later = last - minutes_of(first->outcome.last_s);

	report_line(arguments,
		    row->kiosks < first->kiosks
			? _("With %1$d: after %2$d min., %3$d later; %4$d "
			    "people, %5$d min., average %6$d.")
			: _("With %1$d: after %2$d min., %3$d earlier; %4$d "
			    "people, %5$d min., average %6$d."),
		    row->kiosks, last, later < 0 ? -later : later,
		    outcome->waiting_most, minutes_of(outcome->wait_most_s),
		    minutes_of(outcome->wait_mean_s));
}

/* Whether the kiosks that there are do. */
static void tell_verdict(const struct arguments *arguments,
			 const struct plan *plan)
{
	if (!plan->asked || !plan->minutes)
		return;
	if (!plan->least)
		report_line(arguments,
			    _("No number of kiosks is enough for %d min."),
			    plan->minutes);
	else if (plan->asked < plan->least)
		report_line(arguments,
			    _("That is not enough for %1$d min.: it takes "
			      "%2$d."),
			    plan->minutes, plan->least);
	else
		report_line(arguments,
			    _("That is enough for %1$d min.: %2$d would do."),
			    plan->minutes, plan->least);
}

static void tell_rows(const struct arguments *arguments,
		      const struct plan *plan)
{
	report_line(arguments, "\n%s",
		    _("So it is, or better, on nine evenings of ten:"));
	tell_first(arguments, &plan->rows[0]);
	for (int i = 1; i < plan->row_count; i++)
		tell_other(arguments, &plan->rows[0], &plan->rows[i]);
	tell_verdict(arguments, plan);
	if (plan->least_half && plan->least_half < plan->least)
		report_line(arguments,
			    _("If half go by the numbers on posters and slips "
			      "(--express %1$d), %2$d would do."),
			    PLAN_HALF, plan->least_half);
}

static void tell_languages(const struct arguments *arguments,
			   const struct meeting *meeting)
{
	char names[8 * MEETING_LANGUAGES] = "";

	if (!meeting || meeting->language_count < 2)
		return;
	for (int i = 0; i < meeting->language_count; i++) {
		size_t length = strlen(names);

		snprintf(names + length, sizeof(names) - length, "%s%s",
			 i > 0 ? ", " : "", meeting->languages[i]);
	}
	report_line(arguments,
		    _("- Languages: %s. Slips that know theirs (--lang) save "
		      "a screen."),
		    names);
}

static void tell_setup(const struct arguments *arguments,
		       const struct plan *plan, const struct setup *setup)
{
	report_line(arguments, "\n%s", _("Set up:"));
	report_line(arguments,
		    _("- Kiosks: %d, each a touchscreen computer, scanner or "
		      "camera, table and power."),
		    setup->kiosks);
	report_line(arguments,
		    _("- Floor: %1$d.%2$02d m side by side, 1.30 m for each, "
		      "and nobody behind them."),
		    setup->width_cm / 100, setup->width_cm % 100);
	report_line(
	    arguments,
	    _("- Screens of 24 inches: the middle %d cm above the floor."),
	    SETUP_SCREEN_CM);
	report_line(arguments, "%s",
		    _("- One or more to sit at: tilted screen, shield, "
		      "headphones (3.5 mm), spare ones."));
	report_line(arguments,
		    _("- Helpers: 1 at the door, %1$d at the kiosks (one for "
		      "%2$d; one in ten may ask)."),
		    setup->helpers, SETUP_KIOSKS_EACH_HELPER);
	report_line(arguments,
		    _("- Slips: %1$d (%2$d sheets of A4), at most %3$d to a "
		      "kiosk; more for lost ones."),
		    setup->voters, setup->sheets, setup->slips_each);
	report_line(
	    arguments, "%s",
	    _("- Posters where people queue: who has decided votes faster."));
	tell_languages(arguments, plan->meeting);
}

static json_t *rows_json(const struct plan *plan)
{
	json_t *rows = json_array();

	for (int i = 0; i < plan->row_count; i++) {
		const struct plan_row *row = &plan->rows[i];

		json_array_append_new(
		    rows,
		    json_pack("{s:i, s:i, s:i, s:i, s:i}", "kiosks",
			      row->kiosks, "last_seconds", row->outcome.last_s,
			      "waiting", row->outcome.waiting_most,
			      "wait_seconds", row->outcome.wait_most_s,
			      "wait_mean_seconds", row->outcome.wait_mean_s));
	}
	return rows;
}

/* null for a number that was not asked for or is not there. */
static json_t *some(int number)
{
	return number ? json_integer(number) : json_null();
}

static json_t *plan_json(const struct plan *plan, const struct setup *setup)
{
	static const char *const sources[] = {[PLAN_TARGET] = "target",
					      [PLAN_BALLOT] = "ballot",
					      [PLAN_GIVEN] = "given"};
	const struct evenings *evenings = &plan->evenings;

	return json_pack(
	    "{s:i, s:o, s:i, s:i, s:s, s:i, s:i, s:i, s:i, s:i, s:o, s:o, s:o,"
	    " s:{s:i, s:i, s:i, s:i, s:i}}",
	    "voters", evenings->voters, "minutes", some(plan->minutes),
	    "seconds", evenings->median_s, "seconds_ninth",
	    evenings_ninth_s(evenings->median_s), "seconds_from",
	    sources[plan->source], "change_seconds", evenings->change_s,
	    "express_percent", evenings->express_percent, "express_seconds",
	    evenings->express_s, "spread_seconds", evenings->spread_s, "kiosks",
	    setup->kiosks, "kiosks_needed", some(plan->least),
	    "kiosks_needed_half_express", some(plan->least_half), "rows",
	    rows_json(plan), "setup", "width_cm", setup->width_cm, "helpers",
	    setup->helpers, "slips", setup->voters, "sheets", setup->sheets,
	    "slips_each", setup->slips_each);
}

void plan_tell(const struct arguments *arguments, const struct plan *plan)
{
	struct setup setup =
	    setup_for(plan->rows[0].kiosks, plan->evenings.voters);

	tell_pace(arguments, plan);
	tell_rows(arguments, plan);
	tell_setup(arguments, plan, &setup);
	report_json(arguments, plan_json(plan, &setup));
}
