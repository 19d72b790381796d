#include "tests/lib/tools_slips.h"

#include <limits.h>
#include <sys/wait.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

static enum status paper_write(void *context, const void *bytes, size_t size)
{
	struct paper *paper = context;

	if (paper->size + size > paper->room)
		return STATUS_FILE_WRITE;
	paper->bytes = realloc(paper->bytes, paper->size + size + 1);
	assert_non_null(paper->bytes);
	memcpy(paper->bytes + paper->size, bytes, size);
	paper->size += size;
	return STATUS_OK;
}

struct paper paper_new(void)
{
	return (struct paper){.room = SIZE_MAX};
}

void paper_free(struct paper *paper)
{
	free(paper->bytes);
	*paper = paper_new();
}

struct slip_job paper_job(const struct meeting *meeting, struct paper *paper)
{
	return (struct slip_job){.meeting = meeting,
				 .kind = "adult",
				 .paper = SLIP_A4,
				 .fonts = "fonts",
				 .sink = {paper_write, paper}};
}

void paper_slips(struct slip *ret_slips, int count)
{
	uint64_t seed = 2015;
	struct random random = bolbro_random(&seed);

	for (int i = 0; i < count; i++) {
		unsigned char secret[SLIP_RANDOM_BYTES];

		random.fill(random.context, secret, sizeof(secret));
		slip_make("B5", secret, &ret_slips[i]);
	}
}

void paper_save(const struct paper *paper, const char *path)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(paper->bytes, 1, paper->size, file),
			 paper->size);
	assert_int_equal(fclose(file), 0);
}

char *tool_output(const char *command, const char *path, int *ret_code)
{
	const char *place = strstr(command, "%s");
	char line[2 * PATH_MAX], *text = NULL;
	size_t size = 0;
	FILE *pipe;
	int code;

	assert_non_null(place);
	snprintf(line, sizeof(line), "%.*s%s%s", (int)(place - command),
		 command, path, place + 2);
	pipe = popen(line, "r");
	assert_non_null(pipe);
	if (getdelim(&text, &size, '\0', pipe) < 0) {
		free(text);
		text = strdup("");
	}
	code = pclose(pipe);
	if (ret_code)
		*ret_code = WIFEXITED(code) ? WEXITSTATUS(code) : -1;
	return text;
}

int paper_decode(const char *path, struct slip *ret_slips, int most)
{
	int code, count = 0;
	char *text = tool_output("tools/dev/decode-slips.sh '%s'", path, &code);
	char *rest = text;

	assert_int_equal(code, 0);
	for (char *line; (line = strsep(&rest, "\n")) && *line;) {
		assert_true(count < most);
		assert_int_equal(
		    slip_parse(line, strlen(line), NULL, &ret_slips[count++]),
		    STATUS_OK);
	}
	free(text);
	return count;
}
