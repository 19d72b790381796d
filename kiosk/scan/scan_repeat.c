#include "scan/scan_repeat.h"

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <string.h>

#include "scan/scan_line.h"

bool scan_repeat_is(struct scan_repeat *repeat, const struct scan_line *line,
		    uint64_t now_ms)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	bool same;

	crypto_hash_sha256(hash, (const unsigned char *)line->text,
			   line->length);
	same = repeat->any && now_ms - repeat->seen_ms < SCAN_REPEAT_MS &&
	       sodium_memcmp(hash, repeat->hash, sizeof(hash)) == 0;
	memcpy(repeat->hash, hash, sizeof(hash));
	repeat->any = true;
	repeat->seen_ms = now_ms;
	return same;
}

void scan_repeat_still(struct scan_repeat *repeat, uint64_t now_ms)
{
	repeat->seen_ms = now_ms;
}
