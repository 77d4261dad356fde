import type { Config } from 'vega-lite';
import { axisLocale } from './axis-locale.js';
import type { Shape } from './shapes.js';

/** The colours of a chart by what they are for; pages set `--chart-ROLE` to change one, e.g. in the dark. */
export const ROLES = {
  background: '#ffffff',
  ink: '#17191c',
  muted: '#5a6068',
  axis: '#989fa7',
  grid: '#e2e5e8',
  accent: '#00639c',
  // After the accent, the palette of Okabe and Ito, which the colour-blind can tell apart.
  'series-2': '#d55e00',
  'series-3': '#009e73',
  'series-4': '#cc79a7',
  'series-5': '#56b4e9',
  'series-6': '#e69f00',
  'series-7': '#6b727a',
  // The same, darker where they are too pale for words.
  'words-2': '#b34700',
  'words-3': '#007a58',
  'words-4': '#a8507f',
  'words-5': '#1d77ab',
  'words-6': '#8f6200',
  'words-7': '#5f666e',
} as const;

/** From little to much; pages set `--chart-ramp-1` to `--chart-ramp-7`, so that much stands out in the dark too. */
export const RAMP = ['#e6eff5', '#b3d0e2', '#7fb1cf', '#4b91ba', '#1f74a8', '#005d92', '#003d63'] as const;

/** The same in the dark, as `templates/styles/theme.css` has them: for files that pages show on dark paper. */
export const DARK: Readonly<Record<string, string>> = {
  background: '#131619',
  ink: '#e7e9eb',
  muted: '#a2a9b0',
  axis: '#666e76',
  grid: '#2a3036',
  accent: '#74b9e8',
  'series-2': '#f0894a',
  'series-3': '#3fc79d',
  'series-4': '#dfa3c5',
  'series-5': '#a5d8f5',
  'series-6': '#f2c14e',
  'series-7': '#7c838a',
  'words-2': '#f0894a',
  'words-3': '#3fc79d',
  'words-4': '#dfa3c5',
  'words-5': '#a5d8f5',
  'words-6': '#f2c14e',
  'words-7': '#a2a9b0',
  'ramp-1': '#1b2833',
  'ramp-2': '#1f3f56',
  'ramp-3': '#27597c',
  'ramp-4': '#3376a3',
  'ramp-5': '#5297c7',
  'ramp-6': '#84bde4',
  'ramp-7': '#cbe5f8',
};

/** The family that every text of a chart is set in. */
export const CHART_FAMILY = 'Threadwright Sans';

/** Sizes of the texts around a drawing, in CSS pixels. */
export const TYPE = {
  title: { size: 20, line: 25, weight: 600 },
  subtitle: { size: 15, line: 20, weight: 400 },
  source: { size: 12, line: 16, weight: 400 },
} as const;

/** How a text is set, in CSS pixels. */
export interface TextStyle {
  readonly size: number;
  readonly line: number;
  readonly weight: number;
}

/** Sizes of the texts of a table's picture. */
export const TABLE_TYPE = {
  head: { size: 14, line: 18, weight: 600 },
  cell: { size: 17, line: 22, weight: 400 },
  total: { size: 17, line: 22, weight: 600 },
} as const satisfies Record<string, TextStyle>;

/** The height of a row of names, CSS pixels. */
const STEP = 26;

/** A plot that has no room for many lines, CSS pixels. */
const LOW = 100;

/** What the theme needs to know of a drawing. */
export interface ViewSettings {
  readonly width: number;
  readonly height: number;
  /** True when an axis has its title above it, where else the legend would stand. */
  readonly titleAbove: boolean;
  readonly shape: Shape;
  /** True when x runs from right to left. */
  readonly mirrored: boolean;
  /** Default: all in one row. */
  readonly legendColumns?: number;
  /** The height of a row of names, CSS pixels; default: that of one line. */
  readonly step?: number | undefined;
  /** Room for words that would run out, CSS pixels. */
  readonly margin?: { readonly left: number; readonly right: number } | undefined;
}

/** The look of a publication, as a Vega-Lite configuration; what the specification says goes before it. */
export function themeConfig(view: ViewSettings): Config {
  const { ink, muted, axis, grid, accent } = ROLES;
  const ramp = [...RAMP];
  const { direction, locale } = view.shape.setting ?? {};
  const isRtl = direction === 'rtl';
  const titleAbove = isRtl ? TITLE_ABOVE_RIGHT : TITLE_ABOVE;
  const categories = [
    accent,
    ...Object.entries(ROLES).flatMap(([role, hex]) => (role.startsWith('series') ? [hex] : [])),
  ];
  return {
    // Our own frame draws the background, so that a page can show through.
    background: 'transparent',
    // What Vega does not count: the feet of letters, half of a point at the edge.
    padding: { left: view.margin?.left ?? 0, top: 3, right: 3 + (view.margin?.right ?? 0), bottom: 4 },
    font: CHART_FAMILY,
    aria: false,
    ...(locale && { locale: axisLocale(locale) }),
    mark: { color: accent },
    view: {
      stroke: 'transparent',
      continuousWidth: view.width,
      discreteWidth: view.width,
      continuousHeight: view.height,
      discreteHeight: { step: view.step ?? STEP },
    },
    title: {
      anchor: isRtl ? 'end' : 'start',
      color: ink,
      fontSize: 15,
      fontWeight: 600,
      lineHeight: 19,
      offset: 10,
      subtitleColor: muted,
      subtitleFontSize: 13,
      subtitleLineHeight: 17,
    },
    axis: {
      labelColor: muted,
      labelFontSize: 13,
      labelFontWeight: 400,
      labelPadding: 6,
      labelLimit: view.shape.labelLimit,
      titleColor: muted,
      titleFontSize: 13,
      titleFontWeight: 400,
      titlePadding: 8,
      gridColor: grid,
      domainColor: axis,
      tickColor: axis,
    },
    // Where reading begins
    ...(isRtl && { axisY: { orient: 'right' } }),
    // By scale and not by side alone: a heatmap must not get white lines, nor a row of names an axis line.
    axisYQuantitative: { domain: false, ticks: false, grid: true, tickCount: view.height < LOW ? 3 : 5, ...titleAbove },
    axisYTemporal: { domain: false, grid: true, title: null, ...titleAbove },
    axisYDiscrete: {
      domain: false,
      ticks: false,
      grid: false,
      labelColor: ink,
      title: null,
      ...(isRtl ? NAMES_TITLE_ABOVE_RIGHT : NAMES_TITLE_ABOVE),
    },
    axisXQuantitative: {
      domain: false,
      ticks: false,
      grid: true,
      ...(isRtl ? { titleAnchor: view.mirrored ? 'start' : 'end', titleAlign: 'right' } : { titleAnchor: 'start' }),
      tickCount: 6,
      labelSeparation: 8,
    },
    axisXTemporal: { grid: false, tickSize: 5, title: null, labelFlush: true, labelSeparation: 10 },
    axisXDiscrete: { grid: false, ticks: false, labelAngle: 0, labelOverlap: true, labelSeparation: 6, title: null },
    line: { strokeWidth: 2.25, strokeCap: 'round', strokeJoin: 'round' },
    area: { fillOpacity: 0.85, line: false },
    point: { size: 45, filled: true, opacity: 0.75 },
    circle: { size: 45, opacity: 0.75 },
    rule: { color: axis, size: 1 },
    text: { color: ink, fontSize: 13 },
    bar: { timeUnitBandSize: 0.8 },
    range: { category: categories, ordinal: ramp.slice(1), ramp, heatmap: ramp },
    scale: { barBandPaddingInner: 0.25, rectBandPaddingInner: 0.06, ...(view.mirrored && { xReverse: true }) },
    legend: {
      orient: 'top',
      direction: 'horizontal',
      title: null,
      labelColor: ink,
      labelFontSize: 13,
      labelLimit: 260,
      titleColor: muted,
      titleFontSize: 13,
      titleFontWeight: 400,
      ...(view.legendColumns !== undefined && { columns: view.legendColumns }),
      symbolLimit: 0,
      symbolSize: 110,
      gradientLength: 180,
      gradientThickness: 10,
      columnPadding: 18,
      offset: view.titleAbove ? 33 : 12,
      ...(isRtl && LEGEND_AT_RIGHT),
    },
    header: {
      labelColor: ink,
      labelFontSize: 14,
      labelFontWeight: 600,
      labelAnchor: isRtl ? 'end' : 'start',
      labelOrient: 'top',
      labelPadding: view.titleAbove ? 27 : 6,
      title: null,
      titleColor: muted,
    },
    facet: { columns: view.shape.columns.facet, spacing: 24 },
    concat: { columns: view.shape.columns.concat, spacing: 28 },
  };
}

/** A title above the axis reads without turning the head. */
const TITLE_ABOVE = {
  titleAngle: 0,
  titleAnchor: 'end',
  titleAlign: 'left',
  titleBaseline: 'bottom',
  titleX: 0,
  titleY: -11,
} as const;

/** Vega has it, Vega-Lite’s typings do not. */
const LEGEND_AT_RIGHT: object = { layout: { top: { anchor: 'end' } } };

/** The same where reading begins at the right. */
const TITLE_ABOVE_RIGHT = { ...TITLE_ABOVE, titleAlign: 'right' } as const;

/** Over the names, and not over their bars. */
const NAMES_TITLE_ABOVE = { ...TITLE_ABOVE, titleAlign: 'right', titleX: -6 } as const;
const NAMES_TITLE_ABOVE_RIGHT = { ...TITLE_ABOVE, titleAlign: 'left', titleX: 6 } as const;
