"""Words by what they do in a sentence: the closed classes, and shape where no list can help."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from briefbook.text.statements.cues import CUES, Cue
from briefbook.text.statements.wordlist import words


class Tag:
    """What a token can be: bits of a plain int, since enum flags are slow to test."""

    QUOTED: Final = 1  # a whole quoted span, taken as one token
    CAPITAL: Final = 2
    PRONOUN: Final = 4  # he, she, they … as a subject
    DETERMINER: Final = 8
    RELATIVE: Final = 16  # who, which, that
    PREPOSITION: Final = 32
    COORDINATOR: Final = 64
    AUXILIARY: Final = 128
    ADVERB: Final = 256  # may stand between a subject and its verb
    SUBORDINATOR: Final = 512  # opens a clause: because, as, when, what
    TIME: Final = 1024
    VERB: Final = 2048  # a verb form that is no cue
    CUE: Final = 4096
    NUMBER: Final = 8192
    PUNCTUATION: Final = 16384
    PARTICIPLE: Final = 32768  # an -ing form
    OBJECT: Final = 65536  # him, them, himself
    POSSESSIVE: Final = 131072  # ends in an apostrophe and s
    WORD: Final = 262144
    COMMA: Final = 524288  # a quoted span that ends with a comma


_CLOSED: dict[int, frozenset[str]] = {
    Tag.PRONOUN: words(
        """
        he she they it i we you he's she's they're it's i'm we're you're he'd she'd they've we've
        i've you've he'll she'll they'll they'd we'd i'd someone somebody everyone everybody
        anyone anybody nobody
        """
    ),
    Tag.OBJECT: words(
        """
        him them me us himself herself themselves itself myself ourselves yourself each-other
        everything nothing something anything
        """
    ),
    Tag.DETERMINER: words(
        """
        the a an this these those his her its their our my your some any many several few both all
        each every another other no most such whose either neither one
        """
    ),
    Tag.RELATIVE: words("who which that whom"),
    Tag.PREPOSITION: words(
        """
        of in to for on with at by from about against into through during over under between among
        amid across toward towards upon within without near behind beyond outside inside along
        alongside via per versus vs despite except like unlike regarding concerning including out
        up down off around above below throughout onto plus minus
        """
    ),
    Tag.COORDINATOR: words("and but or nor yet &"),
    Tag.AUXILIARY: words(
        """
        is was are were be been being am has had have having do does did will would can could may
        might must shall should isn't wasn't aren't weren't hasn't hadn't haven't doesn't don't
        didn't won't wouldn't can't couldn't shouldn't cannot mustn't 's 're 've 'll 'd
        """
    ),
    Tag.ADVERB: words(
        """
        also then later now again once often never ever always just even still already not only
        soon recently repeatedly reportedly famously previously earlier subsequently sometimes
        usually rather simply merely further instead thus hence therefore perhaps maybe almost
        nearly quite very too so first finally eventually long-ago since n't both all meanwhile
        there here nonetheless nevertheless moreover indeed specifically yes though similarly
        likewise long twice thrice yet else together separately afterward afterwards thereafter
        more
        """
    ),
    Tag.SUBORDINATOR: words(
        """
        because when while if as although though unless until whether what why how where whenever
        wherever whereas after before since than once whatever whoever however lest that so
        """
    ),
    Tag.TIME: words(
        """
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
        january february march april may june july august september october november december mon
        tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec mon. tue. tues.
        wed. thu. thurs. fri. sat. sun. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov.
        dec. morning afternoon evening night week month year weeks days months years hours ago
        """
    ),
    Tag.VERB: words(
        """
        went came made took got gave became left kept held brought sent met ran led won lost stood
        sat fell rose grew knew drew threw flew broke chose drove rode spent built bought caught
        fought taught paid hit cut set shut hurt spread quit bet lay lie lied goes comes makes
        takes gets gives becomes leaves keeps holds brings meets runs leads wins loses stands sits
        falls rises grows began begun sought let lets seems seemed appears appeared remains
        remained used uses tried tries started starts stopped turned turns moved moves lived
        worked works played wants needs happened looked looks helped followed fought dropped
        joined passed spoke speaks come opens closes talked talks do go get make take give be
        """
    ),
}

_ADVERB_NOT = words(
    """
    family ally rally reply supply assembly italy july emily kelly early daily weekly monthly
    billy molly sally beverly bully belly only friendly elderly likely ugly holy
    """
)

TITLES = words(
    """
    mr mrs ms dr sen rep gov gen lt col maj capt cmdr sgt rev prof hon pres sens reps mr. mrs.
    ms. dr. sen. rep. gov. gen. lt. col. maj. capt. cmdr. sgt. rev. prof. hon. pres. sens. reps.
    adm. president senator representative governor general secretary minister chancellor premier
    congressman congresswoman mayor judge justice chief director chairman chairwoman spokesman
    spokeswoman spokesperson professor king queen prince princess pope ambassador lady sir lord
    vice first former then-president
    """
)


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for tag, members in _CLOSED.items():
        for word in members:
            table[word] = table.get(word, 0) | tag
            if "'" in word:
                curly = word.replace("'", "\u2019")
                table[curly] = table.get(curly, 0) | tag
    for form, can in CUES.items():
        table[form] = table.get(form, 0) | Tag.CUE
        if can & Cue.PARTICIPLE:
            table[form] |= Tag.PARTICIPLE
    return table


_TABLE = _table()


@lru_cache(maxsize=1 << 16)
def tag_word(word: str) -> int:
    """What ``word`` can be, as bits of ``Tag``."""
    low = word.lower()
    tag = _TABLE.get(low)
    if tag is None:
        tag = 0
        if low[0].isdigit():
            tag = Tag.NUMBER
        elif low.endswith(("'s", "\u2019s", "s'", "s\u2019")):
            tag = Tag.POSSESSIVE
        elif word == low:
            if low.endswith("ly") and low not in _ADVERB_NOT:
                tag = Tag.ADVERB
            elif low.endswith("ing") and len(low) > 5:
                tag = Tag.PARTICIPLE
            elif low.endswith("ed") and len(low) > 4:
                tag = Tag.VERB
    if word[0].isupper():
        tag |= Tag.CAPITAL
    return tag | Tag.WORD


_NEVER_NAMES = Tag.AUXILIARY | Tag.CUE | Tag.VERB | Tag.ADVERB | Tag.PARTICIPLE | Tag.SUBORDINATOR


@lru_cache(maxsize=1 << 16)
def tag_within(word: str) -> int:
    """As ``tag_word``, for a word within its sentence: a capital there makes it a name."""
    tag = tag_word(word)
    return tag & ~_NEVER_NAMES if tag & Tag.CAPITAL else tag
