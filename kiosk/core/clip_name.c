#include "core/clip_name.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include <sodium/crypto_hash_sha256.h>

enum { TEXT_DIGITS = 12 };

void clip_name_of_text(const char *msgid, char ret_name[CLIP_NAME_BYTES])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)msgid, strlen(msgid));
	for (int i = 0; i < TEXT_DIGITS / 2; i++)
		snprintf(ret_name + (ptrdiff_t)2 * i, 3, "%02x", hash[i]);
}

void clip_name_of_proposal(int number, enum clip_part part,
			   char ret_name[CLIP_NAME_BYTES])
{
	static const char *const parts[] = {
	    [CLIP_TITLE] = "title",
	    [CLIP_BODY] = "body",
	};

	assert(number > 0);
	snprintf(ret_name, CLIP_NAME_BYTES, "proposal-%d-%s", number,
		 parts[part]);
}

bool clip_name_valid(const char *name)
{
	size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return length > 0 && length < CLIP_NAME_BYTES && !name[length];
}
