#include "tests/lib/roll_cluster.h"

#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/quick_folder.h"

enum { STARTS_MS = 20000, STEP_MS = 20, PROGRAM = 256, WORDS = 40 };

/* The newest PostgreSQL's program NAME. */
static void find_program(const char *name, char ret_path[PROGRAM])
{
	char pattern[PROGRAM];
	glob_t found;

	snprintf(pattern, sizeof(pattern), "/usr/lib/postgresql/*/bin/%s",
		 name);
	if (glob(pattern, 0, NULL, &found) != 0)
		fail_msg("no %s: is Debian's postgresql installed?", pattern);
	snprintf(ret_path, PROGRAM, "%s", found.gl_pathv[found.gl_pathc - 1]);
	globfree(&found);
}

/* In the child: what PostgreSQL runs as, and with. */
static void become(const char *folder, const char *const words[])
{
	const struct passwd *user = getpwnam("postgres");
	char log[2 * CLUSTER_PATH];
	int out;

	prctl(PR_SET_PDEATHSIG, SIGQUIT);
	if (getuid() == 0 && (!user || setgroups(0, NULL) ||
			      setgid(user->pw_gid) || setuid(user->pw_uid)))
		_exit(120);
	/* Set anew: the change of the user took it away. */
	prctl(PR_SET_PDEATHSIG, SIGQUIT);
	snprintf(log, sizeof(log), "%s/log", folder);
	out = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
	if (out < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0 || chdir(folder))
		_exit(121);
	execv(words[0], (char *const *)words);
	_exit(122);
}

static pid_t run(const char *folder, const char *const words[])
{
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0)
		become(folder, words);
	return child;
}

void cluster_start(struct cluster *cluster)
{
	char program[PROGRAM], data[2 * CLUSTER_PATH], url[CLUSTER_URL];
	const char *words[WORDS] = {program,
				    "-D",
				    data,
				    "-k",
				    cluster->folder,
				    "-c",
				    "listen_addresses=",
				    "-c",
				    "fsync=off",
				    "-c",
				    "shared_buffers=16MB",
				    "-c",
				    "autovacuum=off",
				    "-c",
				    "max_connections=60",
				    "-c",
				    "log_min_messages=fatal"};
	int count = 0;

	while (words[count])
		count++;
	/* The last one counts. */
	for (int i = 0; cluster->settings && cluster->settings[i]; i++) {
		assert_true(count + 2 < WORDS);
		words[count++] = "-c";
		words[count++] = cluster->settings[i];
	}
	find_program("postgres", program);
	snprintf(data, sizeof(data), "%s/data", cluster->folder);
	cluster->server = run(cluster->folder, words);
	cluster_url_as(cluster, "postgres", "postgres", url);
	for (int ms = 0; !cluster_try(url, "SELECT 1", NULL); ms += STEP_MS) {
		if (ms > STARTS_MS)
			fail_msg("the server did not start: see %s/log",
				 cluster->folder);
		usleep(STEP_MS * 1000);
	}
}

void cluster_kill(struct cluster *cluster)
{
	/* Its sessions die with it at once, as nothing is written down. */
	assert_int_equal(kill(cluster->server, SIGQUIT), 0);
	cluster_freeze(cluster, false);
	assert_int_equal(waitpid(cluster->server, NULL, 0), cluster->server);
	cluster->server = 0;
}

static pid_t parent_of(const char *process)
{
	char path[64], line[512] = "";
	const char *end;
	int parent = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%.20s/stat", process);
	file = fopen(path, "r");
	if (!file)
		return 0;
	if (fgets(line, sizeof(line), file) && (end = strrchr(line, ')')))
		sscanf(end, ") %*c %d", &parent);
	fclose(file);
	return parent;
}

/* SIGNAL for the server's sessions. */
static void signal_sessions(const struct cluster *cluster, int signal)
{
	DIR *all = opendir("/proc");
	struct dirent *entry;

	assert_non_null(all);
	while ((entry = readdir(all)))
		if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9' &&
		    parent_of(entry->d_name) == cluster->server)
			kill((pid_t)strtol(entry->d_name, NULL, 10), signal);
	closedir(all);
}

void cluster_freeze(const struct cluster *cluster, bool frozen)
{
	int signal = frozen ? SIGSTOP : SIGCONT;

	assert_int_equal(kill(cluster->server, signal), 0);
	signal_sessions(cluster, signal);
}

void cluster_kill_hard(struct cluster *cluster)
{
	/* One that does not run makes no new ones. */
	cluster_freeze(cluster, true);
	signal_sessions(cluster, SIGKILL);
	assert_int_equal(kill(cluster->server, SIGKILL), 0);
	assert_int_equal(waitpid(cluster->server, NULL, 0), cluster->server);
	cluster->server = 0;
}

/* A cluster with a folder that PostgreSQL's user may write to. */
static struct cluster *cluster_new(const char *const *settings)
{
	struct cluster *cluster = calloc(1, sizeof(*cluster));
	const struct passwd *user = getpwnam("postgres");

	assert_non_null(cluster);
	cluster->settings = settings;
	quick_folder("roll", cluster->folder, sizeof(cluster->folder));
	if (getuid() == 0) {
		assert_non_null(user);
		assert_int_equal(
		    chown(cluster->folder, user->pw_uid, user->pw_gid), 0);
	}
	return cluster;
}

/* Runs the program that WORDS[0] names, to its end. */
static void run_out(const struct cluster *cluster, const char *const words[])
{
	int how = -1;

	assert_true(waitpid(run(cluster->folder, words), &how, 0) > 0);
	if (how != 0)
		fail_msg("%s ended with %d: see %s/log", words[0], how,
			 cluster->folder);
}

int cluster_begin(void **state)
{
	return cluster_begin_with(state, NULL);
}

int cluster_begin_with(void **state, const char *const *settings)
{
	struct cluster *cluster = cluster_new(settings);
	char program[PROGRAM], data[2 * CLUSTER_PATH];
	const char *const words[] = {program, "-D",	  data,
				     "-A",    "trust",	  "-N",
				     "-U",    "postgres", "--locale=C",
				     "-E",    "UTF8",	  "--no-instructions",
				     NULL};

	*state = cluster;
	find_program("initdb", program);
	snprintf(data, sizeof(data), "%s/data", cluster->folder);
	run_out(cluster, words);
	cluster_start(cluster);
	return 0;
}

void cluster_follow(void **standby, const struct cluster *primary,
		    const char *name)
{
	struct cluster *cluster = cluster_new(primary->settings);
	char program[PROGRAM], data[2 * CLUSTER_PATH], url[CLUSTER_URL];
	const char *const words[] = {program, "-D", data,   "-d", url,
				     "-R",    "-c", "fast", NULL};

	*standby = cluster;
	snprintf(url, sizeof(url), "host=%s user=postgres application_name=%s",
		 primary->folder, name);
	find_program("pg_basebackup", program);
	snprintf(data, sizeof(data), "%s/data", cluster->folder);
	run_out(cluster, words);
	cluster_start(cluster);
}

static void remove_folder(const char *folder)
{
	DIR *all = opendir(folder);
	struct dirent *entry;

	if (!all)
		return;
	while ((entry = readdir(all))) {
		char path[512];
		struct stat found;

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (lstat(path, &found) == 0 && S_ISDIR(found.st_mode))
			remove_folder(path);
		else
			unlink(path);
	}
	closedir(all);
	rmdir(folder);
}

int cluster_end(void **state)
{
	struct cluster *cluster = *state;

	if (cluster->server)
		cluster_kill(cluster);
	remove_folder(cluster->folder);
	free(cluster);
	return 0;
}

void cluster_url_as(const struct cluster *cluster, const char *name,
		    const char *role, char ret_url[CLUSTER_URL])
{
	snprintf(ret_url, CLUSTER_URL, "postgresql://%s%s/%s?host=%s%s%s", role,
		 *role ? "@" : "", name, cluster->folder,
		 cluster->standby ? "," : "",
		 cluster->standby ? cluster->standby->folder : "");
	if (cluster->standby)
		strncat(ret_url, "&target_session_attrs=read-write",
			CLUSTER_URL - strlen(ret_url) - 1);
}

void cluster_database(const struct cluster *cluster, const char *name,
		      char ret_url[CLUSTER_URL])
{
	char url[CLUSTER_URL], sql[CLUSTER_URL];

	cluster_url_as(cluster, "postgres", "postgres", url);
	snprintf(sql, sizeof(sql), "CREATE DATABASE %s", name);
	assert_true(cluster_try(url, sql, NULL));
	cluster_url_as(cluster, name, "", ret_url);
}

bool cluster_try(const char *url, const char *sql, int64_t *ret_number)
{
	PGconn *connection = PQconnectdb(url);
	PGresult *rows = PQexec(connection, sql);
	ExecStatusType got = PQresultStatus(rows);
	bool done = got == PGRES_TUPLES_OK || got == PGRES_COMMAND_OK ||
		    got == PGRES_COPY_OUT;

	if (done && ret_number && PQntuples(rows) > 0)
		*ret_number = strtoll(PQgetvalue(rows, 0, 0), NULL, 10);
	PQclear(rows);
	PQfinish(connection);
	return done;
}

int64_t cluster_number(const char *url, const char *sql)
{
	int64_t number = -1;

	if (!cluster_try(url, sql, &number))
		fail_msg("%s", sql);
	return number;
}
