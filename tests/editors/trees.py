"""Reads rule files with the tree-sitter grammar. In: the built parser, the files; out: for each file its path, then a line for
each place that it can't read and each piece that is coloured (first byte, byte after the last, colour); at last the time."""

import ctypes
import pathlib
import sys
import time

from tree_sitter import Language, Parser, Query, QueryCursor

library, *paths = sys.argv[1:]
grammar = pathlib.Path(__file__).parents[2] / "editors/tree-sitter-leadrules"
entry = ctypes.cdll.LoadLibrary(library).tree_sitter_leadrules
entry.restype = ctypes.c_void_p
pointer = ctypes.pythonapi.PyCapsule_New
pointer.restype, pointer.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
language = Language(pointer(entry(), b"tree_sitter.Language", None))
parser = Parser(language)
highlights = Query(language, (grammar / "queries/highlights.scm").read_text())
for other in ("folds", "injections"):
    Query(language, (grammar / f"queries/{other}.scm").read_text())


def broken(node):
    if node.is_error or node.is_missing:
        yield node
    elif node.has_error:
        for child in node.children:
            yield from broken(child)


began = time.monotonic()
for path in paths:
    tree = parser.parse(pathlib.Path(path).read_bytes())
    print("file", path)
    for node in broken(tree.root_node):
        print(node.start_byte, node.end_byte, "ERROR")
    for colour, nodes in QueryCursor(highlights).captures(tree.root_node).items():
        for node in nodes:
            print(node.start_byte, node.end_byte, colour)
print("time", time.monotonic() - began)
