"""Invented articles for the tests of pages: the bridge of the studies, a hostile one, and any size."""

from __future__ import annotations

from pathlib import Path

from generator.analysis import analyse
from generator.analysis.figures import Analysed
from generator.model import Codebook, Lesson, Pair, Reading
from generator.pages import (
    Library,
    Page,
    around_of,
    collect,
    pages_of_article,
    pages_of_library,
)
from generator.reading.article import read_article
from generator.reading.codebook import read_codebook

ROOT = Path(__file__).parent.parent

REFUSED = frozenset({"html", "template-code", "link-address"})
"""Problems with words that would do harm on a page that trusts them."""

BRIDGE = """\
---
title: The bridge that opened twice
original: {publisher: The Harbour Post, published: 2025-03-04, url: https://example.org/bridge}
rights: own
language: en
voices:
  engineer: {name: Piet Okoro, role: engineer, kind: person, stake: interested}
  mayor: {name: Ada Renn, role: mayor of Harbour, kind: person, stake: party}
  resident: {name: Nell Baptiste, role: lives at North Quay, kind: person, stake: interested}
  critics: {name: “Critics”, kind: unnamed, stake: unknown}
records:
  log: {title: Opening log, publisher: Harbour Port Authority, date: 2025-03-03, says: Two openings.}
level: 12-14
topics: [local government]
frames: [political]
missing:
  - {what: The council, why: Statement 9 says what it wanted. It was not asked., at: s9}
questions:
  - {ask: What do the three verbs do to you?, standard: RI.8.4, answer: They judge the speaker.}
annotators: [{name: harbour-school, date: 2026-11-22}]
---

[Harbour’s new swing bridge was opened on Monday for the second time in eleven days.]{.unsourced see=log}[^s1]

[The bridge, Mayor Ada Renn [boasted]{.framing technique=loaded-attribution plain=said}[^boasted], “will cut every trip across the water by half”.]{.sourced by=mayor how=mixed}[^s2]
[The city has [at last turned a corner]{.framing technique=presupposition plain=improved}[^corner].]{.inferred kind=evaluation from=s2}[^s3]

[The first time, on 20 February, it swung open “beautifully”, according to the mayor.]{.sourced by=mayor how=mixed}[^s4]
[It then [declined to swing]{.framing technique=loaded-language plain="did not swing"}[^declined] shut.]{.unsourced}[^s5]

[A sensor had mistaken the brass band for a ship, said Piet Okoro, the engineer whose firm built the hinge.]{.sourced by=engineer how=paraphrase}[^s6]
[“It did what it was told, which was to wait for the ship to pass,” he said.]{.sourced by=engineer how=quote}[^s7]

[An ordinary test would have found the fault.]{.inferred kind=interpretation from=s6}[^s8]
[The council [evidently]{.framing technique=presupposition plain=perhaps}[^evidently] wanted the photograph more than the test.]{.inferred kind=motive from=s8}[^s9]

[Nell Baptiste, 71, of North Quay, [claims]{.framing technique=loaded-attribution plain=says}[^claims] she waited two hours to get home.]{.sourced by=resident how=paraphrase}[^s10]
[“I could see my kettle,” she said.]{.sourced by=resident how=quote}[^s11]
[Residents are [furious]{.framing technique=loaded-language plain=unhappy}[^furious].]{.inferred kind=generalisation from="s10 s11"}[^s12]

[[Critics]{.framing technique=unnamed-source}[^critics] call the 6.2-million scheme [a white elephant]{.framing technique=name-calling-labeling plain="not worth its price"}[^white].]{.sourced by=critics how=mixed}[^s13]

[Monday’s opening was held without a band.]{.unsourced}[^s14]
[By summer the queue will be forgotten.]{.inferred kind=prediction from="s2 s10" also=unsourced}[^s15]

[^s1]: Nobody is named. A date and a count: easy to check.
[^s2]: One voice, and a party to it. No timing is given.
[^s3]: Nobody is quoted as saying so. One bridge has become a city.
[^s4]: Hers again. The bridge opened; the adverb is her own.
[^s5]: No name. The whole quay could have seen it; nobody was asked.
[^s6]: He knows the hinge, and he made it. Weigh both.
[^s7]: The same man. In other words: not the hinge’s fault.
[^s8]: Perhaps. Do ordinary tests have a brass band?
[^s9]: A thought in other people’s heads. The council was not asked.
[^s10]: First-hand, from one person who was kept from her tea.
[^s11]: Her own words. They show a short distance, not a long wait.
[^s12]: One resident has spoken. Here she has become plural.
[^s13]: A voice without a name: we cannot ask what its stake is.
[^s14]: Nobody is named. After 6, nobody needs to be.
[^s15]: The mayor’s promise and one long wait. In summer it can be checked.
[^boasted]: Judges how she said it.
[^corner]: “At last”: so it was bad before?
[^declined]: A joke, and a judgement. Machines stop; people decline.
[^evidently]: Says that the evidence exists. Shows none.
[^claims]: Hints that it may not be so.
[^furious]: The strongest word, for one wait.
[^critics]: Two people or two thousand.
[^white]: A label in the place of a reason.
"""

HOSTILE = r"""---
title: 'A <b> & "c" *x* {{ y }} {% raw %} 😀'
summary: 'A <script>alert(1)</script> & "quoted" # text: yes'
original: {publisher: 'P <b> *p*', url: 'https://example.org/?a=1&b=2'}
rights: own
language: ar
voices:
  v1: {name: '<i>Ada</i> & "Bo" *c*', role: 'mayor [x](y) & <b>', kind: person, stake: party}
  v2: {name: _Otto_, kind: unnamed, stake: unknown}
level: 12-14
topics: ['a <b> & c']
missing:
  - {what: '# heading *x*', why: '<img src=x onerror=alert(1)>', at: s1}
questions:
  - {ask: '*why* <b>?', standard: RI.8.8, answer: '{: .x } _b_'}
annotators: [{name: 'x <y>', date: 2026-11-22}]
---

[Text with \*a\*, \(y\), &lt;b&gt; \_b\_ and **strong with [loaded]{.framing technique=loaded-language plain="*mild* <b>"}[^f1] word** here, \# x, 1. 2, {{ jinja }} \{: .x \} &amp;lt; 😀]{.sourced by=v1 how=paraphrase}[^s1]
[A [link](https://example.org/?a=1&b=2) in it, `code *x* <b>`.]{.inferred kind=evaluation from=s1}[^s2]

[Second \<div\> block &lt;/div&gt; with a `</div>` code.]{.unsourced also=sourced}[^s3]

[Both say so.]{.sourced by="v1 v2" how=quote}[^s4]

[^s1]: Note with *emph* and \*stars\* &lt;/p&gt; [a link](https://example.org) `x`.

    Second paragraph of the note: # not a heading.
[^s2]: N2.
[^s3]: N3 {: .y }
[^s4]: N4
[^f1]: \_why\_ <
"""


def codebook() -> Codebook:
    """The project's own codebook."""
    path = ROOT / "content" / "codebook.yml"
    reading = read_codebook(path.name, path.read_text(encoding="utf-8"))
    assert reading.codebook
    return reading.codebook


def analysed(text: str, slug: str = "sample") -> Analysed:
    """An article's text, read and analysed; it must have no errors but those that only refuse.

    The pages must hold by themselves, so the hostile article goes past what check refuses.
    """
    reading = read_article(f"content/articles/{slug}.md", text)
    assert reading.article, reading.problems
    faults = [p for p in reading.problems if p.severity == "error" and p.code not in REFUSED]
    assert not faults, faults
    return analyse(reading.article)


def library(
    *articles: Analysed,
    address: str = "",
    pairs: tuple[Pair, ...] = (),
    lessons: tuple[Lesson, ...] = (),
    repository: str = "",
    packs: bool = False,
    readings: tuple[Reading, ...] = (),
) -> Library:
    """A library of these articles."""
    by_slug = {analysed.article.slug: analysed for analysed in articles}
    around = around_of(
        *(codebook(), address, pairs, lessons, repository, packs),
        published=by_slug,
        readings=readings,
    )
    return collect(articles, around)


def all_pages(shelf: Library) -> tuple[Page, ...]:
    """Every page of a library: those of its articles, and all others."""
    of_articles = (p for one in shelf.whole.values() for p in pages_of_article(one, shelf.around))
    return (*of_articles, *pages_of_library(shelf))


def of_size(statements: int, voices: int) -> Analysed:
    """An article with so many statements and voices, its conclusions on one to three others."""
    names = "\n".join(
        f"  v{v}: {{name: Voice Number{v}, kind: person, stake: party}}" for v in range(voices)
    )
    marks = []
    for n in range(statements):
        if n % 3 == 2:
            rests = " ".join(f"s{k}" for k in (n - 1, n // 2, n // 3) if k != n)
            marks.append(
                f'[Conclusion {n} of the text.]{{.inferred kind=motive from="{rests}"}}[^s{n}]'
            )
        elif n % 5 == 1:
            marks.append(f"[Statement {n} from nobody.]{{.unsourced}}[^s{n}]")
        else:
            marks.append(f"[Statement {n} of a voice.]{{.sourced by=v{n % voices}}}[^s{n}]")
    notes = "\n".join(f"[^s{n}]: Note {n}." for n in range(statements))
    front = f"title: Of a size\noriginal: {{publisher: P}}\nrights: own\nvoices:\n{names}"
    people = "annotators: [{name: a}]"
    return analysed(f"---\n{front}\n{people}\n---\n\n" + "\n\n".join(marks) + f"\n\n{notes}\n")
