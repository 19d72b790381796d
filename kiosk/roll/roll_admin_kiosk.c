/* The kiosks of a shared roll, as the server knows them. */
#include "roll/roll_admin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roll/roll_admin_private.h"

static void read_phase(const char *name, struct roll_kiosk *kiosk)
{
	for (int phase = 0; phase < PHASE_COUNT; phase++)
		if (strcmp(name, phase_name((enum phase)phase)) == 0) {
			kiosk->has_phase = true;
			kiosk->phase = (enum phase)phase;
		}
}

bool roll_kiosk_follows(const struct roll_kiosk *kiosk, enum phase phase)
{
	return kiosk->never || (kiosk->has_phase && kiosk->phase == phase);
}

static struct roll_kiosk kiosk_in(const PGresult *rows, int row)
{
	enum { CLAIMED = 3 };
	struct roll_kiosk kiosk = {
	    .number = rows_number(rows, row, 0),
	    .claims = rows_number(rows, row, 1) == CLAIMED,
	    .filled = rows_number(rows, row, 3),
	    .serving = rows_number(rows, row, 4) != 0,
	    .since = strtoll(PQgetvalue(rows, row, 6), NULL, 10),
	};

	read_phase(PQgetvalue(rows, row, 2), &kiosk);
	return kiosk;
}

/* How many kiosks were made together, as those say that are known. */
static int kiosks_made(const PGresult *rows)
{
	int most = 0;

	for (int i = 0; i < PQntuples(rows); i++)
		if (rows_number(rows, i, 5) > most)
			most = rows_number(rows, i, 5);
	return most;
}

/* A row for each kiosk that is known, and one for each that was made with them.
 */
static int read_kiosks(const PGresult *rows, int most,
		       struct roll_kiosk *ret_kiosks)
{
	int made = kiosks_made(rows), known = PQntuples(rows);
	int row = 0, count = 0;

	for (int number = 0; count < most && (row < known || number <= made);
	     number++) {
		if (row < known && rows_number(rows, row, 0) == number)
			ret_kiosks[count++] = kiosk_in(rows, row++);
		else if (number > 0 && number <= made)
			ret_kiosks[count++] = (struct roll_kiosk){
			    .number = number, .never = true, .filled = -1};
	}
	return count;
}

enum status roll_admin_kiosks(struct roll_admin *admin, int most,
			      struct roll_kiosk *ret_kiosks, int *ret_count)
{
	PGresult *rows;
	enum status status =
	    roll_admin_ask(admin, SERVER_KIOSKS, NULL, NULL, &rows);

	if (status == STATUS_OK)
		*ret_count = read_kiosks(rows, most, ret_kiosks);
	PQclear(rows);
	return status;
}

enum status roll_admin_release(struct roll_admin *admin, int number,
			       bool *ret_released)
{
	char text[16];
	PGresult *rows;
	enum status status;

	snprintf(text, sizeof(text), "%d", number);
	status = roll_admin_ask(admin, SERVER_RELEASE, text, NULL, &rows);
	if (status == STATUS_OK && PQntuples(rows) > 0 &&
	    strcmp(PQgetvalue(rows, 0, 0), "taken") == 0)
		status = STATUS_CHANGED;
	if (status == STATUS_OK)
		*ret_released = PQntuples(rows) > 0 &&
				strcmp(PQgetvalue(rows, 0, 0), "ok") == 0;
	PQclear(rows);
	return status;
}
