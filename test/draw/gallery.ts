/** Charts a newsroom would print, over the tables of `gallery-data.ts`. */
export const GALLERY: Readonly<Record<string, string>> = {
  'bars by day': `
title: {text: Claimed attacks a day, subtitle: 24 August to 23 September 2021}
data: {name: daily}
mark: bar
encoding:
  x: {field: day, type: temporal}
  y: {field: n, type: quantitative, title: Attacks}
usermeta: {source: 'Source: Field desk, from the group’s own claims'}`,
  'horizontal bars, sorted': `
title: The north had more attacks than the next four provinces together
data: {name: places}
mark: bar
encoding:
  y: {field: province, type: nominal, sort: '-x'}
  x: {field: n, type: quantitative, title: Attacks}`,
  'vertical bars with names': `
data: {name: places}
mark: bar
encoding:
  x: {field: province, type: nominal, sort: '-y'}
  y: {field: n, type: quantitative, title: Attacks}`,
  'several lines': `
title: Attacks in the north rose nineteenfold in fifteen months while the rest of the country saw hardly any change at all
data: {name: monthly}
mark: line
encoding:
  x: {field: month, type: temporal}
  y: {field: n, type: quantitative, title: null}
  color: {field: series, type: nominal}`,
  area: `
data: {name: monthly}
mark: area
encoding:
  x: {field: month, type: temporal}
  y: {aggregate: sum, field: n, type: quantitative, title: Operations}`,
  'stacked bars': `
data: {name: monthly}
mark: bar
encoding:
  x: {field: month, type: temporal}
  y: {field: n, type: quantitative, title: Operations}
  color: {field: series, type: nominal}`,
  heatmap: `
title: When and where
data: {name: monthly}
mark: rect
encoding:
  x: {field: month, type: ordinal, timeUnit: yearmonth}
  y: {field: series, type: nominal}
  color: {field: n, type: quantitative, title: Attacks}`,
  scatter: `
data: {name: monthly}
mark: point
encoding:
  x: {field: month, type: temporal}
  y: {field: n, type: quantitative, title: Attacks}
  color: {field: series, type: nominal}`,
  'a rule and a text over bars': `
data: {name: daily}
layer:
- mark: bar
  encoding: {x: {field: day, type: temporal}, y: {field: n, type: quantitative, title: null}}
- mark: {type: rule, strokeDash: [4, 3]}
  encoding: {y: {aggregate: mean, field: n, type: quantitative}}
- data: {values: [{}]}
  mark: {type: text, align: left, dx: 6, text: Mean of the month}
  encoding: {x: {value: 0}, y: {value: 150}}`,
  'small multiples': `
title: Three places
data: {name: monthly}
mark: area
encoding:
  facet: {field: series, type: nominal}
  x: {field: month, type: temporal}
  y: {field: n, type: quantitative, title: null}`,
  'side by side': `
hconcat:
- data: {name: daily}
  mark: line
  encoding: {x: {field: day, type: temporal}, y: {field: n, type: quantitative, title: null}}
- title: By province
  data: {name: places}
  mark: bar
  encoding: {y: {field: province, type: nominal, sort: '-x'}, x: {field: n, type: quantitative, title: null}}`,
  'a column named a.b': `
data: {name: dotted}
mark: bar
encoding: {y: {field: a.b, type: nominal}, x: {field: "n [all]", aggregate: sum}}`,
};
