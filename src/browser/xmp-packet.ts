import type { PrintOptions } from '../model/page.js';

/** What a PDF is about, in the form that catalogues and search engines read (XMP, ISO 16684-1). */
export function xmpPacket({ title, lang, authors, subject, keywords, date, tool }: PrintOptions): string {
  const day = `${date}T00:00:00Z`;
  const fields = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${inDefault(title)}</dc:title>`,
    ...(authors.length > 0 ? [`<dc:creator>${list('Seq', authors)}</dc:creator>`] : []),
    ...(subject ? [`<dc:description>${inDefault(subject)}</dc:description>`] : []),
    ...(keywords.length > 0
      ? [
          `<dc:subject>${list('Bag', keywords)}</dc:subject>`,
          `<pdf:Keywords>${escape(keywords.join(', '))}</pdf:Keywords>`,
        ]
      : []),
    `<dc:language>${list('Bag', [lang])}</dc:language>`,
    `<xmp:CreateDate>${day}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${day}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${escape(tool)}</xmp:CreatorTool>`,
  ];
  return `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${fields.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function inDefault(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
}

function list(kind: 'Seq' | 'Bag', items: readonly string[]): string {
  return `<rdf:${kind}>${items.map((item) => `<rdf:li>${escape(item)}</rdf:li>`).join('')}</rdf:${kind}>`;
}

/** Escapes what XML gives a meaning, and leaves out the control characters that it cannot hold. */
function escape(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
