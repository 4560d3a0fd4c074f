"""The drawing of what rests on what: laid out by rule, tidy, and the same for the same article."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from generator.analysis.figures import Analysed
from generator.pages.draw import draw
from generator.pages.drawing import BIG, SMALL, Block, Scale
from generator.pages.little import little, standing
from generator.pages.marks import references
from generator.pages.support import Support
from generator.pages.support import support as support_of

from .sample import of_size

SIZES = [(3, 1), (9, 2), (15, 4), (28, 3), (40, 8), (60, 12)]

sizes = pytest.mark.parametrize(("statements", "voices"), SIZES)
scales = pytest.mark.parametrize("scale", [BIG, SMALL], ids=["big", "small"])


@sizes
@scales
def test_blocks_stand_apart_within_the_drawing(statements: int, voices: int, scale: Scale) -> None:
    """Laid out by rule for 3 to 60 statements and 1 to 12 voices."""
    article = of_size(statements, voices)
    drawing = draw(article, scale)
    assert drawing == draw(article, scale)
    assert len(drawing.blocks) == statements
    for block in drawing.blocks:
        assert block.x >= -0.6
        assert block.x + block.width <= drawing.width + 0.6
        assert 0 <= block.y < drawing.ground
    for one, two in combinations(drawing.blocks, 2):
        if one.y == two.y:
            assert abs(one.x - two.x) >= min(one.width, two.width) * 0.55
    for left, right in pairwise(drawing.stones):
        assert left.x + left.width <= right.x


@sizes
@scales
def test_legs_go_in_right_angles_from_block_to_block(
    statements: int, voices: int, scale: Scale
) -> None:
    """Each begins at the lower edge of a conclusion and ends at the upper edge of its support."""
    drawing = draw(of_size(statements, voices), scale)
    blocks = {block.id: block for block in drawing.blocks}
    for leg in drawing.legs:
        upper, lower = blocks[leg.upper], blocks[leg.lower]
        assert re.fullmatch(r"M[\d.]+ [\d.]+(V[\d.]+H[\d.]+)*V[\d.]+", leg.path), leg.path
        xs = [float(x) for x in re.findall(r"[MH]([\d.]+)", leg.path)]
        ys = [float(y) for y in re.findall(r"(?:V| )([\d.]+)", leg.path)]
        assert upper.x <= xs[0] <= upper.x + upper.width
        assert lower.x <= xs[-1] <= lower.x + lower.width
        assert ys == sorted(ys), "it never goes up"
        assert abs(ys[0] - upper.y - upper.height) < 0.2
        assert abs(ys[-1] - lower.y) < 0.2


def lies(block: Block) -> tuple[float, float]:
    """From where to where a fallen block lies."""
    return block.x + block.aside, block.x + block.aside + block.width


@sizes
@scales
def test_what_falls_lies_where_its_voice_was(statements: int, voices: int, scale: Scale) -> None:
    """No fallen block lies on a stone that stands, under the ground, or above the drawing."""
    article = of_size(statements, voices)
    for figures in article.figures.voices:
        if not figures.statements:
            continue
        drawing = draw(article, scale)
        for block in drawing.blocks:
            if block.id not in figures.removal.falls:
                continue
            left, right = lies(block)
            top = block.y + block.drop
            assert top >= 0
            assert top + block.height <= drawing.ground + 0.2
            for stone in drawing.stones:
                if stone.voice != figures.id:
                    assert right <= stone.x + 2 or left >= stone.x + stone.width - 2, block


def test_of_many_voices_the_lightest_are_the_others() -> None:
    """More than five voices: the four heaviest have their names, the rest stand together."""
    drawing = draw(of_size(60, 12), BIG)
    named = [stone for stone in drawing.stones if stone.voice and not stone.minor]
    few = [stone for stone in drawing.stones if stone.minor]
    assert len(named) == 4
    assert all(stone.name for stone in named)
    assert not any(stone.name for stone in few)
    assert drawing.others
    assert drawing.others.words == f"{len(few)} other voices"
    assert draw(of_size(40, 4), BIG).others is None


def test_words_stand_in_blocks_where_there_is_room() -> None:
    """Up to 14 blocks on the ground have their labels in them; more have their numbers."""
    assert all(block.lines for block in draw(of_size(9, 2), BIG).blocks)
    assert not any(block.lines for block in draw(of_size(60, 12), BIG).blocks)


def test_an_article_of_more_than_sixty_statements_has_no_drawing() -> None:
    """The list and the counts say the same."""
    found = support(of_size(61, 3))
    assert found.drawing is None
    assert all(item.small is None for item in found.without)
    for item in found.without:
        assert abs(sum(width for _, _, width in item.bar) - 100) < 0.5
    assert support(of_size(60, 3)).drawing is not None


def test_a_small_picture_moves_what_falls_and_what_leans_and_nothing_else() -> None:
    """A ghost for each, a block where it lies; the stone and the legs of what fell are gone."""
    article = of_size(28, 3)
    drawing = draw(article, SMALL)
    stands = standing(drawing)
    speaking = [figures for figures in article.figures.voices if figures.statements]
    assert len(speaking) > 1
    for figures in speaking:
        removal = figures.removal
        picture = little(drawing, stands, removal)
        fallen = dict(picture.fallen)
        moved = len(removal.falls) + len(removal.leans)
        assert picture.standing == stands
        assert fallen.get("ghost", "").count("M") == moved
        assert sum(path.count("M") for name, path in fallen.items() if "pile" in name) == moved
        assert fallen["gone"].count("M") == 1
        gone = [
            leg for leg in drawing.legs if {leg.upper, leg.lower} & {*removal.falls, removal.voice}
        ]
        left = dict(picture.legs).get("leg", "").count("M")
        assert left == len(drawing.legs) - len(gone)
    assert sum(path.count("M") for name, path in stands if "pile" in name) == 28


def test_the_legs_are_one_path_with_the_names_of_their_ends() -> None:
    """So that the page's script can take them apart."""
    drawing = draw(of_size(28, 3), BIG)
    assert drawing.leg_paths.count("M") == len(drawing.legs) > 0
    assert drawing.ends.split(" ") == [
        end for leg in drawing.legs for end in (leg.upper, leg.lower)
    ]


def support(article: Analysed) -> Support:
    """The section of an article's page."""
    return support_of(article, references(article))
