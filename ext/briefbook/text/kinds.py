"""The kinds that marks are of, each named as marks JSON names it."""

from __future__ import annotations

from enum import StrEnum


class BlockKind(StrEnum):
    """What a kept block is to the article."""

    TITLE = "title"
    """The publisher's headline, where the seed carries one."""
    STANDFIRST = "standfirst"
    """The summary below the headline, which is not the text's first paragraph."""
    SUBHEAD = "subhead"
    """A heading within the article, on a line of its own."""
    QUESTION = "question"
    """What an interview asks, on a line of its own."""
    BYLINE = "byline"
    CAPTION = "caption"
    """A photo's caption, its credit included."""
    PARAGRAPH = "paragraph"
    BULLET = "bullet"

    @property
    def is_text(self) -> bool:
        """Whether blocks of this kind are numbered (¶1, ¶2, …) as the article's running text."""
        return self in (BlockKind.PARAGRAPH, BlockKind.BULLET)


class DropReason(StrEnum):
    """Why characters of a seed are not shown as the article's text."""

    HEADER = "header"
    """The seed's own header, ``date YYYY-MM-DD``, and a byte order mark."""
    LAYOUT = "layout"
    """Line breaks, indents, blank lines, bullet marks: shown as layout, not as characters."""
    SIGN_UP = "sign-up"
    """An offer of a newsletter, an account or a subscription."""
    NAVIGATION = "navigation"
    """Menus, section names, skip links, breadcrumbs, page counters."""
    SHARING = "sharing"
    """Share and comment bars, icon names."""
    NOTICE = "notice"
    """Cookie, copyright, legal and form messages; what a paper says of itself and its authors."""
    ADVERTISEMENT = "advertisement"
    RELATED = "related"
    """Other stories: read more, teasers, lists of headlines."""
    TIMESTAMP = "timestamp"
    """When the page was published, updated or how long it takes to read."""
    COMMENTS = "comments"
    """Readers' comments and their form."""
    DUPLICATE = "duplicate"
    """A line that stands in the seed already."""
    EDITOR = "editor"
    """The sidecar's ``drop`` names the line."""


class SourceKind(StrEnum):
    """What kind of source a statement is attributed to."""

    PERSON = "person"
    """Somebody the text names."""
    INSTITUTION = "institution"
    """A body, and whoever speaks for it without a name."""
    ANONYMOUS = "anonymous"
    """People whose names are withheld: an official, aides, a person familiar with the matter."""
    GROUP = "group"
    """People nobody counted or named: residents, rebels, analysts."""
    DOCUMENT = "document"
    PUBLICATION = "publication"
    UNKNOWN = "unknown"

    @property
    def is_unnamed(self) -> bool:
        """Whether it is of people without names, of whom readers are told on what ground."""
        return self in (SourceKind.ANONYMOUS, SourceKind.GROUP)


class StatementKind(StrEnum):
    """How a statement reports its source's words."""

    QUOTE = "quote"
    """Verbatim, in quotation marks."""
    INDIRECT = "indirect"
    """Reported speech without quotation marks."""
