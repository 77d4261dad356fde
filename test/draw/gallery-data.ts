import type { Table } from '../../src/model/value.js';
import { table } from '../chart/prepare.js';

const PROVINCES = ['Norden', 'Osten', 'Mitteltal', 'Hochland', 'Seeufer', 'Grenzmark'];

/** The tables of the gallery: made up, the same every time. */
export const GALLERY_DATA: readonly Table[] = [
  table(
    'daily',
    ['day', 'n'],
    Array.from({ length: 31 }, (_, index) => [dayOf(index), (index * 7) % 9]),
  ),
  table(
    'places',
    ['province', 'n'],
    PROVINCES.map((province, index) => [province, Math.round(120 / (index + 1.3))]),
  ),
  table(
    'monthly',
    ['month', 'series', 'n'],
    Array.from({ length: 21 }, (_, index) => index).flatMap((index) =>
      ['North', 'Capital', 'Rest of the country'].map((series, place) => [
        new Date(Date.UTC(2020, index, 1)).toISOString().slice(0, 10),
        series,
        place * 5 + Math.round(index * (place === 0 ? 2.4 : 0.4)) + ((index * 3) % 5),
      ]),
    ),
  ),
  table(
    'dotted',
    ['a.b', 'n [all]'],
    [
      ['<script>alert(1)</script>', 3],
      ['</svg><a href="//x.org">', 2],
      ['&amp; {{x}} " \' ]]>', 1],
    ],
  ),
];

function dayOf(index: number): string {
  return new Date(Date.UTC(2021, 7, 24) + index * 86_400_000).toISOString().slice(0, 10);
}
