/* What a touch or a key changed, for those who do not see it. */
#include "voter/numbers.h"
#include "voter/speech_part.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

static bool changed(const struct voter_view *view, const struct session *before,
		    int index)
{
	const struct session *session = view->session;

	return session->ballot.value[index] != before->ballot.value[index] ||
	       session->scored[index] != before->scored[index];
}

/* Whether proposal INDEX has lost all that it was given. */
static bool removed(const struct voter_view *view, const struct session *before,
		    int index)
{
	return speech_given(before, index) &&
	       !speech_given(view->session, index);
}

static bool any_removed(const struct voter_view *view,
			const struct session *before)
{
	for (int i = 0; i < view->meeting->proposal_count; i++)
		if (removed(view, before, i))
			return true;
	return false;
}

static void say_changed(struct speech *speech, const struct voter_view *view,
			int index)
{
	if (view->session->screen == SCREEN_NUMBERS)
		speech_proposal(speech, view, index);
	else
		speech_number(speech, view, index);
	if (speech_given(view->session, index))
		speech_value(speech, view, index);
	else
		/* TRANSLATORS: read aloud; a proposal that was chosen no
		 * longer is. */
		speech_say(speech, N_("Removed"));
}

/* How far one has come in POT, as the screen says it. */
static void say_state(struct speech *speech, const struct voter_view *view,
		      int pot)
{
	char text[WORDING_TEXT];

	if (view->session->screen == SCREEN_REVIEW)
		ballot_done(view, pot, text);
	else
		ballot_state(view, pot, text);
	speech_add(speech, text);
}

void speech_read_change(const struct voter_view *view,
			const struct session *before, struct speech *ret_speech)
{
	bool away = any_removed(view, before);
	int pot = -1;

	speech_begin(view, ret_speech);
	for (int i = 0; i < view->meeting->proposal_count; i++) {
		if (away ? !removed(view, before, i)
			 : !changed(view, before, i))
			continue;
		say_changed(ret_speech, view, i);
		pot = view->meeting->proposals[i].pot;
	}
	if (pot >= 0)
		say_state(ret_speech, view, pot);
}

void speech_read_proposal(const struct voter_view *view, int index,
			  struct speech *ret_speech)
{
	speech_begin(view, ret_speech);
	speech_proposal_given(ret_speech, view, index);
}

void speech_read_button(const struct voter_view *view, const char *label,
			int index, struct speech *ret_speech)
{
	speech_begin(view, ret_speech);
	speech_add(ret_speech, label);
	if (view->session->screen == SCREEN_REVIEW)
		speech_proposal_given(ret_speech, view, index);
	else
		speech_number(ret_speech, view, index);
}

void speech_read_typed(const struct voter_view *view, struct speech *ret_speech)
{
	int index = numbers_typed(view);

	if (index >= 0) {
		speech_read_proposal(view, index, ret_speech);
		return;
	}
	speech_begin(view, ret_speech);
	if (session_number(view->session) > 0)
		speech_say(ret_speech, N_("No proposal here has this number."));
}
