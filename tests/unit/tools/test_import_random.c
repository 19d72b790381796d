/* Damaged files never crash the import, never write, and are either told or
 * give a meeting within the limits. The same damage every time. */
#include "tests/lib/cmocka_all.h"

#include "tests/lib/bolbro.h"
#include "tests/lib/tools_run.h"
#include "tools/import/import.h"
#include "words/words.h"

enum { ROUNDS = 600, NOISE_BYTES = 4096 };

static uint32_t below(struct random *random, uint32_t limit)
{
	return random->below(random->context, limit);
}

/* Changes one to eight places of the LENGTH bytes: another byte, one of those
 * that mean something, a piece taken out or put in twice. Returns the length.
 */
static size_t damage(struct random *random, char *bytes, size_t length)
{
	static const char telling[] = ";,\"\n\r\t=[]0.-\xc3\xe6\xff";

	for (uint32_t n = 1 + below(random, 8); n > 0 && length > 40; n--) {
		size_t at = below(random, (uint32_t)length - 33);
		size_t piece = 1 + below(random, 32);

		switch (below(random, 4)) {
		case 0:
			bytes[at] = (char)below(random, 256);
			break;
		case 1:
			bytes[at] = telling[below(random, sizeof(telling))];
			break;
		case 2:
			memmove(bytes + at, bytes + at + piece,
				length - at - piece);
			length -= piece;
			break;
		default:
			memmove(bytes + at + piece, bytes + at, length - at);
			length += piece;
		}
	}
	return length;
}

static void assert_sound(const struct meeting *meeting)
{
	assert_in_range(meeting->language_count, 1, MEETING_LANGUAGES);
	assert_in_range(meeting->pot_count, 1, MEETING_POTS);
	assert_in_range(meeting->proposal_count, 1, MEETING_PROPOSALS);
	for (int i = 0; i < meeting->pot_count; i++) {
		const struct pot *pot = &meeting->pots[i];

		assert_in_range(pot->amount_minor, 1, MONEY_MAX_MINOR);
		assert_in_range(pot->choose_max, 1, meeting->proposal_count);
		assert_in_range(pot->choose_min, 0, pot->choose_max);
		assert_true(pot->title.in[0] && *pot->title.in[0]);
	}
	for (int i = 0; i < meeting->proposal_count; i++) {
		const struct proposal *proposal = &meeting->proposals[i];

		assert_in_range(proposal->number, 1, 999);
		assert_in_range(proposal->pot, 0, meeting->pot_count - 1);
		assert_in_range(proposal->cost_minor, 1,
				meeting->pots[proposal->pot].amount_minor);
		assert_true(proposal->title.in[0] && *proposal->title.in[0]);
	}
}

/* Reads FOLDER; how often it was a meeting is counted in *good. */
static void read_damaged(const char *folder, int *good)
{
	struct problems problems = {0};
	struct meeting *meeting = NULL;
	enum status status = import_read(folder, &problems, &meeting);

	assert_int_equal(disk_count(folder), 2);
	if (status == STATUS_OK) {
		assert_sound(meeting);
		(*good)++;
	} else {
		assert_int_equal(status, STATUS_INPUT);
		assert_true(problems.mistakes > 0);
		assert_null(meeting);
	}
	meeting_free(meeting);
	problems_clear(&problems);
}

static void damaged_files_are_told_or_still_a_sound_meeting(void **state)
{
	static const char *const names[] = {"meeting.ini", "proposals.csv"};
	uint64_t seed = 20151110;
	struct random random = bolbro_random(&seed);
	char *folder = disk_folder(), *whole[2];
	size_t length[2];
	int good = 0;

	(void)state;
	for (int i = 0; i < 2; i++) {
		char *path =
		    disk_path("tests/data/import/good-everything", names[i]);

		whole[i] = disk_read(path, &length[i]);
		assert_non_null(whole[i]);
		free(path);
	}
	for (int round = 0; round < ROUNDS; round++) {
		int hit = round % 2;
		char *bytes = malloc(length[hit] + 8 * 33);

		memcpy(bytes, whole[hit], length[hit]);
		disk_write(folder, names[!hit], whole[!hit], length[!hit]);
		disk_write(folder, names[hit], bytes,
			   damage(&random, bytes, length[hit]));
		free(bytes);
		read_damaged(folder, &good);
	}
	/* The damage must be neither harmless nor hopeless. */
	assert_in_range(good, ROUNDS / 50, ROUNDS - ROUNDS / 4);
	free(whole[0]);
	free(whole[1]);
	disk_remove(folder);
}

static void noise_is_never_a_meeting(void **state)
{
	uint64_t seed = 77;
	struct random random = bolbro_random(&seed);
	char *folder = disk_folder();
	int good = 0;

	(void)state;
	for (int round = 0; round < ROUNDS / 5; round++) {
		char noise[NOISE_BYTES];
		size_t length = 1 + below(&random, NOISE_BYTES - 1);

		random.fill(random.context, noise, length);
		/* Half of them as text, or the zero byte ends it all. */
		for (size_t i = 0; round % 2 && i < length; i++)
			noise[i] = "ab12;,\"\n\t=[] .\xe6-"[noise[i] & 15];
		disk_write(folder, "meeting.ini", noise, length);
		disk_write(folder, "proposals.csv", noise, length);
		read_damaged(folder, &good);
	}
	assert_int_equal(good, 0);
	disk_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(damaged_files_are_told_or_still_a_sound_meeting),
	    cmocka_unit_test(noise_is_never_a_meeting),
	};

	words_language("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
