"""Lets clients that were written for Python 2 run, as they were published.

They are translated by 2to3 while they are imported; nothing is changed on disk.
"""

import sys
from importlib.machinery import PathFinder, SourceFileLoader

from fissix.refactor import RefactoringTool, get_fixers_from_package

PACKAGES = {"open311", "relaxml", "three"}

# What 2to3 leaves as it was.
LATER_CHANGES = {
    "node.getchildren()": "list(node)",
    "urlopen(url_path, post_data)": "urlopen(url_path, post_data.encode())",
}


class TranslatingLoader(SourceFileLoader):
    tool = RefactoringTool(get_fixers_from_package("fissix.fixes"))

    def source_to_code(self, data, path, **options):
        source = data.decode().rstrip() + "\n"
        source = str(self.tool.refactor_string(source, path))
        for before, after in LATER_CHANGES.items():
            source = source.replace(before, after)
        return super().source_to_code(source, path, **options)

    def path_stats(self, path):
        raise OSError("what was compiled without translation does not count")


class TranslatingFinder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] not in PACKAGES:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = TranslatingLoader(spec.loader.name, spec.loader.path)
        return spec


sys.meta_path.insert(0, TranslatingFinder)
