#include "tools/line/ask.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include "tools/line/command.h"

bool ask_person(const struct arguments *arguments)
{
	return isatty(STDIN_FILENO) && !argument_json(arguments);
}

static bool line_read(char ret_line[ASK_LINE])
{
	size_t length = 0;
	bool whole = true;
	int byte;

	while ((byte = getchar()) != EOF && byte != '\n') {
		if (length == ASK_LINE - 1 || byte == '\0')
			whole = false;
		else
			ret_line[length++] = (char)byte;
	}
	if (length && ret_line[length - 1] == '\r')
		length--;
	ret_line[whole ? length : 0] = '\0';
	return byte != EOF || length > 0;
}

static void question_print(const char *question)
{
	fflush(stdout);
	if (isatty(STDIN_FILENO))
		fprintf(stderr, "%s ", question);
	fflush(stderr);
}

bool ask_line(const char *question, char ret_line[ASK_LINE])
{
	question_print(question);
	return line_read(ret_line);
}

/* Waits until a line was typed or one of SIGNALS, which are held back, came;
 * that one then ends the program as soon as it is let through. */
static bool line_waits(const sigset_t *signals)
{
	int caught = signalfd(-1, signals, SFD_CLOEXEC);
	struct pollfd events[] = {{STDIN_FILENO, POLLIN, 0},
				  {caught, POLLIN, 0}};

	while (poll(events, caught < 0 ? 1 : 2, -1) < 0 && errno == EINTR)
		continue;
	if (caught >= 0)
		close(caught);
	return caught < 0 || !(events[1].revents & POLLIN);
}

bool ask_secret(const char *question, char ret_line[ASK_LINE])
{
	static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
	struct termios before, quiet;
	sigset_t signals, old;
	bool answered;

	question_print(question);
	if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before) != 0)
		return line_read(ret_line);
	sigemptyset(&signals);
	for (size_t i = 0; i < sizeof(ending) / sizeof(*ending); i++)
		sigaddset(&signals, ending[i]);
	sigprocmask(SIG_BLOCK, &signals, &old);
	quiet = before;
	quiet.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
	answered = line_waits(&signals) && line_read(ret_line);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
	fputc('\n', stderr);
	sigprocmask(SIG_SETMASK, &old, NULL);
	return answered;
}

void ask_clear(void)
{
	fflush(stdout);
	if (isatty(STDERR_FILENO))
		fputs("\033[H\033[2J\033[3J", stderr);
	fflush(stderr);
}
