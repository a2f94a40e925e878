/** A schema of the contract, as far as OData's own rules look at it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly discriminator?: { readonly mapping?: Readonly<Record<string, string>> };
  readonly 'x-open-type'?: boolean;
  readonly 'x-abstract'?: boolean;
  readonly 'x-csdl-non-nullable'?: readonly string[];
}

/** A type with everything it inherits. */
interface WholeType {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly isOpen: boolean;
}

const REFERENCE = '#/components/schemas/';

/**
 * What JSON Schema leaves out: which type an object claims to be (`@odata.type`), properties that
 * this type does not have, and parameters that must not be left out.
 */
export class ODataRules {
  readonly #schemas: Readonly<Record<string, Schema>>;

  constructor(schemas: Readonly<Record<string, Schema>>) {
    this.#schemas = schemas;
  }

  problems(schema: Schema, value: unknown, at = ''): string[] {
    if (Array.isArray(value)) {
      const { items } = this.#resolve(schema);
      const list = value as readonly unknown[];
      if (items === undefined) return [];
      return list.flatMap((item, index) => this.problems(items, item, `${at}/${index}`));
    }
    if (typeof value !== 'object' || value === null) return [];
    return this.#objectProblems(schema, value as Readonly<Record<string, unknown>>, at);
  }

  #objectProblems(schema: Schema, value: Readonly<Record<string, unknown>>, at: string): string[] {
    const base = this.#resolve(schema);
    const claimed = value['@odata.type'];
    const target = typeof claimed === 'string' ? base.discriminator?.mapping?.[claimed] : undefined;
    const own = target === undefined ? base : this.#resolve({ $ref: target });
    const problems: string[] = [];
    if (own['x-abstract'] === true) problems.push(`${at}/@odata.type: which kind of it?`);
    const absent = (own['x-csdl-non-nullable'] ?? []).filter((name) => value[name] == null);
    problems.push(...absent.map((name) => `${at}/${name}: must be given`));

    const { properties, isOpen } = this.#whole(own);
    for (const [name, each] of Object.entries(value)) {
      const property = properties[name];
      if (property !== undefined) problems.push(...this.problems(property, each, `${at}/${name}`));
      else if (!isOpen && !name.includes('@odata.'))
        problems.push(`${at}/${name}: no such property`);
    }
    return problems;
  }

  /** Follows references, and the one alternative that is not null. */
  #resolve(schema: Schema): Schema {
    if (schema.$ref !== undefined) {
      const named = this.#schemas[schema.$ref.slice(REFERENCE.length)];
      if (named === undefined) throw new Error(`the contract has no ${schema.$ref}`);
      return this.#resolve(named);
    }
    const [first] = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
    return first === undefined ? schema : this.#resolve(first);
  }

  #whole(schema: Schema): WholeType {
    const inherited = (schema.allOf ?? []).map((part) => this.#whole(this.#resolve(part)));
    // A type without properties, such as a bare `object`, may hold anything.
    const isBare = schema.properties === undefined && schema.allOf === undefined;
    return {
      properties: Object.assign(
        {},
        ...inherited.map(({ properties }) => properties),
        schema.properties,
      ) as Readonly<Record<string, Schema>>,
      isOpen: isBare || schema['x-open-type'] === true || inherited.some(({ isOpen }) => isOpen),
    };
  }
}
