"""The words that the generated articles are built from, all of our own making."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """What an article can be about."""

    topic: str
    """The topic in the front matter."""
    frame: str
    """The frame in the front matter, an id of the codebook."""
    nouns: tuple[str, ...]
    """Things that its sentences speak of."""
    deeds: tuple[str, ...]
    """What happens to them, after “the …”."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


THEMES = (
    Theme(
        "transport",
        "capacity-and-resources",
        _words(
            "ferry|tram|bus stop|cable car|cycle lane|lift bridge|railcar|ticket booth|timetable|"
            "canal boat|night train|roundabout"
        ),
        _words(
            "left eleven minutes late|was moved to another street|ran without a conductor|"
            "stood empty until noon|changed its route in spring|carried more riders than last year"
        ),
    ),
    Theme(
        "school",
        "quality-of-life",
        _words(
            "canteen|spelling contest|school garden|homework club|chemistry room|choir|library card|"
            "playground|timekeeper|sports day|noticeboard|reading corner"
        ),
        _words(
            "opened with a short speech|was painted green over the holidays|lost its best drawer|"
            "drew forty pupils on the first day|closes an hour earlier now|won a small prize"
        ),
    ),
    Theme(
        "local government",
        "political",
        _words(
            "budget|council seat|petition|by-law|town clerk’s office|ballot box|planning map|minute book|"
            "market licence|committee|public hearing|drainage plan"
        ),
        _words(
            "passed by two votes|went back to the drawing board|was read out twice|"
            "gathered dust for a decade|costs more than the last one|lacks a signature"
        ),
    ),
    Theme(
        "wildlife",
        "cultural-identity",
        _words(
            "heron|badger sett|moth count|otter|hedgehog tunnel|swift box|reed bed|bat roost|pond|"
            "orchard|beaver dam|snail race"
        ),
        _words(
            "returned after nine winters|was counted from a rowing boat|moved downstream|"
            "doubled within a year|kept a builder waiting|was seen near the weir"
        ),
    ),
    Theme(
        "technology",
        "economic",
        _words(
            "robot mower|weather station|parking app|server room|speaking clock|drone|solar roof|"
            "battery shed|ticket machine|sensor|translation desk|radio mast"
        ),
        _words(
            "stopped working on its second day|learned the names of all streets|needs a new cable|"
            "was switched off overnight|answers in three languages|cost less than planned"
        ),
    ),
    Theme(
        "health",
        "health-and-safety",
        _words(
            "clinic|dentist’s chair|walking group|first-aid box|night pharmacy|vaccine fridge|eye test|"
            "nurse’s round|sleep study|bandage stock|waiting room|soup kitchen"
        ),
        _words(
            "treats ninety people a week|was short of staff in May|moved to the old mill|"
            "opened its doors to visitors|has a longer queue than before|was tested by volunteers"
        ),
    ),
    Theme(
        "sport",
        "fairness-and-equality",
        _words(
            "rowing club|chess table|goalkeeper|relay team|skating rink|marathon|tennis court|swimming gala|"
            "referee|league cup|archery range|trampoline"
        ),
        _words(
            "finished ahead of the favourites|was left off the list|lost by a single point|"
            "trained in the rain|drew the largest crowd so far|changed its rules twice"
        ),
    ),
    Theme(
        "law",
        "legality-constitutionality-and-jurisprudence",
        _words(
            "lease|fence dispute|appeal|small-claims court|witness list|parking fine|fishing right|contract|"
            "evidence bag|noise order|boundary stone|jury room"
        ),
        _words(
            "was put off until autumn|rests on a letter of 1911|ended in a handshake|"
            "filled two folders|was settled outside the court|surprised both neighbours"
        ),
    ),
    Theme(
        "food",
        "public-opinion",
        _words(
            "bakery|cheese stall|jam contest|seed bank|pizza oven|farm shop|honey jar|mill wheel|"
            "dumpling stand|vegetable box|salt works|tea room"
        ),
        _words(
            "sold out before ten|is run by three cousins|smelled of cinnamon all week|"
            "was judged by a panel of nine|raised its prices twice|uses flour from next door"
        ),
    ),
    Theme(
        "weather",
        "security-and-defense",
        _words(
            "storm drain|flood gate|snow plough|heat shelter|rain gauge|siren|sandbag wall|river warden|"
            "lightning rod|fog signal|hail net|tide table"
        ),
        _words(
            "held through the night|was tested on a dry day|failed at high water|"
            "woke the whole street|stands where the old one stood|is checked by hand"
        ),
    ),
    Theme(
        "culture",
        "morality",
        _words(
            "puppet theatre|brass band|museum cellar|poetry bench|film night|carnival float|organ pipe|"
            "mosaic|village play|street mural|bell tower|record shop"
        ),
        _words(
            "was restored by a retired plumber|opened without an announcement|fell silent in June|"
            "drew praise from visitors|hangs upside down|was rehearsed in a barn"
        ),
    ),
    Theme(
        "housing",
        "policy-prescription-and-evaluation",
        _words(
            "tower block|rent register|courtyard|roof terrace|building site|stairwell|tenants’ desk|"
            "boiler house|brick wall|allotment|window frame|garden shed"
        ),
        _words(
            "was measured again in March|stays unfinished|has new owners since Monday|"
            "leaks when the wind turns|was promised to four families|takes longer than agreed"
        ),
    ),
)

LOADED = tuple(
    pair.partition(":")[::2]
    for pair in _words(
        "shabby:old|glorious:new|crumbling:worn|gleaming:clean|bloated:large|tiny:small|doomed:late|"
        "beloved:well-known|notorious:well-known|humble:small|reckless:quick|timid:careful|"
        "magical:unusual|botched:unfinished|splendid:good|hopeless:slow|heroic:long|"
        "laughable:short|proud:old|secretive:closed|ruinous:costly|generous:free|grim:grey|"
        "radiant:bright|stubborn:firm|sluggish:slow|dazzling:bright|forlorn:empty|"
        "unloved:little used|legendary:old|cursed:closed|flawless:tested|wretched:broken|"
        "cosy:small|monstrous:tall|sleepy:quiet|thriving:growing|ailing:shrinking|"
        "miraculous:unexpected|scandalous:disputed|greedy:expensive|noble:unpaid|"
        "chaotic:busy|pristine:clean|bitter:long|bold:new|feeble:weak|triumphant:finished|"
        "toothless:limited|ghastly:unusual|charming:small|brutal:sudden|faceless:distant|"
        "plucky:small|lavish:large|stale:old|visionary:planned|pointless:disputed|"
        "spotless:clean|mysterious:unexplained|swollen:large|mighty:large|so-called:new|"
        "once-great:older|dreary:plain|lucky:chosen|clumsy:slow|priceless:old"
    )
)
"""Words that judge, with words that only describe."""

OBJECTS = _words(
    "the cost of repairs|the view from the hill|an old promise|the queue at the gate|a missing key|"
    "the price of bread|the noise at night|a letter to the editor|the opening hours|a loan of 1987|"
    "the number of visitors|a quarrel between neighbours|the last inspection|the new rota|"
    "a broken pump|the festival week|the colour of the doors|a promise of help|the winter stores|"
    "the state of the steps|a draft agreement|the second survey|the water bill|a gift from abroad|"
    "the missing minutes|a change of plan|the summer heat|the oldest tree|a leaflet in every letterbox|"
    "the rules for dogs|the school run|a wager among friends|the first frost|the smell of paint"
)

TIMES = _words(
    "On Monday|On Tuesday evening|Last spring|Before the holidays|Since the flood|In early June|"
    "On the third attempt|After the vote|Within a fortnight|At low tide|During the fair|By lunchtime|"
    "On market day|Just after dawn|Halfway through the season|For the ninth time"
)

ATTRIBUTIONS = tuple(
    pair.partition(":")[::2]
    for pair in _words(
        "boasted:said|admitted:said|claimed:said|sneered:said|insisted:said|gushed:said|fumed:said|"
        "conceded:said|thundered:said|whined:said|crowed:said|confessed:said"
    )
)
"""Verbs of saying that judge, with a plain one."""

PLAIN_CUES = _words("said|says|told the paper|writes|explained|added|reports|noted")

TAILS: dict[str, tuple[str, ...]] = {
    name: _words(phrases)
    for name, phrases in {
        "guilt-by-association": "just as the swindlers of Rook Street did|in the manner of every failed scheme before|like the gang that emptied the till",
        "doubt": "if such people can be trusted at all|for whatever their word is worth|should anyone still believe the figures",
        "appeal-to-hypocrisy": "though its critics do the very same|from people who never kept the rule themselves|while those who complain park there too",
        "questioning-the-reputation": "after years of muddle and broken promises|from an office known for losing things|with a record that speaks for itself",
        "flag-waving": "as befits a true child of the valley|for the honour of the whole county|because our people always stand together",
        "appeal-to-authority": "and a famous professor agrees|as a former minister once remarked|and even the champion says so",
        "appeal-to-popularity": "as everybody in town already knows|and nine in ten cannot be wrong|like all sensible households",
        "appeal-to-fear-prejudice": "or no child will be safe again|before strangers take the rest|and the next disaster is waiting",
        "appeal-to-values": "for the sake of plain decency|as freedom demands|out of respect for our grandparents",
        "straw-man": "since opponents want every door locked for good|because some would ban all fun|as those who hate progress wish",
        "red-herring": "and the mayor’s cat has a new collar|while the band played rather well|and the soup was excellent",
        "whataboutism": "but nobody asks about the other bank|and what of the lighthouse|though the neighbours did far worse",
        "causal-oversimplification": "all because of one careless email|and the new paint alone is to blame|simply since the shop closed",
        "false-dilemma-no-choice": "so it is this or ruin|with no other way left|either now or never",
        "consequential-oversimplification": "and soon there will be no town left|which ends with empty shops everywhere|the first step towards chaos",
        "slogans": "Forward together|Hands off our harbour|Fair share and fair square",
        "conversation-killer": "and that is all there is to say|it is what it is|end of story",
        "appeal-to-time": "and the clock is ticking|now, before it is too late|for tomorrow will be too late",
        "obfuscation-vagueness-confusion": "within a framework of ongoing processes|subject to certain developments|in terms of going forward",
        "repetition": "again, again and again|late, late, late|more and more and more",
        "distancing-quotes": "as the ‘experts’ call it|with so-called ‘care’|in the name of ‘order’",
        "unnamed-source": "according to people close to the matter|as insiders tell it|some observers believe",
        "agentless-passive": "after mistakes were made|once the papers had been lost|when it was decided",
        "presupposition": "now that the damage is done|ever since the decline began|before the cover-up ends",
        "hedge": "or so it would appear|in all likelihood perhaps|it might well seem",
    }.items()
}
"""Ends of sentences, by technique."""

WORD_TECHNIQUES = ("loaded-language", "name-calling-labeling", "exaggeration-minimisation")
"""What a single loaded word can be marked as."""

INFERENCES: dict[str, tuple[str, ...]] = {
    "interpretation": _words(
        "The {thing} shows what {object} really means|The {thing} explains {object}"
    ),
    "motive": _words(
        "{name} must have wanted the {thing} for years|{name} was thinking of the {thing}"
    ),
    "prediction": _words(
        "The {thing} will decide {object}|Nobody will speak of the {thing} by winter"
    ),
    "generalisation": _words("One {thing} always brings the next|Every town has its {thing}"),
    "evaluation": _words(
        "It was the finest {thing} since {object}|The {thing} matters more than {object}"
    ),
    "question": _words("Who will pay for the {thing}|How long can the {thing} outlast {object}"),
}
"""Sentences of the writer’s own, by kind."""

FIRST_NAMES = _words(
    "Ada|Bram|Celyn|Dorrit|Edda|Fenn|Greta|Hanno|Isla|Jory|Kester|Linnet|Marlo|Nessa|Orrin|Pella|Quill|"
    "Rosalind|Silas|Tamsin|Ulla|Verity|Wilf|Xanthe|Yorick|Zelda|Alba|Bodo|Clover|Dagny|Elric|Flora"
)
SURNAME_STARTS = _words(
    "Ash|Bell|Crab|Dun|Elm|Fal|Gar|Hob|Ing|Jar|Kel|Lam|Mal|Nor|Oak|Pen|Quar|Rud|Sel|Tarn|Ump|Vel|Wether|Yar|Zim"
)
SURNAME_ENDS = _words(
    "acre|bright|combe|dale|ery|fold|grove|hurst|ing|kin|lock|mere|nock|over|pike|quist|ridge|stead|thorn|"
    "under|vane|wick|yard|ault|elby"
)
NAME_MIDDLES = _words("a|al|am|an|ar|el|en|er|es|et|i|il|in|is|it|o|ol|on|or|os|u|ul|un|us|y")
PLACE_STARTS = _words(
    "Amber|Bracken|Copper|Drift|Ember|Fallow|Gorse|Hazel|Iron|Juniper|Kettle|Larch|Marsh|Nettle|Otter|"
    "Pebble|Quarry|Rushen|Saffron|Thistle|Under|Violet|Willow|Yarrow|Zephyr|Barley|Cinder|Dapple|Elder|Fossil"
)
PLACE_ENDS = _words(
    "bay|bourne|bridge|cliff|cross|den|field|ford|gate|haven|hill|holme|mouth|ness|port|quay|reach|sett|"
    "shaw|stow|ton|vale|water|well|wharf"
)
PAPERS = _words(
    "Advertiser|Bugle|Chronicle|Courier|Dispatch|Echo|Gazette|Herald|Lantern|Observer|Post|Review"
)

ROLES = _words(
    "harbour master|caretaker|town clerk|retired nurse|bus driver|beekeeper|shop owner|school cook|surveyor|"
    "chair of the residents’ group|apprentice baker|night warden|council member|lock keeper|music teacher"
)
BODIES = _words("Council|Residents’ League|Water Board|Traders’ Guild|Rowing Society|School Trust")
DOCUMENTS = _words("Report|Survey|Audit|Minutes|Register")
STAKES = (
    ("party", "What is decided here touches their own pocket."),
    ("interested", "They hope for one of the outcomes."),
    ("independent", "They win and lose nothing by it."),
    ("unknown", "The text does not say what they stand to gain."),
)

NOTES: dict[str, tuple[str, ...]] = {
    "sourced": _words(
        "{name} is named, so there is somebody to ask about {object}|"
        "The words come from {name}, and the {thing} could be looked up|"
        "One voice, {name}; nobody else speaks of {object}|"
        "We learn what {name} holds of the {thing}, and not why"
    ),
    "unsourced": _words(
        "Told as a fact; a look at the {thing} would settle it|"
        "Nobody is named for it, though {object} left papers behind|"
        "A clerk in {place} could check this within a day|"
        "It may well be so; how the writer knows of {object} stays open"
    ),
    "inferred": _words(
        "The writer’s own step, from the {thing} to {object}|"
        "Nobody in {place} is quoted as saying so|"
        "Another reader could look at the {thing} and conclude less|"
        "It goes beyond what was counted in {place}"
    ),
    "word": _words(
        "“{word}” judges the {thing}; “{plain}” describes it|"
        "With “{plain}” the sentence says as much, and sounds calmer|"
        "How {word} it was depends on who looks at {object}|"
        "The {thing} is the same with “{plain}” in front of it"
    ),
    "tail": _words(
        "It adds a push, and nothing about the {thing}|"
        "Leave it out, and the {thing} stays as it was|"
        "Ask what these words say of {object}: little|"
        "No reader in {place} could check this part"
    ),
    "attribution": _words(
        "“{word}” tells us what to think of {name}; “{plain}” does not|"
        "The verb passes judgement before {name} has finished"
    ),
}
"""Notes, by what they are about."""

MISSING = _words(
    "Anyone who uses the {thing}|What the {thing} cost|A voice from {place} beyond the office|"
    "The figures for {object}|What happened to {object} afterwards|Who counted, and when"
)
QUESTIONS = _words(
    "Who gains if the reader believes {statement}?|What does {statement} rest on, and is it enough?|"
    "Which words of {statement} could you leave out?|Who could have told us more about {object}?"
)
STANDARDS = ("RI.6.8", "RI.7.6", "RI.8.4", "RI.8.6", "RI.8.8", "NAMLE")
LEVELS = ("12-14", "14-16", "16-18")
GENRES = _words("news report|opinion|press release as news|feature")
