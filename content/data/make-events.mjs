// Makes events.csv, the synthetic data behind content/weekly.md: nothing in it has happened.
//
//   node content/data/make-events.mjs > content/data/events.csv
//
// The same script gives the same bytes on every machine: the random numbers are seeded and no clock is read.
// The country, its neighbour, their provinces and the groups are invented.

const SEED = 20240101;
const FIRST_DAY = '2024-01-01';
const LAST_DAY = '2026-06-25';

const LANTERN = 'Grey Lantern Front';
const COLUMN = 'Saltmarsh Column';
const WATCH = 'Highfell Watch';

/** Operations a month, from January 2024: a slow decline, a year of quiet, and the return the thread is about. */
const PACE = {
  [LANTERN]: [25, 23, 27, 26, 21, 18, 22, 24, 18, 15, 14, 12, 10, 9, 8, 6, 4, 0, 0, 5, 6, 5, 7, 6, 7, 6, 5, 6, 0, 0],
  [COLUMN]: [6, 7, 5, 8, 7, 6, 6, 5, 7, 8, 6, 5, 6, 7, 6, 8, 7, 6, 5, 6, 7, 6, 5, 6, 6, 7, 6, 5, 6, 5],
  [WATCH]: [2, 1, 3, 2, 2, 4, 3, 2, 2, 1, 3, 3, 2, 3, 4, 3, 4, 5, 4, 3, 5, 4, 5, 4, 5, 6, 5, 6, 7, 6],
};

/** Days laid out by hand, where the story needs them: [day, operations]. */
const PLANTED = {
  [LANTERN]: [
    ['2024-04-09', 6],
    ['2024-08-14', 8],
    ['2025-06-11', 1],
    ['2025-07-22', 2],
    ['2026-03-10', 1],
    ['2026-03-17', 2],
    ['2026-05-02', 1],
    ['2026-05-03', 1],
    ['2026-06-03', 1],
    ['2026-06-08', 2],
    ['2026-06-13', 1],
    ['2026-06-17', 2],
    ['2026-06-20', 3],
    ['2026-06-22', 2],
    ['2026-06-23', 7],
    ['2026-06-25', 1],
  ],
  [COLUMN]: [],
  [WATCH]: [],
};

const HABITS = {
  [LANTERN]: {
    places: {
      'Greywater, Sorvenia': 9,
      'Upper Sorven, Sorvenia': 6,
      'Lantern Bay, Sorvenia': 4,
      'Saltmarsh, Sorvenia': 2,
      'Eastmere, Marrow': 2,
      'Capital District, Sorvenia': 1,
    },
    latePlaces: { 'Greywater, Sorvenia': 8, 'Upper Sorven, Sorvenia': 5, 'Eastmere, Marrow': 1 },
    tactics: { IED: 8, 'Small arms': 6, Mortar: 3, Abduction: 2, Arson: 1 },
    lateTactics: { IED: 12, 'Small arms': 3, Mortar: 1 },
    targets: { Police: 8, Army: 6, 'Road convoy': 4, 'Local officials': 3, 'Power lines': 3 },
  },
  [COLUMN]: {
    places: { 'Saltmarsh, Sorvenia': 9, 'Lantern Bay, Sorvenia': 3, 'Greywater, Sorvenia': 1 },
    tactics: { 'Small arms': 7, Abduction: 5, Arson: 3, IED: 2 },
    targets: { 'Local officials': 6, 'Road convoy': 6, Police: 3, 'Power lines': 1 },
  },
  [WATCH]: {
    places: { 'Highfell, Sorvenia': 8, 'Upper Sorven, Sorvenia': 2, 'Eastmere, Marrow': 1 },
    tactics: { Mortar: 5, 'Small arms': 5, IED: 3 },
    targets: { Army: 8, Police: 3, 'Power lines': 2 },
  },
};

/** How often a tactic leaves no victims, and how many it kills and injures when it does, on average. */
const HARM = {
  IED: { harmless: 0.3, killed: 1.2, injured: 2.6 },
  'Small arms': { harmless: 0.4, killed: 1.1, injured: 1.3 },
  Mortar: { harmless: 0.6, killed: 0.6, injured: 1.8 },
  Abduction: { harmless: 0.9, killed: 0.5, injured: 0.3 },
  Arson: { harmless: 0.85, killed: 0.2, injured: 0.6 },
};

const LATE_FROM = '2026-06-01';
const UNKNOWN_SHARE = 0.07;

const random = randomFrom(SEED);
const events = [...plantedEvents(), ...pacedEvents()].filter((event) => event.date <= LAST_DAY);
events.sort((a, b) => compareText(a.date, b.date) || compareText(a.actor, b.actor));

const COLUMNS = ['date', 'actor', 'country', 'province', 'target', 'tactic', 'killed', 'injured'];
const lines = events.map((event) => COLUMNS.map((column) => event[column] ?? '').join(','));
process.stdout.write([COLUMNS.join(','), ...lines, ''].join('\n'));

function plantedEvents() {
  return Object.entries(PLANTED).flatMap(([actor, days]) =>
    days.flatMap(([date, operations]) => Array.from({ length: operations }, () => event(date, actor))),
  );
}

function pacedEvents() {
  return Object.entries(PACE).flatMap(([actor, paces]) =>
    paces.flatMap((pace, month) => {
      const start = Date.UTC(2024, month, 1);
      const days = (Date.UTC(2024, month + 1, 1) - start) / 86_400_000;
      return Array.from({ length: poisson(pace) }, () => {
        const date = isoDay(start + Math.floor(random() * days) * 86_400_000);
        return event(date < FIRST_DAY ? FIRST_DAY : date, actor);
      });
    }),
  );
}

function event(date, actor) {
  const habits = HABITS[actor];
  const late = date >= LATE_FROM;
  const [province, country] = pick((late && habits.latePlaces) || habits.places).split(', ');
  const tactic = pick((late && habits.lateTactics) || habits.tactics);
  return { date, actor, country, province, target: pick(habits.targets), tactic, ...casualties(HARM[tactic]) };
}

/** Some reports give no count, and some count the dead only: the cells stay empty. */
function casualties({ harmless, killed, injured }) {
  const unknown = random();
  if (unknown < UNKNOWN_SHARE) return {};
  if (random() < harmless) return { killed: 0, injured: 0 };
  const counts = { killed: poisson(killed), injured: poisson(injured) };
  return unknown < 2 * UNKNOWN_SHARE ? { killed: counts.killed } : counts;
}

function pick(weights) {
  const entries = Object.entries(weights);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return entries[entries.length - 1][0];
}

/** Knuth's method: fine for the small means used here. */
function poisson(mean) {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** A 32-bit linear congruential generator (the multiplier of Numerical Recipes), its high bits only. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 0x1000000;
  };
}

function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
