import {
  DuckDBArrayValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTypeId,
  DuckDBUnionValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Shape, Wire } from './protocol.js';

/** Turns a value of the database into what can travel as JSON without losing a digit. */
export function encodeValue(value: DuckDBValue, type: DuckDBType): Wire {
  if (value === null || typeof value === 'boolean') return value;
  const items = itemsOf(value);
  if (items) {
    const itemType = itemTypeOf(type);
    return itemType ? items.map((item) => encodeValue(item, itemType)) : jsonText(value, type);
  }
  if (isObjectValue(value)) return jsonText(value, type);
  if (typeof value === 'number' && type.typeId === DuckDBTypeId.FLOAT) return shortestFloat(value);
  if (typeof value === 'number' && type.typeId === DuckDBTypeId.DOUBLE) return withoutNoise(value);
  if (typeof value === 'string' && type.alias === 'JSON') return plainJson(value);
  return textOf(value);
}

/** A sum of 0.1 and 0.2 is 0.3: what a double holds beyond 15 digits is what its binary form added. */
function withoutNoise(value: number): string {
  return Number.isFinite(value) && !Number.isInteger(value) ? String(Number(value.toPrecision(15))) : textOf(value);
}

/** A text that stands in a JSON column without its quotes; a list or an object as it is. */
function plainJson(json: string): Wire {
  if (json === 'null') return null;
  return json.startsWith('"') ? String(JSON.parse(json)) : json;
}

/** How the values of a type travel. */
export function shapeOf(type: DuckDBType): Shape {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return 'boolean';
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.UHUGEINT:
    case DuckDBTypeId.BIGNUM:
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.DECIMAL:
      return 'number';
    case DuckDBTypeId.DATE:
      return 'date';
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return 'timestamp';
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.MAP:
    case DuckDBTypeId.UNION:
      return 'json';
    default: {
      const item = itemTypeOf(type);
      return item ? { list: shapeOf(item) } : 'text';
    }
  }
}

function itemTypeOf(type: DuckDBType): DuckDBType | undefined {
  return type.typeId === DuckDBTypeId.LIST || type.typeId === DuckDBTypeId.ARRAY ? type.valueType : undefined;
}

function itemsOf(value: DuckDBValue): readonly DuckDBValue[] | undefined {
  return value instanceof DuckDBListValue || value instanceof DuckDBArrayValue ? value.items : undefined;
}

function isObjectValue(value: DuckDBValue): boolean {
  return value instanceof DuckDBStructValue || value instanceof DuckDBMapValue || value instanceof DuckDBUnionValue;
}

/** JSON with the database's exact digits; what JSON has no form for is text. */
function jsonText(value: DuckDBValue, type: DuckDBType): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : JSON.stringify(String(value));
  const items = itemsOf(value);
  const itemType = itemTypeOf(type);
  if (items && itemType) return `[${items.map((item) => jsonText(item, itemType)).join(',')}]`;
  if (value instanceof DuckDBUnionValue && type.typeId === DuckDBTypeId.UNION) {
    return jsonText(value.value, type.memberTypes[type.memberTags.indexOf(value.tag)] ?? type);
  }
  if (value instanceof DuckDBStructValue && type.typeId === DuckDBTypeId.STRUCT) {
    // The names in the order of the type: as keys of an object, those that are numbers would come first
    const { entryNames, entryTypes } = type;
    return object(entryNames.map((name, at) => [name, value.entries[name] ?? null, entryTypes[at] ?? type]));
  }
  if (value instanceof DuckDBMapValue && type.typeId === DuckDBTypeId.MAP) {
    return object(value.entries.map((entry) => [String(entry.key), entry.value, type.valueType]));
  }
  if (value instanceof DuckDBDecimalValue) return String(value);
  return JSON.stringify(textOf(value));
}

/** As the database writes it; its client writes days and times without end as the last ones there are. */
function textOf(value: DuckDBValue): string {
  const text = String(value);
  const isEndless = typeof value === 'object' && value !== null && 'isFinite' in value && !value.isFinite;
  return isEndless ? `${text.endsWith('(BC)') ? '-' : ''}infinity` : text;
}

function object(entries: readonly (readonly [string, DuckDBValue, DuckDBType])[]): string {
  return `{${entries.map(([key, value, type]) => `${JSON.stringify(key)}:${jsonText(value, type)}`).join(',')}}`;
}

/** A FLOAT as a person typed it: 0.1, not the double nearest to it, 0.10000000149011612. */
function shortestFloat(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}
