#include "core/check.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_(text) text

static const struct {
	const char *spelled, *label;
} items[CHECK_ITEMS] = {
#define CHECK(NAME, spelled, label) [CHECK_##NAME] = {spelled, label},
#include "core/check.def"
#undef CHECK
};

static const struct {
	const char *spelled;
	enum check_state state;
	const char *text;
} says_table[CHECK_SAYS_COUNT] = {
#define CHECK_SAYS(NAME, spelled, state, text)                                 \
	[CHECK_SAYS_##NAME] = {spelled, CHECK_##state, text},
#include "core/check_says.def"
#undef CHECK_SAYS
};

#undef N_

static const char *const states[CHECK_STATES] = {
    [CHECK_OK] = "ok",
    [CHECK_LOOK] = "look",
    [CHECK_MISSING] = "missing",
    [CHECK_UNTRIED] = "untried",
};

const char *check_name(enum check_item item)
{
	assert((unsigned)item < CHECK_ITEMS);
	return items[item].spelled;
}

const char *check_label(enum check_item item)
{
	assert((unsigned)item < CHECK_ITEMS);
	return items[item].label;
}

int check_find(const char *name)
{
	for (int i = 0; i < CHECK_ITEMS; i++)
		if (strcmp(name, items[i].spelled) == 0)
			return i;
	return -1;
}

const char *check_says_name(enum check_says says)
{
	assert((unsigned)says < CHECK_SAYS_COUNT);
	return says_table[says].spelled;
}

const char *check_text(enum check_says says)
{
	assert((unsigned)says < CHECK_SAYS_COUNT);
	return says_table[says].text;
}

enum check_state check_state(enum check_says says)
{
	assert((unsigned)says < CHECK_SAYS_COUNT);
	return says_table[says].state;
}

const char *check_state_name(enum check_state state)
{
	assert((unsigned)state < CHECK_STATES);
	return states[state];
}

int check_worst(const struct check_hands *hands)
{
	int worst = 0;

	for (int i = 0; i < hands->touched; i++)
		if (hands->miss_tenths[i] > worst)
			worst = hands->miss_tenths[i];
	return worst;
}

/* The civil calendar counted from 1 March, so that a leap day comes last. */
bool check_day(const char *text, int *ret_day)
{
	int year, month, day, age;

	if (sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1 ||
	    month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	year -= month <= 2;
	month += month <= 2 ? 9 : -3;
	age = year / 400;
	year %= 400;
	*ret_day = age * 146097 + year * 365 + year / 4 - year / 100 +
		   (153 * month + 2) / 5 + day - 1 - 719468;
	return true;
}

static int by_size(const void *a, const void *b)
{
	const int64_t *one = a, *other = b;

	return (*one > *other) - (*one < *other);
}

void check_disk_sum(int64_t *times_us, int count, struct check_disk *disk)
{
	disk->count = count;
	if (count < 1)
		return;
	qsort(times_us, (size_t)count, sizeof(*times_us), by_size);
	disk->median_us = times_us[count / 2];
	disk->worst_us = times_us[count - 1];
}

static enum check_says judge_touch(const struct check_facts *facts,
				   const struct check_hands *hands)
{
	(void)facts;
	if (hands->touched < CHECK_TARGETS)
		return CHECK_SAYS_TOUCH_TRY;
	/* Beside a target is beside a button. */
	if (check_worst(hands) > CHECK_TARGET_MM * 10 / 2)
		return CHECK_SAYS_TOUCH_OFF;
	return hands->fingers < CHECK_FINGERS ? CHECK_SAYS_TOUCH_ONE
					      : CHECK_SAYS_TOUCH_GOOD;
}

static enum check_says judge_scanner(const struct check_facts *facts,
				     const struct check_hands *hands)
{
	(void)facts;
	if (hands->scanner.verdict == TRIAL_NONE)
		return CHECK_SAYS_SCANNER_TRY;
	return hands->scanner.verdict == TRIAL_GOOD ? CHECK_SAYS_SCANNER_GOOD
						    : CHECK_SAYS_SCANNER_BAD;
}

static enum check_says judge_camera(const struct check_facts *facts,
				    const struct check_hands *hands)
{
	if (!facts->camera)
		return CHECK_SAYS_CAMERA_NONE;
	return hands->camera.verdict == TRIAL_GOOD ? CHECK_SAYS_CAMERA_GOOD
						   : CHECK_SAYS_CAMERA_TRY;
}

static enum check_says judge_sound(const struct check_facts *facts,
				   const struct check_hands *hands)
{
	static const enum check_says says[] = {
	    [CHECK_UNASKED] = CHECK_SAYS_SOUND_TRY,
	    [CHECK_YES] = CHECK_SAYS_SOUND_GOOD,
	    [CHECK_NO] = CHECK_SAYS_SOUND_SILENT,
	};

	return facts->sound ? says[hands->answer[CHECK_SOUND]]
			    : CHECK_SAYS_SOUND_NONE;
}

static enum check_says judge_headphones(const struct check_facts *facts,
					const struct check_hands *hands)
{
	static const enum check_says says[] = {
	    [CHECK_UNASKED] = CHECK_SAYS_HEADPHONES_TRY,
	    [CHECK_YES] = CHECK_SAYS_HEADPHONES_GOOD,
	    [CHECK_NO] = CHECK_SAYS_HEADPHONES_SILENT,
	};

	return facts->headphones ? says[hands->answer[CHECK_HEADPHONES]]
				 : CHECK_SAYS_HEADPHONES_NONE;
}

static enum check_says judge_displays(const struct check_facts *facts,
				      const struct check_hands *hands)
{
	(void)hands;
	if (facts->display_count == 0)
		return CHECK_SAYS_DISPLAYS_UNKNOWN;
	return facts->display_count == 1 ? CHECK_SAYS_DISPLAYS_ONE
					 : CHECK_SAYS_DISPLAYS_GOOD;
}

static enum check_says judge_ruler(const struct check_facts *facts,
				   const struct check_hands *hands)
{
	(void)hands;
	return facts->ruler ? CHECK_SAYS_RULER_GOOD : CHECK_SAYS_RULER_TRY;
}

static enum check_says judge_disk(const struct check_facts *facts,
				  const struct check_hands *hands)
{
	const struct check_disk *disk = &facts->disk;

	(void)hands;
	if (disk->count == 0)
		return CHECK_SAYS_DISK_TRY;
	if (disk->memory)
		return CHECK_SAYS_DISK_MEMORY;
	if (disk->median_us < CHECK_FAST_US)
		return CHECK_SAYS_DISK_FAST;
	return disk->worst_us > CHECK_SLOW_US ? CHECK_SAYS_DISK_SLOW
					      : CHECK_SAYS_DISK_GOOD;
}

static enum check_says judge_space(const struct check_facts *facts,
				   const struct check_hands *hands)
{
	(void)hands;
	if (facts->free_mib < 0)
		return CHECK_SAYS_SPACE_UNKNOWN;
	return facts->free_mib < CHECK_FREE_MIB ? CHECK_SAYS_SPACE_LOW
						: CHECK_SAYS_SPACE_GOOD;
}

/* What the file knows of the time says more than a person who nods. */
static enum check_says judge_clock(const struct check_facts *facts,
				   const struct check_hands *hands)
{
	static const enum check_says says[] = {
	    [CHECK_UNASKED] = CHECK_SAYS_CLOCK_TRY,
	    [CHECK_YES] = CHECK_SAYS_CLOCK_GOOD,
	    [CHECK_NO] = CHECK_SAYS_CLOCK_WRONG,
	};
	int now, day;

	if (*facts->last && strcmp(facts->now, facts->last) < 0)
		return CHECK_SAYS_CLOCK_BEFORE;
	if (check_day(facts->now, &now) && check_day(facts->day, &day) &&
	    abs(now - day) > CHECK_DAYS)
		return CHECK_SAYS_CLOCK_DAY;
	return says[hands->answer[CHECK_CLOCK]];
}

static enum check_says judge_battery(const struct check_facts *facts,
				     const struct check_hands *hands)
{
	(void)hands;
	if (facts->battery < 0)
		return CHECK_SAYS_BATTERY_NONE;
	if (facts->battery < CHECK_PERCENT)
		return CHECK_SAYS_BATTERY_LOW;
	return facts->draining ? CHECK_SAYS_BATTERY_DRAINS
			       : CHECK_SAYS_BATTERY_GOOD;
}

enum check_says check_judge(const struct check_facts *facts,
			    const struct check_hands *hands,
			    enum check_item item)
{
	static enum check_says (*const judges[CHECK_ITEMS])(
	    const struct check_facts *, const struct check_hands *) = {
	    [CHECK_TOUCH] = judge_touch,
	    [CHECK_SCANNER] = judge_scanner,
	    [CHECK_CAMERA] = judge_camera,
	    [CHECK_SOUND] = judge_sound,
	    [CHECK_HEADPHONES] = judge_headphones,
	    [CHECK_DISPLAYS] = judge_displays,
	    [CHECK_RULER] = judge_ruler,
	    [CHECK_DISK] = judge_disk,
	    [CHECK_SPACE] = judge_space,
	    [CHECK_CLOCK] = judge_clock,
	    [CHECK_BATTERY] = judge_battery,
	};

	assert((unsigned)item < CHECK_ITEMS);
	return judges[item](facts, hands);
}
