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
    anticipate ponder snipe intimate prod press coach acknowledge add admit advise affirm agree
    allege announce answer argue articulate ask assert assure attest aver avow bark beg begin
    bellow bemoan blog blurt boast brag caution charge chant chide claim clarify coax comment
    complain concede conclude concur confess confide confirm contend continue counsel counter
    crow cry declare demand demur deny dictate disclose divulge elaborate email emphasize
    emphasise enthuse estimate exclaim exhort explain exult fret gripe grouse growl grumble
    guess gush hint holler imply implore inform inquire insinuate insist instruct interject
    intone joke jest lament maintain marvel mention moan mumble murmur muse mutter note object
    observe offer opine order plead pledge point posit post pray preach predict proclaim profess
    promise pronounce propose protest quip rant rail reaffirm reason reassure rebut recall
    recite recommend recount reflect reiterate rejoin relate relay remark remind repeat reply
    report request respond retort reveal roar say scoff scold scream shout shriek sigh signal
    slur snap snarl sneer sniff speculate specify state stipulate stress submit suggest
    summarize summarise surmise swear sum taunt tease tell testify text theorize theorise
    threaten thunder tout tweet underline underscore urge utter venture volunteer vow wail warn
    whisper wonder worry write yell retweet reckon acquiesce advertise advocate analogize chime
    chuckle coo deadpan decree drawl ejaculate gloat grin groan grunt hiss inveigh laugh nod
    pontificate query quote rasp read reassert rejoice rumble shrug smile sob sputter stammer
    stutter vent vouch warble whine caption interrupt explicate hypothesize philosophize
    ruminate editorialize extol forecast hope complain sing cable fax telegraph message pen
    scrawl scribble jot sign type
    """
)

ACT = words(
    """
    mull herald accuse applaud approve assail attack attribute back bash berate blame blast
    brand call castigate caricature celebrate censure champion characterize characterise cite
    classify commend compare condemn congratulate credit criticize criticise decry deem defend
    define demonize denigrate denounce depict deplore deride describe diagnose disavow discuss
    dismiss disparage disown dispute doubt dub echo endorse evoke excoriate express fault frame
    hail identify invoke label lambast lambaste laud lay liken list lodge mock name oppose
    outline paint parody peg portray praise promote push quote rap rate rebuke refer reference
    reject repudiate ridicule salute savage scorn shame slam slap slate smear spell support
    style tag term thank title trash trumpet vilify voice warn welcome hammer rip knock pan
    skewer roast knock trash chastise admonish reprimand upbraid question challenge address
    apologize apologise bemoan bill bestow cast coin concern consider couch count deliver demean
    detail disagree embrace envision exaggerate favor favour flaunt highlight honor honour
    imagine insult issue joke lash lecture mischaracterize misquote needle paraphrase pitch plug
    present put qualify raise recognize recognise regard release renounce send share
    shoot speak spout summon talk threaten touch view vilify wave insert push feature tackle tar
    toast
    """
)

THINK = words(
    """
    believe think feel know hope expect want fear find figure understand suspect assume see
    conclude consider dream envision foresee imagine learn like love hate mean need prefer
    realize realise regard remember seek sense show suppose trust wish decide determine doubt
    demonstrate indicate project poll calculate discover gauge
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
    "lay": "lays laid laying laid",
    "shoot": "shoots shot shooting shot",
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
    "bestow": "bestows bestowed bestowing bestowed",
    "forecast": "forecasts forecast forecasting forecast",
    "slam": "slams slammed slamming slammed",
    "spell": "spells spelled spelling spelt",
    "pen": "pens penned penning penned",
    "hit": "hits hit hitting hit",
    "fire": "fires fired firing fired",
    "go": "goes went going gone",
    "make": "makes made making made",
    "give": "gives gave giving given",
    "take": "takes took taking taken",
    "come": "comes came coming come",
    "offer": "offers offered offering offered",
    "answer": "answers answered answering answered",
    "remember": "remembers remembered remembering remembered",
    "consider": "considers considered considering considered",
    "utter": "utters uttered uttering uttered",
    "mutter": "mutters muttered muttering muttered",
    "whisper": "whispers whispered whispering whispered",
    "wonder": "wonders wondered wondering wondered",
    "thunder": "thunders thundered thundering thundered",
    "volunteer": "volunteers volunteered volunteering volunteered",
    "murmur": "murmurs murmured murmuring murmured",
    "stammer": "stammers stammered stammering stammered",
    "stutter": "stutters stuttered stuttering stuttered",
    "sputter": "sputters sputtered sputtering sputtered",
    "holler": "hollers hollered hollering hollered",
    "counter": "counters countered countering countered",
    "endeavor": "endeavors endeavored endeavoring endeavored",
    "render": "renders rendered rendering rendered",
    "hammer": "hammers hammered hammering hammered",
    "honor": "honors honored honoring honored",
    "favor": "favors favored favoring favored",
    "savor": "savors savored savoring savored",
    "discover": "discovers discovered discovering discovered",
    "deliver": "delivers delivered delivering delivered",
    "comment": "comments commented commenting commented",
    "express": "expresses expressed expressing expressed",
    "email": "emails emailed emailing emailed",
    "reveal": "reveals revealed revealing revealed",
    "wail": "wails wailed wailing wailed",
    "rail": "rails railed railing railed",
    "hail": "hails hailed hailing hailed",
    "detail": "details detailed detailing detailed",
    "assail": "assails assailed assailing assailed",
    "groan": "groans groaned groaning groaned",
    "moan": "moans moaned moaning moaned",
    "bemoan": "bemoans bemoaned bemoaning bemoaned",
    "retort": "retorts retorted retorting retorted",
    "dub": "dubs dubbed dubbing dubbed",
    "visit": "visits visited visiting visited",
    "posit": "posits posited positing posited",
    "credit": "credits credited crediting credited",
    "exhibit": "exhibits exhibited exhibiting exhibited",
}
"""Third person, past, -ing form and participle, where the rules of spelling do not give them."""

_VOWELS = frozenset("aeiou")
_DOUBLED = words(
    """
    admit submit brag blog quip slur snap tag rap chat concur demur rip pan slap nod dub plug
    rebut sum pin jot sob rebut tar peg refer confer infer step drop grin
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
    appeal argument arguments assertion assertions assessment assurance assumption attack
    attacks boast call calls caption challenge chant chants charge charges claim claims column
    comment comments complaint complaints concern concerns conclusion contention criticism
    declaration definition demand demands denial denunciation description dictum email emails
    endorsement estimate explanation insistence joke jokes letter line mantra message motto note
    observation opinion phrase plea pledge post prediction predictions promise promises
    pronouncement proposal question questions quip quote quotes recommendation refrain remark
    remarks reply report request response rhetoric slogan speech statement statements suggestion
    testimony threat threats tweet tweets view views vow warning warnings words catchphrase
    editorial essay interview memo answer
    """
)
"""Nouns that attribute what follows to whoever's they are."""
