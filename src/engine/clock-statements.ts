import { quoteText } from './quote.js';

/** The statements that let the clock of queries stand still at `as_of`. */
export function clockStatements(asOf: string): readonly string[] {
  const day = `DATE ${quoteText(asOf)}`;
  const midnight = `TIMESTAMPTZ ${quoteText(`${asOf} 00:00:00+00`)}`;
  return [
    `CREATE OR REPLACE MACRO as_of() AS ${day}`,
    `CREATE OR REPLACE MACRO today() AS ${day}`,
    `CREATE OR REPLACE MACRO current_date() AS ${day}`,
    `CREATE OR REPLACE MACRO now() AS ${midnight}`,
    `CREATE OR REPLACE MACRO current_timestamp() AS ${midnight}`,
    `CREATE OR REPLACE MACRO get_current_timestamp() AS ${midnight}`,
    `SET VARIABLE as_of = ${day}`,
  ];
}
