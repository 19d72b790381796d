/* The entries of [roll]: where kiosks that share a roll find it. */
#include "roll/server.h"
#include "tools/import/import_key.h"
#include "words/words.h"

enum { URL_CHARACTERS = 200 };

/* A kiosk that looks a name up stands still for as long as it takes. */
static void warn_name(struct import *import, const struct ini_entry *entry)
{
	char name[SERVER_NAME];

	if (server_url_name(entry->value, name))
		problem_warn(import->problems, IMPORT_INI, entry->line,
			     _("\"%s\" is a name. Looking it up can make a "
			       "kiosk wait. Write the server's number: "
			       "postgresql://192.168.1.10/database. Does a "
			       "certificate need the name? Keep it, and add "
			       "?hostaddr=192.168.1.10"),
			     name);
}

static void read_url(struct import *import, const struct ini_entry *entry,
		     int pot, int language)
{
	(void)pot;
	(void)language;
	if (*import->meeting->roll_url) {
		problem_add(import->problems, IMPORT_INI, entry->line,
			    _("%s stands above already. Keep one of the two "
			      "lines."),
			    entry->key);
	} else if (server_url_good(entry->value)) {
		import_key_text(import, entry, URL_CHARACTERS,
				&import->meeting->roll_url);
		warn_name(import, entry);
	} else {
		problem_add(
		    import->problems, IMPORT_INI, entry->line,
		    _("\"%s\" is no address of a shared roll. Write "
		      "postgresql://192.168.1.10/database, without user and "
		      "password."),
		    entry->value);
	}
}

const struct import_key import_roll_keys[] = {
    {"url", false, false, read_url},
    {NULL, false, false, NULL},
};
