/** A short report that shows what a report is made of: text, figures, a chart and a list. */
export const PROOF_DRAFT = `---
title: A page to prove it
date: 2000-01-01
outputs: [report]
---

\`\`\`sql proof
SELECT * FROM (VALUES ('Monday', 3), ('Tuesday', 5), ('Wednesday', 4)) AS days (day, boats)
\`\`\`

\`\`\`sql total
SELECT sum(boats) AS boats, count(*) AS days FROM proof
\`\`\`

{{count total.boats "boat"}} came in on {{count total.days "day"}}. That was asked of the database,
*written* in a sentence, **drawn** in a chart and printed by a browser.

![Boats that came in](chart:proof "Boats by day")

\`\`\`vega-lite proof
mark: bar
encoding:
  x: {field: day, type: nominal, sort: null}
  y: {field: boats, type: quantitative}
\`\`\`

{{#each proof as |row|}}
- {{row.day}}: {{count row.boats "boat"}}
{{/each}}
`;
