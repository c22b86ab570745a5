"""Where a date phrase can begin: words are many, date words few."""

from __future__ import annotations

import re

_UNITS = "day|week|month|quarter|year|decade|century|fortnight"
_OF = r"\s{1,3}of"
_AFTER_THE = rf"""
    \s{{1,3}}(?:{_UNITS}|period|next|following|previous|preceding|prior|subsequent|same
      |corresponding|comparable|equivalent|latest|most\srecent|just-ended|full|entire|whole|fiscal
      |first|second|third|four|fif|six|seven|eight|nin|ten|eleven|twel|thir|twent|fort
      |last|latter|final|current|coming|upcoming|early|late|mid|beginning|start|end|middle|close
      |turn|dawn|spring|summer|autumn|fall|winter|calendar|['’]?\d)"""
_AFTER_IN = r"""
    \s{1,3}(?:\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen
      |twenty|thirty|forty|fifty)"""

STARTER = re.compile(
    rf"""(?<![A-Z0-9$£€¥\#])(?<![a-z](?![A-Z]))(?=\d|['’]\d\d
    |[Aa](?:n?[-\s]{{1,3}}(?:{_UNITS})|pr|ug|utumn|fternoon|rmistice|scension|sh\s|ll\s)
    |A(?:PR|UG|\.?D\b)
    |[Bb](?:eginning{_OF}|lack\s|oxing\s|astille)
    |[Cc](?:urrent[-\s]|lose{_OF}|alendar|orresponding\s|omparable\s|hristmas|olumbus|yber)|CY
    |[Dd](?:ec|awn|usk)|DEC
    |[Ee](?:nd(?:-|\sof)|arl(?:y|ier)[-\s]|quivalent\s|ight|leven|vening|aster|lection)
    |[Ff](?:eb|ri|irst[-\s]|our|if(?:th|teen|ty)|ive[-\s]|orty[-\s]|iscal|inal\s|all\b|ather)
    |F(?:EB|RIDAY|Y)
    |[Gg]ood\s
    |[HhQq][1-4]|[Hh]alloween
    |[Ii](?:ts{_AFTER_THE}|n{_AFTER_IN}|ndependence)
    |[Jj](?:an|un|ul)|J(?:AN|UN|UL)
    |[Ll](?:ast[-\s]|ater?[-\s]|atter[-\s]|abor)
    |[Mm](?:ar(?:ch|\b)|ay|on(?:day|\b)|id[-\s]|iddle{_OF}|orning|idnight|emorial|other|artin|aundy)
    |M(?:A[RY]|ONDAY)
    |[Nn](?:ov|ext[-\s]|in(?:e|th)|ight|oon|ew\s)|NOV
    |[Oo](?:ct|ne[-\s])|OCT
    |[Pp](?:r(?:ior|evious)-year|alm\s|resident|entecost)
    |[Ss](?:ep|at(?:urday|\b)|un(?:day|rise|set|\b)|pring|ummer|ame\s|tart{_OF}|o\sfar|econd[-\s]
      |ix|even|t\.?\s)
    |S(?:EP|ATURDAY|UNDAY)
    |[Tt](?:he(?:ir)?{_AFTER_THE}|his[-\s]|hat[-\s]|o(?:day|morrow|night)|ue|hu|hird[-\s]|hree[-\s]
      |hirt|hanksg|wo[-\s]|wel|went|en(?:th)?[-\s]|urn{_OF})
    |T(?:ODAY|OMORROW|UESDAY|HURSDAY)
    |[Vv](?:eterans|alentine)
    |[Ww](?:ed|inter|hit\s)|WEDNESDAY
    |[Yy](?:ear-|esterday)|YESTERDAY)""",
    re.VERBOSE,
)
"""Phrases are tried only where this stands. Its branches begin with different letters, so that most
words are passed over at their first."""
