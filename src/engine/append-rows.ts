import { DuckDBDateValue, DuckDBTimestampValue, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from './quote.js';
import type { SheetCell, SheetColumn, SheetTable } from './type-columns.js';

/** Makes a table of the database of a sheet's rows. */
export async function appendRows(connection: DuckDBConnection, table: string, sheet: SheetTable): Promise<void> {
  const columns = sheet.columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(', ');
  await connection.run(`CREATE TABLE ${quoteName(table)} (${columns})`);
  const appender = await connection.createAppender(table);
  for (const row of sheet.rows) {
    row.forEach((value, at) => {
      appendCell(appender, value, sheet.columns[at]?.type ?? 'VARCHAR');
    });
    appender.endRow();
  }
  appender.closeSync();
}

function appendCell(appender: DuckDBAppender, value: SheetCell, type: SheetColumn['type']): void {
  if (value === null) appender.appendNull();
  else if (value instanceof Date) {
    if (type === 'DATE') appender.appendDate(new DuckDBDateValue(value.getTime() / 86_400_000));
    else appender.appendTimestamp(new DuckDBTimestampValue(BigInt(Math.round(value.getTime())) * 1000n));
  } else if (type === 'BIGINT') appender.appendBigInt(BigInt(Number(value)));
  else if (type === 'DOUBLE') appender.appendDouble(Number(value));
  else if (type === 'BOOLEAN') appender.appendBoolean(value === true);
  else appender.appendVarchar(String(value));
}
