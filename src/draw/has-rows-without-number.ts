import { field as reader, type View } from 'vega';

/**
 * True when a field without any number has rows all the same. Vega also speaks of an infinite extent where there are no
 * rows, such as those of outliers that boxes have not: nothing is wrong with these as long as something else is drawn.
 */
export function hasRowsWithoutNumber(field: string, compiled: unknown, view: View): boolean {
  const plain = field.replaceAll('\\', '');
  for (const [data, name] of fieldsIn(compiled))
    if (name.replaceAll('\\', '') === plain && isNumberless(view, data, name)) return true;
  return false;
}

/** The fields that scales of a compiled specification read, with their data. */
function* fieldsIn(value: unknown): Generator<readonly [data: string, field: string]> {
  if (typeof value !== 'object' || value === null) return;
  const { data, field, fields } = value as Readonly<Record<string, unknown>>;
  if (typeof data === 'string')
    for (const name of [field, ...(Array.isArray(fields) ? (fields as readonly unknown[]) : [])])
      if (typeof name === 'string') yield [data, name];
  for (const inner of Object.values(value)) yield* fieldsIn(inner);
}

/** True where there are rows, but no number among them; also for the data of a small chart, which Vega alone knows. */
function isNumberless(view: View, data: string, field: string): boolean {
  try {
    const rows = view.data(data) as readonly unknown[];
    const valueOf = reader(field);
    return rows.length > 0 && !rows.some((row) => isNumber(valueOf(row)));
  } catch {
    return true;
  }
}

/** As Vega takes values for numbers: dates and digits too. */
function isNumber(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !Number.isNaN(Number(value));
}
