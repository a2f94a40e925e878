/** One value of a form with its place: what a field shows, changes, and is told problems about. */

export interface Setting<Value> {
  /** As the server names it in problems, such as `services[0].offers.ringTimeoutSeconds`. */
  readonly field: string;
  readonly value: Value;
  readonly set: (value: Value) => void;
}

/** The setting inside a group of settings. */
export function within<Group extends object, Key extends keyof Group & string>(
  group: Setting<Group>,
  key: Key,
): Setting<Group[Key]> {
  return {
    field: group.field === '' ? key : `${group.field}.${key}`,
    value: group.value[key],
    set: (value) => group.set({ ...group.value, [key]: value }),
  };
}

/** Each entry of a list as a setting of its own. */
export function entries<Each>(list: Setting<readonly Each[]>): readonly Setting<Each>[] {
  return list.value.map((value, index) => ({
    field: `${list.field}[${index}]`,
    value,
    set: (next) => list.set(list.value.map((each, place) => (place === index ? next : each))),
  }));
}

export function withEntry<Each>(list: readonly Each[], entry: Each): readonly Each[] {
  return [...list, entry];
}

export function withoutEntry<Each>(list: readonly Each[], index: number): readonly Each[] {
  return list.filter((_, place) => place !== index);
}

/** With the entry one place nearer to the beginning. */
export function raised<Each>(list: readonly Each[], index: number): readonly Each[] {
  const before = list[index - 1];
  const entry = list[index];
  if (before === undefined || entry === undefined) return list;
  return list.map((each, place) => {
    if (place === index - 1) return entry;
    return place === index ? before : each;
  });
}

/** The last name in a field's path: `seconds` of `services[0].afterCallWork.seconds`. */
export function nameOf(field: string): string {
  const names = field.replaceAll(/\[\d+\]/g, '').split('.');
  return names[names.length - 1] ?? '';
}
