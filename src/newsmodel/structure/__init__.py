"""The model as plain data and back: the native JSON's shape, its faults and its schema.

`converter()` is the route that users customise; `plain` and `typed` are the short way; `schema()` says the same to
machines. The shape: an object per class, its keys in the model's order, what is absent or a default left out; `null`
nowhere; each block with its `type` first; rich text as an array of strings and span objects; times as one ISO 8601
string; decimals as strings in normal form, whole numbers as integers where a field takes both.
"""

from newsmodel.structure._converter import converter, plain, typed
from newsmodel.structure._faults import MAX_PROBLEMS, unknown_key
from newsmodel.structure._schema import DIALECT, definitions, schema
from newsmodel.structure._values import FORMAT, TAG, TAGS, VERSION, found
from newsmodel.structure._wire import canonical, read_article

__all__ = [
    "DIALECT", "FORMAT", "MAX_PROBLEMS", "TAG", "TAGS", "VERSION", "canonical", "converter", "definitions", "found", "plain",
    "read_article", "schema", "typed", "unknown_key",
]  # fmt: skip
