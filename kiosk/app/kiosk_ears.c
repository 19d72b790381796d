#include "app/kiosk_ears.h"

#include <sodium.h>
#include <string.h>

#include "core/clip_name.h"
#include "ui/ui.h"
#include "voter/widget.h"
#include "words/words.h"

enum {
	BEEP_EVERY_S = 10, /* of the idle question, and its last seconds */
	BEEP_LAST_S = 5,
	LABEL_BYTES = 64,
};

static const int volumes[SESSION_VOLUMES] = {25, 45, 60, 90};

enum status kiosk_ears_open(struct kiosk_ears *heard,
			    const struct ears_options *options)
{
	*heard = (struct kiosk_ears){0};
	session_reset(&heard->before, 0);
	return ears_open(options, &heard->ears);
}

void kiosk_ears_close(struct kiosk_ears *heard)
{
	ears_free(heard->ears);
	sodium_memzero(heard, sizeof(*heard));
}

static const char *language_of(const struct voter_view *view)
{
	return view->meeting->languages[view->session->language];
}

/* What became of the choices: 1 when there is more, or another score in place
 * of one; -1 when there is less; 0 when nothing changed. */
static int chosen_more(const struct session *before,
		       const struct session *session)
{
	int more = 0;

	for (int i = 0; i < MEETING_PROPOSALS; i++) {
		int value = session->ballot.value[i] - before->ballot.value[i];

		if (value != 0 && before->scored[i] && session->scored[i])
			return 1;
		more += value + session->scored[i] - before->scored[i];
	}
	return (more > 0) - (more < 0);
}

/* A page that says why a slip or a vote was not taken: the first, or another
 * one, which only a scan brings. */
static bool refused(const struct session *before, const struct session *session,
		    bool touched)
{
	return session->screen == SCREEN_MESSAGE &&
	       (before->screen != SCREEN_MESSAGE ||
		(session->since_ms != before->since_ms && !touched));
}

static bool new_banner(const struct session *before,
		       const struct session *session)
{
	return session->banner != BANNER_NONE &&
	       session->banner_until_ms != before->banner_until_ms;
}

/* The sound of SESSION against what it was BEFORE; SOUND_COUNT: none. */
static enum sound sound_of(const struct session *before,
			   const struct session *session, bool touched)
{
	int more = chosen_more(before, session);

	if (session->screen == SCREEN_THANKS && before->screen != SCREEN_THANKS)
		return SOUND_CAST;
	if (refused(before, session, touched) ||
	    (session->screen == SCREEN_LOCKED &&
	     before->screen != SCREEN_LOCKED) ||
	    (session->code_wrong && !before->code_wrong))
		return SOUND_ERROR;
	if (session->has_slip && !before->has_slip)
		return SOUND_SCAN_OK;
	if (new_banner(before, session))
		return SOUND_ERROR;
	if (session->has_slip && before->has_slip && more != 0)
		return more > 0 ? SOUND_SELECT : SOUND_REMOVE;
	return touched ? SOUND_TAP : SOUND_COUNT;
}

/* Every ten seconds of the idle question, and each of its last five. */
static bool beep_due(struct kiosk_ears *heard, const struct session *session,
		     uint64_t now_ms)
{
	unsigned left = session_idle_seconds(session, now_ms);
	bool due = left > 0 && left != heard->beep_left &&
		   (left % BEEP_EVERY_S == 0 || left <= BEEP_LAST_S);

	heard->beep_left = left;
	return due;
}

static void clip_of(const struct speech_part *part,
		    char ret_name[CLIP_NAME_BYTES])
{
	ret_name[0] = '\0';
	if (part->msgid)
		clip_name_of_text(part->msgid, ret_name);
	else if (part->proposal > 0)
		clip_name_of_proposal(part->proposal,
				      part->body ? CLIP_BODY : CLIP_TITLE,
				      ret_name);
}

/* Says what HEARD's speech holds, and wipes it. */
static void say_speech(struct kiosk_ears *heard, const struct voter_view *view)
{
	struct utterance_part parts[SPEECH_PARTS];
	char names[SPEECH_PARTS][CLIP_NAME_BYTES];
	struct speech *speech = &heard->speech;

	for (int i = 0; i < speech->count; i++) {
		clip_of(&speech->parts[i], names[i]);
		parts[i] = (struct utterance_part){
		    names[i][0] ? names[i] : NULL, speech->parts[i].text};
	}
	ears_say(heard->ears, language_of(view),
		 &(struct utterance){(size_t)speech->count, parts});
	speech_wipe(speech);
	sodium_memzero(names, sizeof(names));
	sodium_memzero(parts, sizeof(parts));
}

static void read_screen(struct kiosk_ears *heard, struct ui *ui,
			const struct voter_view *view)
{
	/* A touch may have changed how much a page holds. */
	voter_prepare(ui, view);
	speech_read(view, voter_page_size(ui, view),
		    voter_review_size(ui, view), &heard->speech);
	say_speech(heard, view);
}

/* What was changed on the ballot, or typed as a number. */
static void read_change(struct kiosk_ears *heard, const struct voter_view *view)
{
	speech_read_change(view, &heard->before, &heard->speech);
	if (heard->speech.count == 0)
		speech_read_typed(view, &heard->speech);
	say_speech(heard, view);
}

static void read_banner(struct kiosk_ears *heard, const struct voter_view *view)
{
	speech_read_banner(view, &heard->speech);
	say_speech(heard, view);
}

static void say(struct kiosk_ears *heard, const char *language,
		const struct utterance_part *part)
{
	ears_say(heard->ears, language, &(struct utterance){1, part});
}

/* The name of LANGUAGE, as itself has it, in its own voice. */
static void say_name(struct kiosk_ears *heard, const char *language)
{
	say(heard, language,
	    &(struct utterance_part){CLIP_LANGUAGE, words_endonym(language)});
}

static void set(struct kiosk_ears *heard, const struct settings *settings)
{
	ears_set_speed(heard->ears,
		       EARS_SPEED_LEAST + settings->speed * EARS_SPEED_STEP);
	ears_set_volume(heard->ears, EARS_SPEECH, volumes[settings->volume]);
}

/* Whether another page, screen or dialog is shown than before. */
static bool other_page(const struct session *before,
		       const struct session *session)
{
	return before->screen != session->screen ||
	       before->overlay != session->overlay ||
	       before->since_ms != session->since_ms;
}

/* Whether the choices are others than before on the same screen, and are to be
 * told: to whoever has the keyboard's focus on one, or goes by numbers. Who
 * touches a card hears a sound, and is not kept from the rest of the page. */
static bool new_choice(const struct session *before,
		       const struct session *session, const struct ui *ui)
{
	return before->screen == session->screen &&
	       before->overlay == session->overlay &&
	       (session->screen == SCREEN_NUMBERS || ui_focus(ui)) &&
	       (memcmp(&before->ballot, &session->ballot,
		       sizeof(before->ballot)) != 0 ||
		memcmp(before->scored, session->scored,
		       sizeof(before->scored)) != 0);
}

/* Whether another number is typed than before. */
static bool new_number(const struct session *before,
		       const struct session *session)
{
	return session->screen == SCREEN_NUMBERS &&
	       session_number(before) != session_number(session);
}

/* What says more than its label: a language in its own voice, the number of a
 * proposal with its title, a button with the proposal it is about. */
static bool read_more(struct kiosk_ears *heard, const struct voter_view *view,
		      const struct ui_target *focus)
{
	int index = widget_index(focus->id);

	switch (focus->id >> 16) {
	case WIDGET_LANGUAGE:
		if (!view->names[index])
			return false;
		say_name(heard, view->meeting->languages[index]);
		return true;
	case WIDGET_TOGGLE:
	case WIDGET_READ_MORE:
	case WIDGET_GIVE:
	case WIDGET_TAKE:
	case WIDGET_RAISE:
	case WIDGET_LOWER:
	case WIDGET_REMOVE:
		if (view->session->screen == SCREEN_NUMBERS &&
		    focus->id >> 16 == WIDGET_TOGGLE)
			speech_read_proposal(view, index, &heard->speech);
		else
			speech_read_button(view, focus->label, index,
					   &heard->speech);
		say_speech(heard, view);
		return true;
	default:
		return false;
	}
}

/* What the keyboard has come to is read, for those who do not see it. */
static void read_focus(struct kiosk_ears *heard, const struct ui *ui,
		       const struct voter_view *view)
{
	const struct ui_target *focus = ui_focus(ui);

	if (focus && focus->id != heard->focus && *focus->label &&
	    !read_more(heard, view, focus))
		say(heard, language_of(view),
		    &(struct utterance_part){NULL, focus->label});
	heard->focus = focus ? focus->id : 0;
}

/* Reading is asked for, or the page is another one. */
static void speak(struct kiosk_ears *heard, struct ui *ui,
		  const struct voter_view *view, enum effect asked)
{
	const struct session *session = view->session;

	if (asked == EFFECT_HUSH) {
		ears_stop(heard->ears);
	} else if (asked == EFFECT_NAME) {
		say_name(heard, view->meeting->languages[session->named]);
	} else if (session->settings.aloud &&
		   (new_choice(&heard->before, session, ui) ||
		    new_number(&heard->before, session))) {
		read_change(heard, view);
	} else if (session->settings.aloud &&
		   (asked == EFFECT_SPEAK ||
		    other_page(&heard->before, session))) {
		read_screen(heard, ui, view);
	} else if (session->settings.aloud &&
		   new_banner(&heard->before, session)) {
		read_banner(heard, view);
	} else if (session->settings.aloud) {
		read_focus(heard, ui, view);
	}
}

/* What VIEW offers to be read: where it can be heard. */
static void offer(struct kiosk_ears *heard, struct voter_view *view)
{
	const struct meeting *meeting = view->meeting;

	view->speech = ears_can_say(heard->ears, language_of(view));
	for (int i = 0; i < meeting->language_count; i++)
		view->names[i] = ears_can_say_one(
		    heard->ears, meeting->languages[i], CLIP_LANGUAGE);
}

/* Somebody's turn begins or ends: what was read to the one before is over. */
static bool turn_changed(const struct session *before,
			 const struct session *session)
{
	/* A slip that is refused after the thanks is of somebody else. */
	return before->has_slip != session->has_slip ||
	       (before->settings.aloud && !session->settings.aloud) ||
	       (session->screen == SCREEN_ATTRACT &&
		before->screen != SCREEN_ATTRACT);
}

void kiosk_ears_step(struct kiosk_ears *heard, struct ui *ui,
		     struct voter_view *view, enum effect asked, bool touched,
		     uint64_t now_ms)
{
	const struct session *session = view->session;
	enum sound sound = sound_of(&heard->before, session, touched);

	offer(heard, view);
	if (turn_changed(&heard->before, session)) {
		ears_hush(heard->ears);
		heard->focus = 0;
	}
	if (sound != SOUND_COUNT)
		ears_play(heard->ears, sound);
	else if (beep_due(heard, session, now_ms))
		ears_play(heard->ears, SOUND_IDLE);
	set(heard, &session->settings);
	speak(heard, ui, view, asked);
	heard->before = *session;
}
