/** Pages within a page that need neither network nor disk. */
export const FRAMES = `<iframe src="data:text/html,<p>From a frame of its own data"></iframe>
<object data="data:text/html,<p>From an object of its own data"></object>
<iframe src="javascript:'Written by an address'"></iframe>`;

/** A page that tries every way to the network and to the disk that HTML, CSS, SVG and scripts have. */
export function evilPage(server: string, secret: string): string {
  const secure = server.replace('http:', 'https:');
  const old = server.replace('http:', 'ftp:');
  const ways = [server, secure, old, undefined].map((base) =>
    attempts((name) => (base === undefined ? secret : `${base}/${name}`)),
  );
  return `<!doctype html><html><head><meta charset="utf-8"><title>Before</title>
<meta http-equiv="refresh" content="3600;url=${server}/refresh">
<base href="${server}/base/">
${ways.map(({ head }) => head).join('\n')}
</head><body><p>Words that stay</p>
${ways.map(({ body }) => body).join('\n')}
<img src="relative.png"><script src="relative.js"></script>
${FRAMES}<a href="javascript:document.write('x')" autofocus>Link</a>
<form action="${server}/form" method="post"><input name="n" autofocus><button formaction="${server}/button">Go</button></form>
<script>
  document.title = 'After';
  document.body.append('Written by a script');
  fetch('${server}/fetch').catch(() => {});
  new WebSocket('${server.replace('http', 'ws')}/socket');
  new EventSource('${server}/events');
  navigator.sendBeacon('${server}/beacon', 'x');
  new Image().src = '${server}/image-object';
  const request = new XMLHttpRequest();
  request.open('GET', '${server}/request');
  request.send();
  import('${server}/module.js').catch(() => {});
</script>
</body></html>`;
}

function attempts(url: (name: string) => string): { readonly head: string; readonly body: string } {
  const head = `
<link rel="stylesheet" href="${url('sheet.css')}">
<link rel="prefetch" href="${url('prefetch')}">
<link rel="preload" as="image" href="${url('preload.png')}">
<link rel="modulepreload" href="${url('modulepreload.js')}">
<link rel="prerender" href="${url('prerender')}">
<link rel="preconnect" href="${url('preconnect')}">
<link rel="dns-prefetch" href="${url('dns')}">
<link rel="icon" href="${url('icon.png')}">
<link rel="manifest" href="${url('manifest.json')}">
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${url('speculation')}"]}]}</script>
<style>
@import url("${url('import.css')}");
@font-face { font-family: Away; src: url("${url('font.woff2')}"); }
p { font-family: Away; background: url("${url('background.png')}"); cursor: url("${url('cursor.png')}"), auto; }
p::before { content: url("${url('content.png')}"); }
p::after { content: image-set(url("${url('set.png')}") 1x); }
ul { list-style: url("${url('list.png')}"); mask: url("${url('mask.svg#m')}"); filter: url("${url('filter.svg#f')}"); }
@page { @top-left { content: url("${url('margin.png')}"); } }
</style>`;
  const body = `
<img src="${url('img.png')}" srcset="${url('srcset.png')} 2x"><picture><source srcset="${url('source.png')}"><img></picture>
<iframe src="${url('frame')}"></iframe>
<iframe srcdoc="&lt;img src='${url('inner.png')}'&gt;&lt;iframe src='${url('inner')}'&gt;&lt;/iframe&gt;"></iframe>
<object data="${url('object')}"></object><embed src="${url('embed')}">
<video src="${url('video.mp4')}" poster="${url('poster.png')}" autoplay></video>
<audio src="${url('audio.mp3')}" autoplay><track src="${url('track.vtt')}" default></audio>
<input type="image" src="${url('input.png')}"><ul><li>Item</li></ul>
<svg width="9" height="9"><use href="${url('use.svg#a')}"/><image href="${url('image.svg')}" width="9" height="9"/>
<filter id="f"><feImage href="${url('feimage.svg')}"/></filter><rect width="9" height="9" filter="url(#f)"/>
<foreignObject width="9" height="9"><iframe src="${url('foreign')}"></iframe></foreignObject></svg>
<svg><script href="${url('svg.js')}"></script></svg><script src="${url('script.js')}"></script>
<div style="background: url('${url('inline.png')}')">Styled</div>`;
  return { head, body };
}
