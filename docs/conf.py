"""How the documentation is made: `make docs`. Nothing here needs the network."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config, GoogleDocstring

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "newsmodel"
author = "the newsmodel contributors"
project_copyright = author
version = release = version_of("newsmodel")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "codec_tables",
    "command_help",
]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"newsmodel {release}"

# Examples stand in `{doctest}` blocks; those of docstrings run with the tests, where they see their module's names.
doctest_test_doctest_blocks = ""
# A page shows that a law holds; the tests try hard. No deadline: the machine may be slow.
doctest_global_setup = """
import newsmodel as nm
from hypothesis import settings
settings.register_profile("docs", max_examples=20, deadline=None)
settings.load_profile("docs")
"""

default_role = "code"  # docstrings quote code in single backticks, as Markdown does
autodoc_class_signature = "separated"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "__init__, __new__"}
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
suppress_warnings = ["ref.python"]  # ambiguous only: `type`, the class, finds the fields that are called so
nitpick_ignore_regex = [
    # No inventories are downloaded, so names of the standard library and of other packages have no page to point to.
    (r"py:.*", r"(collections|contextlib|datetime|decimal|enum|os|pathlib|re|typing|attr|attrs|cattrs|click|hypothesis|lxml|pyarrow|pyspark|rich)\..*"),
    (r"py:.*", r"(Any|BinaryIO|Callable|ClassVar|Decimal|Enum|IntEnum|Iterable|Iterator|Literal|Protocol|Sequence|SearchStrategy|Attribute)"),
    # Names that are private to a module: a signature shows them, no page has them.
    (r"py:.*", r"(Rule|Value|newsmodel\..*\.(Part|Value|Model|Result|Rule))"),
    (r"py:.*", r"(ValueError|LookupError|Exception|UserWarning|OSError|UnicodeError|date|datetime|optional|dict|str|bytes|int|bool)"),
]


def sections(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Read `Args:`, `Returns:` and `Raises:`. A field's sentence stays as it is: what stands before a colon is no type there."""
    if what not in ("attribute", "data", "property"):
        lines[:] = str(GoogleDocstring(lines, Config(), app, what, name, obj, options)).split("\n")


def setup(app: Sphinx) -> None:
    """Sphinx's way in."""
    app.connect("autodoc-process-docstring", sections)
