/* roll_cluster.h - a PostgreSQL server of the test's own, in a folder that goes
 * away with it: no port, a socket in the folder, no syncing. */
#ifndef STEMMEBOKS_TESTS_ROLL_CLUSTER_H
#define STEMMEBOKS_TESTS_ROLL_CLUSTER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { CLUSTER_PATH = 96, CLUSTER_URL = 256 };

struct cluster {
	char folder[CLUSTER_PATH];
	pid_t server; /* 0: stopped */
	/* More of the server's settings, "name=value"; NULL at the end, or NULL
	 * for none. */
	const char *const *settings;
	/* One that follows it and stands behind it in every address, or NULL.
	 */
	const struct cluster *standby;
};

/* For cmocka's group: makes a cluster and starts it, *state is its struct; ends
 * it and takes it away. As a user that is not root, for PostgreSQL refuses to
 * be. */
int cluster_begin(void **state);
int cluster_begin_with(void **state, const char *const *settings);
int cluster_end(void **state);

/* Starts the server and waits until it answers; kills it as if its machine had
 * lost power. */
void cluster_start(struct cluster *cluster);
void cluster_kill(struct cluster *cluster);

/* The same by SIGKILL for the server and all its sessions at once. What it
 * shared with them in memory stays until it was started and killed once more.
 */
void cluster_kill_hard(struct cluster *cluster);

/* Stops the server and all its sessions in their tracks (SIGSTOP), or lets them
 * go on. */
void cluster_freeze(const struct cluster *cluster, bool frozen);

/* Makes STANDBY, which follows PRIMARY as the application NAME and has its
 * settings, and starts it; cluster_end() ends it. */
void cluster_follow(void **standby, const struct cluster *primary,
		    const char *name);

/* Makes the empty database NAME and writes its address, as a meeting has it. */
void cluster_database(const struct cluster *cluster, const char *name,
		      char ret_url[CLUSTER_URL]);

/* The same address for ROLE: what a meeting's address must not name. */
void cluster_url_as(const struct cluster *cluster, const char *name,
		    const char *role, char ret_url[CLUSTER_URL]);

/* Runs SQL at URL; true when it was done. *ret_number (may be NULL): the first
 * column of the first row as a number. */
bool cluster_try(const char *url, const char *sql, int64_t *ret_number);

/* The first column of the first row; fails the test when there is none. */
int64_t cluster_number(const char *url, const char *sql);

#endif
