#include "tools/pabulib/pabulib_ballot.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

/* A value of a number, or STATUS_CHANGED when values need more decimals. */
static enum status value_of(struct reading *reading, long line,
			    struct number number, const char *what,
			    int *ret_value)
{
	int64_t units;

	if (number.places > reading->places) {
		reading->places = number.places;
		return STATUS_CHANGED;
	}
	if (!number_scaled(number, reading->places, &units) || units > INT_MAX)
		return reading_refuse(
		    reading, line,
		    _("%s: more points than can be added up exactly."), what);
	*ret_value = (int)units;
	return STATUS_OK;
}

/* The limit that KEY sets, in values of PLACES decimals. */
static int64_t limit_of(const struct reading *reading, enum pabulib_key key,
			int places, int64_t otherwise)
{
	const struct pabulib_meta *meta = &reading->pabulib->meta[key];

	return meta->text ? number_scaled_up(meta->number, places) : otherwise;
}

static void limits_set(struct ballots *ballots)
{
	struct reading *reading = ballots->reading;
	enum vote_type type = reading->pabulib->vote_type;
	int places = reading->places;

	ballots->limits = (struct limits){
	    {limit_of(reading, PABULIB_MIN_LENGTH, 0, 0),
	     limit_of(reading, PABULIB_MAX_LENGTH, 0, INT64_MAX)},
	    {0, INT64_MAX},
	    {0, INT64_MAX},
	};
	if (!vote_type_points(type))
		return;
	ballots->limits.points[0] =
	    limit_of(reading, PABULIB_MIN_POINTS, places, 0);
	ballots->limits.points[1] =
	    limit_of(reading, PABULIB_MAX_POINTS, places, INT64_MAX);
	ballots->limits.sum[0] =
	    limit_of(reading, PABULIB_MIN_SUM_POINTS, places, 0);
	ballots->limits.sum[1] =
	    limit_of(reading, PABULIB_MAX_SUM_POINTS, places, INT64_MAX);
}

enum status ballots_begin(struct ballots *ballots, struct reading *reading)
{
	const struct pabulib_meta *score =
	    &reading->pabulib->meta[PABULIB_DEFAULT_SCORE];
	size_t projects = (size_t)reading->project_count + 1;
	enum status status = STATUS_OK;

	*ballots = (struct ballots){.reading = reading};
	if (score->text && vote_type_points(reading->pabulib->vote_type))
		status = value_of(reading, score->line, score->number,
				  pabulib_key_name(PABULIB_DEFAULT_SCORE),
				  &ballots->default_value);
	if (status != STATUS_OK)
		return status;
	limits_set(ballots);
	ballots->places = calloc(projects, sizeof(*ballots->places));
	ballots->values = calloc(projects, sizeof(*ballots->values));
	return ballots->places && ballots->values ? STATUS_OK : STATUS_MEMORY;
}

void ballots_free(struct ballots *ballots)
{
	free(ballots->places);
	free(ballots->values);
}

/* Takes the text before the next comma off *LIST, which becomes shorter;
 * *ret_last tells that no comma follows. */
static struct span list_next(struct span *list, bool *ret_last)
{
	const char *comma = memchr(list->text, ',', list->length);
	struct span item = *list;

	*ret_last = comma == NULL;
	if (comma) {
		item.length = (size_t)(comma - list->text);
		list->length -= item.length + 1;
		list->text = comma + 1;
	}
	return item;
}

static enum status gap_found(struct ballots *ballots)
{
	struct reading *reading = ballots->reading;

	return reading_note(reading, NOTE_GAP, reading->rows.row_line,
			    _("There is nothing between two commas of this "
			      "ballot, or at its end."));
}

/* A project that this ballot names once more. */
static enum status named_again(struct ballots *ballots, struct span id)
{
	struct reading *reading = ballots->reading;
	enum vote_type type = reading->pabulib->vote_type;
	long line = reading->rows.row_line;
	const char *shown;

	/* Tens of thousands may: nothing is made that nobody sees. */
	if (type != VOTE_SCORING &&
	    reading->notes->counts[NOTE_AGAIN] >= NOTES_KEPT) {
		notes_add(reading->notes, NOTE_AGAIN, line, "%s", "");
		return STATUS_OK;
	}
	shown = reading_show(reading, id);
	if (type == VOTE_SCORING)
		return reading_note(
		    reading, NOTE_AGAIN_SCORE, line,
		    _("This ballot scores project %s twice; the scores add "
		      "up. Leave the right one."),
		    shown);
	if (type == VOTE_CUMULATIVE)
		return reading_note(
		    reading, NOTE_AGAIN, line,
		    _("This ballot names project %s more than once; its "
		      "points add up."),
		    shown);
	return reading_note(reading, NOTE_AGAIN, line,
			    type == VOTE_ORDINAL
				? _("This ballot names project %s more than "
				    "once; its best place counts.")
				: _("This ballot names project %s more than "
				    "once; it counts once."),
			    shown);
}

static enum status unknown_found(struct ballots *ballots, struct span id)
{
	struct reading *reading = ballots->reading;

	return reading_refuse(
	    reading, reading->rows.row_line,
	    _("This ballot names a project \"%s\" that is not in PROJECTS. "
	      "Add the project, or correct the ballot."),
	    reading_show(reading, id));
}

/* Blanks in a list are rare, and no part of an id. */
static struct span item_trim(struct ballots *ballots, struct span item)
{
	struct span trimmed = span_trim(item);
	struct reading *reading = ballots->reading;

	if (trimmed.length < item.length)
		reading_note(reading, NOTE_BLANKS, reading->rows.row_line,
			     _("Blanks around cells were taken off."));
	return trimmed;
}

/* Reads the points that belong to the project before them. */
static enum status points_next(struct ballots *ballots, struct span *points,
			       bool *points_last, int *ret_value)
{
	struct reading *reading = ballots->reading;
	long line = reading->rows.row_line;
	struct number number;
	struct span item;
	enum status status;

	if (*points_last)
		return reading_refuse(
		    reading, line,
		    _("This ballot has more projects than points. Write as "
		      "many of the one as of the other."));
	item = item_trim(ballots, list_next(points, points_last));
	status = reading_number(reading, item, "points", &number);
	if (status == STATUS_OK)
		status = value_of(reading, line, number, "points", ret_value);
	if (status != STATUS_OK)
		return status;
	if (*ret_value < ballots->limits.points[0] ||
	    *ret_value > ballots->limits.points[1])
		return reading_note(
		    reading, NOTE_POINTS, line,
		    _("This ballot gives %s points, which META does not "
		      "allow; they count."),
		    reading_show(reading, item));
	return STATUS_OK;
}

/* Adds VALUE for PROJECT to the ballot. */
static enum status value_add(struct ballots *ballots, int project, int value,
			     struct span id)
{
	struct reading *reading = ballots->reading;
	struct place *place = &ballots->places[project];
	struct election_value *values = ballots->values;

	if (place->ballot == reading->ballot_count) {
		if (vote_type_points(reading->pabulib->vote_type) &&
		    __builtin_add_overflow(values[place->value].value, value,
					   &values[place->value].value))
			return reading_refuse(
			    reading, reading->rows.row_line,
			    _("%s: more points than can be added up exactly."),
			    "points");
		return named_again(ballots, id);
	}
	*place = (struct place){reading->ballot_count, ballots->count};
	values[ballots->count++] = (struct election_value){project, value};
	return STATUS_OK;
}

/* The project that *VOTE begins with; it becomes what is behind the next comma,
 * and *ret_last tells that there is none. -1 when the status is not STATUS_OK,
 * or there was nothing between two commas. */
static enum status project_next(struct ballots *ballots, struct span *vote,
				bool *ret_last, struct span *ret_id,
				int *ret_project)
{
	struct reading *reading = ballots->reading;
	const char *end = vote->text + vote->length, *next;
	struct span id;

	*ret_project =
	    ids_next(&reading->ids, vote->text, end, ballots->far, &next);
	if (*ret_project >= 0) {
		*ret_id =
		    (struct span){vote->text, (size_t)(next - vote->text)};
		*ret_last = next == end;
		if (next < end)
			*vote =
			    (struct span){next + 1, (size_t)(end - next) - 1};
		return STATUS_OK;
	}
	/* Long, with blanks around it, empty, or not there. */
	*ret_id = id = item_trim(ballots, list_next(vote, ret_last));
	if (id.length == 0 && !vote_type_points(reading->pabulib->vote_type))
		return gap_found(ballots);
	*ret_project = election_find(reading->builder, id.text, id.length);
	return *ret_project < 0 ? unknown_found(ballots, id) : STATUS_OK;
}

/* The projects of VOTE with their POINTS, as they stand. */
static enum status list_read(struct ballots *ballots, struct span vote,
			     struct span points)
{
	struct reading *reading = ballots->reading;
	bool has_points = vote_type_points(reading->pabulib->vote_type);
	bool last = false, points_last = points.length == 0;
	enum status status = STATUS_OK;

	ballots->far = rows_far(&reading->rows, vote);
	while (!last && status == STATUS_OK) {
		struct span id;
		int project, value = 1;

		status = project_next(ballots, &vote, &last, &id, &project);
		if (status != STATUS_OK || project < 0)
			continue;
		if (has_points)
			status =
			    points_next(ballots, &points, &points_last, &value);
		if (status == STATUS_OK)
			status = value_add(ballots, project, value, id);
	}
	if (status == STATUS_OK && has_points && !points_last)
		return reading_refuse(
		    reading, reading->rows.row_line,
		    _("This ballot has more points than projects. Write as "
		      "many of the one as of the other."));
	return status;
}

/* A ballot against what META allows. Blank ones may be shorter than the
 * least. */
static enum status limits_check(struct ballots *ballots)
{
	struct reading *reading = ballots->reading;
	const struct limits *limits = &ballots->limits;
	long line = reading->rows.row_line;
	enum status status = STATUS_OK;
	int64_t sum = 0;

	if (reading->pabulib->vote_type == VOTE_CHOOSE_1 && ballots->count > 1)
		status = reading_note(
		    reading, NOTE_CHOOSE_1, line,
		    _("This ballot names %d projects where one is to be "
		      "chosen; each counts."),
		    ballots->count);
	else if (ballots->count < limits->length[0] ||
		 ballots->count > limits->length[1])
		status = reading_note(
		    reading, NOTE_LENGTH, line,
		    words_plural("This ballot names %d project, which META "
				 "does not allow; it counts.",
				 "This ballot names %d projects, which META "
				 "does not allow; it counts.",
				 (unsigned long)ballots->count),
		    ballots->count);
	for (int i = 0; i < ballots->count; i++)
		sum += ballots->values[i].value;
	if (status == STATUS_OK &&
	    (sum < limits->sum[0] || sum > limits->sum[1]))
		status = reading_note(
		    reading, NOTE_SUM, line,
		    _("The points of this ballot add up to what META does not "
		      "allow; they count."));
	return status;
}

/* Gives those that the ballot does not name the default. */
static void defaults_add(struct ballots *ballots)
{
	const struct reading *reading = ballots->reading;

	for (int i = 0; i < reading->project_count; i++) {
		if (ballots->places[i].ballot == reading->ballot_count)
			continue;
		ballots->values[ballots->count++] =
		    (struct election_value){i, ballots->default_value};
	}
}

enum status ballot_read(struct ballots *ballots, struct span vote,
			struct span points)
{
	struct reading *reading = ballots->reading;
	enum status status = STATUS_OK;

	ballots->count = 0;
	reading->ballot_count++;
	if (vote.length > 0) {
		status = list_read(ballots, vote, points);
		if (status == STATUS_OK && ballots->count > 0)
			status = limits_check(ballots);
	} else if (points.length > 0 && !span_is(points, VOTE_NO_POINTS)) {
		return reading_refuse(
		    reading, reading->rows.row_line,
		    _("This ballot has more points than projects. Write as "
		      "many of the one as of the other."));
	}
	if (status != STATUS_OK)
		return status;
	if (reading->pabulib->vote_type == VOTE_ORDINAL)
		for (int i = 0; i < ballots->count; i++)
			ballots->values[i].value = ballots->count - i;
	if (ballots->default_value > 0)
		defaults_add(ballots);
	status = election_add_ballots(reading->builder, ballots->values,
				      (size_t)ballots->count, 1);
	if (status == STATUS_LIMIT)
		return reading_refuse(
		    reading, reading->rows.row_line,
		    _("%s: more points than can be added up exactly."),
		    "points");
	return status;
}
