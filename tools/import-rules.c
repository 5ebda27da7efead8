/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-rules.h"

#include "base/file.h"
#include "index/hashes.h"
#include "index/manifest.h"
#include "index/nicknames.h"
#include "tools/table.h"
#include "tools/tell.h"

static void warn(void *ctx, const char *message)
{
	(void)ctx;
	tell("tracuu-import", "%s", message);
}

/* The archivist's, or else those of the installation where it has some. */
static int load_sites(struct import_rules *r, const struct import_options *o,
		      struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	if (o->site_rules)
		tc_buf_puts(&path, o->site_rules);
	else
		tc_find_table("site-rules", &path);
	if (!o->site_rules && !tc_file_exists(path.p))
		return 0;
	if (tc_sites_load(&r->sites, path.p, err) != 0)
		return -1;
	tc_sites_use(&r->sites);
	return 0;
}

static uint64_t stamp(const struct import_rules *r,
		      const struct import_options *o)
{
	TC_SCOPED_BUF text = { 0 };

	tc_buf_printf(&text, "%s %.*s %.*s %016llx\n", PACKAGE_STRING,
		      TC_ARG(tc_registry_version(r->registry)),
		      TC_ARG(tc_gazetteer_version(r->gazetteer)),
		      (unsigned long long)r->sites.hash);
	for (size_t i = 0; i < o->json_keys.n; i++)
		tc_buf_printf(&text, "%s %d\n", o->json_keys.v[i].key,
			      (int)o->json_keys.v[i].what);
	return tc_hash_of(o->charset, tc_buf_str(&text));
}

static int load_registry(struct import_rules *r, const struct import_files *own,
			 struct tc_error *err)
{
	TC_SCOPED_BUF ours = { 0 };

	tc_find_table("registry.tsv", &ours);
	int bad = tc_registry_load(r->registry, ours.p, warn, NULL, err);
	for (size_t i = 0; !bad && i < own->n; i++)
		bad = tc_registry_load(r->registry, own->v[i], warn, NULL, err);
	return bad;
}

static int load_gazetteer(struct import_rules *r,
			  const struct import_files *own, struct tc_error *err)
{
	TC_SCOPED_BUF ours = { 0 };

	tc_find_table("gazetteer.tsv", &ours);
	int bad = tc_gazetteer_load(r->gazetteer, ours.p, warn, NULL, err);
	for (size_t i = 0; !bad && i < own->n; i++)
		bad = tc_gazetteer_load(r->gazetteer, own->v[i], warn, NULL,
					err);
	return bad;
}

int import_rules_load(struct import_rules *r, const struct import_options *o,
		      struct tc_error *err)
{
	r->registry = tc_registry_new();
	r->gazetteer = tc_gazetteer_new();
	r->rules = (struct tc_rules){ r->registry, r->gazetteer };
	if (load_registry(r, &o->registry, err) != 0 ||
	    load_gazetteer(r, &o->gazetteer, err) != 0 ||
	    load_sites(r, o, err) != 0)
		return -1;
	r->stamp = stamp(r, o);
	return 0;
}

int import_rules_note(struct import_rules *r, struct tc_archive *archive,
		      bool renewed, struct tc_error *err)
{
	TC_SCOPED_BUF registry = { 0 }, gazetteer = { 0 };

	tc_buf_addstr(&registry, tc_registry_version(r->registry));
	tc_buf_addstr(&gazetteer, tc_gazetteer_version(r->gazetteer));
	if (tc_nicknames_set(archive, r->registry, err) != 0)
		return -1;
	return tc_manifest_set(
		archive,
		&(struct tc_manifest){ .registry = tc_buf_cstr(&registry),
				       .gazetteer = tc_buf_cstr(&gazetteer),
				       .renewed = renewed },
		err);
}

void import_rules_release(struct import_rules *r)
{
	tc_registry_free(r->registry);
	tc_gazetteer_free(r->gazetteer);
	tc_sites_release(&r->sites);
	*r = (struct import_rules){ 0 };
}

void import_rules_name(const struct import_options *o, struct tc_buf *out)
{
	for (size_t i = 0; i < o->registry.n; i++)
		tc_buf_printf(out, " --registry=%s", o->registry.v[i]);
	for (size_t i = 0; i < o->gazetteer.n; i++)
		tc_buf_printf(out, " --gazetteer=%s", o->gazetteer.v[i]);
}
