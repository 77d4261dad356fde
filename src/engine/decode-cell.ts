import type { Cell, Column, LogicalType } from '../model/value.js';
import type { Shape, Wire, WireColumn } from './protocol.js';

/** Turns what came from the engine into a cell. */
export function decodeCell(wire: Wire, shape: Shape): Cell {
  if (wire === null) return { kind: 'null' };
  if (typeof wire === 'boolean') return { kind: 'boolean', value: wire };
  if (typeof wire !== 'string') {
    const item = typeof shape === 'object' ? shape.list : 'text';
    return { kind: 'list', items: wire.map((each) => decodeCell(each, item)) };
  }
  switch (shape) {
    case 'number':
      return { kind: 'number', value: Number(wire), exact: wire };
    case 'date':
    case 'timestamp': {
      const day = DAY.exec(wire)?.[1];
      return day === undefined ? text(wire) : { kind: 'date', value: day };
    }
    case 'json':
      // A union may hold a plain value
      return /^[[{]/.test(wire) ? { kind: 'text', value: wire, origin: 'data', isStructure: true } : text(wire);
    default:
      return text(wire);
  }
}

/** A column as the figure language sees it. */
export function decodeColumn({ name, type, shape }: WireColumn): Column {
  return { name, type, logical: logicalType(shape) };
}

/** A day of the years 1 to 9999, or its midnight. Any other point in time is text, BC and infinity too. */
const DAY = /^(\d{4}-\d\d-\d\d)(?: 00:00:00(?:\.0+)?(?:[+-]00(?::00)?)?)?$/;

function logicalType(shape: Shape): LogicalType {
  if (typeof shape === 'object') return 'list';
  if (shape === 'timestamp') return 'date';
  return shape === 'json' ? 'other' : shape;
}

function text(value: string): Cell {
  return { kind: 'text', value, origin: 'data' };
}
