#include "tools/bundle/bundle_sign.h"

#include <sodium.h>
#include <string.h>

#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

enum {
	SIGNATURE_BYTES = crypto_sign_BYTES,
	SIGNATURE_TEXT = sodium_base64_ENCODED_LEN(
	    SIGNATURE_BYTES, sodium_base64_VARIANT_ORIGINAL),
	/* RFC 8410, section 4: what goes before the key's own bytes. */
	PEM_HEAD = 12,
	PEM_BYTES = PEM_HEAD + BUNDLE_SIGNER_BYTES,
	PEM_TEXT = sodium_base64_ENCODED_LEN(PEM_BYTES,
					     sodium_base64_VARIANT_ORIGINAL),
};

static const unsigned char pem_head[PEM_HEAD] = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
static const char pem_begin[] = "-----BEGIN PUBLIC KEY-----\n";
static const char pem_end[] = "\n-----END PUBLIC KEY-----\n";

enum { PEM_FILE = sizeof(pem_begin) + PEM_TEXT + sizeof(pem_end) };

/* The whole of signer.pub. */
static void pem_write(const unsigned char signer[BUNDLE_SIGNER_BYTES],
		      char ret_text[PEM_FILE])
{
	unsigned char bytes[PEM_BYTES];
	char base64[PEM_TEXT];

	memcpy(bytes, pem_head, PEM_HEAD);
	memcpy(bytes + PEM_HEAD, signer, BUNDLE_SIGNER_BYTES);
	sodium_bin2base64(base64, sizeof(base64), bytes, sizeof(bytes),
			  sodium_base64_VARIANT_ORIGINAL);
	stpcpy(stpcpy(stpcpy(ret_text, pem_begin), base64), pem_end);
}

enum status bundle_write_signer(const struct bundle *bundle, FILE *out)
{
	char text[PEM_FILE];

	pem_write(bundle->signer, text);
	fputs(text, out);
	return STATUS_OK;
}

bool bundle_read_signer(const struct bundle_file *file,
			unsigned char ret_signer[BUNDLE_SIGNER_BYTES])
{
	unsigned char bytes[PEM_BYTES];
	char again[PEM_FILE];
	size_t done;

	if (file->length < sizeof(pem_begin) + PEM_TEXT ||
	    sodium_base642bin(bytes, sizeof(bytes),
			      file->data + sizeof(pem_begin) - 1, PEM_TEXT - 1,
			      NULL, &done, NULL,
			      sodium_base64_VARIANT_ORIGINAL) != 0 ||
	    done != PEM_BYTES)
		return false;
	pem_write(bytes + PEM_HEAD, again);
	if (strlen(again) != file->length ||
	    memcmp(again, file->data, file->length) != 0)
		return false;
	memcpy(ret_signer, bytes + PEM_HEAD, BUNDLE_SIGNER_BYTES);
	return true;
}

static void signature_write(const unsigned char signature[SIGNATURE_BYTES],
			    char ret_text[SIGNATURE_TEXT + 1])
{
	sodium_bin2base64(ret_text, SIGNATURE_TEXT, signature, SIGNATURE_BYTES,
			  sodium_base64_VARIANT_ORIGINAL);
	memcpy(ret_text + strlen(ret_text), "\n", sizeof("\n"));
}

/* The signature in FILE; only in the one form that is written has base64 no
 * bits that say nothing. */
static bool signature_read(const struct bundle_file *file,
			   unsigned char ret_signature[SIGNATURE_BYTES])
{
	char again[SIGNATURE_TEXT + 1];
	size_t done;

	if (file->length != SIGNATURE_TEXT ||
	    sodium_base642bin(ret_signature, SIGNATURE_BYTES, file->data,
			      SIGNATURE_TEXT - 1, NULL, &done, NULL,
			      sodium_base64_VARIANT_ORIGINAL) != 0 ||
	    done != SIGNATURE_BYTES)
		return false;
	signature_write(ret_signature, again);
	return memcmp(again, file->data, file->length) == 0;
}

enum status bundle_sign(struct bundle_files *files,
			const struct signing_key *key)
{
	const struct bundle_file *sums = bundle_files_find(files, BUNDLE_SUMS);
	unsigned char signature[SIGNATURE_BYTES];
	char text[SIGNATURE_TEXT + 1];
	struct bundle_writer writer;
	enum status status = bundle_files_begin(&writer);

	if (status != STATUS_OK)
		return status;
	crypto_sign_detached(signature, NULL, (unsigned char *)sums->data,
			     sums->length, key->secret);
	signature_write(signature, text);
	fputs(text, writer.out);
	return bundle_files_end(files, BUNDLE_SIGNATURE, &writer);
}

/* Whether the key of SIGNER signed SUMS with what stands in SIGNATURE. */
static bool signature_right(const struct bundle_file *signature,
			    const struct bundle_file *sums,
			    const unsigned char signer[BUNDLE_SIGNER_BYTES])
{
	unsigned char bytes[SIGNATURE_BYTES];

	return signature_read(signature, bytes) &&
	       crypto_sign_verify_detached(bytes, (unsigned char *)sums->data,
					   sums->length, signer) == 0;
}

void bundle_signature_check(const struct bundle_files *files,
			    struct verdict *verdict)
{
	const struct bundle_file *sums = bundle_files_find(files, BUNDLE_SUMS);
	const struct bundle_file *signer =
	    bundle_files_find(files, BUNDLE_SIGNER);
	const struct bundle_file *signature =
	    bundle_files_find(files, BUNDLE_SIGNATURE);
	unsigned char key[BUNDLE_SIGNER_BYTES];

	if (!signature)
		complain(verdict_place(verdict), BUNDLE_SIGNATURE, 0,
			 _("The signature is missing: nobody vouches for this "
			   "folder. Get it from the organisers again."));
	/* That these are missing or no key is said where they are read. */
	if (!signature || !sums || !signer || !bundle_read_signer(signer, key))
		return;
	if (!signature_right(signature, sums, key))
		complain(verdict_place(verdict), BUNDLE_SIGNATURE, 0,
			 _("The signature is wrong: a file was changed after "
			   "the organisers signed, or they did not sign."));
}
