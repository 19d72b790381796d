#include "tests/lib/tools_type.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "tools/line/command.h"

enum { SCREEN = 1 << 18, PATIENCE_MS = 10000, MOST_WORDS = 40, CTRL_C = 3 };

struct ran ran_reading(const char *text, const char *const *words)
{
	int input = memfd_create("typed", 0), saved = dup(STDIN_FILENO);
	struct ran answer;

	assert_true(input >= 0 && saved >= 0);
	assert_int_equal(write(input, text, strlen(text)), strlen(text));
	assert_int_equal(lseek(input, 0, SEEK_SET), 0);
	dup2(input, STDIN_FILENO);
	clearerr(stdin);
	answer = ran(words);
	/* Forget what was read ahead. */
	fflush(stdin);
	dup2(saved, STDIN_FILENO);
	clearerr(stdin);
	close(input);
	close(saved);
	return answer;
}

void expect_reading(const char *text, int exit_code, const char *said,
		    const char *const *words)
{
	struct ran answer = ran_reading(text, words);

	if (answer.exit_code != exit_code)
		fail_msg("exit code %d, wanted %d; said:\n%s", answer.exit_code,
			 exit_code, answer.text);
	if (said && !strstr(answer.text, said))
		fail_msg("\"%s\" is not in:\n%s", said, answer.text);
	ran_free(&answer);
}

static int child_run(const char *const *words)
{
	char *argv[MOST_WORDS + 1] = {strdup("stemmeboks")};
	int argc = 1, code;

	for (; words[argc - 1] && argc < MOST_WORDS; argc++)
		argv[argc] = strdup(words[argc - 1]);
	code = command_main(argc, argv);
	fflush(NULL);
	while (argc > 0)
		free(argv[--argc]);
	return code;
}

/* Reads what TERMINAL says more behind TEXT; false once the command ended. */
static bool screen_read(int terminal, char *text, pid_t child)
{
	struct pollfd event = {terminal, POLLIN, 0};
	size_t used = strlen(text);
	ssize_t length;

	if (poll(&event, 1, PATIENCE_MS) <= 0) {
		kill(child, SIGKILL);
		fail_msg("nothing more is said after:\n%s", text);
	}
	length = read(terminal, text + used, SCREEN - used - 1);
	/* EIO: the other end is closed. */
	if (length <= 0)
		return false;
	text[used + (size_t)length] = '\0';
	return true;
}

struct ran ran_typing(const struct answer *answers, const char *const *words)
{
	struct ran answer = {-1, calloc(1, SCREEN)};
	size_t seen = 0;
	int terminal, status;
	pid_t child;

	assert_non_null(answer.text);
	fflush(NULL);
	child = forkpty(&terminal, NULL, NULL, NULL);
	if (child == 0)
		_exit(child_run(words));
	assert_true(child > 0);
	while (screen_read(terminal, answer.text, child)) {
		const char *found =
		    answers->when ? strstr(answer.text + seen, answers->when)
				  : NULL;

		if (!found)
			continue;
		/* The command may only now turn the echo off. */
		usleep(50000);
		seen = (size_t)(found - answer.text) + strlen(answers->when);
		assert_true(dprintf(terminal, "%s%s", answers->line,
				    *answers->line == CTRL_C ? "" : "\n") > 0);
		answers++;
	}
	close(terminal);
	assert_int_equal(waitpid(child, &status, 0), child);
	answer.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	if (answers->when)
		fail_msg("never said: %s\n%s", answers->when, answer.text);
	return answer;
}
