/* The parts that readings are made of. */
#include "voter/speech_part.h"

#include <stdio.h>
#include <string.h>

#include "voter/wording_ballot.h"
#include "words/words.h"

void speech_begin(const struct voter_view *view, struct speech *ret_speech)
{
	ret_speech->count = 0;
	ret_speech->used = 0;
	words_language(view->meeting->languages[view->session->language]);
}

struct speech_part *speech_add(struct speech *speech, const char *text)
{
	size_t size = strlen(text) + 1;
	struct speech_part *part;

	if (size == 1 || speech->count == SPEECH_PARTS ||
	    size > SPEECH_BYTES - speech->used)
		return NULL;
	part = &speech->parts[speech->count++];
	*part = (struct speech_part){.text = speech->text + speech->used};
	memcpy(speech->text + speech->used, text, size);
	speech->used += size;
	return part;
}

void speech_say(struct speech *speech, const char *msgid)
{
	struct speech_part *part = speech_add(speech, words_get(msgid));

	if (part)
		part->msgid = msgid;
}

void speech_number(struct speech *speech, const struct voter_view *view,
		   int index)
{
	char text[WORDING_TEXT];

	/* TRANSLATORS: read aloud; the number of a proposal. */
	snprintf(text, sizeof(text), _("Proposal %d"),
		 view->meeting->proposals[index].number);
	speech_add(speech, text);
}

void speech_value(struct speech *speech, const struct voter_view *view,
		  int index)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	int value = view->session->ballot.value[index];
	char text[WORDING_TEXT];

	switch (view->meeting->pots[proposal->pot].ballot_type) {
	case BALLOT_POINTS:
		snprintf(
		    text, sizeof(text),
		    words_plural("%d point", "%d points", (unsigned long)value),
		    value);
		break;
	case BALLOT_SCORE:
		snprintf(text, sizeof(text), _("Score %d"), value);
		break;
	case BALLOT_RANK:
		snprintf(text, sizeof(text), _("Choice %d"), value);
		break;
	default:
		speech_say(speech, N_("Chosen"));
		return;
	}
	speech_add(speech, text);
}

bool speech_given(const struct session *session, int index)
{
	return session->ballot.value[index] != 0 || session->scored[index];
}

void speech_proposal(struct speech *speech, const struct voter_view *view,
		     int index)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	struct speech_part *part;
	char text[WORDING_TEXT];

	speech_number(speech, view, index);
	part = speech_add(speech, wording_title(view, index, NULL));
	if (part)
		part->proposal = proposal->number;
	wording_money(proposal->cost_minor, text);
	speech_add(speech, text);
}

void speech_proposal_given(struct speech *speech, const struct voter_view *view,
			   int index)
{
	speech_proposal(speech, view, index);
	if (speech_given(view->session, index))
		speech_value(speech, view, index);
}
