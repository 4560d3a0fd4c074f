"""Pages reach the disk whole, once, and leave nothing behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.write import MANIFEST, read_manifest, replace_files, write_pages


def tree(folder: Path) -> dict[str, str]:
    """Every file but the manifest, by relative path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes().decode()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """What changes when anything at all is written: each file's inode and time."""
    return {str(f): (f.stat().st_ino, f.stat().st_mtime_ns) for f in folder.rglob("*")}


def test_pages_are_written_with_their_folders(tmp_path: Path) -> None:
    """A page's folders are made, and its text is UTF-8 with the line breaks it came with."""
    result = write_pages(tmp_path, {"articles/a/index.md": "„Ä“\nb\n", "index.md": "x"})
    assert tree(tmp_path) == {"articles/a/index.md": "„Ä“\nb\n", "index.md": "x"}
    assert result.written == ("articles/a/index.md", "index.md")
    assert (tmp_path / "articles/a/index.md").read_bytes() == "„Ä“\nb\n".encode()


def test_a_file_for_downloading_is_written_byte_for_byte(tmp_path: Path) -> None:
    """Bytes need be no text, and are kept, left alone and removed as a text is."""
    data = b"PK\x03\x04\x00\xff\r\n"
    write_pages(tmp_path, {"a/quiz.zip": data, "a/index.md": "a"})
    assert (tmp_path / "a/quiz.zip").read_bytes() == data
    before = stamps(tmp_path)
    again = write_pages(tmp_path, {"a/quiz.zip": data, "a/index.md": "a"})
    assert stamps(tmp_path) == before
    assert again.unchanged == ("a/index.md", "a/quiz.zip")
    assert write_pages(tmp_path, {"a/index.md": "a"}).removed == ("a/quiz.zip",)


def test_a_file_for_downloading_is_held_back_with_the_pages(tmp_path: Path) -> None:
    """Where a page is refused, the downloads beside it are not written either."""
    (tmp_path / "about.md").write_text("by hand")
    result = write_pages(tmp_path, {"about.md": "generated", "a/quiz.zip": b"PK"})
    assert [r.path for r in result.refused] == ["about.md"]
    assert tree(tmp_path) == {"about.md": "by hand"}


def test_an_unchanged_tree_is_not_touched(tmp_path: Path) -> None:
    """A second run with the same pages writes nothing, not even its own list."""
    pages = {"articles/a.md": "a", "b.md": "b"}
    write_pages(tmp_path, pages)
    before = stamps(tmp_path)
    result = write_pages(tmp_path, pages)
    assert stamps(tmp_path) == before
    assert (result.written, result.removed) == ((), ())
    assert result.unchanged == ("articles/a.md", "b.md")


def test_only_the_changed_page_is_written(tmp_path: Path) -> None:
    """A change to one page leaves the others' files alone."""
    write_pages(tmp_path, {"a.md": "a", "b.md": "b"})
    before = stamps(tmp_path)
    assert write_pages(tmp_path, {"a.md": "a", "b.md": "B"}).written == ("b.md",)
    after = stamps(tmp_path)
    assert [p for p in before if before[p] != after[p]] == [str(tmp_path / "b.md")]


def test_stale_pages_and_their_empty_folders_go(tmp_path: Path) -> None:
    """A page that is no longer wanted is removed, with the folders it leaves empty."""
    write_pages(tmp_path, {"articles/a/index.md": "a", "articles/b/index.md": "b"})
    result = write_pages(tmp_path, {"articles/b/index.md": "b"})
    assert result.removed == ("articles/a/index.md",)
    assert not (tmp_path / "articles/a").exists()
    assert read_manifest(tmp_path) == {"articles/b/index.md"}


def test_no_pages_leave_the_folder_as_it_was_before_the_first(tmp_path: Path) -> None:
    """Writing no page at all removes all that was generated, and the list of it."""
    (tmp_path / "index.md").write_text("by hand")
    write_pages(tmp_path, {"articles/a.md": "a"})
    write_pages(tmp_path, {})
    assert [p.name for p in tmp_path.iterdir()] == ["index.md"]


def test_a_hand_written_file_is_never_removed(tmp_path: Path) -> None:
    """Beside generated pages and in their folders, other files stay."""
    write_pages(tmp_path, {"articles/a.md": "a"})
    (tmp_path / "articles/mine.md").write_text("by hand")
    write_pages(tmp_path, {})
    assert tree(tmp_path) == {"articles/mine.md": "by hand"}


def test_a_hand_written_file_is_never_overwritten(tmp_path: Path) -> None:
    """A page whose place is taken is refused by name, and then no page is written."""
    (tmp_path / "about.md").write_text("by hand")
    result = write_pages(tmp_path, {"about.md": "generated", "other.md": "x"})
    assert [r.path for r in result.refused] == ["about.md"]
    assert "rename it" in result.refused[0].why
    assert tree(tmp_path) == {"about.md": "by hand"}


def test_a_hand_written_file_with_the_same_text_stays_the_hands(tmp_path: Path) -> None:
    """Where the texts agree there is nothing to refuse, and the file is not taken over."""
    (tmp_path / "about.md").write_text("same")
    result = write_pages(tmp_path, {"about.md": "same", "other.md": "x"})
    assert result.refused == ()
    write_pages(tmp_path, {})
    assert tree(tmp_path) == {"about.md": "same"}


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "./a.md", "a//b.md", "/etc/a.md", "../a.md", "a/../../b.md"),
        *("a\\b.md", "c:/a.md", "a\nb.md", MANIFEST),
    ],
)
def test_a_path_that_could_leave_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    """Only plain relative paths are written."""
    docs = tmp_path / "docs"
    docs.mkdir()
    assert [r.path for r in write_pages(docs, {path: "x"}).refused] == [path]
    assert tree(tmp_path) == {}


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    """A folder that is a link to elsewhere is not written through."""
    outside, docs = tmp_path / "outside", tmp_path / "docs"
    outside.mkdir()
    docs.mkdir()
    (docs / "articles").symlink_to(outside)
    assert write_pages(docs, {"articles/a.md": "x"}).refused
    assert tree(outside) == {}


def test_a_tampered_list_removes_nothing_outside(tmp_path: Path) -> None:
    """A path in the list that leads out of the folder is not followed."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "precious.md").write_text("keep")
    (docs / MANIFEST).write_text("../precious.md\n")
    write_pages(docs, {"a.md": "a"})
    assert (tmp_path / "precious.md").read_text() == "keep"


def test_a_file_in_a_folders_place_is_refused(tmp_path: Path) -> None:
    """A page below something that is a file, or in place of a folder, is refused by name."""
    (tmp_path / "articles").write_text("a file")
    (tmp_path / "b.md").mkdir()
    result = write_pages(tmp_path, {"articles/a.md": "a", "b.md": "b"})
    assert [r.path for r in result.refused] == ["articles/a.md", "b.md"]


def test_a_failure_half_way_changes_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full at the second page, the first keeps its old text."""
    write_pages(tmp_path, {"a.md": "old a", "b.md": "old b"})
    really = Path.write_bytes

    def full(file: Path, data: bytes) -> int:
        if data == b"new b":
            raise OSError(28, "No space left on device")
        return really(file, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_pages(tmp_path, {"a.md": "new a", "b.md": "new b"})
    assert tree(tmp_path) == {"a.md": "old a", "b.md": "old b"}


def test_after_a_crash_the_next_run_knows_its_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that dies between the pages and the list leaves none that is nobody's."""
    with monkeypatch.context() as patch:
        patch.setattr("generator.write._remove", lambda *_: 1 / 0)
        write_pages(tmp_path, {"a.md": "a"})
        with pytest.raises(ZeroDivisionError):
            write_pages(tmp_path, {"b.md": "b"})
    result = write_pages(tmp_path, {"c.md": "c"})
    assert result.removed == ("a.md", "b.md")
    assert tree(tmp_path) == {"c.md": "c"}


def test_several_threads_write_one_file_at_once(tmp_path: Path) -> None:
    """Builds at the same moment keep the same details: none takes away what another is writing."""
    file = tmp_path / "details.json"
    data = [b"%d" % number for number in range(400)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda each: replace_files({file: each}), data))
    assert file.read_bytes() in data
    assert [each.name for each in tmp_path.iterdir()] == ["details.json"]
