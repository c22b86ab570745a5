"""What pages say beside their articles, by reason: what ``page_phrases`` looks for.

English, and the plainest forms of German, French, Spanish, Portuguese, Italian, Dutch and Polish.
Every form is tried on short lines only, from a fixed place or without nested repeats, so that none
takes more than linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefbook.text.model import DropReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The lines of one reason, told in four ways, each of which is enough."""

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


def _words(*texts: str) -> frozenset[str]:
    return frozenset(" ".join(texts).split())


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_SITES = (
    "facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|tumblr|google|email|instagram|"
    "youtube|flipboard|messenger|skype|weibo|wechat|bluesky|mastodon|tiktok|digg|stumbleupon|"
    "evernote|viber|snapchat|vkontakte|odnoklassniki|xing|rss|sms"
)
_DAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:uhr|gmt|utc|z|\(?[a-z]{2,5}\)?))?"

TOPICS = _words(
    "weather entertainment lifestyle opinion opinions politics business sports sport tech",
    "technology health travel arts world news",
)
"""Sections of a newspaper, which may head a part of an article too."""

SHARING = Rule(
    reason=DropReason.SHARING,
    core=_words(
        _SITES.replace("|", " "),
        "share shares sharing shared tweet retweet print bookmark repost teilen twittern drucken",
        "partager imprimer compartir compartilhar compartilhe condividi udostępnij deel delen",
    ),
    others=_words(
        "this it the on via to with by article story page post link links in a friend friends your",
        "followers follow us me like pin send save mail e x vk line click opens new window copy",
        "url options more or and button buttons show icon logo add pocket signal find join comment",
        "comments clip font size here threads k m text artikel artículo sur par auf per su en no",
        "na plus klick um zu wird neuem fenster geöffnet folge uns",
    ),
    opens=_any(
        r"(?:click|tap) to (?:share|e-?mail|print|tweet|copy)\b",
        rf"(?:follow|like|find|join|visit|connect with) [\w@ ]{{1,40}}\bon (?:{_SITES})\b",
        r"follow (?:us|me|@\w+|the author|this topic)\b[^.]{0,40}$",
        r"show more sharing",
        r"(?:copy link|link copied|copied to clipboard)\b",
        r"(?:chevron|arrow|caret|angle|icon|svg)[-_ ]\w{1,20}$",
        r"share (?:this|on|via|your)\b[^.]{0,60}$",
        r"(?:like|loading)(?: this)?(?: loading)? ?(?::|\.{3}|…)$",
    ),
)

SIGN_UP = Rule(
    reason=DropReason.SIGN_UP,
    core=_words("newsletter newsletters subscribe abonnieren suscríbete suscribirse assine"),
    others=_words(
        "our the a to daily weekly morning free e mail email sign up for and get now today jetzt",
        "zum bestellen kostenlos recevoir recevez nos la il de o us",
    ),
    opens=_any(
        r"(?:please )?sign[ -]?up\b(?! (?:fees|sheets?)\b)",
        r"(?:please )?subscribe\b",
        r"(?:please )?register (?:for|now|here|today|free|to (?:read|continue|get|receive))\b",
        r"(?:get|receive) .{0,60}\b(?:newsletters?|digest|inbox|briefing|alerts?|delivered|"
        r"insider['’]s guide|inside stor(?:y|ies))\b",
        r"want (?:a|the|more|our|to (?:get|receive)) .{0,60}\b(?:newsletters?|digest|inbox|"
        r"briefing|alerts?|news)\b[^.]{0,40}\?",
        r"(?:make your (?:busy )?(?:days?|mornings?)|start your day)\b",
        r"(?:catch up on|dive into|binge on|keep up with|stay (?:up[- ]to[- ]date|informed|"
        r"in the know|on top of))\b",
        r"already (?:have an account|a (?:subscriber|member)|subscribed|registered)\b",
        r"(?:enter )?(?:your |an? )e-?mail(?: address)?\W*$",
        r"(?:become|join as) a (?:member|subscriber|supporter)\b",
        r"(?:try|start) (?:\w+ ){0,3}free (?:trial|month|for)\b",
        r"(?:abonnez-vous|inscrivez-vous|s['’]abonner|s['’]inscrire|suscr[ií]b|inscreva-se|"
        r"iscriviti|abbonati|zapisz się|meld je aan|jetzt (?:abonnieren|anmelden|registrieren)|"
        r"gib deine e-?mail|geben sie ihre e-?mail)\b",
    ),
    holds=_any(
        r"\bsign up (?:here|below)\b",
        r"\bsign up (?:now|today|for free)\W*$",
        r"\bsubscribe (?:here|now|today|to our)\b",
        r"\b(?:delivered|straight|directly|right) (?:\w+ )?to your (?:inbox|e-?mail)\b",
        r"\bin your inbox\b",
    ),
    signs=_words("sign subscribe inbox mail email"),
)

COMMENTS = Rule(
    reason=DropReason.COMMENTS,
    core=_words(
        "comment comments commenting reply replies respond upvote downvote kommentar kommentare",
        "kommentieren antworten commentaire commentaires répondre réagir comentarios comentario",
        "responder comentários comentário commenti komentarze komentarz reacties",
    ),
    others=_words(
        "view show read see load all more hide post add write leave make no latest reader user",
        "your the a join be first to you must logged in log sign please section is are on policy",
        "feed here now below this article story closed off disabled loading yet so far cancel",
        "report flag abuse like likes share by facebook conversation discussion guidelines and",
        "neuer ein einen sie schreibe schreiben hinzufügen alle les un laisser dejar deja um deixe",
        "ver los dodaj",
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
        r"there (?:are|is) \d+ comments?\b",
        r"(?:no|be the first to) comments?\b(?: yet| on this)?.{0,20}$(?<!comment\.)",
    ),
    holds=_any(
        r"\be-?mail address will not be published\b",
        r"\b(?:log ?in|sign in|register|logged in) to (?:leave a |post a |post |add a )?"
        r"(?:comment|reply)\b",
        r"\bcomments are (?:closed|moderated|off)\b",
    ),
    signs=_words("mail email comment reply comments"),
)

ADVERTISEMENT = Rule(
    reason=DropReason.ADVERTISEMENT,
    core=_words(
        "advertisement advertisements advertising advert sponsored promoted adchoices anzeige",
        "werbung publicité publicidad publicidade pubblicità reklama advertentie",
    ),
    others=_words(
        "content by links link post posts stories story your ad ads choices from our partners the",
        "web supported skip this continue reading below main close hide report feature guidelines",
    ),
    whole=_any(r"ads?", r"(?:your )?ad choices", r"loading(?:\.{3}|…)?", r"recommended by"),
    opens=_any(
        r"(?:article|story|post|text|reading) continues? (?:below|after)\b",
        r"continue reading (?:the main story|below)\b",
        r"(?:scroll down|keep scrolling|continue scrolling)\b",
        r"(?:paid|partner|branded) (?:content|post)\b",
        r"(?:ads?|powered|presented|brought to you) by\b[^.]{0,40}$",
        r"(?:remove|hide|report|skip) (?:this |all )?ads?\b",
        r"from our (?:partners?|sponsors?|advertisers)\b",
        r"you can skip this ad\b",
    ),
)

TIMESTAMP = Rule(
    reason=DropReason.TIMESTAMP,
    whole=_any(
        rf"(?:{_DAY},? )?(?:\d{{1,2}}(?:st|nd|rd|th)?\.? )?{_MONTH},?"
        rf"(?: \d{{1,2}}(?:st|nd|rd|th)?,?)? \d{{4}}(?:[ ,|·•–-]{{1,4}}(?:at )?{_CLOCK})?",
        rf"\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}(?:[ ,|·•T–-]{{1,4}}{_CLOCK})?",
        r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| ?(?:uhr|gmt|utc|[ecmp][sd]?t|bst|cest|msk|ist))"
        r"(?: ?[a-z]{2,4})?",
    ),
    opens=_any(
        r"(?:less than |about |over )?(?:an?|\d+) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|"
        r"days?|weeks?|months?|years?) ago(?:\W{0,3}$| ?[|·•-].{0,30}$| by .{0,30}$)",
        r"\d+[ -]?min(?:ute)?s?[ -](?:read|to read|reading time|watch|listen|ago)\b.{0,20}$",
        r"(?:estimated )?(?:read(?:ing)? time|time to read)\b.{0,30}$",
        r"(?:temps de lecture|lesedauer|lesezeit|tempo de leitura)\b.{0,30}$",
        r"(?:first |last |date |article |story |page )?(?:published|updated?|posted|modified|"
        r"publicado|publié|actualizado|aktualisiert|veröffentlicht|stand|mis à jour|"
        r"publication date|aktualizacja|opublikowano|erstellt|pubblicato)\b[^!?]{0,30}?"
        r"(?:\d{1,2}\.? ?[^\W\d]{3,12}\.?,? \d{4}|[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}|"
        r"\d{1,4}[./:-]\d{1,2}|\d+ (?:min|hour|day)|today|yesterday)[^!?]{0,30}$",
    ),
)

_MORE_BEFORE = (
    # Heads a teaser's own title: "Read more: Sylvania closes the bridge".
    r"(?:related|see also|also read|read also|read more|also see|also on|read|watch|video|gallery|"
    r"listen|more|mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|"
    r"lire aussi|à lire aussi|sur le même sujet|voir aussi|dans la même rubrique|leia (?:também|"
    r"mais)|veja (?:também|mais)|ver mais|lea también|ver más|leggi anche|czytaj (?:też|także|"
    r"więcej)|zobacz (?:też|także)|lees ook)"
    r"(?: (?:stor(?:y|ies)|articles?|news|videos?|links?|content|coverage|topics?))?"
    r" ?(?:[:|»>]|- )"
)

RELATED = Rule(
    reason=DropReason.RELATED,
    core=_words("related recommended popular trending meistgelesen meistgelesene similar featured"),
    others=_words(
        "most more also on in from for by the you this our stories story articles article news",
        "posts post videos video topics topic headlines coverage links content reading read now",
        "today top searches galleries photos web section and products tags items right recent",
        "latest material",
    ),
    whole=_any(
        r"(?:read|see|watch|view|listen|continue)(?: (?:more|also|next|too|this|now|all|here|"
        r"reading|the full story|full story|full article|the rest|it here))?\W*",
        r"(?:the )?(?:most|latest|top|other|more|also|breaking|must|hot|recent|next|previous|"
        r"further|editor['’]?s['’]?|editors) (?:read|reads|viewed|popular|shared|emailed|"
        r"commented|watched|discussed|stories|story|articles?|news|posts?|videos?|headlines?|"
        r"picks?|choice|reading|on this topic|on this story|from this author|coverage|recent|"
        r"stories from around the web|like this)\W*",
        r"(?:ähnliche|weitere|verwandte|letzte|neueste) (?:beiträge|artikel|meldungen|themen|links|"
        r"nachrichten)|top-?themen|auch interessant|zum thema",
        r"(?:artículos|noticias|notas) relacionad[ao]s|articles (?:liés|similaires)|"
        r"(?:notícias|artigos) relacionad[ao]s|inne artykuły|powiązane artykuły",
    ),
    opens=_any(
        r"(?:read|see|find out|learn|discover|show|load|watch) (?:the |all )?more\b(?! than)"
        r"[^.]{0,90}\W*$",
        r"(?:more|also|latest|popular|recent) (?:from|on|in|by|about)\b[^.]{0,40}[:»>…]*$",
        r"you (?:may|might|will|could)(?: also)? (?:like|be interested in|enjoy|have missed)\b"
        r"[^.]{0,30}$",
        r"(?:recommended|suggested|picked) for you\b",
        r"(?:what to read next|read next|up next|next up|people also|in case you missed it|"
        r"around the web|elsewhere on|more like this|what others are reading|don['’]t miss|"
        r"other people are reading)\b[^.]{0,60}$",
        _MORE_BEFORE,
        r"(?:mehr zum thema|lesen sie auch|weiterlesen|mehr lesen|meistgelesen\w*|auch auf|"
        r"das könnte sie auch interessieren|lire aussi|à lire aussi|lire la suite|les plus lus|"
        r"voir aussi|sur le même sujet|leia também|leia mais|mais lidas|lea también|leer más|"
        r"l[oa]s? más (?:leíd[oa]s?|visto)|leggi anche|i più letti|czytaj też|lees ook)\b"
        r"[^.]{0,60}$",
        r"(?:full story|view (?:gallery|slideshow|all|more|full|this image))\b[^.]{0,40}$",
        r"click here\b[^.]{0,60}",
    ),
    holds=_any(r"(?:\.{3}|…) ?(?:read|see|show|view|continue) (?:more|reading|full story)\W{0,4}$"),
    signs=_words("more reading story"),
)

_POLICY = r"\b(?:cookie|privacy) (?:policy|settings|preferences|notice|consent|statement)\b"
_TERMS = r"\bterms (?:of (?:use|service)|and conditions|& conditions)\b"

NOTICE = Rule(
    reason=DropReason.NOTICE,
    whole=_any(
        r"got it!?|i agree|accept|ok|okay|dismiss|close|cancel|submit|send|save|apply|undo|retry|"
        r"done|continue|yes|no|not now|allow|decline|buy photo",
        r"close (?:this )?(?:window|menu|ad|banner|modal|dialog)",
        r"accessibility|legal|disclaimer|impressum|datenschutz|mentions légales|aviso legal|agb|"
        r"nutzungsbedingungen|corrections?|privacy|terms|cookies",
    ),
    opens=_any(
        r"(?:©|\(c\) ?\d|copyright\b)",
        r"(?:(?:error )?404\b|page not found|access denied|403 forbidden|are you a robot|"
        r"verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|"
        r"the page you (?:are|were) looking for|you don['’]t have permission to access)",
        r"this (?:article|story|content|post) is (?:only )?(?:for|available to|exclusive to|"
        r"reserved for) (?:\w+ ){0,2}(?:subscribers|members)\b",
        r"(?:by (?:continuing|using|clicking|browsing|signing up|subscribing|submitting|"
        r"registering|creating)|if you continue)\b.{0,120}\byou\b.{0,40}\b(?:agree|accept|consent|"
        r"acknowledge)\b",
        r"please (?:enter|provide|fill|select|check (?:your|the)|try again|enable|turn on|log in|"
        r"sign in|wait|use a valid|verify|confirm|click|refresh|upgrade)\b",
        r"(?:this|your) (?:field|e-?mail(?: address)?|browser|video|content|file|form|page|"
        r"feature|link|modal) (?:(?:is|was) (?:not (?:available|valid|supported)|unavailable|"
        r"no longer available|required|invalid|loading|private)|has been (?:removed|disabled|"
        r"successfully)|can(?:not|['’]t|not be)\b|could not be|can be closed|requires|"
        r"does(?: not|n['’]t) support|will (?:play|start|resume) in)",
        r"(?:an error (?:has )?occurred|something went wrong|there was an error|oops[,!.]? "
        r"something|error:|invalid (?:e-?mail|address)|"
        r"thank(?:s| you) for (?:signing|subscribing|registering|reading))\b",
        r"you have (?:successfully|been (?:subscribed|logged))\b",
        r"(?:do not sell|your (?:privacy|california)|(?:accept|reject|allow|manage|decline) (?:all|"
        r"cookies|preferences))\b[^.]{0,60}$",
    ),
    holds=_any(
        r"(?:©|\(c\)|\bcopyright) ?(?:copyright )?(?:19|20)\d\d\b",
        r"\ball rights reserved\b",
        r"\b(?:we|site|website|page|partners) uses? cookies\b",
        # "The cookie policy of his website …" is a sentence of an article.
        rf"\b(?:you|your|we|our|us)\b.{{0,160}}{_POLICY}",
        rf"{_POLICY}.{{0,160}}\b(?:you|your|we|our|us)\b",
        rf"^[^.!?]{{0,60}}(?:{_POLICY}|{_TERMS})[^.!?]{{0,60}}$",
        rf"\b(?:agree|accept|read|see|view|review|subject)\b.{{0,80}}{_TERMS}",
        r"\b(?:enable|disable|turn (?:on|off)) (?:your )?(?:javascript|ad ?block|cookies|flash)",
        r"\bmay not be (?:published, |reproduced|republished|redistributed|rewritten)",
        r"\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
        r"todos os direitos reservados|wszelkie prawa zastrzeżone)\b",
    ),
    signs=_words(
        "© copyright c rights cookies cookie privacy terms javascript adblock ad flash may",
        "vorbehalten réservés reservados zastrzeżone",
    ),
)

NAVIGATION = Rule(
    reason=DropReason.NAVIGATION,
    core=TOPICS
    | _words(
        "menu navigation search home homepage login logout signin sitemap about contact careers",
        "jobs advertise archive archives faq faqs help newsroom podcasts e-paper epaper account",
        "profile settings toggle subscriptions topics tags sections categories skip next previous",
        "prev obituaries classifieds crossword crosswords forums startseite suche suchen menü",
        "accueil rechercher inicio buscar início szukaj zoeken cerca",
    ),
    others=_words(
        "us the our my site main to content open close show hide expand all more page article",
        "story post of in log out sign edition press center centre media u.s. uk and & map new",
        "video videos photos local national international money markets culture style food",
        "science education autos cars real estate books movies tv music theater live latest top",
        "you your this blog blogs here index english español find",
    ),
    whole=_any(
        r"page \d+(?: of \d+)?",
        r"\d+ of \d+",
        r"\d ?/ ?\d{1,2}",
        r"[«»<>‹›→←↑↓▼▲×✕+ ]+",
        r"(?:play|pause|mute|unmute|fullscreen|replay|autoplay|now playing|coming up|caption|"
        r"hide caption|toggle caption|view profile|following|follow|tags?|filed under|share|more|"
        r"sign (?:in|out|up)|log (?:in|out)|(?:play|watch) (?:video|audio))",
        r"https?://\S+",
    ),
    opens=_any(
        r"(?:skip|jump|go|back|return) to (?:the )?(?:main|content|navigation|top|search|home|"
        r"footer|menu|article|page)\b.{0,30}$",
        r"(?:zum inhalt|zur navigation|aller au contenu|ir para o|saltar al contenido)\b",
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|schlagw[oö]rte?r?|kategorien?|"
        r"mots-clés|etiquetas|themen) ?:",
        r"(?:you are here|sie sind hier|vous êtes ici) ?:?",
        r"(?:next|previous) (?:article|post|story)\b.{0,80}$",
    ),
    # Not a quotation in «guillemets».
    holds=_any(r"^[^.!?«]{1,60} [›»>] [^.!?«]{1,60}(?: [›»>]|$)"),
    signs=_words("› » >"),
)

MENU = NAVIGATION.core | _words(
    "subscribe video videos live culture science education podcasts photos magazine login shop"
)
"""The entries of menus, by which a menu glued into one line is told."""

RULES = (
    SHARING, SIGN_UP, COMMENTS, ADVERTISEMENT, TIMESTAMP, RELATED, NOTICE, NAVIGATION,
)  # fmt: skip
"""In the order in which they are tried."""
