#include "voter/speech.h"

#include <stdio.h>
#include <string.h>

#include "voter/screen_text.h"
#include "voter/speech_part.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

static void say_pot(struct speech *speech, const struct voter_view *view,
		    int pot)
{
	speech_add(speech,
		   meeting_text(view->meeting, &view->meeting->pots[pot].title,
				view->session->language, NULL));
}

static void say_task(struct speech *speech, const struct voter_view *view)
{
	char text[WORDING_TEXT];

	say_pot(speech, view, view->session->pot);
	ballot_task(view, view->session->pot, text);
	speech_add(speech, text);
}

static void say_state(struct speech *speech, const struct voter_view *view)
{
	char text[WORDING_TEXT];

	ballot_state(view, view->session->pot, text);
	speech_add(speech, text);
}

static void rules(struct speech *speech, const struct voter_view *view)
{
	const struct pot *pot = &view->meeting->pots[view->session->pot];

	say_task(speech, view);
	speech_say(speech, rules_first(pot));
	speech_say(speech, rules_last(pot));
}

/* Which of several pages this is. */
static void say_page(struct speech *speech, int page, int pages)
{
	char text[WORDING_TEXT];

	if (pages < 2)
		return;
	snprintf(text, sizeof(text), _("Page %d of %d"), page + 1, pages);
	speech_add(speech, text);
}

static void cards(struct speech *speech, const struct voter_view *view,
		  int page_size)
{
	const struct session *session = view->session;
	int from, to;

	say_task(speech, view);
	session_page_cards(session, view->meeting, page_size, &from, &to);
	for (int i = from; i < to; i++)
		speech_proposal_given(speech, view, session->order[i]);
	say_state(speech, view);
	say_page(speech, session_page(session, view->meeting, page_size),
		 session_pages(view->meeting, session->pot, page_size));
}

/* What is chosen in POT, of the choices [FIRST, END) of all pots. */
static void say_chosen(struct speech *speech, const struct voter_view *view,
		       int pot, int first, int end)
{
	int chosen[MEETING_PROPOSALS];
	int count = session_chosen(view->session, view->meeting, chosen);

	for (int i = first; i < count && i < end; i++)
		if (view->meeting->proposals[chosen[i]].pot == pot)
			speech_proposal_given(speech, view, chosen[i]);
}

static void numbers(struct speech *speech, const struct voter_view *view)
{
	say_task(speech, view);
	say_chosen(speech, view, view->session->pot, 0, MEETING_PROPOSALS);
	say_state(speech, view);
}

static void detail(struct speech *speech, const struct voter_view *view)
{
	int index = view->session->detail, language = view->session->language;
	const struct proposal *proposal = &view->meeting->proposals[index];
	struct speech_part *part;

	speech_proposal_given(speech, view, index);
	speech_add(speech, meeting_text(view->meeting, &proposal->summary,
					language, NULL));
	part = speech_add(speech, meeting_text(view->meeting, &proposal->body,
					       language, NULL));
	if (part) {
		part->proposal = proposal->number;
		part->body = true;
	}
}

/* A page of the review: each pot that has a row on it, or is blank. */
static void review(struct speech *speech, const struct voter_view *view,
		   int review_size)
{
	const struct session *session = view->session;
	const struct meeting *meeting = view->meeting;
	int page = session_review_page(session, meeting, review_size);
	int first = page * review_size, end = first + review_size, passed = 0;
	char text[WORDING_TEXT];

	speech_say(speech, N_("Check your vote"));
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int from = passed;

		passed += ballot_chosen(meeting, &session->ballot, pot);
		if (passed > from && (passed <= first || from >= end))
			continue;
		say_pot(speech, view, pot);
		ballot_done(view, pot, text);
		speech_add(speech, text);
		say_chosen(speech, view, pot, first, end);
	}
	say_page(speech, page,
		 session_review_pages(session, meeting, review_size));
	if (session_review_seen(session, meeting, review_size)) {
		speech_say(speech,
			   N_("You cannot change your vote once it is cast."));
		speech_say(speech, N_("Cast my vote"));
	} else {
		speech_say(speech, N_("See the rest"));
	}
}

/* A screen that says one thing. */
static void plain(struct speech *speech, const struct voter_view *view)
{
	const char *texts[SCREEN_TEXTS];
	int count = screen_texts(view, texts);

	for (int i = 0; i < count; i++) {
		char text[WORDING_TEXT];

		if (wording_number(words_get(texts[i]), view->slip_kiosk, text))
			speech_add(speech, text);
		else
			speech_say(speech, texts[i]);
	}
}

/* How long there is to answer: the reading begins with the question. */
static void say_left(struct speech *speech)
{
	unsigned seconds = SESSION_IDLE_ANSWER_MS / 1000;
	char text[WORDING_TEXT];

	snprintf(text, sizeof(text),
		 words_plural("Your choices are deleted in %u second.",
			      "Your choices are deleted in %u seconds.",
			      seconds),
		 seconds);
	speech_add(speech, text);
}

static void over(struct speech *speech, const struct voter_view *view)
{
	const char *lines[OVERLAY_TEXTS];
	int count = overlay_texts(view->session->overlay, lines);

	for (int i = 0; i < count; i++) {
		speech_say(speech, lines[i]);
		if (i == 0 && view->session->overlay == OVERLAY_IDLE)
			say_left(speech);
	}
}

void speech_read(const struct voter_view *view, int page_size, int review_size,
		 struct speech *ret_speech)
{
	const struct session *session = view->session;

	speech_begin(view, ret_speech);
	if (session->overlay != OVERLAY_NONE &&
	    session->overlay != OVERLAY_LISTEN) {
		over(ret_speech, view);
		return;
	}
	switch (session->screen) {
	case SCREEN_RULES:
		rules(ret_speech, view);
		break;
	case SCREEN_CHOOSE:
		cards(ret_speech, view, page_size);
		break;
	case SCREEN_NUMBERS:
		numbers(ret_speech, view);
		break;
	case SCREEN_DETAIL:
		detail(ret_speech, view);
		break;
	case SCREEN_REVIEW:
		review(ret_speech, view, review_size);
		break;
	default:
		plain(ret_speech, view);
		break;
	}
}

void speech_read_banner(const struct voter_view *view,
			struct speech *ret_speech)
{
	char text[WORDING_TEXT];

	speech_begin(view, ret_speech);
	if (view->session->banner == BANNER_NONE)
		return;
	ballot_banner(view, text);
	speech_add(ret_speech, text);
}

void speech_wipe(struct speech *speech)
{
	volatile unsigned char *byte = (volatile unsigned char *)speech;

	for (size_t i = 0; i < sizeof(*speech); i++)
		byte[i] = 0;
}
