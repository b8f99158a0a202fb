import type { Endpoint } from '@qingshan/contract';
import { countyCode, entityId, placeCode, sha256Hex } from '@qingshan/contract';
import { z } from 'zod';

interface Schema {
  readonly type?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const schemaOf = (shape: z.ZodType): Schema =>
  z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
const patterns = [countyCode, entityId, placeCode, sha256Hex].map((shape) => schemaOf(shape).pattern);

/** Names of texts that say which place, post, person … is meant, whatever their form, and words that search for one. */
const NAMING = /^(place|town|parent|within|county|code|account|subjectId|token|q|.*Code|.*Id|ids?)$/;
/** Names of texts that mean nothing but themselves; a new one is decided on here or above. */
const PLAIN =
  /^(name|title|publicTitle|description|reason|message|measure|requirement|documentNumber|reporterName|reporterPhone|origin|phone|kind|state|source|urgency|extraDuties|issueKinds|password|current|next|provider|before|river|cause|improvement)$/;
/** Codes shown by a second factor, not codes of places. */
const SECOND_FACTOR = /^(signIn|confirmTwoFactor)\.body\.code$/;

function* leaves(schema: Schema, path: string): Generator<[path: string, schema: Schema]> {
  for (const [name, part] of Object.entries(schema.properties ?? {})) yield* leaves(part, `${path}.${name}`);
  if (schema.items) yield* leaves(schema.items, `${path}[]`);
  for (const part of schema.anyOf ?? []) yield* leaves(part, path);
  if (schema.type === 'string') yield [path, schema];
}

/**
 * Fields of an endpoint that name something which has a place: `params.code`, `body.items[].ownerPostId`.
 * Errors: throws for a text of which it is not known whether it names something.
 */
export function namingFields(operation: string, endpoint: Endpoint): string[] {
  const found: string[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const shape = endpoint[part];
    if (!shape) continue;
    for (const [path, schema] of leaves(schemaOf(shape), part)) {
      const name = path.replace(/\[\]/g, '').split('.').at(-1) ?? '';
      if (schema.enum || schema.const || schema.format || SECOND_FACTOR.test(`${operation}.${path}`))
        continue;
      if ((schema.pattern && patterns.includes(schema.pattern)) || NAMING.test(name)) found.push(path);
      else if (!PLAIN.test(name))
        throw new Error(`${operation}: does ${path} name a place, a person …? Say so in naming-fields.ts`);
    }
  }
  return [...new Set(found)];
}

/** Fields of a request whose text is one of these: `body.items[].id`. */
export function fieldsNaming(value: unknown, targets: ReadonlySet<string>, path = ''): string[] {
  if (typeof value === 'string') return targets.has(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((one) => fieldsNaming(one, targets, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    fieldsNaming(part, targets, path ? `${path}.${name}` : name),
  );
}
