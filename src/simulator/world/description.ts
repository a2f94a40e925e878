import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { generateWorld } from './generated.ts';

const guid = z.guid();
const phoneNumber = z.string().regex(/^\+\d{6,15}$/, 'must be a number like +41790000001');
const upn = z.email();

const personDescription = z.strictObject({
  id: guid,
  upn,
  displayName: z.string().min(1),
  givenName: z.string().min(1),
  surname: z.string().min(1),
  role: z.enum(['administrator', 'supervisor', 'agent', 'user']),
  /** The person's own telephone number; null for people without one. */
  phone: phoneNumber.nullable(),
  /** The carrier shows another number than that one in emergency calls; left out, it does not. */
  callerIdRewrite: z.boolean().optional(),
  language: z.string().min(2),
  /** The emergency calling policy that applies; left out, it is the organization's. */
  emergencyPolicy: z.string().min(1).nullable().optional(),
});

const accountDescription = z.strictObject({
  id: guid,
  upn,
  displayName: z.string().min(1),
  /** The tenant that the account belongs to; left out, it is the played one. */
  homeTenantId: guid.optional(),
});

const serviceDescription = z.strictObject({
  name: z.string().min(1),
  phone: phoneNumber,
  /** The resource account that holds the number: what Graph calls an application instance. */
  applicationInstanceId: guid,
  upn,
});

/** Where the organization's people sit: what their clients tell an emergency service. */
const officeDescription = z.strictObject({
  displayName: z.string().min(1),
  street: z.string().min(1),
  houseNumber: z.string().min(1),
  postalCode: z.string().min(1),
  city: z.string().min(1),
  countryOrRegion: z.string().min(1),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const groupDescription = z.strictObject({
  id: guid,
  displayName: z.string().min(1),
  members: z.array(upn),
});

const worldDescription = z.strictObject({
  organization: z.string().min(1),
  tenantId: guid,
  application: z.strictObject({
    id: guid,
    secret: z.string().min(1),
    displayName: z.string().min(1),
  }),
  people: z.array(personDescription),
  /** Accounts that nobody sits at, such as those that read presence; they are not among people. */
  serviceAccounts: z.array(accountDescription),
  /** Mailboxes that several people read; nobody signs in to them. */
  sharedMailboxes: z.array(accountDescription.omit({ homeTenantId: true })),
  services: z.array(serviceDescription),
  groups: z.array(groupDescription),
  /**
   * Resource accounts whose numbers an emergency service sees where a person has none of their own;
   * they are not among the services.
   */
  emergencyCallbackAccounts: z.array(serviceDescription),
  emergencyPolicy: z.string().min(1),
  office: officeDescription,
  carrier: z.strictObject({
    /** With it the carrier asks the product for the caller id of an emergency call. */
    callerIdKey: z.string().min(1),
  }),
});

/**
 * What a world file says: who works there, which services can be called, which application is
 * registered.
 */
export type WorldDescription = z.infer<typeof worldDescription>;
export type PersonDescription = WorldDescription['people'][number];
export type AccountDescription = WorldDescription['serviceAccounts'][number];
export type SharedMailboxDescription = WorldDescription['sharedMailboxes'][number];
export type ServiceDescription = WorldDescription['services'][number];
export type OfficeDescription = WorldDescription['office'];
export type GroupDescription = WorldDescription['groups'][number];

/**
 * Reads a world by name: `contoso` and any other file beside it, or `generated:N` for N people.
 * Throws an Error whose message says what to give instead.
 */
export async function readWorld(name: string, seed: number): Promise<WorldDescription> {
  const contoso = await readWorldFile('contoso');
  const size = /^generated:(\d+)$/.exec(name)?.[1];
  if (size !== undefined) return generateWorld(contoso, Number(size), seed);
  return name === 'contoso' ? contoso : readWorldFile(name);
}

async function readWorldFile(name: string): Promise<WorldDescription> {
  if (!/^[a-z0-9-]+$/.test(name)) {
    throw new Error(`WORLD: "${name}" is no world; give "contoso" or "generated:1000".`);
  }
  const file = new URL(`../worlds/${name}.yaml`, import.meta.url);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`WORLD: there is no world file ${name}.yaml.`, { cause });
  });
  const described = worldDescription.safeParse(parse(text));
  if (described.success) return described.data;
  throw new Error(`${name}.yaml: ${z.prettifyError(described.error)}`);
}
