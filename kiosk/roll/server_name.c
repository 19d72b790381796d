/* What a roll's address has to look up: server_url_name(). */
#include <libpq-fe.h>
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>

#include "roll/server.h"

/* One after the other in TEXT, which has commas between them: copies the next
 * into RET_ONE (cut when too long) and returns what comes behind it, NULL when
 * there is no more. */
static const char *next_one(const char *text, char ret_one[SERVER_NAME])
{
	size_t length = strcspn(text, ",");
	size_t kept = length < SERVER_NAME ? length : SERVER_NAME - 1;

	memcpy(ret_one, text, kept);
	ret_one[kept] = '\0';
	return text[length] ? text + length + 1 : NULL;
}

/* As libpq asks; this looks nothing up. */
static bool is_number(const char *host)
{
	const struct addrinfo hints = {.ai_flags = AI_NUMERICHOST};
	struct addrinfo *found = NULL;
	bool number = getaddrinfo(host, NULL, &hints, &found) == 0;

	if (found)
		freeaddrinfo(found);
	return number;
}

/* Nothing, a folder or an abstract name is a socket of this machine. */
static bool is_socket(const char *host)
{
	return !*host || *host == '/' || *host == '@';
}

static const char *value_of(const PQconninfoOption *options,
			    const char *keyword)
{
	for (; options && options->keyword; options++)
		if (strcmp(options->keyword, keyword) == 0)
			return options->val ? options->val : "";
	return "";
}

/* Where there is an address in numbers for a host, its name is only compared
 * with the certificate. */
static bool find_name(const char *hosts, const char *addresses,
		      char ret_name[SERVER_NAME])
{
	while (hosts) {
		char host[SERVER_NAME], address[SERVER_NAME] = "";

		hosts = next_one(hosts, host);
		if (addresses)
			addresses = next_one(addresses, address);
		if (*address || is_socket(host) || is_number(host))
			continue;
		strcpy(ret_name, host);
		return true;
	}
	return false;
}

bool server_url_name(const char *url, char ret_name[SERVER_NAME])
{
	PQconninfoOption *options = PQconninfoParse(url, NULL);
	bool found = find_name(value_of(options, "host"),
			       value_of(options, "hostaddr"), ret_name);

	PQconninfoFree(options);
	return found;
}
