/* roll_release.h - the slip of a kiosk that will not come back is given free,
 * which takes two people. */
#ifndef STEMMEBOKS_ROLL_RELEASE_H
#define STEMMEBOKS_ROLL_RELEASE_H

#include "core/status.h"

struct arguments;
struct roll_admin;
struct store;

/* Releases the slip that the kiosk of option --kiosk has in use, and keeps that
 * as an audit row of STORE, the organisers' file, open to write. First it tells
 * what that kiosk has, since about when, and what may come of it; then two
 * people agree: by both PINs where the meeting wants two persons, else by the
 * number, typed again (--again, or at the terminal).
 *
 * Told in every case. STATUS_CHANGED when the kiosk answers or has no slip in
 * use; STATUS_USAGE without the number, or when it was not said twice;
 * STATUS_PIN and STATUS_TWO_PERSONS as two_persons.h; STATUS_PHASE when voting
 * was never open, or STORE is a kiosk's file; STATUS_ROLL_AWAY,
 * STATUS_DISAGREES and what audit_act() says. Nothing was released but in that
 * last case, which is told as such. */
enum status roll_release(const struct arguments *arguments, struct store *store,
			 struct roll_admin *admin);

#endif
