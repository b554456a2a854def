/**
 * Texts that have made other programs show what they must not, or something other than they had checked, by their
 * source.
 */
export const attacks: Readonly<Record<string, readonly string[]>> = {
  'cure53/DOMPurify#495': [
    '<svg></p><style><a title="</style><img src=x onerror=boom()>">',
    '<table><a><table>',
    '<noscript><p title="</noscript><img src=x onerror=boom()>">',
    '<template><script>boom()</script></template>',
  ],
  'SonarSource/mxss-cheatsheet#13': [
    '<! <img src=x onerror=boom()> >',
    '<?x <img src=x onerror=boom()> ?>',
    '</ x><img src=x onerror=boom()>',
    '<!-- --!><img src=x onerror=boom()>',
    '<!--><img src=x onerror=boom()>',
  ],
  'namespaces that a parser changes between': [
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=boom()&gt;">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=boom()>',
    '<svg><foreignobject><p><style><!--</style><p id="--><img src=x onerror=boom()>">',
    '<svg><title><a id="</title><img src=x onerror=boom()>">',
    '<svg><desc><table><tr><td></desc></svg><img src=x onerror=boom()>',
  ],
  'elements whose content is text to a parser': [
    '<style><a title="</style><img src=x onerror=boom()>">',
    '<title><b title="</title><script>boom()</script>">',
    '<textarea><img title="</textarea><img src=x onerror=boom()>">',
    '<xmp><p id="</xmp><img src=x onerror=boom()>">',
    '<iframe srcdoc="<script>boom()</script>"></iframe><noembed><p id="</noembed><img src=x onerror=boom()>">',
    '<plaintext><img src=x onerror=boom()>',
    '<select><style><option></style><img src=x onerror=boom()></select>',
    '<template><p></template><p><script>boom()</script>',
  ],
  'nesting that a parser undoes': [
    '<a href="b">a<a href="javascript:boom()">b</a></a>',
    '<p>a<div>b</p>c</div><table><td>a<p>b<td>c</table>d',
    '<table><caption><table><tr><td>a</caption><td>b</table>',
    '<b><i>a</b>b</i><em><strong>c</em>d</strong>',
    '<ul><li>a<ul><li>b</li><li>c<p>d</ul>e</ul>f',
    '<h1>a<h2>b</h1>c</h2><dl><dd>a<dt>b<dd>c</dl><ruby>a<rt>b<rp>c</ruby>',
    '<table>a<b>b<tr>c</b><td>d</tr>e</table>f',
    '<details><summary>a<p>b</summary>c<summary>d</details>',
    '<button><button>a</button></button><form><form>a</form></form>',
    `${'<div>'.repeat(200)}a`,
    `${'<b>'.repeat(120)}a</b>b`,
  ],
  'text that a parser changes': [
    '<pre>\n\na</pre><pre>\n<b>\n</b></pre><textarea>\n\na</textarea>',
    '<p>a&#13;b&#0;c&#xfffe;d&#x80;e&ampf&lt</p>',
    '&#13;\n\n    \n    a\n\n```\n\na\n```\n&#10;',
    '<a title="&#13;&#10;&quot;`\'<>" href="&#1;javascript&colon;boom()">a</a>',
    '<!-->a<!--->b<!----->c<!-- a--b -->d<![CDATA[ e ]]>f<?g?>h<!I>',
  ],
  'addresses that a browser reads otherwise': [
    '[a](javascript:boom()) [b](JaVaScRiPt&colon;boom()) [c](java&#10;script:boom()) [d](&#1;javascript:boom())',
    '<a href="jav&#x09;ascript:boom()">a</a><a href=" javascript:boom()">b</a><a href=javascript&#58boom()>c</a>',
    '![a](data:text/html,<script>boom()</script>) <javascript:boom()> <img src="vbscript:boom()">',
    '[a](//evil.example\\@good.example) [b](\\\\evil.example) [c](http:evil.example) [d](https:///evil.example)',
    '[a](http://[::1) [b](http://a:99999/) [c](http://a b/) [d](http://%00/) [e](http://xn--a/) [f](http://a|b/)',
    '<img src=a srcset="javascript:boom() 1x"><a ping=b href=c>d</a><video poster=javascript:boom()>',
  ],
  'attributes that reach beyond their element': [
    '<a name=body id=cookie>a</a><img name=forms><form id=x><input name=attributes>',
    '<p style="position:fixed;inset:0" class="form reply" onclick=boom() id=article-body slot=x part=y>a',
    '<div contenteditable tabindex=1 autofocus onfocus=boom() is=x popover>a</div>',
    '<p id=a id=b ID="c" title=d title="e">a</p><img src=a/onerror=boom() alt=`b onerror=boom()`>',
    '<a href="a"id="b"/title=c =d e">f</a>',
  ],
};
