/* The bounded cache. */
#include "tests/lib/cmocka_all.h"
#include "ui/cache.h"

enum { VALUES = 2000 };

/* Values are counters of how often they were released. */
static void release(void *value)
{
	int *released = value;

	(*released)++;
}

static void what_was_put_is_found_by_its_bytes(void **state)
{
	struct cache *cache = cache_new(100000, release);
	int a = 0, b = 0;

	(void)state;
	assert_non_null(cache);
	assert_null(cache_find(cache, "a", 1));
	assert_ptr_equal(cache_put(cache, "a", 1, &a, 1), &a);
	assert_ptr_equal(cache_put(cache, "a\0b", 3, &b, 1), &b);
	assert_ptr_equal(cache_find(cache, "a", 1), &a);
	assert_ptr_equal(cache_find(cache, "a\0b", 3), &b);
	assert_null(cache_find(cache, "a\0c", 3));
	cache_free(cache);
	assert_int_equal(a, 1);
	assert_int_equal(b, 1);
}

static void it_stays_within_its_limit_and_drops_the_oldest(void **state)
{
	struct cache *cache = cache_new(100000, release);
	static int values[VALUES];

	(void)state;
	memset(values, 0, sizeof(values));
	for (int i = 0; i < VALUES; i++) {
		cache_put(cache, &i, sizeof(i), &values[i], 900);
		assert_true(cache_bytes(cache) <= 100000);
		/* The first is asked for again and again: it stays. */
		assert_ptr_equal(cache_find(cache, &(int){0}, sizeof(int)),
				 &values[0]);
	}
	assert_int_equal(values[0], 0);
	assert_int_equal(values[1], 1);
	assert_int_equal(values[VALUES - 1], 0);
	cache_clear(cache);
	assert_int_equal(cache_bytes(cache), 0);
	for (int i = 0; i < VALUES; i++)
		assert_int_equal(values[i], 1);
	cache_free(cache);
}

static void a_value_above_the_limit_is_held_alone(void **state)
{
	struct cache *cache = cache_new(1000, release);
	int small = 0, large = 0, other = 0;

	(void)state;
	cache_put(cache, "s", 1, &small, 100);
	assert_ptr_equal(cache_put(cache, "l", 1, &large, 5000), &large);
	assert_int_equal(small, 1);
	assert_ptr_equal(cache_find(cache, "l", 1), &large);
	cache_put(cache, "o", 1, &other, 100);
	assert_int_equal(large, 1);
	cache_free(cache);
	assert_int_equal(other, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_was_put_is_found_by_its_bytes),
	    cmocka_unit_test(it_stays_within_its_limit_and_drops_the_oldest),
	    cmocka_unit_test(a_value_above_the_limit_is_held_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
