/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON in and out.  A value belongs to whoever made it until it is put into
 * another; setters take it over.  All strings are valid UTF-8 (others are
 * refused as a bug of the caller's).  jansson reads (json-read.c): a program
 * that only writes does not load it, which saves 4 % of its start.
 */
#ifndef TC_BASE_JSON_H
#define TC_BASE_JSON_H

#include "base/error.h"
#include "base/str.h"

#include <stdint.h>
#include <stdio.h>

struct tc_json;

struct tc_json *tc_json_object(void);
struct tc_json *tc_json_array(void);
struct tc_json *tc_json_string(struct tc_str s);
struct tc_json *tc_json_int(int64_t n);
struct tc_json *tc_json_real(double x);
struct tc_json *tc_json_bool(bool b);
struct tc_json *tc_json_null(void);
void tc_json_free(struct tc_json *v);

/* A key is not copied: it is a literal, or lives as long as the value. */
void tc_json_set(struct tc_json *object, const char *key, struct tc_json *v);
/* The same of a key that is known not to be there, and is copied. */
void tc_json_add(struct tc_json *object, const char *key, struct tc_json *v);
void tc_json_push(struct tc_json *array, struct tc_json *v);

/* Short forms for the most common members. */
void tc_json_set_str(struct tc_json *object, const char *key, struct tc_str s);
void tc_json_set_cstr(struct tc_json *object, const char *key, const char *s);
/* null when s is empty */
void tc_json_set_str_or_null(struct tc_json *object, const char *key,
			     struct tc_str s);
void tc_json_set_int(struct tc_json *object, const char *key, int64_t n);
void tc_json_set_bool(struct tc_json *object, const char *key, bool b);

/* Does nothing when there is no such member. */
void tc_json_remove(struct tc_json *object, const char *key);

/* Appends the compact form; what acts on a terminal is escaped, as \u202E. */
void tc_json_write(const struct tc_json *v, struct tc_buf *out);
/* The same of an object or array without its last bracket, for one that need
 * not be whole in memory. */
void tc_json_write_open(const struct tc_json *v, struct tc_buf *out);

/* Reads one value that takes up the whole of `text`; err names line and
 * column. */
struct tc_json *tc_json_read(struct tc_str text, struct tc_error *err);
/* The same of the value that `text` begins with, whatever stands behind it. */
struct tc_json *tc_json_read_first(struct tc_str text, struct tc_error *err);
/* The members of an object: *at is NULL before the first; false behind the
 * last, and of what is no object. */
bool tc_json_member_next(const struct tc_json *object, void **at,
			 const char **key, const struct tc_json **value);
/* NULL / empty / 0 when absent or of another kind. */
const struct tc_json *tc_json_get(const struct tc_json *object,
				  const char *key);
struct tc_str tc_json_get_str(const struct tc_json *object, const char *key);
int64_t tc_json_get_int(const struct tc_json *object, const char *key);
/* Whether it is there and true. */
bool tc_json_is_true(const struct tc_json *v);
int64_t tc_json_as_int(const struct tc_json *v);
struct tc_str tc_json_as_str(const struct tc_json *v);
size_t tc_json_count(const struct tc_json *array);
const struct tc_json *tc_json_at(const struct tc_json *array, size_t i);

#endif
