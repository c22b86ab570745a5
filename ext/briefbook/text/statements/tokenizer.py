"""A block of text made into tokens, and the tokens into sentences."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefbook.text.lang.sentences import ABBREVIATIONS, sentence_ends
from briefbook.text.statements.cues import CUES, VERBS, Cue
from briefbook.text.statements.names import is_name
from briefbook.text.statements.phrases import DOMAINS
from briefbook.text.statements.tokens import SENTENCE_ENDS, Tokens
from briefbook.text.statements.verbs import is_verb
from briefbook.text.statements.words import Tag, tag_within, tag_word

if TYPE_CHECKING:
    from briefbook.text.statements.quotation import Quoted
    from briefbook.text.statements.tokens import Range

_TOKEN = re.compile(
    r"(?:[DRI]-)?(?:[A-Za-z]\.){2,}(?:-\w+)*"  # U.S., U.S.-Russia, a.m.
    rf"|\b(?:[DRI]-)?(?:{'|'.join(sorted(ABBREVIATIONS))})\.(?=[\s,)])"
    r"|\b[A-Z]\.(?=\s+[A-Z])"  # an initial
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?\b"
    r"|\w+(?:[-'\u2019&/]\w+)*"
    rf"(?:\.\d+|(?:\.[\w-]{{1,60}}){{0,2}}\.(?:{'|'.join(sorted(DOMAINS))})(?![\w-]|\.\w))?"
    r"['\u2019]?"  # Ferryline.com
    r"|\.{2,}|--+|[^\w\s]"
)
"""Alternatives start on different characters or fail within one word: no backtracking."""

_OPENING = frozenset(".!?:;\u2026\u2014\u2013-\u2022([")
"""Marks after which a capital may be the sentence's rather than a name's."""


def tokenize(text: str, lo: int, hi: int, spans: list[Quoted]) -> Tokens:
    """The tokens of ``text[lo:hi]`` with ``spans``, which lie in it in order, as tokens."""
    tokens = Tokens()
    word, start, end, tag = tokens.word, tokens.start, tokens.end, tokens.tag
    at = lo
    opens = True
    for span in (*spans, None):
        stop = span.start if span else hi
        for match in _TOKEN.finditer(text, at, stop):
            token = match[0]
            begins = match.start()
            word.append(token)
            start.append(begins)
            end.append(begins + len(token))
            first = token[0]
            if first.isalnum() or first == "_":
                tag.append(tag_word(token) if opens else tag_within(token))
                opens = False
            elif first == "%" and tag and tag[-1] & Tag.NUMBER:
                tag.append(Tag.WORD | Tag.NUMBER)
            else:
                tag.append(Tag.PUNCTUATION)
                opens = token in _OPENING
        if span:
            at = span.end
            opens = span.last != ","
            name = is_name(text, span, tokens)
            if not name:
                tokens.quoted[len(word)] = span
            word.append("\u201c\u201d")
            start.append(span.start)
            end.append(span.end)
            comma = span.last == ","
            tag.append(Tag.WORD | Tag.CAPITAL if name else Tag.QUOTED | (Tag.COMMA if comma else 0))
            if name and comma:
                word.append(",")
                start.append(span.inner_end - 1)
                end.append(span.inner_end)
                tag.append(Tag.PUNCTUATION)
    return tokens


_LONGEST = 400
"""Tokens after which a sentence is cut: what is looked for within one stays bounded."""


def sentences(tokens: Tokens, text: str, lo: int, hi: int) -> list[Range]:
    """The sentences of ``text[lo:hi]`` as ranges of its tokens, end-exclusive.

    What ends within a quotation, itself one token, ends none here; nor does a quotation where what
    follows only attributes it: "Why?" Jane Doe asked; "Why not." Jane Doe said to cheers.
    """
    tag = tokens.tag
    openings = {one.start for one in sentence_ends(text, lo, hi)}
    begins = [i for i in range(1, len(tokens)) if tokens.start[i] in openings]
    ends = dict(pairwise([*begins, len(tokens)]))
    ranges: list[Range] = []
    first = 0
    for i in range(1, len(tokens)):
        opens = i in ends
        if opens and tag[i - 1] & Tag.QUOTED:
            stop = tokens.quoted[i - 1].last == "."
            opens = not _attributes(tokens, i, ends[i], alone=stop)
        if opens or i - first > _LONGEST:
            ranges.append((first, i))
            first = i
    if tokens.word:
        ranges.append((first, len(tokens)))
    return ranges


_WITHIN_ATTRIBUTION = 20
"""Tokens in which "Why?" Jane Doe of the union asked has to reach its verb."""


def _attributes(tokens: Tokens, i: int, hi: int, *, alone: bool) -> bool:
    """Whether a clause of saying opens at token ``i``; ``hi`` ends the sentence.

    ``alone`` asks that it says nothing else, as behind a full stop.
    """
    for k in range(i, min(hi, i + _WITHIN_ATTRIBUTION)):
        tag = tokens.tag[k]
        verb = is_verb(tokens, k)
        if tag & Tag.CUE and not tag & Tag.CAPITAL and (k == i or verb):
            return not alone or (k > i and _says_nothing_else(tokens, k, hi))
        if verb and not alone and k > i and tag & Tag.VERB:
            return _ends_clause(tokens, k + 1)  # "Why?" Jane Doe snorted, leaving the hall
        if tag & (Tag.QUOTED | Tag.AUXILIARY) or verb:
            return False
        if tokens.word[k] in SENTENCE_ENDS:
            return False
    return False


def _says_nothing_else(tokens: Tokens, k: int, hi: int) -> bool:
    """Whether only when, where and to whom stand behind the verb of saying at ``k``."""
    takes = VERBS[tokens.word[k].lower()].takes
    if not CUES[tokens.word[k].lower()] & Cue.SAY or not takes:
        return False  # "Why not." The crowd nodded.
    if k + 1 >= hi:
        return True
    tells_where = tokens.tag[k + 1] & (Tag.TIME | Tag.ADVERB | Tag.PREPOSITION)
    if not (tells_where or "listener" in takes or _ends_clause(tokens, k + 1)):
        return False
    return not any(
        tokens.tag[m] & (Tag.QUOTED | Tag.SUBORDINATOR | Tag.RELATIVE)
        or tokens.word[m] == ":"
        or is_verb(tokens, m)
        for m in range(k + 1, hi)
    )


def _ends_clause(tokens: Tokens, k: int) -> bool:
    return k >= len(tokens) or tokens.word[k] == "," or tokens.word[k] in SENTENCE_ENDS
