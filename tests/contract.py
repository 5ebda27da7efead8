#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/contract.py SCHEMA DIR: every DIR/NAME.*.json holds documents, one a
line, of the definition NAME.  Fields that the schema does not know fail: a
field is added to the schema when it is added to the program."""
import json
import pathlib
import sys

import jsonschema


def close(schema):
    """No object has a field that is not listed."""
    if isinstance(schema, dict):
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
        for part in schema.values():
            close(part)
    elif isinstance(schema, list):
        for part in schema:
            close(part)


def main(schema_file, directory):
    whole = json.loads(pathlib.Path(schema_file).read_text())
    jsonschema.Draft202012Validator.check_schema(whole)
    close(whole["$defs"])
    for path in sorted(pathlib.Path(directory).glob("*.json")):
        name = path.name.split(".")[0]
        validator = jsonschema.Draft202012Validator(
            dict(whole, **{"$ref": "#/$defs/" + name}))
        lines = path.read_text().splitlines()
        error = None if lines else "nothing was printed"
        for line in lines:
            found = jsonschema.exceptions.best_match(
                validator.iter_errors(json.loads(line)))
            if found is not None:
                error = f"{list(found.absolute_path)}: {found.message}"
                break
        print(f"{path.name}\t{(error or 'ok')[:300]}")


main(*sys.argv[1:])
