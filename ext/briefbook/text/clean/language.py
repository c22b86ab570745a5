"""Which language a text is in, by its function words; and what counts as one in any of them."""

from __future__ import annotations

import re
from collections import Counter

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to a in is that for on it with as was by at be this from are an or his "
        "which "
        "he not but has have had her they you were their been its will more would who than one all "
        "there when so up out if about into can said she we also no what some could other them "
        "after "
        "over most only may these just between then those such i my your our",
        "de": "der die das und in den von zu mit sich auf für ist im dem nicht ein eine als auch "
        "es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so "
        "zum "
        "war haben nur oder aber vor zur bis mehr durch man sein wurde wir ich des",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se "
        "ce il "
        "sont avec ou son aux été cette ses mais comme on nous elle leur je vous",
        "es": "de la que el en y a los se del las un por con una no para su es al lo como más pero "
        "sus o "
        "este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas "
        "foi ao "
        "ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até",
        "it": "di e il la che in a per un è del non con si una le da i al dei sono come della più "
        "nel "
        "alla gli anche ma ha lo dal delle nella questo se o ai su",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij "
        "nog "
        "uit wordt door naar heeft worden over hij ze wij ik tot werd",
        "pl": "i w na z że się nie do jest to o jak po za od przez a dla był są oraz jego ale co "
        "tym "
        "tego przed już ich być które który która",
        "cs": "a se v na že je s z do i to o k ve pro za by ale po jako od který jsou jeho není "
        "jen až při",
        "sl": "in je v na se da so za z ki pa ne po s bi tudi kot o iz ali od pri še že ter bo smo",
        "et": "ja on ei et see oma kui ka mis ta aga või ning oli tema kes selle välja üle pärast",
        "sv": "och i att det som en på är av för med den till inte har de ett om var vi men så "
        "från",
        "da": "og i at det som en på er af for med den til ikke har de et om var vi men så fra der",
        "ru": "и в не на что с по как это он а из к у за от но для о же так его все она бы до был",
        "uk": "і в не на що з по як це він а із до у за від але для про та його всі вона би був є",
        "tr": "ve bir bu da de için ile olarak çok olan daha en gibi ancak sonra kadar ise ne",
    }.items()
}

ANY_FUNCTION_WORD = frozenset().union(*FUNCTION_WORDS.values())

SAMPLE = 20_000
"""Characters: the function words of a page's worth of text settle its language."""

MIN_FOUND = 3
"""Function words; fewer may be names ("De Vries", "El Paso") in a text of another language."""

_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str | None:
    """The language of ``text`` as a BCP 47 tag, or None where too few function words tell it.

    Each function word counts for every language that has it, divided by how many have it, so that
    "de" and "a" decide little.
    """
    counts = Counter(_WORD.findall(text[:SAMPLE].lower()))
    scores: dict[str, float] = {}
    found: dict[str, int] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in words & counts.keys():
            shared = sum(word in others for others in FUNCTION_WORDS.values())
            scores[language] = scores.get(language, 0.0) + counts[word] / shared
            found[language] = found.get(language, 0) + counts[word]
    if not scores:
        return None
    best = max(sorted(scores), key=lambda language: scores[language])
    return best if found[best] >= MIN_FOUND else None
