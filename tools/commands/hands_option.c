#include "tools/commands/hands_option.h"

#include <stdio.h>
#include <string.h>

#include "tools/line/report.h"
#include "words/words.h"

enum { NAME = 16, TENTHS = 10, MM_MOST = 10000, SYMBOLS_MOST = 100000 };

static bool take_touch(const char *word, struct check_hands *hands)
{
	int mm, fingers, end = 0;

	if (sscanf(word, "%5d,%2d%n", &mm, &fingers, &end) != 2 || word[end] ||
	    mm < 0 || mm > MM_MOST || fingers < 1)
		return false;
	hands->touched = CHECK_TARGETS;
	hands->miss_tenths[0] = mm * TENTHS;
	hands->fingers = fingers;
	return true;
}

static bool take_speed(const char *word, struct check_hands *hands)
{
	int speed, end = 0;

	if (sscanf(word, "%6d%n", &speed, &end) != 1 || word[end] ||
	    speed < 0 || speed > SYMBOLS_MOST)
		return false;
	hands->scanner.verdict = TRIAL_GOOD;
	hands->scanner.per_second = speed;
	return true;
}

static bool take_answer(enum check_item item, const char *word,
			struct check_hands *hands)
{
	bool yes = strcmp(word, "yes") == 0;

	if (!yes && strcmp(word, "no") != 0)
		return item == CHECK_SCANNER && take_speed(word, hands);
	if (item == CHECK_SCANNER)
		hands->scanner.verdict = yes ? TRIAL_GOOD : TRIAL_MISSING;
	else if (item == CHECK_CAMERA)
		hands->camera.verdict = yes ? TRIAL_GOOD : TRIAL_MISSING;
	else if (item == CHECK_SOUND || item == CHECK_HEADPHONES ||
		 item == CHECK_CLOCK)
		hands->answer[item] = yes ? CHECK_YES : CHECK_NO;
	else
		return false;
	return true;
}

static bool take(const char *text, struct check_hands *hands)
{
	const char *equals = strchr(text, '=');
	char name[NAME] = "";
	int item;

	if (!equals || equals - text >= NAME)
		return false;
	memcpy(name, text, (size_t)(equals - text));
	item = check_find(name);
	if (item == CHECK_TOUCH)
		return take_touch(equals + 1, hands);
	return item >= 0 &&
	       take_answer((enum check_item)item, equals + 1, hands);
}

enum status hands_option(const struct arguments *arguments,
			 struct check_hands *ret_hands)
{
	struct check_hands hands = {0};
	const char *text;

	for (int i = 0; (text = argument_repeated(arguments, "tried", i)); i++)
		if (!take(text, &hands))
			return report_error(
			    arguments, STATUS_USAGE,
			    _("--tried is as in touch=3,2 or scanner=60 or "
			      "sound=yes, not \"%s\"."),
			    text);
	*ret_hands = hands;
	return STATUS_OK;
}
