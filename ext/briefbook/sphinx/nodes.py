"""The project's own nodes.

Each is a subclass of a docutils node and carries what it says as ordinary children, so that a
builder which has never heard of it falls back to the base class's visitor (docutils looks visitors
up along the class hierarchy). HTML and PDF have visitors of their own for some of them.
"""

from __future__ import annotations

from docutils import nodes


class article_text(nodes.container):
    """All of an article's blocks, and their callouts and notes. One per article page.

    Children are blocks, bullet lists whose items hold blocks, and at the end orphaned annotations.
    """


class article_block(nodes.container):
    """A block of an article with what stands beside it; made by `join_blocks` as a page is read.

    Children: a paragraph (classes ``brief-title``, ``brief-caption``, ``brief-byline``,
    ``brief-standfirst``, ``brief-subhead``, ``brief-question``; none for the running text), then
    the callouts that concern it.
    """


class paragraph_number(nodes.reference):
    """First child of a numbered paragraph: a permanent link that adds no characters.

    Attributes: ``number`` (int, from 1), ``ids`` (``["p1"]``), ``refid`` (its own id).
    """


class date_mention(nodes.inline):
    """A resolved date. Attributes: ``value``, ``rule``, ``anchor``, ``alternative`` (or None)."""


class said(nodes.inline):
    """A piece of a source's words. Attribute: ``said``, the ids of the callouts that tell of it."""


class quotation(said):
    """Words quoted verbatim, without their quotation marks."""


class reported(said):
    """Words that the article tells in its own."""


class annotated(nodes.inline):
    """A piece of text that annotations target; none lies in another.

    Attributes: ``begins`` and ``ends`` (lists of numbers, ints from 1, as readers see them): the
    annotations whose passages begin with this piece, and those whose passages end with it and which
    show their numbers here. A passage may be several pieces in a row, where marks cross.
    """


class callout(nodes.admonition):
    """What stands beside the text: attributions and annotations. First child: a title."""


class source_callout(callout):
    """Who said it. (Docutils has an ``attribution`` of its own, below a block quotation.)

    Attributes: ``source`` (id), ``source_kind`` (a ``SourceKind`` value), ``source_name`` (as the
    index has it), ``docname`` (its page), ``rule`` (a ``SourceRule``: how the first statement's
    source was found). Children: a title (``brief-who``, what the passage calls
    the source, then what that is read as), then a paragraph of class ``brief-kind``
    ("anonymous · indirect"), then one of class ``brief-detail``, if there is more
    ("in its own readout, on Putin").
    """


class annotation(callout):
    """A reader's annotation.

    Attributes: ``number`` (int, from 1), ``motivation``, ``orphan`` and ``withdrawn`` (bool).
    Children: a title ("Note 1", "Erratum, note 2", "Reply of NATO, note 3"), the body, then a
    paragraph of class ``brief-byline``. One that is withdrawn has a title and one paragraph that
    says so.
    """


class provenance(nodes.admonition):
    """Where an article comes from. Children: a title, a ``brief-source-line`` paragraph (publisher
    and date), and a field list.

    Attributes: ``docname`` (its page), ``language`` (BCP 47, empty if not known), ``authors``
    (list), ``url`` (or None), ``file`` (its seed's path from the book's folder), ``has_sidecar``.
    """


class glance(nodes.container):
    """Key dates, bodies and sources at a glance.

    Children: containers, each a rubric and a bullet list; that of sources has a paragraph with the
    anonymous share.
    Attribute: ``line``, all of it in one line ("4 key dates · 4 bodies · 3 voices").
    """


class stand_in(nodes.container):
    """What a page says in the place of an article. Children: paragraphs."""


class versions(nodes.container):
    """Other versions of an article, or what has changed since. Children: paragraphs, a table."""


class removed(nodes.container):
    """The lines taken out of a seed.

    Attributes: ``total`` (int, lines), ``groups`` (list of ``(reason, first, last)`` runs, 1-based
    lines). Children: a paragraph that sums up, then a table of line, reason and text.
    """


class exports(nodes.General, nodes.TextElement):
    """A line of links to exported files, whose ``refuri`` is from the book's front page.

    Filled in where files are written, and taken out elsewhere, before anything is.
    """


class aggregate(nodes.General, nodes.Element):
    """A place that is filled from the domain's data once all pages are read.

    Attributes: ``view`` (the name of what fills it), ``docname`` (its page), ``headword`` (of the
    body in whose entry it stands), ``part`` (of a divided index).
    """


class more(nodes.container):
    """What is folded away in HTML, after the `summary_line` that says so."""


class summary_line(nodes.paragraph):
    """What stays in sight of a part that is folded away."""


class timeline(nodes.General, nodes.Element):
    """The dates of a page drawn along an axis; made for the web alone.

    Attributes: ``marks`` (tuples of a TIMEX3 value, its mentions, whether it lies ahead, what
    happens), ``newest`` (the ISO day that "ahead" is counted from), ``heads`` (the months and years
    that the page has heads of, as TIMEX3).
    """


class choices(nodes.General, nodes.Element):
    """What the page below shows is chosen here, by style alone; made for the web alone.

    Attributes: ``group`` (what opens the ids of its inputs), ``all`` (the words for no choice, and
    their number or None), ``groups`` (tuples of a head, whether it is folded, and choices: of each
    a slot, its words, a number or None, the class of a drawing or an empty string), ``checks``
    (pairs of a slot and words, which go with any choice).
    """


class share_bar(nodes.General, nodes.Element):
    """Shares of kinds of sources as one bar; made for the web alone, with the same in words beside.

    Attribute: ``counts`` (pairs of a ``SourceKind`` value and a number).
    """
