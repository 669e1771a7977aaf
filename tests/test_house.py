"""What holds for the project as a whole: its public names, its imports, its pages."""

import ast
import doctest
import pkgutil
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import get_args

import attrs
import format_table
import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

import newsmodel
from newsmodel import fidelity, model
from newsmodel.contract import Writer
from newsmodel.model import Block
from newsmodel.model.blocks import BLOCKS
from newsmodel.registry import codecs

ROOT = Path(__file__).resolve().parents[1]
CLASSES = [cls for cls in vars(model).values() if isinstance(cls, type) and attrs.has(cls)]
FORMATS = ROOT / "docs" / "reference" / "formats"


class TestPublicNames:
    def test_are_sorted_and_exist(self) -> None:
        names = newsmodel.__all__

        assert sorted(set(names)) == list(names)
        assert all(hasattr(newsmodel, name) for name in names)

    def test_none_is_also_a_sub_modules_name(self) -> None:
        modules = {module.name for module in pkgutil.iter_modules(newsmodel.__path__)}

        assert set() == modules & set(newsmodel.__all__)

    def test_every_class_of_the_model_is_public(self) -> None:
        assert set() == {cls.__name__ for cls in CLASSES} - set(newsmodel.__all__)

    def test_every_block_of_the_union_is_known_and_public(self) -> None:
        assert get_args(Block) == BLOCKS
        assert set(BLOCKS) <= set(CLASSES)

    @pytest.mark.parametrize("name", [name for name in newsmodel.__all__ if callable(getattr(newsmodel, name))])
    def test_each_has_a_docstring(self, name: str) -> None:
        assert getattr(newsmodel, name).__doc__

    def test_types_are_shipped(self) -> None:
        assert files("newsmodel").joinpath("py.typed").is_file()


class TestImports:
    def test_the_core_needs_no_extra(self) -> None:
        extras = ["click", "rich", "hypothesis", "pytest", "jsonschema", "xmlschema", "nh3"]
        script = (
            "import sys\n"
            f"for name in {extras!r}: sys.modules[name] = None\n"
            "import newsmodel as nm\n"
            "article = nm.Article(headline='Rain')\n"
            "for codec in nm.codecs():\n"
            "    if isinstance(codec, nm.Writer):\n"
            "        assert nm.loads(nm.dumps(article, format=codec.name)).headline == 'Rain'\n"
        )

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

        assert (0, "") == (done.returncode, done.stderr)

    def test_importing_loads_nothing_of_ours_or_others(self) -> None:
        assert {"newsmodel", "newsmodel._lazy"} == loaded("import newsmodel", "newsmodel")
        assert set() == loaded("import newsmodel", *LIBRARIES)

    @pytest.mark.parametrize(("statement", "absent"), [
        ("nm.Article(headline='Rain')", ["cattrs", "lxml", "msgspec", "turbohtml", "importlib.metadata", "newsmodel.extract", "newsmodel.formats", "newsmodel.structure"]),
        ("nm.LossWarning", ["newsmodel.model"]),
        ("nm.codec('json')", ["lxml", "turbohtml", "newsmodel.extract", "newsmodel.formats._update", "newsmodel.formats.html", "newsmodel.formats.ninjs"]),
        ("nm.codec('nitf')", ["newsmodel.extract._votes", "newsmodel.formats._update", "newsmodel.formats.html", "newsmodel.formats.newsml_g2"]),
        ("nm.codecs()", ["newsmodel.extract", "newsmodel.formats._update", "newsmodel.formats.html._read", "newsmodel.formats.newsml_g2._read", "newsmodel.formats.text._page"]),
        ("nm.extract.bylines", ["newsmodel.extract._page", "newsmodel.extract._votes", "newsmodel.formats"]),
    ])  # fmt: skip
    def test_a_name_loads_what_it_needs(self, statement: str, absent: list[str]) -> None:
        assert set() == loaded(f"import newsmodel as nm; {statement}", *absent)

    def test_help_loads_no_library_but_that_of_commands(self) -> None:
        script = "import sys; sys.argv[1:] = ['convert', '--help']; from newsmodel.cli import main; assert main() == 0"

        assert set() == loaded(script, *(LIBRARIES - {"click"}), "newsmodel.api", "newsmodel.model", "newsmodel.registry")

    def test_lazy_names_are_those_that_types_know(self) -> None:
        """The table of names in `newsmodel/__init__.py` and its imports for type checkers say the same."""
        tree = ast.parse(Path(newsmodel.__file__).read_text("utf-8"))
        (branch,) = (node for node in tree.body if isinstance(node, ast.If))
        typed = {alias.name: one.module for one in branch.body if isinstance(one, ast.ImportFrom) for alias in one.names}
        (table,) = (node for node in ast.walk(branch) if isinstance(node, ast.Dict))
        lazy = {name: module for module, names in ast.literal_eval(table).items() for name in names.split()}

        assert typed == lazy
        assert set(newsmodel.__all__) == set(lazy)

    def test_public_modules_are_attributes_without_an_import(self) -> None:
        script = "import newsmodel as nm; print(nm.model.Article is nm.Article, nm.extract.votes('It rained.'), 'Article' in dir(nm), hasattr(nm, 'Artikel'))"

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

        assert "True () True False\n" == done.stdout


LIBRARIES = {"attr", "cattrs", "click", "importlib.metadata", "lxml", "msgspec", "rich", "turbohtml"}


def loaded(script: str, *names: str) -> set[str]:
    """Which of the modules, and of those below them, a fresh process has loaded after the script."""
    told = "import sys; print('\\nLOADED', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", f"{script}\n{told}"], capture_output=True, text=True, check=True)
    modules = done.stdout.rpartition("LOADED")[2].split()
    return {module for module in modules if any(f"{module}.".startswith(f"{name}.") for name in names)}


class TestHypothesis:
    @pytest.mark.parametrize("first", ["newsmodel.strategies", "hypothesis", "newsmodel"])
    def test_finds_the_strategies_whatever_is_imported_first(self, first: str) -> None:
        script = (
            f"import {first}\n"
            "import newsmodel as nm, hypothesis.strategies as st\n"
            "from newsmodel.strategies import votes\n"
            "assert repr(st.from_type(nm.Vote)) == repr(votes()), st.from_type(nm.Vote)\n"
        )

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

        assert (0, "") == (done.returncode, done.stderr)

    @pytest.mark.parametrize("cls", CLASSES)
    def test_knows_every_class(self, cls: type) -> None:
        once = settings(max_examples=10, phases=[Phase.generate], database=None, deadline=None)

        assert isinstance(find(st.from_type(cls), lambda _: True, settings=once), cls)


class TestFidelity:
    def test_there_is_a_sample_for_every_field(self) -> None:
        expected = {f"{cls.__name__}.{field.name}" for cls in CLASSES for field in attrs.fields(cls)}
        expected |= {cls.__name__ for cls in CLASSES if not attrs.fields(cls)}

        assert expected == set(fidelity.survival(newsmodel.codec("json")))  # type: ignore[arg-type]  # json writes

    @pytest.mark.parametrize("codec", [codec for codec in codecs() if isinstance(codec, Writer)], ids=lambda codec: codec.name)
    def test_the_table_of_what_survives_is_pinned(self, codec: Writer, request: pytest.FixtureRequest) -> None:
        """A change here is a change for users: read it, then `pytest --accept`, and an entry in CHANGELOG.md."""
        pinned = ROOT / "tests" / "survival" / f"{codec.name}.txt"
        found = "".join(f"{name}: {reason or 'kept'}\n" for name, reason in fidelity.survival(codec).items())

        if request.config.getoption("--accept"):
            pinned.parent.mkdir(exist_ok=True)
            pinned.write_text(found, "utf-8")
        assert pinned.read_text("utf-8") == found
        assert fidelity.UNREPORTED not in found


class TestPages:
    def test_the_format_table_of_the_readme_is_up_to_date(self, request: pytest.FixtureRequest) -> None:
        page = ROOT / "README.md"
        expected = format_table.with_format_table(page.read_text("utf-8"))

        if request.config.getoption("--accept"):
            page.write_text(expected, "utf-8")
        assert expected == page.read_text("utf-8")

    @pytest.mark.parametrize("codec", codecs(), ids=lambda codec: codec.name)
    def test_every_format_has_a_page(self, codec: newsmodel.Codec) -> None:
        page = (FORMATS / f"{codec.name}.md").read_text("utf-8")

        assert page.startswith(f"# `{codec.name}`")
        assert not isinstance(codec, Writer) or f"{{survival}} {codec.name}" in page

    @pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
    def test_the_snippets_of_a_page_run(self, page: str) -> None:
        failed, tried = doctest.testfile(str(ROOT / page), module_relative=False, encoding="utf-8")

        assert (0, True) == (failed, tried > 0)

    def test_the_changelog_knows_the_version(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

        assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
