"""The one place where text from outside becomes MyST text.

Whatever a seed or the catalogue holds, `escape` gives MyST inline text that shows those characters
and nothing else: no element, role, link, comment or break comes of it; and `role` a role that shows
its text and means its target, or none. Both rely on two things that the page guarantees: the text
stands on one line, and something of the page's own opens that line.
"""

from __future__ import annotations

import re

from briefbook.text.characters import find_unfit, showable

# ASCII punctuation that opens some MyST inline syntax, anywhere on a line. Quotation marks, commas,
# full stops, hyphens and parentheses stay as they are, so that the page reads well.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&{}$#~^|]")

# Python's str.splitlines, which MyST uses on a directive's content, ends a line at these.
_LINE_ENDS = {"\u2028": "&#x2028;", "\u2029": "&#x2029;"}
_LINE_END = re.compile("[\u2028\u2029]")

# What a role's content cannot show, since nothing is escaped there. MyST ends it at the first
# backtick; Sphinx takes "words <target>" apart at the first angle bracket, the blanks before it
# lost, and drops a "!" at the beginning together with the link.
_WORDS = re.compile(r"(?![!\s])[^`<>]+(?<!\s)")
# Sphinx makes one blank of each stretch of white space in a target.
_TARGET = re.compile(r"[^\s`<>]+(?: [^\s`<>]+)*")


def escape(text: str) -> str:
    """MyST inline text that shows ``showable(text)``."""
    return escape_shown(showable(text))


def escape_shown(text: str) -> str:
    """MyST inline text that shows ``text``, all or a part of what ``showable`` gave."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return _LINE_END.sub(lambda match: _LINE_ENDS[match.group()], escaped)


def role(name: str, words: str, target: str) -> str | None:
    """The role ``name`` that shows ``words`` and points to ``target``; None where none can.

    ``name`` is ours. Neither is escaped: a role's content is taken as it stands.
    """
    fit = find_unfit(words) is None and find_unfit(target) is None
    if not fit or not _WORDS.fullmatch(words) or not _TARGET.fullmatch(target):
        return None
    content = words if words == target else f"{words} <{target}>"
    return f"{{{name}}}`{content}`"
