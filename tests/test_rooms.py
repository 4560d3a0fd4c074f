"""The shape of the generator: who may import whom, and what every module has."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import chain, pairwise

import pytest

from tests.conftest import ROOT

FLOW = (
    *("model", "reading", "checks", "fixes", "analysis", "agreement", "pages"),
    *("render", "quiz", "exchange", "feeds", "write", "gzipped", "finish"),
    *(
        "drafting",
        "verify",
        "rules",
        "sarif",
        "report",
        "compare",
        "tables",
        "agreed",
        "adjudication",
        "summary",
        "blind",
        "skeleton",
        "schemas",
        "emptying",
    ),
    *(
        "addresses",
        "dataset",
        "stamp",
        "workbench",
        "runtime",
        "build",
        "mend",
        "publish",
        "commands",
        "cli",
        "mkdocs_hook",
        "__main__",
    ),
)
"""The rooms, in the order of the flow: each may import those to its left."""

CORE = (
    *("model", "reading", "checks", "fixes", "analysis", "agreement", "pages"),
    *("render", "drafting", "workbench"),
)
"""The rooms that run in a browser too, by Pyodide."""

NOT_IN_A_BROWSER = frozenset(
    {"click", "mkdocs", "multiprocessing", "nh3", "rich", "socket", "subprocess", "threading"}
)
"""Processes, threads, sockets, terminals, and compiled packages without a wheel for Pyodide."""

LONG: dict[str, str] = {}
"""Files over 300 lines, each with the reason."""

MODULES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*.py"))


def parse(module: str) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse((ROOT / module).read_text(encoding="utf-8"), module)


def room(module: str) -> str:
    """The room that a file belongs to: `pages` for generator/pages/strip.py."""
    return module.removeprefix("generator/").removesuffix(".py").split("/")[0]


def imports(module: str) -> Iterator[str]:
    """Every module that a file imports, wherever in it the import stands."""
    for node in ast.walk(parse(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def public(tree: ast.Module) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """The classes and functions of a module that others may use, methods included."""
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else ()
        for item in chain([node], inner):
            if isinstance(item, ast.ClassDef | ast.FunctionDef) and not item.name.startswith("_"):
                if isinstance(node, ast.ClassDef) and node.name.startswith("_"):
                    continue
                yield item


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_what_is_left_of_it(module: str) -> None:
    """The flow goes one way: reading never knows pages, and no page knows the command line."""
    here = room(module)
    if here == "__init__":
        assert not list(imports(module))
        return
    assert here in FLOW, f"{module}: give the new room its place in FLOW"
    for name in imports(module):
        if name.startswith("generator."):
            there = name.split(".")[1]
            assert there in FLOW[: FLOW.index(here)] or there == here, f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_only_the_hook_knows_the_engine(module: str) -> None:
    """MkDocs can be replaced by replacing one file."""
    tops = {name.split(".")[0] for name in imports(module)}
    assert not tops & {"mkdocs", "material", "properdocs"} or room(module) == "mkdocs_hook"


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) in CORE])
def test_the_core_runs_in_a_browser(module: str) -> None:
    """Nothing in the core needs a process, a thread, a socket or a terminal."""
    assert not {name.split(".")[0] for name in imports(module)} & NOT_IN_A_BROWSER


@pytest.mark.parametrize("module", MODULES)
def test_everything_public_says_what_it_is(module: str) -> None:
    """Every module, public class and public function has a docstring."""
    tree = parse(module)
    assert ast.get_docstring(tree), f"{module} has no docstring"
    for node in public(tree):
        assert ast.get_docstring(node), f"{module}:{node.lineno}: {node.name} has no docstring"


@pytest.mark.parametrize("module", MODULES)
def test_values_are_frozen_and_their_fields_explained(module: str) -> None:
    """What leaves a module is frozen, with a sentence under each field; a private builder is not."""
    for node in ast.walk(parse(module)):
        if not isinstance(node, ast.ClassDef) or not (made := dataclass_options(node)):
            continue
        assert "slots" in made, f"{module}:{node.lineno}: {node.name} has no slots"
        if not node.name.startswith("_"):
            assert "frozen" in made, f"{module}:{node.lineno}: {node.name} is not frozen"
            bare = fields_without_a_sentence(node)
            assert not bare, f"{module}:{node.lineno}: {node.name} has no sentence under {bare}"


def dataclass_options(node: ast.ClassDef) -> set[str]:
    """The options set in a class's `@dataclass(…)`, and `dataclass`; empty for other classes."""
    for decorator in node.decorator_list:
        call = decorator if isinstance(decorator, ast.Call) else ast.Call(decorator, [], [])
        if isinstance(call.func, ast.Name) and call.func.id == "dataclass":
            on = (k.arg for k in call.keywords if k.arg and ast.unparse(k.value) == "True")
            return {"dataclass", *on}
    return set()


def fields_without_a_sentence(node: ast.ClassDef) -> list[str]:
    """The fields of a class that no docstring follows."""
    return [
        ast.unparse(field.target)
        for field, after in pairwise([*node.body, ast.Pass()])
        if isinstance(field, ast.AnnAssign)
        and not (
            isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
            and isinstance(after.value.value, str)
        )
    ]


def test_long_files_are_few_and_have_a_reason() -> None:
    """A file over 300 lines is listed with its reason, and the list has no other."""
    long = {m for m in MODULES if len((ROOT / m).read_text(encoding="utf-8").splitlines()) > 300}
    assert long == LONG.keys()
