import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest, graphError } from './errors.ts';
import { parseFilter } from './filter.ts';
import type { Fields } from './filter.ts';

const PAGE_SIZE = 100;
const PAGE_SIZE_MAX = 999;

/** A collection of directory objects that can be asked with OData's query options. */
export interface Collection<Item> {
  readonly items: readonly Item[];
  readonly fieldsOf: (item: Item) => Fields;
  /** What is answered when nothing is selected. */
  readonly defaultFields: readonly string[];
  readonly context: string;
  readonly type?: string;
}

/**
 * Answers a page of a collection: `$filter`, `$select`, `$top`, `$count`, and a link to the next
 * page.
 */
export function answerCollection<Item>(
  tenant: Tenant,
  incoming: Incoming,
  collection: Collection<Item>,
): Answer {
  const { query } = incoming;
  const filter = query['$filter'];
  const matches = filter === undefined ? undefined : parseFilter(filter);
  if (filter !== undefined && matches === undefined) {
    return graphError(tenant, 400, 'Request_UnsupportedQuery', 'Invalid filter clause.');
  }
  const top = Number(query['$top'] ?? PAGE_SIZE);
  if (!Number.isInteger(top) || top < 1 || top > PAGE_SIZE_MAX) {
    return badRequest(tenant, `$top must be between 1 and ${PAGE_SIZE_MAX}.`);
  }
  const from = Number(query['$skiptoken'] ?? query['$skip'] ?? 0);
  const found =
    matches === undefined
      ? collection.items
      : collection.items.filter((item) => matches(collection.fieldsOf(item)));
  const page = found.slice(from, from + top);
  return ok({
    '@odata.context': `${tenant.url}/graph/v1.0/$metadata#${collection.context}`,
    ...(query['$count'] === 'true' ? { '@odata.count': found.length } : {}),
    ...(from + top < found.length
      ? { '@odata.nextLink': nextLink(tenant, incoming, from + top) }
      : {}),
    value: page.map((item) => ({
      ...(collection.type === undefined ? {} : { '@odata.type': collection.type }),
      ...selected(collection.fieldsOf(item), query['$select'], collection.defaultFields),
    })),
  });
}

/** The fields that `$select` names, or the default ones; unknown names are passed over. */
export function selected(
  fields: Fields,
  select: string | undefined,
  defaultFields: readonly string[],
): Fields {
  const names = select === undefined ? defaultFields : ['id', ...select.split(',')];
  const wanted = names.map((name) => name.trim()).filter((name) => name in fields);
  return Object.fromEntries(wanted.map((name) => [name, fields[name]]));
}

function nextLink(tenant: Tenant, { path, query }: Incoming, skipToken: number): string {
  const next = new URL(`${tenant.url}${path}`);
  for (const [name, value] of Object.entries(query)) next.searchParams.set(name, value);
  next.searchParams.set('$skiptoken', String(skipToken));
  return next.toString();
}
