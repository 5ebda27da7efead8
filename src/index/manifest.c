/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/manifest.h"

#include "base/file.h"
#include "index/schema.h"

#define FILE_MAX ((size_t)1024 * 1024)

static void file_path(struct tc_archive *a, struct tc_buf *out)
{
	tc_buf_printf(out, "%s/manifest.json", tc_buf_cstr(&a->live));
}

int tc_manifest_read(struct tc_archive *a, struct tc_json **out,
		     struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 };

	*out = NULL;
	if (tc_xdb_metadata(tc_archive_db(a), TC_META_MANIFEST, &text,
			    err) != 0)
		return -1;
	if (!text.n)
		return 0;
	*out = tc_json_read(tc_buf_str(&text), err);
	if (*out)
		return 0;
	err->code = TC_E_DAMAGED;
	tc_error_context(err, "the manifest in the database");
	return -1;
}

/* Whether articles stay that were read with other rules. */
static int mixed(struct tc_archive *a, const struct tc_manifest *m,
		 bool *yes, struct tc_error *err)
{
	struct tc_json *was;

	*yes = false;
	if (m->renewed)
		return 0;
	if (tc_manifest_read(a, &was, err) != 0)
		return -1;
	*yes = was && tc_json_get_int(was, "documents") &&
	       (tc_json_is_true(tc_json_get(was, "mixed_rules")) ||
		!tc_str_is(tc_json_get_str(was, "registry"), m->registry) ||
		!tc_str_is(tc_json_get_str(was, "gazetteer"), m->gazetteer));
	tc_json_free(was);
	return 0;
}

static struct tc_json *compose(const struct tc_manifest *m, bool mixed_rules,
			       uint32_t documents)
{
	struct tc_json *o = tc_json_object();

	tc_json_set_cstr(o, "tool", PACKAGE_STRING);
	tc_json_set_cstr(o, "xapian", tc_xap_version());
	tc_json_set_cstr(o, "schema", TC_SCHEMA_VERSION);
	tc_json_set_cstr(o, "analysis", TC_SCHEMA_ANALYSIS);
	tc_json_set_cstr(o, "registry", m->registry);
	tc_json_set_cstr(o, "gazetteer", m->gazetteer);
	tc_json_set_bool(o, "mixed_rules", mixed_rules);
	tc_json_set_int(o, "documents", documents);
	return o;
}

int tc_manifest_set(struct tc_archive *a, const struct tc_manifest *m,
		    struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 }, was = { 0 };
	uint32_t documents;
	bool mixed_rules;

	if (mixed(a, m, &mixed_rules, err) != 0 ||
	    tc_xdb_count(tc_archive_db(a), &documents, err) != 0 ||
	    tc_xdb_metadata(tc_archive_db(a), TC_META_MANIFEST, &was,
			    err) != 0)
		return -1;
	struct tc_json *o = compose(m, mixed_rules, documents);
	tc_json_write(o, &text);
	tc_json_free(o);
	if (tc_str_eq(tc_buf_str(&text), tc_buf_str(&was)))
		return 0;
	return tc_xwriter_set_metadata(a->writer, TC_META_MANIFEST,
				       tc_buf_str(&text), err);
}

int tc_manifest_restore(struct tc_archive *a, const struct tc_json *from,
			struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 }, registry = { 0 }, gazetteer = { 0 };

	tc_buf_addstr(&registry, tc_json_get_str(from, "registry"));
	tc_buf_addstr(&gazetteer, tc_json_get_str(from, "gazetteer"));
	struct tc_manifest m = { .registry = tc_buf_cstr(&registry),
				 .gazetteer = tc_buf_cstr(&gazetteer) };
	int64_t documents = tc_json_get_int(from, "documents");
	struct tc_json *o = compose(
		&m, tc_json_is_true(tc_json_get(from, "mixed_rules")),
		documents > 0 ? (uint32_t)documents : 0);
	tc_json_write(o, &text);
	tc_json_free(o);
	return tc_xwriter_set_metadata(a->writer, TC_META_MANIFEST,
				       tc_buf_str(&text), err);
}

/* What the file holds. */
static int compose_file(struct tc_archive *a, struct tc_buf *out,
			struct tc_error *err)
{
	if (tc_xdb_metadata(tc_archive_db(a), TC_META_MANIFEST, out,
			    err) != 0)
		return -1;
	tc_buf_addc(out, '\n');
	return 0;
}

int tc_manifest_export(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, text = { 0 };

	file_path(a, &path);
	if (compose_file(a, &text, err) != 0)
		return -1;
	return tc_file_replace(path.p, tc_buf_str(&text), err);
}

int tc_manifest_same(struct tc_archive *a, bool *same, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, text = { 0 }, file = { 0 };

	file_path(a, &path);
	if (compose_file(a, &text, err) != 0)
		return -1;
	*same = tc_file_read(path.p, FILE_MAX, &file, NULL) == 0 &&
		tc_str_eq(tc_buf_str(&text), tc_buf_str(&file));
	return 0;
}
