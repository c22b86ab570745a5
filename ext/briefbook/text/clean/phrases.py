"""What pages say beside their articles, by reason: one line is one offer, one menu, one notice.

Every rule is about a whole line and holds for short ones only: a sentence of an article may speak
of cookies, newsletters and sharing as it likes. English, and the plainest forms of German, French,
Spanish, Portuguese, Italian, Dutch and Polish.

A line is taken for a reason if all its words are of that reason's vocabulary ("Share on Facebook",
"12 comments"), if it opens as such lines do, or if it holds words that nothing else holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefbook.text.model import DropReason

MAX_PHRASE = 240
"""Characters. Offers and notices are longer at times; articles' sentences then begin to match."""

MAX_VOCABULARY = 10
"""Words of a line that is judged by its vocabulary alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    reason: DropReason
    core: frozenset[str] = frozenset()
    """At least one word of the line is one of these, ..."""
    others: frozenset[str] = frozenset()
    """... and all others are of these, of ``core``, or numbers."""
    whole: re.Pattern[str] | None = None
    opens: re.Pattern[str] | None = None
    holds: re.Pattern[str] | None = None
    signs: frozenset[str] = frozenset()
    """Words and marks of which ``holds`` needs one: the search is dear, most lines hold none."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_SITES = (
    "facebook twitter whatsapp telegram linkedin reddit pinterest tumblr google email instagram "
    "youtube flipboard messenger skype weibo wechat bluesky mastodon tiktok digg stumbleupon "
    "evernote viber snapchat vkontakte odnoklassniki xing rss sms"
)

_TOPICS = _words(
    "weather entertainment lifestyle opinion opinions politics business sports sport tech "
    "technology health travel arts world news"
)

_RULES = (
    _Rule(
        reason=DropReason.SHARING,
        core=_words(
            f"{_SITES} share shares sharing shared tweet retweet teilen drucken partager imprimer "
            "compartir compartilhar compartilhe condividi udostępnij deel delen print bookmark "
            "repost"
        ),
        others=_words(
            "this it the on via to with by article story page post link links in a friend friends "
            "your followers follow us me like pin send save mail e x vk line click opens new "
            "window "
            "copy url options more or and button buttons show icon logo add artikel artículo sur "
            "par "
            "auf per su en no na plus pocket signal find join comment comments clip font size here "
            "threads k m text"
        ),
        opens=_any(
            r"(?:click|tap) to (?:share|e-?mail|print|tweet|copy)\b",
            rf"(?:follow|like|find|join|visit|"
            rf"connect with) [\w@ ]{{1,40}}\bon (?:{_SITES.replace(' ', '|')})\b",
            r"follow (?:us|me|@\w+|the author|this topic)\b",
            r"show more sharing",
            r"(?:copy link|link copied|copied to clipboard)\b",
            r"(?:chevron|arrow|caret|angle|icon|svg)[-_ ]\w{1,20}$",
            r"share (?:this|on|via|your)\b[^.]{0,60}$",
        ),
    ),
    _Rule(
        reason=DropReason.SIGN_UP,
        core=_words("newsletter newsletters subscribe abonnieren suscríbete suscribirse assine"),
        others=_words(
            "our the a to daily weekly morning free e mail email sign up for and get now jetzt "
            "zum bestellen kostenlos la il de o us today"
        ),
        opens=_any(
            r"(?:please )?sign[ -]?up\b(?! (?:fees|sheets?)\b)",
            r"(?:please )?subscribe\b",
            r"(?:please )?register (?:for|now|here|today|free|to (?:read|continue|get|receive))\b",
            r"(?:get|receive) .{0,60}\b(?:newsletters?|digest|inbox|briefing|alerts?|"
            r"insider['’]s guide|"
            r"inside stor(?:y|ies)|(?:delivered|sent) )",
            r"want (?:a|the|more|our|to (?:get|receive)) .{0,60}\b(?:newsletters?|digest|inbox|"
            r"briefing|"
            r"alerts?|news)\b",
            r"(?:make your (?:busy )?(?:days?|mornings?)|catch up on|dive into|binge on|"
            r"start your day)\b",
            r"(?:stay (?:up[- ]to[- ]date|informed|in the know|on top of)|keep up with)\b",
            r"already (?:have an account|a (?:subscriber|member)|subscribed|registered)\b",
            r"(?:your |enter your |enter (?:an? )?)e-?mail(?: address)?\W*$",
            r"(?:become|join as) a (?:member|subscriber|supporter)\b",
            r"(?:try|start) (?:\w+ ){0,3}free (?:trial|month|for)\b",
            r"(?:abonnez-vous|inscrivez-vous|s['’]abonner|s['’]inscrire|suscr[ií]b|inscreva-se|"
            r"iscriviti|abbonati|zapisz się|meld je aan|jetzt (?:abonnieren|anmelden|"
            r"registrieren))\b",
        ),
        holds=_any(
            r"\bsign up (?:here|now|today|below|for (?:our|the|free))\b",
            r"\bsubscribe (?:here|now|today|to our)\b",
            r"\b(?:delivered|straight|directly|right) (?:\w+ )?to your (?:inbox|e-?mail)\b",
            r"\bin your inbox\b",
            r"\b(?:our|your) (?:\w+ ){0,3}newsletters?\b",
            r"\bsign up for free\b",
        ),
        signs=_words("sign subscribe inbox newsletter newsletters mail email"),
    ),
    _Rule(
        reason=DropReason.COMMENTS,
        core=_words(
            "comment comments commenting reply replies kommentar kommentare kommentieren "
            "commentaire "
            "commentaires comentarios comentario comentários comentário commenti komentarze "
            "komentarz "
            "reacties antworten répondre responder réagir upvote downvote respond"
        ),
        others=_words(
            "view show read see load all more hide post add write leave make no latest reader user "
            "your the a join be first to you must logged in log sign please section is are on "
            "policy "
            "feed here now below this article story closed off disabled loading yet so far cancel "
            "report flag abuse like likes share by facebook conversation discussion and comments0 "
            "neuer ein einen alle les un laisser dejar um deixe ver los guidelines"
        ),
        opens=_any(
            r"(?:leave|post|write|add|submit) (?:a |your )(?:comment|reply|response)\b",
            r"join the (?:conversation|discussion)\b",
            r"have your say\b",
            r"(?:report (?:abuse|comment|user|this comment)|flag as)\b",
            r"sort(?:ed)? by\b",
            r"(?:oldest|newest|most liked|highest rated)(?: first)?$",
            r"(?:\d+ )?(?:likes?|upvotes?|dislikes?)$",
            r"\d+ (?:points?|votes?)(?: \d+ \w+ ago)?$",
        ),
        holds=_any(
            r"\be-?mail address will not be published\b",
            r"\b(?:log ?in|sign in|register|logged in) to (?:leave a |post a |post |add a )?"
            r"(?:comment|reply)\b",
            r"\bcomments are (?:closed|moderated|off)\b",
        ),
        signs=_words("mail email comment reply comments"),
    ),
    _Rule(
        reason=DropReason.ADVERTISEMENT,
        core=_words(
            "advertisement advertisements advertising advert sponsored promoted publicité "
            "publicidad "
            "publicidade anzeige werbung pubblicità reklama advertentie adchoices"
        ),
        others=_words(
            "content by links link post posts stories story your ad ads choices from our partners "
            "the web supported skip this continue reading below main close hide report feature"
        ),
        whole=_any(
            r"ads?",
            r"(?:your )?ad choices",
            r"loading(?:\.{3}|…)?",
            r"recommended by",
        ),
        opens=_any(
            r"(?:article|story|post|text|reading) continues? (?:below|after)\b",
            r"continue reading (?:the main story|below)\b",
            r"(?:scroll down|keep scrolling|continue scrolling)\b",
            r"(?:paid|partner|branded) (?:content|post)\b",
            r"(?:ads?|powered|presented|brought to you) by\b[^.]{0,40}$",
            r"(?:remove|hide|report|skip) (?:this |all )?ads?\b",
            r"from our (?:partners?|sponsors?|advertisers)\b",
        ),
    ),
    _Rule(
        reason=DropReason.TIMESTAMP,
        whole=_any(
            r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?"
            r"(?:\d{1,2}(?:st|nd|rd|th)?\.? )?"
            r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
            r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?"
            r"(?: \d{1,2}(?:st|nd|rd|th)?,?)? \d{4}"
            r"(?:[ ,|·•–-]{0,4}(?:at )?\d{1,2}[:.h]\d{2}(?::\d{2})?)?(?: ?[ap]\.?m\.?)?"
            r"(?: ?\(?[a-z]{2,5}\)?)?",
            r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?:[ ,|·•T–-]{1,4}\d{1,2}[:.h]\d{2}(?::\d{2})?)?"
            r"(?: ?[ap]\.?m\.?)?(?: ?(?:uhr|gmt|utc|z|[a-z]{2,5}))?",
            r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| ?(?:uhr|gmt|utc|[ecmp][sd]?t|bst|cest|msk|ist))"
            r"(?: ?[a-z]{2,4})?",
        ),
        opens=_any(
            r"(?:less than |about |over )?(?:an?|\d+) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|"
            r"days?|"
            r"weeks?|months?|years?) ago\b.{0,20}$",
            r"\d+[ -]?min(?:ute)?s?[ -](?:read|to read|reading time|watch|listen|ago)\b.{0,20}$",
            r"(?:estimated )?(?:read(?:ing)? time|time to read)\b.{0,30}$",
            r"(?:temps de lecture|lesedauer|lesezeit|tempo de leitura)\b.{0,30}$",
            r"(?:first |last |date |article |story |page )?(?:published|updated?|posted|modified|"
            r"publicado|publié|actualizado|aktualisiert|veröffentlicht|stand|mis à jour|"
            r"publication date|aktualizacja|opublikowano|erstellt|"
            r"pubblicato)\b[^!?]{0,30}?(?:\d{1,2}\.? ?[^\W\d]{3,12}\.?,? \d{4}|[^\W\d]{3,12}\.? "
            r"\d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{1,4}[./:-]\d{1,2}|\d+ (?:min|hour|day)|today|"
            r"yesterday)[^!?]{0,50}$",
        ),
    ),
    _Rule(
        reason=DropReason.RELATED,
        core=_words(
            "related recommended popular trending meistgelesen meistgelesene similar featured"
        ),
        others=_words(
            "most more also on in from for by the you this our stories story articles article news "
            "posts post videos video topics topic headlines coverage links content reading read "
            "now "
            "today top searches galleries photos web section and products tags for content items "
            "right recent latest material"
        ),
        whole=_any(
            r"(?:read|see|watch|view|listen|continue)(?: (?:more|also|next|too|this|now|all|here|"
            r"reading|"
            r"the full story|full story|full article|the rest|it here))?\W*",
            r"(?:the )?(?:most|latest|top|other|more|also|breaking|must|hot|recent|next|previous|"
            r"further|"
            r"editor['’]?s['’]?|editors)"
            r"(?: (?:read|reads|viewed|popular|shared|emailed|commented|watched|discussed|stories|"
            r"story|articles?|"
            r"news|posts?|videos?|headlines?|picks?|choice|reading|on this topic|on this story|"
            r"from this author|coverage|recent|stories from around the web|like this))\W*",
        ),
        opens=_any(
            r"(?:read|see|find out|learn|discover|show|load|watch) (?:the |"
            r"all )?more\b(?! than)[^.]{0,90}\W*$",
            r"(?:more|also|latest|popular|recent) (?:from|on|in|by|about)\b[^.]{0,40}[:»>…]*$",
            r"you (?:may|might|will|could)(?: also)? (?:like|be interested|love|enjoy|"
            r"have missed)\b",
            r"(?:recommended|suggested|picked) for you\b",
            r"(?:what to read next|read next|up next|next up|people also|in case you missed it|"
            r"around the web|"
            r"elsewhere on|more like this|what others are reading|don['’]t miss)\b[^.]{0,60}$",
            r"(?:related|see also|also read|read also|read more|also see|also on|read|watch|video|"
            r"gallery|listen|"
            r"more|lire aussi|à lire aussi|mehr zum thema|lesen sie auch|auch interessant|"
            r"leia (?:também|mais)|lea también|leggi anche|czytaj (?:też|także|więcej)|"
            r"zobacz (?:też|także)|lees ook|sur le même sujet|voir aussi|ver más|ver mais|"
            r"veja (?:também|mais)|das könnte sie auch interessieren|dans la même rubrique)"
            r"(?: (?:stor(?:y|ies)|articles?|news|videos?|links?|content|coverage|topics?))?"
            r" ?(?:[:|»>]|- )",
            r"(?:lire aussi|à lire aussi|lire la suite|mehr zum thema|lesen sie auch|weiterlesen|"
            r"mehr lesen|"
            r"leia também|leia mais|lea también|leer más|leggi anche|czytaj też|lees ook|"
            r"les plus lus|mais lidas|"
            r"das könnte sie auch interessieren|voir aussi|sur le même sujet|meistgelesen\w*|"
            r"lo más (?:leído|visto)|i più letti)\b[^.]{0,60}$",
            r"(?:full story|view (?:gallery|slideshow|all|more|full))\b[^.]{0,40}$",
            r"click here\b[^.]{0,60}",
        ),
        holds=_any(
            r"(?:\.{3}|…) ?(?:read|see|show|view|continue) (?:more|reading|full story)\W{0,4}$"
        ),
        signs=_words("more reading story"),
    ),
    _Rule(
        reason=DropReason.NOTICE,
        whole=_any(
            r"got it!?|i agree|accept|ok|okay|dismiss|close|cancel|submit|send|save|apply|undo|"
            r"retry|done|"
            r"continue|yes|no|not now|allow|decline|close (?:this )?(?:window|menu|ad|banner|modal|"
            r"dialog)",
            r"(?:accessibility|legal|disclaimer|impressum|datenschutz|mentions légales|aviso legal|"
            r"agb|"
            r"nutzungsbedingungen|corrections?|privacy|terms|cookies)",
        ),
        opens=_any(
            r"(?:©|\(c\) ?\d|copyright\b)",
            r"(?:(?:error )?404\b|page not found|access denied|403 forbidden|are you a robot|"
            r"verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|"
            r"the page you (?:are|were) looking for|you don['’]t have permission to access)",
            r"this (?:article|story|content|post) is (?:only )?(?:for|available to|exclusive to|"
            r"reserved for) (?:\w+ ){0,2}(?:subscribers|members)\b",
            r"(?:by (?:continuing|using|clicking|browsing|signing up|subscribing|submitting|"
            r"registering|"
            r"creating)|if you continue)\b.{0,120}\b(?:agree|accept|cookies|consent|terms)\b",
            r"please (?:enter|provide|fill|select|check (?:your|the)|try again|enable|turn on|"
            r"log in|"
            r"sign in|wait|use a valid|verify|confirm|click|refresh|upgrade)\b",
            r"(?:this|your) (?:field|e-?mail(?: address)?|browser|video|content|file|form|page|"
            r"feature|"
            r"link) (?:is|has|does|can(?:not|['’]t)|could|requires?|may)\b.{0,120}$",
            r"(?:an error (?:has )?occurred|something went wrong|there was an error|oops|error:|"
            r"invalid (?:e-?mail|"
            r"address)|thank(?:s| you) for (?:signing|subscribing|registering|reading))\b",
            r"you have (?:successfully|been (?:subscribed|logged))\b",
            r"(?:do not sell|your (?:privacy|california)|(?:accept|reject|allow|manage|"
            r"decline) (?:all|cookies|"
            r"preferences))\b[^.]{0,60}$",
        ),
        holds=_any(
            r"(?:©|\(c\)|\bcopyright) ?(?:copyright )?(?:19|20)\d\d\b",
            r"\ball rights reserved\b",
            r"\b(?:we|site|website|page|partners) uses? cookies\b",
            # "The cookie policy of his website …" is a sentence of an article.
            r"\b(?:you|your|we|our|us)\b.{0,160}\b(?:cookie|privacy) (?:policy|settings|"
            r"preferences|notice|consent|statement)\b",
            r"\b(?:cookie|privacy) (?:policy|settings|notice|statement)\b.{0,160}"
            r"\b(?:you|your|we|our|us)\b",
            r"^[^.!?]{0,60}\b(?:(?:cookie|privacy) (?:policy|settings|preferences|notice|consent|"
            r"statement)|terms (?:of (?:use|service|sale)|and conditions|& conditions))\b"
            r"[^.!?]{0,60}$",
            r"\b(?:you|your|we|our)\b.{0,160}\bterms (?:of (?:use|service|sale)|and conditions|"
            r"& conditions)\b",
            r"\b(?:enable|disable|turn (?:on|off)) (?:your )?(?:javascript|ad ?block|cookies|"
            r"flash)",
            r"\bmay not be (?:published|reproduced|republished|redistributed)\b",
            r"\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
            r"todos os direitos reservados|wszelkie prawa zastrzeżone)\b",
        ),
        signs=_words(
            "© copyright c rights cookies cookie privacy terms javascript adblock "
            "ad flash may vorbehalten réservés reservados zastrzeżone"
        ),
    ),
    _Rule(
        reason=DropReason.NAVIGATION,
        core=_TOPICS
        | _words(
            "menu navigation search home homepage login logout sitemap about contact careers jobs "
            "advertise archive archives faq faqs help newsroom podcasts e-paper epaper startseite "
            "suche suchen menü accueil rechercher inicio buscar início szukaj zoeken cerca account "
            "profile settings toggle subscriptions topics tags sections categories skip next "
            "previous prev signin obituaries classifieds crossword crosswords"
        ),
        others=_words(
            "us the our my site main to content open close show hide expand all more page article "
            "story post of in log out sign edition press center centre media u.s. us uk and & map "
            "new video videos photos local national international money markets culture style food "
            "science education money autos cars real estate books movies tv music theater "
            "live latest top you your this blog blogs here index english español find"
        ),
        whole=_any(
            r"page \d+(?: of \d+)?",
            r"\d+ (?:of|/) \d+",
            r"\d ?/ ?\d{1,2}",
            r"[«»<>‹›→←↑↓▼▲×✕+ ]+",
            r"(?:play|pause|mute|unmute|fullscreen|replay|autoplay|now playing|coming up|caption|"
            r"(?:play|watch) (?:video|audio)|hide caption|toggle caption|view profile|following|"
            r"follow|"
            r"tags?|filed under|share|more)",
            r"https?://\S+",
        ),
        opens=_any(
            r"(?:skip|jump|go|back|return) to (?:the )?(?:main|content|navigation|top|search|home|"
            r"footer|menu|"
            r"article|page)\b.{0,30}$",
            r"(?:zum inhalt|zur navigation|aller au contenu|ir para o|saltar al contenido)\b",
            r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|schlagwörter|mots-clés|"
            r"etiquetas|themen) ?:",
            r"(?:you are here|sie sind hier|vous êtes ici) ?:?",
        ),
        holds=_any(r"^[^.!?]{1,60} [›»>] [^.!?]{1,60}(?: [›»>]|$)"),
        signs=_words("› » >"),
    ),
)

_MENU = next(rule.core for rule in _RULES if rule.reason is DropReason.NAVIGATION) | _words(
    "subscribe video videos live culture science education podcasts photos magazine login shop"
)
_TOKEN = re.compile(r"[^\W_]+(?:\.[^\W_]\.)?|[©›»>]")


def reason_of(text: str) -> DropReason | None:
    """The reason for which ``text``, a line, is surely no part of an article; None if it may be."""
    if len(text) > MAX_PHRASE:
        return None
    tokens = _TOKEN.findall(text.lower())
    if len(tokens) > MAX_VOCABULARY and _is_menu(tokens):
        return DropReason.NAVIGATION
    words = frozenset(tokens)
    short = len(tokens) <= MAX_VOCABULARY
    for rule in _RULES:
        if short and not words.isdisjoint(rule.core) and _within(words, rule):
            return rule.reason
        if rule.whole is not None and rule.whole.fullmatch(text):
            return rule.reason
        if rule.opens is not None and rule.opens.match(text):
            return rule.reason
        if rule.holds is not None and not words.isdisjoint(rule.signs) and rule.holds.search(text):
            return rule.reason
    return None


def is_topic(text: str) -> bool:
    """Whether ``text`` names a section of a newspaper, as a heading within an article may too."""
    return set(_TOKEN.findall(text.lower())) <= _TOPICS | {"and"}


def _within(words: frozenset[str], rule: _Rule) -> bool:
    return all(word[0].isdigit() for word in words - rule.core - rule.others)


def _is_menu(tokens: list[str]) -> bool:
    """Whether a menu was glued into one line: five and two fifths of its words are entries."""
    entries = sum(token in _MENU for token in tokens)
    return entries >= 5 and entries >= 0.4 * len(tokens)
