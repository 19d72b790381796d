/* Which addresses of a roll have a name that must be looked up. */
#include <string.h>

#include "roll/server.h"
#include "tests/lib/cmocka_all.h"

static const struct {
	const char *url, *name; /* NULL: none is looked up */
} urls[] = {
    {"postgresql://192.168.1.10/evening", NULL},
    {"postgresql://192.168.1.10:5433/evening?sslmode=verify-full", NULL},
    {"postgresql://[fd00::10]:5432/evening", NULL},
    {"postgresql://192.168.1.10,[fd00::10],10.0.0.1/evening", NULL},
    {"postgresql:///evening", NULL},
    {"postgresql:///evening?host=/var/run/postgresql", NULL},
    {"postgresql://%2Fvar%2Frun%2Fpostgresql/evening", NULL},
    {"postgresql:///evening?hostaddr=192.168.1.10", NULL},
    /* The name is for the certificate. */
    {"postgresql://roll.lan/evening?hostaddr=192.168.1.10", NULL},
    {"postgresql://a.lan,b.lan/evening?hostaddr=10.0.0.1,10.0.0.2", NULL},
    {"postgresql://roll.lan/evening", "roll.lan"},
    {"postgresql://roll.lan:5433/evening", "roll.lan"},
    {"postgresql://localhost/evening", "localhost"},
    {"postgresql://roll/evening?sslmode=verify-full", "roll"},
    {"postgresql:///evening?host=roll.lan", "roll.lan"},
    {"postgresql://192.168.1.10,second.lan/evening", "second.lan"},
    {"postgresql://192.168.1.10.lan/evening", "192.168.1.10.lan"},
    {"postgresql://192.168.1.300/evening", "192.168.1.300"},
    {"postgresql://a.lan,b.lan/evening?hostaddr=10.0.0.1,", "b.lan"},
    {"nonsense=", NULL},
};

static void a_name_is_found_unless_a_number_stands_for_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(urls) / sizeof(*urls); i++) {
		char name[SERVER_NAME] = "as before";
		bool found = server_url_name(urls[i].url, name);

		if (found != (urls[i].name != NULL) ||
		    strcmp(name, found ? urls[i].name : "as before") != 0)
			fail_msg("%s: %d, %s", urls[i].url, found, name);
	}
}

static void a_name_that_is_too_long_is_cut(void **state)
{
	char url[2 * SERVER_NAME + 64] = "postgresql://", name[SERVER_NAME];
	size_t start = strlen(url);

	(void)state;
	memset(url + start, 'a', 2 * SERVER_NAME);
	strcpy(url + start + 2 * SERVER_NAME, "/evening");
	assert_true(server_url_name(url, name));
	assert_int_equal(strlen(name), SERVER_NAME - 1);
	assert_int_equal(strspn(name, "a"), SERVER_NAME - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_name_is_found_unless_a_number_stands_for_it),
	    cmocka_unit_test(a_name_that_is_too_long_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
