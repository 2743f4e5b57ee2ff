"""Judges documents and statements by what others published.

Reads a story as JSON from standard input: documents, each with the file of its schema, and
statements. Writes what is wrong. Ends with 3 where a judge is missing.
"""

import json
import sys

try:
    import xmlschema
    from ralph.models.xapi.base.statements import BaseXapiStatement
except ImportError as error:
    print(f"set ACOLHE_CLIENTS to a Python that has tests/export/requirements.txt: {error}", file=sys.stderr)
    sys.exit(3)


def main():
    story = json.load(sys.stdin)
    faults = []
    schemas = {}
    for name, path, document in story["documents"]:
        # Some of the published ones name others that are not what they expect.
        schemas[path] = schemas.get(path) or xmlschema.XMLSchema(path, allow="local", validation="lax")
        faults += [f"{name}: {error.path}: {error.reason}" for error in schemas[path].iter_errors(document)]
    for statement in story["statements"]:
        try:
            BaseXapiStatement(**statement)
        except ValueError as error:
            faults.append(f"statement: {error}")
    json.dump(faults, sys.stdout)


main()
