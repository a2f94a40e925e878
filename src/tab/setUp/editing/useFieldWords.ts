import { useNamedWords } from '../../language/language.ts';

/** A field's whole path in words: "Queue › Maximum wait". */
export function useFieldWords(): (path: string) => string {
  const label = useNamedWords('setting');
  return (path) =>
    path
      .split('.')
      .map((segment) => {
        const [, name = segment, index] = /^(\w+)\[(\d+)\]$/.exec(segment) ?? [];
        const words = label(name) ?? name;
        return index === undefined ? words : `${words} ${Number(index) + 1}`;
      })
      .join(' › ');
}
