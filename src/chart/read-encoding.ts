import type { Json, JsonObject } from '../model/chart.js';
import { isList, isObject, listOf } from './json.js';
import { lineage, type View } from './list-views.js';
import type { Path } from './parse-spec.js';
import { readPredicate, type Reference } from './read-transform.js';

/** A place of an encoding where a field is named, with what the channel makes of it. */
export interface ChannelReference extends Reference {
  readonly type: Json | undefined;
  readonly aggregate: Json | undefined;
  /** Set where the field is what a channel shows, not what it is sorted or conditioned by. */
  readonly channel: Channel | undefined;
}

/** A channel of a view. */
export interface Channel {
  readonly name: string;
  readonly definition: JsonObject;
  readonly path: Path;
}

/** The fields that a view's channels name; a unit's are its own and those of the layers around it. */
export function readEncoding(view: View): ChannelReference[] {
  if (view.kind === 'unit') {
    const seen = new Set<string>();
    const references: ChannelReference[] = [];
    for (const at of lineage(view)) {
      if (at.kind !== 'unit' && at.kind !== 'layer') break;
      const { encoding } = at.value;
      if (!isObject(encoding)) continue;
      for (const [channel, definition] of Object.entries(encoding)) {
        if (seen.has(channel)) continue;
        seen.add(channel);
        references.push(...readDefinitions(definition, [...at.path, 'encoding', channel], view, channel));
      }
    }
    return references;
  }
  if (view.kind !== 'facet') return [];
  // One field, or a field for the rows and one for the columns.
  const { facet } = view.value;
  const path = [...view.path, 'facet'];
  if (!isObject(facet)) return [];
  if ('field' in facet) return readDefinitions(facet, path, view, 'facet');
  return ['row', 'column'].flatMap((side) => readDefinitions(facet[side], [...path, side], view, side));
}

function readDefinitions(value: Json | undefined, path: Path, view: View, name: string): ChannelReference[] {
  return listOf(value).flatMap((item, index) =>
    isObject(item) ? readDefinition(item, isList(value) ? [...path, index] : path, view, name) : [],
  );
}

function readDefinition(definition: JsonObject, path: Path, view: View, name: string | undefined): ChannelReference[] {
  const { type, aggregate, sort } = definition;
  const plain = ({ name, path: place }: Reference): ChannelReference => ({
    name,
    path: place,
    type: undefined,
    aggregate: undefined,
    channel: undefined,
  });
  const references = fieldNames(definition['field'], [...path, 'field'], view).map((found) => ({
    ...found,
    type,
    aggregate,
    channel: name === undefined ? undefined : { name, definition, path },
  }));
  if (isObject(aggregate))
    for (const key of ['argmin', 'argmax'])
      references.push(...fieldNames(aggregate[key], [...path, 'aggregate', key], view).map(plain));
  if (isObject(sort)) references.push(...fieldNames(sort['field'], [...path, 'sort', 'field'], view).map(plain));
  for (const [index, condition] of listOf(definition['condition']).entries()) {
    if (!isObject(condition)) continue;
    const place = isList(definition['condition']) ? [...path, 'condition', index] : [...path, 'condition'];
    references.push(...readDefinition(condition, place, view, undefined));
    references.push(...readPredicate(condition['test'], [...place, 'test']).reads.map(plain));
  }
  return references;
}

/** A field's name, or with `{repeat: column}` the names that it stands for. */
function fieldNames(value: Json | undefined, path: Path, view: View): Reference[] {
  if (typeof value === 'string') return [{ name: value, path }];
  if (!isObject(value) || typeof value['repeat'] !== 'string') return [];
  for (const at of lineage(view)) {
    if (at.kind !== 'repeat') continue;
    const { repeat } = at.value;
    const side = isObject(repeat) ? value['repeat'] : undefined;
    const fields = isObject(repeat) ? repeat[value['repeat']] : repeat;
    const place = [...at.path, 'repeat', ...(side === undefined ? [] : [side])];
    return listOf(fields).flatMap((name, index) =>
      typeof name === 'string' ? [{ name, path: [...place, index] }] : [],
    );
  }
  return [];
}
