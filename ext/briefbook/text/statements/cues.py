"""The words that attribute: verbs of saying, with their forms made by rule.

The lists are of lemmas, chosen by judgement and checked against how often PolNeAR's training part
attributes with them. Two classes matter to the rules: what takes a clause or a direct quotation
("say"), and what speaks of something and so holds quoted fragments at most ("praise").
"""

from __future__ import annotations

from typing import Final

from briefbook.text.statements.wordlist import words

SAY = words(
    """
    acknowledge acquiesce add admit advertise advise advocate affirm agree allege analogize
    announce answer anticipate argue articulate ask assert assure attest aver avow bark beg
    begin bellow bemoan blog blurt boast brag caption caution chant charge chide chime chuckle
    claim clarify coach coax comment complain concede conclude concur confess confide confirm
    contend continue coo counsel counter crow cry deadpan declare decree demand demur deny
    dictate disclose divulge drawl editorialize ejaculate elaborate email emphasise emphasize
    enthuse estimate exclaim exhort explain explicate extol exult forecast fret gloat grin gripe
    groan grouse growl grumble grunt guess gush hint hiss holler hope hypothesize implore imply
    inform inquire insinuate insist instruct interject interrupt intimate intone inveigh jest
    joke jot lament laugh maintain make marvel mention message moan mumble murmur muse mutter nod
    note object observe offer opine order philosophize plead pledge point ponder pontificate
    posit post pray preach predict press proclaim prod profess promise pronounce propose protest
    query quip quote rail rant rasp read reaffirm reason reassert reassure rebut recall reckon
    recommend recount reflect reiterate rejoice rejoin relate relay remark remind repeat reply
    report request respond retort retweet reveal roar rumble ruminate say scoff scold scrawl
    scream scribble shout shriek shrug sigh signal sing slur smile snap snarl sneer sniff snipe
    sob specify speculate sputter stammer state stipulate stress stutter submit suggest sum
    summarise summarize surmise swear taunt tease telegraph tell testify text theorise theorize
    threaten thunder tout tweet underline underscore urge utter vent venture volunteer vouch vow
    wail warble warn whine whisper wonder worry write yell
    """
)

ACT = words(
    """
    accuse address admonish apologise apologize applaud approve assail attack attribute bash
    bemoan berate bestow blame blast brand call caricature cast castigate celebrate censure
    challenge champion characterise characterize chastise cite classify coin commend compare
    concern condemn congratulate consider credit criticise criticize decry deem defend define
    deliver demean demonize denigrate denounce depict deplore deride describe detail diagnose
    disagree disavow discuss dismiss disown disparage dispute doubt dub echo embrace endorse
    envision evoke exaggerate excoriate express fault favor favour feature flaunt frame hail
    hammer herald highlight honor honour identify imagine insult invoke issue joke knock label
    lambast lambaste lash laud lay lecture liken list mischaracterize misquote mock mull name
    oppose outline paint paraphrase parody peg pitch plug portray praise present promote push
    put qualify question quote raise rap rate rebuke recognise recognize refer reference regard
    reject release renounce reprimand repudiate ridicule rip roast salute scorn send shame share
    skewer slam slap smear speak spell spout style summon support tackle tag talk tar term thank
    threaten title toast touch trash trumpet upbraid view vilify voice warn welcome
    """
)

THINK = words(
    """
    assume believe calculate conclude consider decide demonstrate determine discover doubt dream
    envision expect fear feel figure find foresee gauge hate hope imagine indicate know learn
    like love mean need poll prefer project realise realize regard remember see seek show
    suppose suspect think understand want wish
    """
)

_IRREGULAR = {
    "say": "says said saying said",
    "tell": "tells told telling told",
    "write": "writes wrote writing written",
    "read": "reads read reading read",
    "speak": "speaks spoke speaking spoken",
    "begin": "begins began beginning begun",
    "swear": "swears swore swearing sworn",
    "put": "puts put putting put",
    "cast": "casts cast casting cast",
    "send": "sends sent sending sent",
    "make": "makes made making made",
    "lay": "lays laid laying laid",
    "think": "thinks thought thinking thought",
    "feel": "feels felt feeling felt",
    "know": "knows knew knowing known",
    "find": "finds found finding found",
    "see": "sees saw seeing seen",
    "understand": "understands understood understanding understood",
    "mean": "means meant meaning meant",
    "seek": "seeks sought seeking sought",
    "show": "shows showed showing shown",
    "foresee": "foresees foresaw foreseeing foreseen",
    "sing": "sings sang singing sung",
    "forecast": "forecasts forecast forecasting forecast",
    "slam": "slams slammed slamming slammed",
    "spell": "spells spelled spelling spelt",
    "dub": "dubs dubbed dubbing dubbed",
}
"""Third person, past, -ing form and participle, where the rules of spelling do not give them."""

_VOWELS = frozenset("aeiou")
_DOUBLED = words(
    """
    admit blog brag concur demur dub grin jot nod peg plug quip rap rebut refer rip slap slur
    snap sob submit sum tag tar
    """
)


def _forms(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, -ing form and past participle of ``lemma``, by the rules of spelling."""
    given = _IRREGULAR.get(lemma)
    if given:
        third, past, present, participle = given.split()
        return third, past, present, participle
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith("ee") else lemma[:-1]
        past = lemma + "d"
        return lemma + "s", past, stem + "ing", past
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        past = lemma[:-1] + "ied"
        return lemma[:-1] + "ies", past, lemma + "ing", past
    if lemma in _DOUBLED:
        past = lemma + lemma[-1] + "ed"
        return lemma + "s", past, lemma + lemma[-1] + "ing", past
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, lemma + "ed", lemma + "ing", lemma + "ed"


class Cue:
    """What a word form can do as a cue: bits of a plain int, since enum flags are slow to test."""

    SAY: Final = 1  # takes a clause or a direct quotation
    ACT: Final = 2  # speaks of something; holds quoted fragments
    THINK: Final = 4
    FINITE: Final = 8  # can be the verb of a clause
    PARTICIPLE: Final = 16  # an -ing form
    PASSIVE: Final = 32  # a past participle
    BASE: Final = 64  # the lemma itself: an infinitive, or the present of a plural subject
    THIRD: Final = 128  # the -s form
    PAST: Final = 256
    NOUN: Final = 512


def _lexicon() -> tuple[dict[str, int], dict[str, str]]:
    kinds: dict[str, int] = {}
    lemmas: dict[str, str] = {}
    for kind, members in ((Cue.SAY, SAY), (Cue.ACT, ACT), (Cue.THINK, THINK)):
        for lemma in sorted(members):
            third, past, present, participle = _forms(lemma)
            for form, use in (
                (lemma, Cue.FINITE | Cue.BASE),
                (third, Cue.FINITE | Cue.THIRD),
                (past, Cue.FINITE | Cue.PAST),
                (present, Cue.PARTICIPLE),
                (participle, Cue.PASSIVE),
            ):
                kinds[form] = kinds.get(form, 0) | kind | use
                lemmas.setdefault(form, lemma)
    return kinds, lemmas


CUES, LEMMAS = _lexicon()
"""Every form of every cue verb: what it can do, and its lemma."""


NOUN_CUES = words(
    """
    accusation accusations admission advice allegation allegations announcement answer answers
    appeal argument arguments assertion assertions assessment assumption assurance attack
    attacks boast call calls caption catchphrase challenge chant chants charge charges claim
    claims column comment comments complaint complaints concern concerns conclusion contention
    criticism declaration definition demand demands denial denunciation description dictum
    editorial email emails endorsement essay estimate explanation insistence interview joke
    jokes letter line mantra memo message motto note observation opinion phrase plea pledge post
    prediction predictions promise promises pronouncement proposal question questions quip quote
    quotes recommendation refrain remark remarks reply report request response rhetoric slogan
    speech statement statements suggestion testimony threat threats tweet tweets view views vow
    warning warnings words
    """
)
"""Nouns that attribute what follows to whoever's they are."""
